"""Lengths of time as authors write them: read where they are plain, and told how to be written where they are not."""

from fractions import Fraction

import pytest

from site_gen.model.duration import Duration, Months, Unit, likely_duration, parse_duration, parse_months


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("8 weeks", "8", "8", Unit.WEEKS),
        ("1 week", "1", "1", Unit.WEEKS),
        ("8 week", "8", "8", Unit.WEEKS),
        ("6-8 weeks", "6", "8", Unit.WEEKS),
        ("6–8 Weeks", "6", "8", Unit.WEEKS),
        ("6 — 8 weeks", "6", "8", Unit.WEEKS),
        ("6 to 8 weeks", "6", "8", Unit.WEEKS),
        ("6-8-weeks", "6", "8", Unit.WEEKS),
        ("8weeks", "8", "8", Unit.WEEKS),
        ("8\u00a0weeks", "8", "8", Unit.WEEKS),
        ("40 hours", "40", "40", Unit.HOURS),
        ("2 months", "2", "2", Unit.MONTHS),
        ("1.5 months", "3/2", "3/2", Unit.MONTHS),
        (" 0.25 weeks ", "1/4", "1/4", Unit.WEEKS),
    ],
)
def test_plain_duration_is_read(text: str, low: str, high: str, unit: Unit) -> None:
    assert parse_duration(text) == Duration(low=Fraction(low), high=Fraction(high), unit=unit)


NO_DURATIONS = [
    "",
    "8",
    "weeks",
    "6-8",
    "eight weeks",
    "8 wks",
    "3 days",
    "1 year",
    "-8 weeks",
    "٨ weeks",
    "8 weeks at 10 hours",
]


@pytest.mark.parametrize("text", NO_DURATIONS)
def test_other_text_is_no_duration(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize("text", ["0 weeks", "8-6 weeks", "0-0 hours"])
def test_impossible_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"{text} is not a length of time"):
        parse_duration(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "linear programming",
        "24/7",
        "2024",
        "8",
        "DP",
        "top 10",
        "half a year",
        "one of the three",
        "Six Sigma",
        "90 minutes",
        "6 weeks - 2 months",
        "0 weeks",
    ],
)
def test_no_length_of_time_is_made_of_other_words(text: str) -> None:
    assert likely_duration(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 wks", "8 weeks"),
        ("8w", "8 weeks"),
        ("four weks", "4 weeks"),
        ("Six to eight weeks", "6-8 weeks"),
        ("1 wk", "1 week"),
        ("6-8 wks.", "6-8 weeks"),
        ("8-6 weeks", "6-8 weeks"),
        ("6 weeks-8 weeks", "6-8 weeks"),
        ("about 8 weeks", "8 weeks"),
        ("~8 weeks", "8 weeks"),
        ("8+ weeks", "8 weeks"),
        ("up to 8 weeks", "8 weeks"),
        ("weeks 1-8", "8 weeks"),
        ("Weeks 9–12", "4 weeks"),
        ("3 days", "1 week"),
        ("10 days", "2 weeks"),
        ("1 year", "12 months"),
        ("1-2 yrs", "12-24 months"),
        ("2 mo", "2 months"),
        ("1,5 months", "1.5 months"),
        ("1,000 hours", "1000 hours"),
        ("40h", "40 hours"),
    ],
)
def test_likely_duration_is_one_that_can_be_read(text: str, expected: str) -> None:
    assert likely_duration(text) == expected
    assert parse_duration(expected) is not None


@pytest.mark.parametrize(
    ("duration", "hours_a_week", "weeks"),
    [
        pytest.param(Duration(low=Fraction(6), high=Fraction(8), unit=Unit.WEEKS), 5, Fraction(8), id="upper end"),
        pytest.param(Duration(low=Fraction(40), high=Fraction(40), unit=Unit.HOURS), 10, Fraction(4), id="at a pace"),
        pytest.param(Duration(low=Fraction(45), high=Fraction(45), unit=Unit.HOURS), 10, Fraction(9, 2), id="exactly"),
        pytest.param(
            Duration(low=Fraction(2), high=Fraction(2), unit=Unit.MONTHS), 10, Fraction(869, 100), id="months"
        ),
    ],
)
def test_duration_has_its_weeks(duration: Duration, hours_a_week: int, weeks: Fraction) -> None:
    assert duration.weeks(hours_a_week) == weeks


@pytest.mark.parametrize(
    ("text", "low", "high"), [("9-12 months", 9, 12), ("9–12 Months", 9, 12), ("9 months", 9, 9), ("1 month", 1, 1)]
)
def test_months_are_read(text: str, low: int, high: int) -> None:
    assert parse_months(text) == Months(low=low, high=high)


@pytest.mark.parametrize("text", ["9-12", "9.5 months", "36 weeks", "1 year", "0 months", "12-9 months", ""])
def test_other_timelines_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not"):
        parse_months(text)
