"""Lengths of time and dates become words: `9–12 months`, `8 weeks`, `22 November 2026`."""

from __future__ import annotations

from calendar import month_name
from datetime import date
from fractions import Fraction

from site_gen.model.duration import Months


def months(span: Months) -> str:
    """Whole months: `9–12 months`, `1 month`."""
    if span.low == span.high:
        return f"{span.low} {'month' if span.low == 1 else 'months'}"
    return f"{span.low}–{span.high} months"


def in_weeks(weeks: Fraction) -> str:
    """A length in weeks: `8 weeks`, `1 week`, `2.5 weeks`."""
    return f"{figure(weeks)} {'week' if weeks == 1 else 'weeks'}"


def figure(number: Fraction | float, places: int = 1) -> str:
    """A number without a needless fraction: `8`, else with one decimal, `2.5`, halves rounded up."""
    scale = 10**places
    rounded = int(Fraction(number) * scale + Fraction(1, 2))
    whole, rest = divmod(rounded, scale)
    return f"{whole:,}.{rest:0{places}}".rstrip("0") if rest else f"{whole:,}"


def week_span(start: Fraction, end: Fraction) -> tuple[int, int]:
    """The first and last week, counted from 1, of what lasts from `start` to `end` weeks after the beginning."""
    first = _half_up(start) + 1
    return first, max(first, _half_up(end))


def day(when: date) -> str:
    """A date: `22 November 2026`."""
    return f"{when.day} {month_name[when.month]} {when.year}"


def release(when: str) -> str:
    """A release as its publisher would say it: `2025-05` is May 2025; anything else stays as it is."""
    year, _, month = when.partition("-")
    if year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12:
        return f"{month_name[int(month)]} {year}"
    return when


def _half_up(number: Fraction) -> int:
    return int(number + Fraction(1, 2))
