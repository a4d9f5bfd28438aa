"""Lengths of time and dates become words: `9–12 months`, `8 weeks`, `November 22, 2026`."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Final

from site_gen.model.duration import Months

Ratio = tuple[int, int]
"""A fraction as its two numbers, which are quicker to divide and to remember by than a `Fraction`."""

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def months(span: Months) -> str:
    """Whole months: `9–12 months`, `1 month`."""
    if span.low == span.high:
        return f"{span.low} {'month' if span.low == 1 else 'months'}"
    return f"{span.low}–{span.high} months"


def in_weeks(weeks: Fraction) -> str:
    """A length in weeks: `8 weeks`, `1 week`, `2.5 weeks`."""
    return f"{figure(weeks)} {'week' if weeks == 1 else 'weeks'}"


def figure(number: Fraction, places: int = 1) -> str:
    """A number, not below zero, without a needless fraction: `8`, else with one decimal, `2.5`, halves rounded up."""
    return figure_of(*number.as_integer_ratio(), places)


def figure_of(part: int, whole: int, places: int = 1) -> str:
    """The quotient of two numbers, neither below zero, in figures: as `figure`, but without making a fraction first."""
    if whole == 1:
        return str(part)
    scale = 10**places
    units, rest = divmod(half_up(part * scale, whole), scale)
    return f"{units}.{rest:0{places}}".rstrip("0") if rest else str(units)


def week_span(start: Ratio, end: Ratio) -> tuple[int, int]:
    """The first and last week, counted from 1, of what begins after `start` weeks and ends after `end`."""
    first = half_up(*start) + 1
    return first, max(first, half_up(*end))


def day(when: date) -> str:
    """A date: `November 22, 2026`."""
    return f"{_MONTHS[when.month - 1]} {when.day}, {when.year}"


@lru_cache(maxsize=256)
def release(when: str) -> str:
    """A release as its publisher would say it: `2025-05` is May 2025; anything else stays as it is."""
    year, _, month = when.partition("-")
    if year.isdecimal() and month.isdecimal() and 1 <= int(month) <= 12:
        return f"{_MONTHS[int(month) - 1]} {year}"
    return when


def half_up(part: int, whole: int) -> int:
    """The quotient of two numbers, neither below zero, to the nearest whole one, halves rounded up."""
    return (2 * part + whole) // (2 * whole)
