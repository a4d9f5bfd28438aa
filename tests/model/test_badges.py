"""The published rules, by the worked figures of the method and at every boundary."""

from fractions import Fraction

import pytest

from site_gen.model.badges import award_demand, award_difficulty, award_salary, award_timeline, demand_for
from site_gen.model.duration import Months
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.pathway import Demand, Difficulty, Gate, PercentRange


def months(low: int, high: int) -> Months:
    return Months(low=low, high=high)


@pytest.mark.parametrize(
    ("weeks", "computed"),
    [
        pytest.param(["36"], months(9, 12), id="the method's example"),
        pytest.param(["8", "10", "6", "8", "4"], months(9, 12), id="the same in phases"),
        pytest.param(["4.345"], months(1, 2), id="one month exactly"),
        pytest.param(["4.346"], months(2, 2), id="a moment more"),
        pytest.param(["13.035"], months(3, 4), id="three months, and four exactly"),
        pytest.param(["13.036"], months(4, 5), id="a moment more at both ends"),
        pytest.param(["0.1"], months(1, 1), id="hardly anything"),
    ],
)
def test_timeline_is_computed_from_the_weeks(weeks: list[str], computed: Months) -> None:
    badge = award_timeline([Fraction(each) for each in weeks], hours_a_week=10)
    assert badge is not None
    assert (badge.computed, badge.shown, badge.agrees) == (computed, computed, True)


@pytest.mark.parametrize("weeks", [[], [Fraction(0)]], ids=["no phases", "phases without time"])
def test_no_weeks_give_no_timeline(weeks: list[Fraction]) -> None:
    assert award_timeline(weeks, hours_a_week=10) is None


@pytest.mark.parametrize(("weeks", "hours"), [("36", 360), ("0.25", 3), ("0.24", 2), ("0.04", 0)])
def test_study_hours_are_rounded_half_up(weeks: str, hours: int) -> None:
    badge = award_timeline([Fraction(weeks)], hours_a_week=10)
    assert badge is not None
    assert badge.study_hours == hours


@pytest.mark.parametrize(
    ("stated", "agrees"),
    [
        pytest.param(months(18, 24), True, id="the computed one"),
        pytest.param(months(17, 22), True, id="a tenth less"),
        pytest.param(months(19, 26), True, id="a tenth more"),
        pytest.param(months(16, 24), False, id="low end too low"),
        pytest.param(months(20, 24), False, id="low end too high"),
        pytest.param(months(18, 21), False, id="high end too low"),
        pytest.param(months(18, 27), False, id="high end too high"),
    ],
)
def test_stated_timeline_is_shown_and_judged(stated: Months, agrees: bool) -> None:
    badge = award_timeline([Fraction(76)], hours_a_week=10, stated=stated)
    assert badge is not None
    assert badge.computed == months(18, 24)
    assert (badge.shown, badge.agrees) == (stated, agrees)


def pay(low: int, high: int, *, median: int | None = None, release: str = "2025-05", source: str = "BLS") -> Pay:
    return Pay(range=MoneyRange(low=low, high=high), median=median, place="US", source=source, release=release)


def band(low: int, high: int) -> PercentRange:
    return PercentRange(low=low, high=high)


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        pytest.param((85, 140), (120, 230), band(40, 60), id="the method's example"),
        pytest.param((100, 200), (100, 200), band(0, 0), id="the same pay"),
        pytest.param((100, 200), (105, 210), band(10, 10), id="a half goes up"),
        pytest.param((1000, 2000), (1049, 2098), band(0, 0), id="less than a half goes down"),
        pytest.param((100, 200), (95, 190), band(-10, -10), id="a half of a fall goes down"),
        pytest.param((1000, 2000), (951, 1902), band(0, 0), id="less than half of a fall"),
        pytest.param((100, 200), (150, 220), band(10, 50), id="the high ends differ less"),
        pytest.param((100, 200), (80, 260), band(-20, 30), id="down and up"),
        pytest.param((100, 100), (200, 300), band(100, 200), id="twice and thrice"),
    ],
)
def test_salary_band_is_rounded_to_tens(
    origin: tuple[int, int], target: tuple[int, int], expected: PercentRange
) -> None:
    badge = award_salary(pay(*origin), pay(*target))
    assert badge is not None
    assert (badge.band, badge.shown, badge.by_median) == (expected, expected, False)


