"""Lengths of time and dates as words."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from site_gen.model.duration import Months
from site_gen.render.duration import day, figure, figure_of, in_weeks, months, release, week_span


@pytest.mark.parametrize(
    ("low", "high", "words"), [(9, 12, "9–12 months"), (1, 1, "1 month"), (2, 2, "2 months"), (1, 2, "1–2 months")]
)
def test_months(low: int, high: int, words: str) -> None:
    assert months(Months(low=low, high=high)) == words


@pytest.mark.parametrize(("weeks", "words"), [("8", "8 weeks"), ("1", "1 week"), ("5/2", "2.5 weeks")])
def test_weeks(weeks: str, words: str) -> None:
    assert in_weeks(Fraction(weeks)) == words


@pytest.mark.parametrize(
    ("number", "places", "words"),
    [
        pytest.param("8", 1, "8", id="whole"),
        pytest.param("80", 0, "80", id="whole-tens-keep-their-nought"),
        pytest.param("33/4", 1, "8.3", id="a-half-rounds-up"),
        pytest.param("799/100", 1, "8", id="no-needless-nought"),
        pytest.param("4345/1000", 3, "4.345", id="three-places"),
        pytest.param("805/100", 2, "8.05", id="a-nought-inside"),
    ],
)
def test_figure_has_no_needless_fraction(number: str, places: int, words: str) -> None:
    assert figure(Fraction(number), places=places) == words


@pytest.mark.parametrize("places", [0, 1, 2, 3])
def test_quotient_in_figures_is_rounded_as_on_paper(places: int) -> None:
    for part in range(60):
        for whole in (1, 2, 3, 4, 6, 8, 10, 40, 869, 1000):
            on_paper = (Decimal(part) / whole).quantize(Decimal(10) ** -places, rounding=ROUND_HALF_UP)
            assert figure_of(part, whole, places) == (
                f"{on_paper:f}".rstrip("0").rstrip(".") if places else f"{on_paper:f}"
            )


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        pytest.param("0", "8", (1, 8), id="the-first-phase"),
        pytest.param("8", "9", (9, 9), id="one-week"),
        pytest.param("4", "13/2", (5, 7), id="half-a-week-counts-as-one"),
        pytest.param("13/2", "34/5", (8, 8), id="less-than-a-week-is-still-one"),
    ],
)
def test_week_span(start: str, end: str, span: tuple[int, int]) -> None:
    assert week_span(Fraction(start).as_integer_ratio(), Fraction(end).as_integer_ratio()) == span


def test_day_is_spelt_out_in_the_order_of_the_finishing_date() -> None:
    assert day(date(2026, 11, 2)) == "November 2, 2026"


@pytest.mark.parametrize(("written", "words"), [("2025-05", "May 2025"), ("spring 2025", "spring 2025"), ("", "")])
def test_release(written: str, words: str) -> None:
    assert release(written) == words
