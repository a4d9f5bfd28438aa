"""Prose gets the signs of a typesetter; codes, dates, numbers of things and what is code stay as typed."""

import pytest

from site_gen.typeset import is_set, plain, typeset


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("15-1252", id="occupation code"),
        pytest.param("15-1252, 15-1221 and 15-2051.", id="several occupation codes"),
        pytest.param("15-1299.07", id="detailed occupation code"),
        pytest.param("2025-05", id="month"),
        pytest.param("2026-11-22", id="day"),
        pytest.param("22-11-2026", id="day the other way round"),
        pytest.param("555-1234, (555) 123-4567 and +1-555-123-4567", id="phone numbers"),
        pytest.param("ISBN 978-3-16-148410-0", id="number of a book"),
        pytest.param("ISO 8601-1", id="part of a standard"),
        pytest.param("https://x.y/a-1-2?b=3-4", id="address"),
        pytest.param("C++, C-3PO, UTF-8, COVID-19 and x86-64", id="names"),
        pytest.param("a well-known 6-8-week, 45-minute, 2-way plan", id="compounds"),
        pytest.param("24/7", id="stroke"),
        pytest.param("use --flag or -f", id="flags"),
        pytest.param("a--b", id="two hyphens in a word"),
        pytest.param("1-2-3", id="more than two figures"),
        pytest.param("mid-1990s, pre-2020, 1st-2nd", id="words beside figures"),
        pytest.param("no sign at all", id="nothing to do"),
    ],
)
def test_what_is_no_prose_stays_as_typed(text: str) -> None:
    assert typeset(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("10-15 hours", "10–15 hours", id="range"),
        pytest.param("a 9-5 job", "a 9–5 job", id="hours of the day"),
        pytest.param("2024-34", "2024–34", id="years"),
        pytest.param("$85k-$140k, 85-140k", "$85k–$140k, 85–140k", id="money"),
        pytest.param("$85,000-$140,000", "$85,000–$140,000", id="money with commas"),
        pytest.param("50€-70€", "50€–70€", id="money with the sign behind"),
        pytest.param("900-1200 hours", "900–1200 hours", id="round figures are no phone number"),
        pytest.param("5-10%, 5%-10%.", "5–10%, 5%–10%.", id="percent"),
        pytest.param("1.5-2.5 (3-4)", "1.5–2.5 (3–4)", id="fractions and parentheses"),
        pytest.param("-5% or -$5k", "\N{MINUS SIGN}5% or \N{MINUS SIGN}$5k", id="minus"),
        pytest.param("from -5 to -3", "from \N{MINUS SIGN}5 to \N{MINUS SIGN}3", id="two minus signs"),
        pytest.param("a - b -- c", "a – b – c", id="dashes"),
        pytest.param("wait...", "wait…", id="dots"),
        pytest.param('"yes" ("no")', "“yes” (“no”)", id="double quotes"),
        pytest.param("'yes' ('no')", "‘yes’ (‘no’)", id="single quotes"),
        pytest.param("\"'yes' no\"", "“‘yes’ no”", id="quotes in quotes at the beginning"),
        pytest.param("\"no 'yes'\"", "“no ‘yes’”", id="quotes in quotes at the end"),
        pytest.param("it's the '90s, dogs' day", "it’s the ’90s, dogs’ day", id="apostrophes"),
    ],
)
def test_prose_gets_its_signs(text: str, expected: str) -> None:
    assert typeset(text) == expected


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        pytest.param('"', " ", "“", id="alone after a space, before bold text"),
        pytest.param('"', "x", "”", id="alone after bold text"),
        pytest.param("'s", "x", "’s", id="after code"),
        pytest.param('"yes"', "(", "“yes”", id="after a parenthesis in other markup"),
    ],
)
def test_quote_turns_by_what_precedes_the_run(text: str, before: str, expected: str) -> None:
    assert typeset(text, before) == expected


def test_plain_takes_the_signs_back() -> None:
    text = 'It\'s "9-12" -5'
    assert plain(typeset(text)) == text


@pytest.mark.parametrize("text", ["a's", '"a"', "a...", "5-6", "a - b", "-5", "a -- b"])
def test_text_with_something_to_set_is_seen(text: str) -> None:
    assert is_set("well-known.")
    assert not is_set(text)
