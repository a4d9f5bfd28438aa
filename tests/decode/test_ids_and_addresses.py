"""Ids of roles and addresses: what is refused, and what is proposed instead."""

from collections.abc import Callable
from typing import Any

import pytest

from site_gen.decode.values import (
    as_address,
    as_id,
    as_old_address,
    one_of,
    whole,
)
from site_gen.faults import UNKNOWN_DIFFICULTY, UNKNOWN_GATE
from site_gen.model.pathway import Difficulty, Gate
from tests.decode.refusing import refused

Validate = Callable[[Any], Any]
difficulty = one_of(Difficulty, UNKNOWN_DIFFICULTY, "a difficulty")
gate = one_of(Gate, UNKNOWN_GATE, "a gate", required=False)
hours = whole(1, 80, "a number of hours a week")


@pytest.mark.parametrize(
    ("value", "proposal"),
    [
        ("Backend Developer", "backend-developer"),
        ("backend_developer", "backend-developer"),
        ("roles/backend-developer.md", "backend-developer"),
        ("-a--b-", "a-b"),
        ("C++", "c"),
    ],
)
def test_id_is_proposed_from_what_was_written(value: str, proposal: str) -> None:
    assert refused(as_id, value) == (
        f"bad-name: `{value}` is not the id of a role: an id has small letters, digits and hyphens -- "
        f"write `{proposal}`, the name of the file in content/roles/ without `.md`"
    )


def test_id_without_a_letter_is_not_guessed() -> None:
    assert refused(as_id, "日本").endswith("-- write the name of a file in content/roles/ without `.md`")


WHOLE = "write the whole address, beginning with `https://`, without spaces, quotes, `<` or `>`"


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("www.x.y/a", "write `https://www.x.y/a`"),
        ("HTTPS://x.y", "write `https://x.y`"),
        ("https:///x.y", "write `https://x.y`"),
        ("javascript:alert(1)", WHOLE),
        ("data:text/html,x.y", WHOLE),
        ("https://", WHOLE),
        ("https://x y", WHOLE),
        ("https://a:b@x.y", WHOLE),
        ("https://[::1", WHOLE),
        ('https://x.y/"onload=', WHOLE),
        ("https://x.y/<script>", WHOLE),
        ("see below", WHOLE),
    ],
)
def test_what_is_no_address_is_refused(value: str, advice: str) -> None:
    assert refused(as_address, value) == f"bad-address: `{value}` is not a web address -- {advice}"


@pytest.mark.parametrize(
    "value", ["../x.html", "a//b.html", "a/../b.html", "Old Name", "x.htm", "https://x.y/z.html", ".html"]
)
def test_alias_stays_inside_the_site(value: str) -> None:
    assert refused(as_old_address, value) == (
        f"bad-address: `{value}` is not an old address of this site -- "
        "write an old slug, `backend-to-algorithms`, or an old path, `guides/old-name.html`"
    )
