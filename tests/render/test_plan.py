"""The timeline of a plan, and what other paces make of it."""

import pytest

from site_gen.model.awards import planned_phases
from site_gen.model.pathway import Gate
from site_gen.model.roadmap import PlannedPhase
from site_gen.render.plan import phase_views, plan_view
from tests.samples import SITE, pathway


def phases() -> tuple[PlannedPhase, ...]:
    return planned_phases(pathway(), SITE)


def test_plan_without_phases_is_none() -> None:
    assert plan_view((), 10) is None


def test_plan_counts_phases_and_weeks() -> None:
    plan = plan_view(phases(), 8)
    assert plan is not None
    assert (plan.count, plan.weeks, plan.hours) == ("Three phases", "12.5", 8)


def test_phases_follow_each_other_without_a_gap() -> None:
    assert [view.when for view in phase_views(phases())] == ["Weeks 1–4", "Weeks 5–7", "Weeks 8–13"]


def test_fewer_hours_take_more_weeks() -> None:
    plan = plan_view(phases(), 8)
    assert plan is not None
    weeks = {pace.hours: pace.weeks for pace in plan.paces}
    assert (weeks[5], weeks[8], weeks[20]) == ("20", "13", "5")


def test_pace_of_the_guide_is_always_on_offer() -> None:
    plan = plan_view(phases(), 40)
    assert plan is not None
    assert plan.most_hours == 40
    assert plan.paces[-1].hours == 40


@pytest.mark.parametrize("gate", [Gate.LICENCE, Gate.DEGREE])
def test_pace_that_a_school_sets_has_no_other(gate: Gate) -> None:
    plan = plan_view(phases(), 40, gate)
    assert plan is not None
    assert plan.paces == ()


def test_certificate_is_taken_at_any_pace() -> None:
    plan = plan_view(phases(), 10, Gate.CERTIFICATE)
    assert plan is not None
    assert len(plan.paces) == 6
