"""A date in another way of writing becomes one day, unless it can mean two."""

import pytest

from site_gen.decode.likely_date import likely_date


@pytest.mark.parametrize(
    "text",
    [
        "2026-2-9",
        "2026/02/09",
        "2026.02.09",
        "2026 02 09",
        "2026–02–09",
        "20260209",
        "9.2.2026",
        "09. 02. 2026",
        "9 February 2026",
        "9th Feb 2026",
        "9. Feb. 2026",
        "February 9, 2026",
        "Feb 9 2026",
        "febr 9th, 2026",
        "2026 Feb 9",
    ],
)
def test_a_date_that_can_mean_one_day_is_that_day(text: str) -> None:
    assert likely_date(text) == "2026-02-09"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("22/11/2026", "2026-11-22"),
        ("11/22/2026", "2026-11-22"),
        ("22-11-2026", "2026-11-22"),
        ("1/1/2026", "2026-01-01"),
    ],
    ids=["day first", "month first", "hyphens", "the same either way"],
)
def test_day_and_month_are_told_apart_by_a_figure_over_twelve(text: str, day: str) -> None:
    assert likely_date(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "today",
        "2026",
        "2026-02",
        "2/9/2026",
        "9-2-2026",
        "30.2.2026",
        "2026-13-01",
        "20261301",
        "9 Xyz 2026",
        "9.2.26",
    ],
    ids=[
        "nothing",
        "a word",
        "a year",
        "a month",
        "two days with slashes",
        "two days with hyphens",
        "a day that no calendar has",
        "a month that no calendar has",
        "a month that no calendar has, in one figure",
        "a month that no language has",
        "a year of two figures",
    ],
)
def test_a_date_that_can_mean_none_or_two_is_left_to_its_author(text: str) -> None:
    assert likely_date(text) is None


@pytest.mark.parametrize(
    ("name", "month"), [("Mar", "03"), ("May", "05"), ("June", "06"), ("Sept", "09"), ("Dec", "12")]
)
def test_a_month_is_known_by_its_first_letters(name: str, month: str) -> None:
    assert likely_date(f"1 {name} 2026") == f"2026-{month}-01"
