"""A pathway held against its roles, and the small facts that travel in its place."""

import pickle
from datetime import date

import pytest

from site_gen.model.card import ONGOING, BadgeFigures, PathwayFacts, Study, facts_of_pathway, figures_of
from site_gen.model.duration import Months
from site_gen.model.pathway import Demand, Difficulty, PercentRange
from site_gen.model.site import Site
from tests.samples import BAKER, COOK, PLACE, bare_pathway, card, facts, pathway, role


def figures(**changes: object) -> BadgeFigures:
    return figures_of(card(pathway(**changes)).badges)


def test_card_is_a_pathway_between_its_two_roles() -> None:
    made = card(pathway())
    assert (made.slug, made.summary) == ("cook-to-baker", "From the stove to the oven & the night.")
    assert (made.origin, made.target) == (COOK, BAKER)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Up before dawn", "Up before dawn", id="by-its-own-title"),
        pytest.param("", "From Cook to Baker", id="else-by-its-roles"),
    ],
)
def test_card_is_called(title: str, expected: str) -> None:
    assert card(pathway(title=title)).title == expected


def test_figures_are_what_badges_show() -> None:
    assert figures() == BadgeFigures(
        difficulty=Difficulty.MODERATE,
        months=Months(low=3, high=4),
        pay=PercentRange(low=40, high=40),
        is_estimate=False,
        demand=Demand.HIGH,
        is_authors_view=True,
    )


def test_figures_that_nothing_gives_are_none() -> None:
    bare = bare_pathway(sections=(), target_id="cook")
    found = figures_of(card(bare, roles=(role("Waiter"), role("Cook"))).badges)
    assert (found.months, found.pay, found.is_estimate, found.demand) == (None, None, False, None)
    assert (found.pay_is_nearly_none, found.pay_falls) == (False, False)


@pytest.mark.parametrize(
    ("low", "high", "nearly_none", "falls"),
    [
        pytest.param(40, 60, False, False, id="a-rise"),
        pytest.param(-4, 4, True, False, id="nearly-nothing-either-way"),
        pytest.param(-4, 0, True, False, id="nearly-nothing-down"),
        pytest.param(0, 5, False, False, id="five-percent-is-something"),
        pytest.param(-10, 10, False, False, id="either-way"),
        pytest.param(-20, 0, False, True, id="down-or-the-same"),
        pytest.param(-20, -10, False, True, id="a-fall"),
    ],
)
def test_change_of_pay_is_nearly_none_or_a_fall(low: int, high: int, nearly_none: bool, falls: bool) -> None:
    found = figures(salary_change=PercentRange(low=low, high=high))
    assert (found.pay_is_nearly_none, found.pay_falls) == (nearly_none, falls)


def test_facts_are_what_the_rest_of_the_site_asks() -> None:
    made = pathway(title="Up before dawn", aliases=("old",), published=date(2026, 11, 1), draft=True)
    assert facts(made) == PathwayFacts(
        key="pathways/cook-to-baker.md",
        slug="cook-to-baker",
        origin_id="cook",
        target_id="baker",
        title="Up before dawn",
        summary="From the stove to the oven & the night.",
        figures=figures(),
        study=Study(hours=100, hours_a_week=8, gate=None),
        stated_pay=made.salary.target if made.salary else None,
        brings=("Knife work", "Timing"),
        learns=(("Patience", "nice to have", ONGOING), ("Sourdough", "critical", 64)),
        resources=(("A book", "https://books.example/bread"), ("An oven", "")),
        aliases=("old",),
        authors=("A. Baker",),
        reviewed=date(2026, 11, 22),
        reviewed_place=PLACE,
        published=date(2026, 11, 1),
        draft=True,
    )


def test_facts_of_a_pathway_without_its_roles_have_no_figures() -> None:
    assert facts_of_pathway(pathway(), None, Site()).figures is None


def test_pathway_without_transferable_skills_brings_none() -> None:
    assert facts(bare_pathway()).brings == ()


def test_facts_travel_and_stay_small() -> None:
    whole = pathway()
    packed = pickle.dumps(facts(whole), pickle.HIGHEST_PROTOCOL)
    assert pickle.loads(packed) == facts(whole)
    assert len(packed) < len(pickle.dumps(whole, pickle.HIGHEST_PROTOCOL)) / 2
