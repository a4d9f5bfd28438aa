"""Typesetting changes signs, never words; a second time it changes nothing."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.typeset import plain, typeset

prose = st.text(st.sampled_from("ab1509 .,-–'\"“’…$%k()[]/\n+:&"), max_size=40)


@given(prose, st.sampled_from(" x(“"))
@settings(max_examples=400)
def test_second_time_changes_nothing(text: str, before: str) -> None:
    once = typeset(text, before)
    assert typeset(once, before) == once


@given(prose)
@settings(max_examples=300)
def test_only_signs_change(text: str) -> None:
    assert plain(typeset(text)).replace("…", "...").replace("--", "-") == plain(text).replace("…", "...").replace(
        "--", "-"
    )


@given(
    st.lists(
        st.from_regex(re.compile(r"[a-z]{1,6}-[a-z]{1,6}|\d{4}-\d\d-\d\d|\d\d-\d{4}|--[a-z]+"), fullmatch=True),
        max_size=6,
    )
)
@settings(max_examples=200)
def test_compounds_dates_codes_and_flags_stay(words: list[str]) -> None:
    text = " ".join(words)
    assert typeset(text) == text
