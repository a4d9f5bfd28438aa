"""The timeline of a plan, and what other paces make of it."""

from fractions import Fraction

import pytest

from site_gen.model.pathway import Gate
from site_gen.model.roadmap import Phase
from site_gen.render.duration import Ratio
from site_gen.render.plan import ends_of, phase_views, plan_view
from tests.samples import card, pathway


def phases() -> tuple[Phase, ...]:
    roadmap = pathway().roadmap
    assert roadmap is not None
    return roadmap.phases


def ends() -> list[Ratio]:
    timeline = card(pathway()).badges.timeline
    assert timeline is not None
    return ends_of(timeline.phase_weeks)


@pytest.mark.parametrize(
    ("weeks", "after"),
    [
        pytest.param((), [], id="no-phases"),
        pytest.param((4, 3), [(4, 1), (7, 1)], id="whole"),
        pytest.param((1, "5/2", "1/2", 1), [(1, 1), (7, 2), (4, 1), (5, 1)], id="halves-that-add-up"),
        pytest.param((0, 0), [(0, 1), (0, 1)], id="no-weeks"),
    ],
)
def test_each_phase_ends_after_all_before_it(weeks: tuple[int | str, ...], after: list[Ratio]) -> None:
    assert ends_of(Fraction(each) for each in weeks) == after


def test_plan_without_phases_is_none() -> None:
    assert plan_view((), 10) is None


def test_plan_counts_phases_and_weeks() -> None:
    plan = plan_view(ends(), 8)
    assert plan is not None
    assert (plan.count, plan.weeks, plan.hours) == ("Three phases", "12.5", 8)


def test_phases_follow_each_other_without_a_gap() -> None:
    assert [view.when for view in phase_views(phases(), ends())] == ["Weeks 1–4", "Weeks 5–7", "Weeks 8–13"]


def test_fewer_hours_take_more_weeks() -> None:
    plan = plan_view(ends(), 8)
    assert plan is not None
    weeks = {pace.hours: pace.weeks for pace in plan.paces}
    assert (weeks[5], weeks[8], weeks[20]) == ("20", "13", "5")


def test_pace_of_the_guide_is_always_on_offer() -> None:
    plan = plan_view(ends(), 40)
    assert plan is not None
    assert plan.most_hours == 40
    assert plan.paces[-1].hours == 40


@pytest.mark.parametrize("gate", [Gate.LICENCE, Gate.DEGREE])
def test_pace_that_a_school_sets_has_no_other(gate: Gate) -> None:
    plan = plan_view(ends(), 40, gate)
    assert plan is not None
    assert plan.paces == ()


def test_certificate_is_taken_at_any_pace() -> None:
    plan = plan_view(ends(), 10, Gate.CERTIFICATE)
    assert plan is not None
    assert len(plan.paces) == 6
