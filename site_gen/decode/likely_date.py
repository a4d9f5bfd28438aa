"""A date in another way of writing becomes year, month and day, where it can mean only one day."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NAME: Final = r"(?P<name>[A-Za-z]{3,9})\.?"
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\.?"
_YEAR: Final = r"(?P<year>[0-9]{4})"
_WAYS: Final = (
    re.compile(rf"{_YEAR}[-–./ ](?P<month>[0-9]{{1,2}})[-–./ ]{_DAY}"),
    re.compile(rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})"),
    re.compile(rf"{_DAY}\s?(?P<month>[0-9]{{1,2}})\.\s?{_YEAR}"),
    re.compile(rf"{_DAY} {_NAME},? {_YEAR}"),
    re.compile(rf"{_NAME} {_DAY},? {_YEAR}"),
    re.compile(rf"{_YEAR} {_NAME} {_DAY}"),
)
_EITHER_WAY: Final = re.compile(rf"(?P<one>[0-9]{{1,2}})[-/](?P<two>[0-9]{{1,2}})[-/]{_YEAR}")
"""Day and month, or month and day: only a figure over twelve tells the two apart."""


def likely_date(text: str) -> str | None:
    """The one day that a text can mean (`22.11.2026`, `Nov 22, 2026`), as `2026-11-22`; None where there may be two."""
    for way in _WAYS:
        if found := way.fullmatch(text):
            parts = found.groupdict()
            month = _month(parts["name"]) if parts.get("name") else int(parts["month"])
            return _day(int(parts["year"]), month, int(parts["day"]))
    if found := _EITHER_WAY.fullmatch(text):
        year, one, two = int(found["year"]), int(found["one"]), int(found["two"])
        days = {day for day in (_day(year, one, two), _day(year, two, one)) if day}
        return days.pop() if len(days) == 1 else None
    return None


def _month(name: str) -> int:
    """The number of a month by its name or the first letters of it; 0 for any other word."""
    return next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())), 0)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
