"""What holds of every badge, whatever the figures."""

from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.model.badges import HIGH_OVER_LOW, award_difficulty, award_salary, award_timeline, demand_for
from site_gen.model.duration import WEEKS_A_MONTH, Months
from site_gen.model.money import MoneyRange, Pay, parse_money_range
from site_gen.model.pathway import Difficulty, Gate

weeks = st.fractions(min_value=Fraction(1, 10), max_value=500, max_denominator=20)
amounts = st.integers(1, 1_000_000)


@st.composite
def pays(draw: st.DrawFn) -> Pay:
    low, middle, high = sorted(draw(st.tuples(amounts, amounts, amounts)))
    return Pay(range=MoneyRange(low=low, high=high), median=draw(st.sampled_from((None, middle))), source="A")


@given(st.lists(weeks, min_size=1, max_size=6), weeks, st.integers(1, 80))
@settings(max_examples=200)
def test_timeline_grows_with_the_plan(phases: list[Fraction], more: Fraction, hours: int) -> None:
    short = award_timeline(phases, hours_a_week=hours)
    long = award_timeline([*phases, more], hours_a_week=hours)
    assert short is not None
    assert long is not None
    assert 1 <= short.computed.low <= short.computed.high
    assert short.computed.low <= long.computed.low
    assert short.computed.high <= long.computed.high
    assert short.study_hours <= long.study_hours
    assert replace(short, stated=short.computed).agrees


@given(st.lists(weeks, min_size=1, max_size=6), st.integers(1, 80))
def test_timeline_is_the_published_arithmetic(phases: list[Fraction], hours: int) -> None:
    badge = award_timeline(phases, hours_a_week=hours)
    assert badge is not None
    months = sum(phases) / WEEKS_A_MONTH
    assert badge.weeks == sum(phases)
    assert badge.computed == Months(low=ceil(months), high=ceil(months * HIGH_OVER_LOW))
    assert badge.study_hours == floor(sum(phases) * hours + Fraction(1, 2))


@given(pays(), pays())
@settings(max_examples=300)
def test_salary_badge_holds_together(origin: Pay, target: Pay) -> None:
    badge = award_salary(origin, target)
    assert badge is not None
    assert badge.band.low <= badge.band.high
    assert badge.worst <= min(badge.low, badge.high)
    assert badge.by_median or badge.band.low % 10 == badge.band.high % 10 == 0
    assert replace(badge, stated=badge.band).agrees
    assert not (badge.is_fall and badge.is_nearly_none)
    if badge.overlap is None:
        assert origin.range.high < target.range.low or target.range.high < origin.range.low


@given(pays())
@settings(max_examples=100)
def test_same_pay_is_no_change(pay: Pay) -> None:
    badge = award_salary(pay, pay)
    assert badge is not None
    assert (badge.band.low, badge.band.high, badge.is_nearly_none) == (0, 0, True)
    assert badge.overlap == pay.range


@given(st.floats(-99, 99), st.floats(-99, 99))
@settings(max_examples=200)
def test_demand_never_falls_as_growth_rises(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert demand_for(low).level <= demand_for(high).level


facts = st.tuples(
    st.integers(0, 3000), st.integers(0, 8), st.one_of(st.none(), st.integers(-4, 4)), st.sampled_from((None, *Gate))
)


@given(facts, st.integers(0, 500), st.integers(0, 3))
@settings(max_examples=200)
def test_more_to_do_is_never_easier(
    fact: tuple[int, int, int | None, Gate | None], more_hours: int, more_skills: int
) -> None:
    hours, critical, zones, gate = fact

    def least(hours: int, critical: int) -> int:
        badge = award_difficulty(
            study_hours=hours, critical_skills=critical, zones_up=zones, gate=gate, stated=Difficulty.EASY
        )
        return badge.least.level

    assert least(hours, critical) <= least(hours + more_hours, critical + more_skills)


@given(st.integers(1000, 9_999_999), st.integers(1000, 9_999_999), st.sampled_from(("{:d}", "{:,d}", "${:,d}")))
@settings(max_examples=200)
def test_written_range_is_read_back(one: int, other: int, form: str) -> None:
    low, high = sorted((one, other))
    assert parse_money_range(f"{form.format(low)}-{form.format(high)}") == MoneyRange(low=low, high=high)
