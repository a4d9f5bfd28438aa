"""How long things take: weeks, months and hours, one figure or a range, as authors write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

WEEKS_A_MONTH: Final = Fraction(4345, 1000)
"""Average weeks in a month: 365.25 days / 12 months / 7 days, to three places."""

HOURS_A_WEEK: Final = 10
"""Study hours a week where neither the pathway nor the site says otherwise."""

_DURATION: Final = re.compile(
    r"(?P<low>\d{1,4}(?:\.\d)?)(?:\s*(?:-|–|to)\s*(?P<high>\d{1,4}(?:\.\d)?))?[\s-]*(?P<unit>hour|week|month)s?",
    re.IGNORECASE,
)


class Unit(StrEnum):
    """A unit of time."""

    HOURS = "hour"
    WEEKS = "week"
    MONTHS = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """From `low` to `high` of a unit; one figure has both ends equal."""

    low: Fraction
    high: Fraction
    unit: Unit

    def weeks(self, hours_a_week: int) -> Fraction:
        """The weeks to plan for: a range counts at its upper end, hours at `hours_a_week`."""
        if self.unit is Unit.HOURS:
            return self.high / hours_a_week
        if self.unit is Unit.MONTHS:
            return self.high * WEEKS_A_MONTH
        return self.high


@dataclass(frozen=True, slots=True, kw_only=True)
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


def parse_months(text: str) -> Months:
    """Read `9-12 months` or `9 months`. Raises ValueError for anything else."""
    duration = parse_duration(text)
    if duration is None or duration.unit is not Unit.MONTHS or duration.low.denominator + duration.high.denominator > 2:
        message = "not whole months"
        raise ValueError(message)
    return Months(low=int(duration.low), high=int(duration.high))
