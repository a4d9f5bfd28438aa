"""How long things take: weeks, months and hours, one figure or a range, as authors write them."""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import Final

from site_gen.record import record

WEEKS_A_MONTH: Final = Fraction(4345, 1000)
"""Average weeks in a month: 365.25 days / 12 months / 7 days, to three places."""

HOURS_A_WEEK: Final = 10
"""Study hours a week where neither the pathway nor the site says otherwise."""

_FIGURE: Final = r"[0-9]{1,4}(?:\.[0-9]{1,2})?"
_DURATION: Final = re.compile(
    rf"(?P<low>{_FIGURE})(?:\s*(?:[-–—−]|to)\s*(?P<high>{_FIGURE}))?[\s-]*(?P<unit>hour|week|month)s?",
    re.IGNORECASE,
)
_LOOSE: Final = re.compile(
    r"(?:about|around|approx\.?|ca\.?|up to|at least|roughly|~|≈)?\s*"
    r"(?P<low>[0-9]{1,3}(?:,[0-9]{3}|[0-9]{0,3})(?:[.,][0-9]{1,2})?)\+?\s*(?P<word>[a-z]*)\.?"
    r"(?:\s*(?:[-–—−]|to)\s*(?P<high>[0-9]{1,6}(?:[.,][0-9]{1,2})?))?\+?[\s-]*"
    r"(?P<unit>h|hrs?|hours?|d|days?|w(?:e{0,2}ks?)?|mos?|mths?|months?|y|yrs?|years?)\.?"
    r"(?:\s+(?:each|total|in total))?",
    re.IGNORECASE,
)
_COUNTED: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_IN_WORDS: Final = re.compile(rf"\b(?:{'|'.join(_COUNTED)})\b", re.IGNORECASE)
_CALENDAR: Final = re.compile(
    r"(?:weeks?|wks?)\s*(?P<low>[0-9]{1,3})\s*(?:[-–—−]|to)\s*(?P<high>[0-9]{1,3})", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def whole(number: int) -> Fraction:
    """A whole number as a fraction; one that was made before is given again, for to make one takes a while."""
    return Fraction(number)


def added(weeks: Fraction, more: Fraction) -> Fraction:
    """The exact sum of two; nearly all are whole, which is quicker added as such."""
    if weeks.denominator == 1 == more.denominator:
        return whole(weeks.numerator + more.numerator)
    return weeks + more


class Unit(StrEnum):
    """A unit of time."""

    HOURS = "hour"
    WEEKS = "week"
    MONTHS = "month"


LONGEST: Final = {Unit.HOURS: 5200, Unit.WEEKS: 520, Unit.MONTHS: 120}
"""Ten years, with ten hours a week."""


@record
class Duration:
    """From `low` to `high` of a unit; one figure has both ends equal."""

    low: Fraction
    high: Fraction
    unit: Unit

    @property
    def is_endless(self) -> bool:
        """Whether it is more than ten years, so that most likely a figure has one digit too many."""
        return self.high.numerator > LONGEST[self.unit] * self.high.denominator

    def weeks(self, hours_a_week: int) -> Fraction:
        """The weeks to plan for: a range counts at its upper end, hours at `hours_a_week`."""
        if self.unit is Unit.HOURS:
            return self.high / hours_a_week
        if self.unit is Unit.MONTHS:
            return self.high * WEEKS_A_MONTH
        return self.high


@record
class Months:
    """From `low` to `high` whole months."""

    low: int
    high: int


def parse_duration(text: str) -> Duration | None:
    """Read `8 weeks`, `6-8 weeks`, `40 hours` or `2 months`; None when the text is anything else.

    Raises ValueError when it is a duration of nothing, or a range that runs backwards.
    """
    found = _DURATION.fullmatch(text.strip())
    if found is None:
        return None
    low = Fraction(found["low"])
    high = Fraction(found["high"] or found["low"])
    if not 0 < low <= high:
        message = f"{text.strip()} is not a length of time"
        raise ValueError(message)
    return Duration(low=low, high=high, unit=Unit(found["unit"].lower()))


def likely_duration(text: str) -> str | None:
    """What to write instead of `8 wks`, `eight weeks`, `1 year` or `weeks 1-8`; None for no length of time."""
    text = _IN_WORDS.sub(lambda word: str(_COUNTED.index(word[0].lower()) + 1), text.strip())
    if found := _CALENDAR.fullmatch(text):
        weeks = Fraction(int(found["high"]) - int(found["low"]) + 1)
        return _written(weeks, weeks, "week") if weeks > 0 else None
    found = _LOOSE.fullmatch(text)
    if found is None or found["word"][:1].lower() not in {"", found["unit"][0].lower()}:
        return None
    low, high = sorted(Fraction(_plain_figure(each)) for each in (found["low"], found["high"] or found["low"]))
    if high == 0:
        return None
    letter = found["unit"][0].lower()
    if letter == "d":
        return _written(Fraction(ceil(low / 7)), Fraction(ceil(high / 7)), "week")
    return _written(low * 12, high * 12, "month") if letter == "y" else _written(low, high, _UNITS_BY_LETTER[letter])


_UNITS_BY_LETTER: Final = {"h": "hour", "w": "week", "m": "month"}


def _plain_figure(figure: str) -> str:
    return re.sub(r",(?=[0-9]{3}(?![0-9]))", "", figure).replace(",", ".")


def _written(low: Fraction, high: Fraction, unit: str) -> str:
    if low in {high, 0}:
        return f"{float(high):g} {unit}{'' if high == 1 else 's'}"
    return f"{float(low):g}-{float(high):g} {unit}s"


def parse_months(text: str) -> Months:
    """Read `9-12 months` or `9 months`. Raises ValueError for anything else."""
    duration = parse_duration(text)
    if duration is None or duration.unit is not Unit.MONTHS or duration.low.denominator + duration.high.denominator > 2:
        message = "not whole months"
        raise ValueError(message)
    return Months(low=int(duration.low), high=int(duration.high))