def test_salary_example_of_the_method_in_full() -> None:
    badge = award_salary(pay(85000, 140000), pay(120000, 230000), stated=band(40, 40))
    assert badge is not None
    assert (round(badge.low), round(badge.high)) == (41, 64)
    assert badge.agrees
    assert badge.overlap == MoneyRange(low=120000, high=140000)
    assert badge.worst == Fraction(-100, 7)


@pytest.mark.parametrize(
    ("stated", "agrees"),
    [(band(40, 60), True), (band(50, 50), True), (band(39, 50), False), (band(50, 61), False), (band(-40, -40), False)],
    ids=["the band", "inside", "below", "above", "the other way"],
)
def test_stated_change_is_shown_and_judged(stated: PercentRange, agrees: bool) -> None:
    badge = award_salary(pay(85, 140), pay(120, 230), stated=stated)
    assert badge is not None
    assert (badge.shown, badge.agrees) == (stated, agrees)


@pytest.mark.parametrize(
    ("target", "overlap"),
    [
        pytest.param((200, 300), MoneyRange(low=200, high=200), id="touching"),
        pytest.param((201, 300), None, id="apart"),
        pytest.param((50, 99), None, id="apart below"),
        pytest.param((120, 150), MoneyRange(low=120, high=150), id="inside"),
    ],
)
def test_overlap_is_what_both_ranges_share(target: tuple[int, int], overlap: MoneyRange | None) -> None:
    badge = award_salary(pay(100, 200), pay(*target))
    assert badge is not None
    assert badge.overlap == overlap


@pytest.mark.parametrize(
    ("target", "by_median"),
    [
        pytest.param(pay(110, 220, median=172), True, id="one release"),
        pytest.param(pay(110, 220, median=172, release="2024-05"), False, id="another release"),
        pytest.param(pay(110, 220, median=172, source="Survey"), False, id="another source"),
        pytest.param(pay(110, 220), False, id="no median"),
    ],
)
def test_medians_are_compared_only_within_one_release(target: Pay, by_median: bool) -> None:
    badge = award_salary(pay(100, 200, median=150), target)
    assert badge is not None
    assert (badge.by_median, badge.band) == (by_median, band(15, 15) if by_median else band(10, 10))


def test_medians_without_a_source_are_not_compared() -> None:
    badge = award_salary(pay(100, 200, median=150, source=""), pay(110, 220, median=172, source=""))
    assert badge is not None
    assert not badge.by_median


def test_different_currencies_and_places_are_not_compared() -> None:
    euros = Pay(range=MoneyRange(low=100, high=200, currency="EUR"), place="US")
    elsewhere = Pay(range=MoneyRange(low=100, high=200), place="Germany")
    assert award_salary(pay(100, 200), euros) is None
    assert award_salary(pay(100, 200), elsewhere) is None


@pytest.mark.parametrize(
    ("stated", "nearly_none", "fall"),
    [
        pytest.param(band(0, 0), True, False, id="none"),
        pytest.param(band(-4, 4), True, False, id="nearly none"),
        pytest.param(band(5, 5), False, False, id="a small rise"),
        pytest.param(band(-5, -5), False, True, id="a small fall"),
        pytest.param(band(-10, 0), False, True, id="a fall or nothing"),
        pytest.param(band(-10, 10), False, False, id="either way"),
    ],
)
def test_falls_and_small_changes_are_told_apart(stated: PercentRange, nearly_none: bool, fall: bool) -> None:
    badge = award_salary(pay(100, 200), pay(100, 200), stated=stated)
    assert badge is not None
    assert (badge.is_nearly_none, badge.is_fall) == (nearly_none, fall)


