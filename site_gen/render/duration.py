"""Lengths of time and dates become words: `9–12 months`, `8 weeks`, `November 22, 2026`."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Final

from site_gen.model.duration import Months

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_HALF: Final = Fraction(1, 2)


def months(span: Months) -> str:
    """Whole months: `9–12 months`, `1 month`."""
    if span.low == span.high:
        return f"{span.low} {'month' if span.low == 1 else 'months'}"
    return f"{span.low}–{span.high} months"


def in_weeks(weeks: Fraction) -> str:
    """A length in weeks: `8 weeks`, `1 week`, `2.5 weeks`."""
    return f"{figure(weeks)} {'week' if weeks == 1 else 'weeks'}"


def figure(number: Fraction, places: int = 1) -> str:
    """A number without a needless fraction: `8`, else with one decimal, `2.5`, halves rounded up."""
    if number.denominator == 1:
        return str(number.numerator)
    scale = 10**places
    rounded = int(number * scale + _HALF)
    whole, rest = divmod(rounded, scale)
    return f"{whole}.{rest:0{places}}".rstrip("0") if rest else str(whole)


def week_span(start: Fraction, end: Fraction) -> tuple[int, int]:
    """The first and last week, counted from 1, of what begins after `start` weeks and ends after `end`."""
    first = _half_up(start) + 1
    return first, max(first, _half_up(end))


def day(when: date) -> str:
    """A date: `November 22, 2026`."""
    return f"{_MONTHS[when.month - 1]} {when.day}, {when.year}"


def release(when: str) -> str:
    """A release as its publisher would say it: `2025-05` is May 2025; anything else stays as it is."""
    year, _, month = when.partition("-")
    if year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12:
        return f"{_MONTHS[int(month) - 1]} {year}"
    return when


def _half_up(number: Fraction) -> int:
    return number.numerator if number.denominator == 1 else int(number + _HALF)
