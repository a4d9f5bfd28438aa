"""The published rules: how difficulty, timeline, salary change and demand follow from what a page says.

The site's method page and `docs/method.md` say the same in words; change all three together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache, reduce
from typing import Final

from site_gen.model.duration import WEEKS_A_MONTH, Months, added, whole
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.pathway import Demand, Difficulty, Gate, PercentRange
from site_gen.record import record

HIGH_OVER_LOW: Final = Fraction(4, 3)
TIMELINE_TOLERANCE: Final = Fraction(1, 10)
STUDY_HOURS_BOUNDS: Final = (150, 400, 900)
CRITICAL_SKILLS_BOUNDS: Final = (0, 1, 3)
GRADES: Final = tuple(Difficulty)
GATE_LEVELS: Final = {None: 1, Gate.CERTIFICATE: 3, Gate.LICENCE: 4, Gate.DEGREE: 4}
DEMAND_BOUNDS: Final = ((7.0, Demand.VERY_HIGH), (5.0, Demand.HIGH), (3.0, Demand.AVERAGE), (0.0, Demand.LOW))
NEARLY_NONE: Final = 5
"""A change of pay below five percent either way is called about the same."""


@record
class TimelineBadge:
    """How long the phases take: `computed` by the rule, `stated` by the author, and the arithmetic between."""

    phase_weeks: tuple[Fraction, ...]
    weeks: Fraction
    hours_a_week: int
    computed: Months
    stated: Months | None

    @property
    def shown(self) -> Months:
        """What the badge says: the author's figure where there is one, for it has been checked."""
        return self.stated or self.computed

    @property
    def study_hours(self) -> int:
        """All hours of study, rounded half up."""
        return _half_up(self.weeks.numerator * self.hours_a_week, self.weeks.denominator)

    @property
    def agrees(self) -> bool:
        """Whether both ends of the stated timeline lie within a tenth of the computed ones."""
        if self.stated is None:
            return True
        pairs = ((self.stated.low, self.computed.low), (self.stated.high, self.computed.high))
        return all(abs(stated - computed) <= computed * TIMELINE_TOLERANCE for stated, computed in pairs)


def award_timeline(
    phase_weeks: Sequence[Fraction], *, hours_a_week: int, stated: Months | None = None
) -> TimelineBadge | None:
    """The timeline of phases taking so many weeks each; None when they take none at all.

    36 weeks give 9-12 months: 36 / 4.345 = 8.3, up to 9; 8.3 x 4/3 = 11.05, up to 12.
    """
    weeks = reduce(added, phase_weeks, whole(0))
    if weeks.numerator <= 0:
        return None
    low = (weeks.numerator * WEEKS_A_MONTH.denominator, weeks.denominator * WEEKS_A_MONTH.numerator)
    high = (low[0] * HIGH_OVER_LOW.numerator, low[1] * HIGH_OVER_LOW.denominator)
    computed = Months(low=_up(*low), high=_up(*high))
    return TimelineBadge(
        phase_weeks=tuple(phase_weeks), weeks=weeks, hours_a_week=hours_a_week, computed=computed, stated=stated
    )


@record
class SalaryBadge:
    """How pay changes from one role to another.

    `median` is the exact change in percent from median to median; `band` is it rounded, or else the changes of the two
    ends to the nearest ten. `overlap` is the stretch of pay that both ranges share, or None.
    """

    origin: Pay
    target: Pay
    median: Fraction | None
    band: PercentRange
    stated: PercentRange | None
    overlap: MoneyRange | None

    @property
    def low(self) -> Fraction:
        """The exact change in percent from low to low."""
        return _change(self.origin.range.low, self.target.range.low)

    @property
    def high(self) -> Fraction:
        """The exact change in percent from high to high."""
        return _change(self.origin.range.high, self.target.range.high)

    @property
    def worst(self) -> Fraction:
        """The exact change in percent from the top of the old range to the bottom of the new."""
        return _change(self.origin.range.high, self.target.range.low)

    @property
    def by_median(self) -> bool:
        """Whether the badge compares two medians of one source, place and release."""
        return self.median is not None

    @property
    def is_estimate(self) -> bool:
        """Whether the ranges are the author's own, by the words of their source."""
        return _is_estimate(self.target.source)

    @property
    def shown(self) -> PercentRange:
        """What the badge says: the author's figure where there is one, for it has been checked."""
        return self.stated or self.band

    @property
    def agrees(self) -> bool:
        """Whether the stated change lies inside the band of the ranges."""
        if self.stated is None:
            return True
        return self.band.low <= self.stated.low and self.stated.high <= self.band.high

    @property
    def is_nearly_none(self) -> bool:
        """Whether the change shown is too small to call a rise or a fall."""
        return max(abs(self.shown.low), abs(self.shown.high)) < NEARLY_NONE

    @property
    def is_fall(self) -> bool:
        """Whether the change shown is downwards at both ends, by more than nearly nothing."""
        return self.shown.high <= 0 and not self.is_nearly_none