@pytest.mark.parametrize(
    ("growth", "demand"),
    [
        (15.8, Demand.VERY_HIGH),
        (7.0, Demand.VERY_HIGH),
        (6.9, Demand.HIGH),
        (5.0, Demand.HIGH),
        (4.9, Demand.AVERAGE),
        (3.0, Demand.AVERAGE),
        (2.9, Demand.LOW),
        (0.0, Demand.LOW),
        (-0.0, Demand.LOW),
        (-0.1, Demand.SHRINKING),
    ],
)
def test_demand_follows_projected_growth(growth: float, demand: Demand) -> None:
    assert demand_for(growth) is demand


@pytest.mark.parametrize(
    ("growth", "stated", "shown", "authors_view"),
    [
        pytest.param(8.0, None, Demand.VERY_HIGH, False, id="official alone"),
        pytest.param(8.0, Demand.VERY_HIGH, Demand.VERY_HIGH, False, id="both agree"),
        pytest.param(8.0, Demand.LOW, Demand.LOW, True, id="they differ"),
        pytest.param(None, Demand.HIGH, Demand.HIGH, True, id="the author's alone"),
        pytest.param(None, None, None, False, id="neither"),
    ],
)
def test_authors_view_of_demand_is_marked(
    growth: float | None, stated: Demand | None, shown: Demand | None, authors_view: bool
) -> None:
    badge = award_demand(growth, stated=stated)
    assert (badge.shown, badge.is_authors_view) == (shown, authors_view)


EASY, MODERATE, CHALLENGING, VERY_CHALLENGING = Difficulty


def least(hours: int = 0, critical: int = 0, zones: int | None = None, gate: Gate | None = None) -> Difficulty:
    return award_difficulty(
        study_hours=hours, critical_skills=critical, zones_up=zones, gate=gate, stated=Difficulty.EASY
    ).least


@pytest.mark.parametrize(
    ("hours", "level"),
    [
        (0, EASY),
        (150, EASY),
        (151, MODERATE),
        (400, MODERATE),
        (401, CHALLENGING),
        (900, CHALLENGING),
        (901, VERY_CHALLENGING),
    ],
)
def test_hours_of_study_ask_for_a_difficulty(hours: int, level: Difficulty) -> None:
    assert least(hours=hours) is level


@pytest.mark.parametrize(
    ("critical", "level"), [(0, EASY), (1, MODERATE), (2, CHALLENGING), (3, CHALLENGING), (4, VERY_CHALLENGING)]
)
def test_critical_skills_ask_for_a_difficulty(critical: int, level: Difficulty) -> None:
    assert least(critical=critical) is level


@pytest.mark.parametrize(
    ("zones", "level"),
    [(None, EASY), (-4, EASY), (0, EASY), (1, CHALLENGING), (2, VERY_CHALLENGING), (4, VERY_CHALLENGING)],
)
def test_job_zones_ask_for_a_difficulty(zones: int | None, level: Difficulty) -> None:
    assert least(zones=zones) is level


@pytest.mark.parametrize(
    ("gate", "level"),
    [
        (None, EASY),
        (Gate.CERTIFICATE, CHALLENGING),
        (Gate.LICENCE, VERY_CHALLENGING),
        (Gate.DEGREE, VERY_CHALLENGING),
    ],
)
def test_gates_ask_for_a_difficulty(gate: Gate | None, level: Difficulty) -> None:
    assert least(gate=gate) is level


def test_worst_of_the_four_facts_counts() -> None:
    badge = award_difficulty(study_hours=360, critical_skills=2, zones_up=1, gate=None, stated=CHALLENGING)
    assert badge.levels == (MODERATE, CHALLENGING, CHALLENGING, EASY)
    assert badge.least is CHALLENGING