@lru_cache(maxsize=256)
def _is_estimate(source: str) -> bool:
    return source.replace("’", "'").casefold().startswith("author's estimate")


def award_salary(origin: Pay, target: Pay, *, stated: PercentRange | None = None) -> SalaryBadge | None:
    """Compare two pays; None when they differ in currency or place and so can't be compared.

    85-140 to 120-230 is +41 % and +64 %, so the band is +40-60 %.
    """
    if not are_comparable(origin, target):
        return None
    old, new = origin.range, target.range
    median = None
    if origin.median and target.median and _one_release(origin, target):
        median = _change(origin.median, target.median)
    if median is None:
        ends = sorted((_change_to_ten(old.low, new.low), _change_to_ten(old.high, new.high)))
        band = PercentRange(low=ends[0], high=ends[1])
    else:
        rounded = _half_up(median.numerator, median.denominator)
        band = PercentRange(low=rounded, high=rounded)
    low, high = max(old.low, new.low), min(old.high, new.high)
    overlap = MoneyRange(low=low, high=high, currency=old.currency) if low <= high else None
    return SalaryBadge(origin=origin, target=target, median=median, band=band, stated=stated, overlap=overlap)


def are_comparable(origin: Pay, target: Pay) -> bool:
    """Whether two pays have one currency and one place."""
    return origin.range.currency == target.range.currency and origin.place == target.place


def _one_release(origin: Pay, target: Pay) -> bool:
    return bool(origin.source) and (origin.source, origin.release) == (target.source, target.release)


def _change(old: int, new: int) -> Fraction:
    return Fraction((new - old) * 100, old)


def _change_to_ten(old: int, new: int) -> int:
    return _half_up((new - old) * 10, old) * 10


def _half_up(numerator: int, denominator: int) -> int:
    """Round a fraction to the nearest whole number, halves away from zero."""
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return rounded if numerator >= 0 else -rounded


def _up(numerator: int, denominator: int) -> int:
    """Round a fraction up to a whole number."""
    return -(-numerator // denominator)


def award_demand(growth: float | None, *, stated: Demand | None) -> DemandBadge:
    """The demand for a role whose employment is projected to grow by `growth` percent (None where unknown)."""
    return DemandBadge(official=None if growth is None else demand_for(growth), stated=stated)


def demand_for(growth: float) -> Demand:
    """The level of demand that a projected growth of employment, in percent, stands for."""
    return next((level for bound, level in DEMAND_BOUNDS if growth >= bound), Demand.SHRINKING)


@record
class DifficultyBadge:
    """How hard the move is: the level that each of four facts asks for, and the author's own."""

    study_hours: int
    critical_skills: int
    zones_up: int | None
    gate: Gate | None
    levels: tuple[Difficulty, Difficulty, Difficulty, Difficulty]
    stated: Difficulty

    @property
    def least(self) -> Difficulty:
        """The least difficulty that the page allows: the worst of the four."""
        return max(self.levels, key=lambda each: each.level)


def award_difficulty(
    *, study_hours: int, critical_skills: int, zones_up: int | None, gate: Gate | None, stated: Difficulty
) -> DifficultyBadge:
    """Grade a move by hours of study, critical skills, job zones to climb (None where unknown) and its gate."""
    climb = max(0, zones_up or 0)
    levels = (
        GRADES[bisect_left(STUDY_HOURS_BOUNDS, study_hours)],
        GRADES[bisect_left(CRITICAL_SKILLS_BOUNDS, critical_skills)],
        GRADES[0 if climb == 0 else min(climb + 1, 3)],
        GRADES[GATE_LEVELS[gate] - 1],
    )
    return DifficultyBadge(
        study_hours=study_hours,
        critical_skills=critical_skills,
        zones_up=zones_up,
        gate=gate,
        levels=levels,
        stated=stated,
    )


@record
class DemandBadge:
    """How much the target role is wanted: by official projections, by the author, or both."""

    official: Demand | None
    stated: Demand | None

    @property
    def shown(self) -> Demand | None:
        """What the badge says: the author's view where there is one."""
        return self.stated or self.official

    @property
    def is_authors_view(self) -> bool:
        """Whether the badge shows the author's view because official figures say otherwise or nothing."""
        return self.stated is not None and self.stated is not self.official
