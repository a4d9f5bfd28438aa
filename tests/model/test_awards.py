"""A pathway's badges come from its own page first, then from its two roles."""

from dataclasses import replace
from fractions import Fraction

import pytest

from site_gen.model.awards import award_badges, hours_a_week
from site_gen.model.money import Pay
from site_gen.model.pathway import Difficulty, PercentRange, StatedSalary
from site_gen.model.site import Site
from tests.samples import BAKER, COOK, bare_pathway, pathway, pay

OWN = StatedSalary(origin=pay(40_000, 60_000), target=pay(60_000, 90_000))


@pytest.mark.parametrize(("own", "expected"), [(None, 7), (4, 4)], ids=["the site's", "its own"])
def test_pace_is_the_pathways_own_or_the_sites(own: int | None, expected: int) -> None:
    assert hours_a_week(bare_pathway(hours_a_week=own), Site(hours_a_week=7)) == expected


def test_pathway_without_a_roadmap_has_no_timeline() -> None:
    bare = bare_pathway(sections=())
    badges = award_badges(bare, origin=COOK, target=BAKER, site=Site())
    assert badges.timeline is None
    assert badges.difficulty.study_hours == 0


@pytest.mark.parametrize(
    ("salary", "change", "shown", "official"),
    [
        pytest.param(None, None, PercentRange(low=10, high=10), None, id="the roles' medians"),
        pytest.param(None, PercentRange(low=12, high=12), PercentRange(low=12, high=12), None, id="a stated change"),
        pytest.param(OWN, None, PercentRange(low=50, high=50), PercentRange(low=10, high=10), id="its own ranges"),
    ],
)
def test_salary_badge_prefers_the_pathways_own_figures(
    salary: StatedSalary | None, change: PercentRange | None, shown: PercentRange, official: PercentRange | None
) -> None:
    own = bare_pathway(salary=salary, salary_change=change)
    badges = award_badges(own, origin=COOK, target=BAKER, site=Site())
    assert badges.salary is not None
    assert badges.salary.shown == shown
    assert (badges.official_salary and badges.official_salary.shown) == official


@pytest.mark.parametrize("target", [None, pay(36_000, 70_000, place="Abroad"), pay(36_000, 70_000, currency="EUR")])
def test_roles_whose_pay_does_not_compare_give_no_badge(target: Pay | None) -> None:
    own = bare_pathway(salary=None, salary_change=PercentRange(low=10, high=10))
    badges = award_badges(own, origin=COOK, target=replace(BAKER, pay=target), site=Site())
    assert (badges.salary, badges.official_salary) == (None, None)


@pytest.mark.parametrize(
    ("origin_zone", "target_zone", "zones_up"), [(2, 4, 2), (4, 2, -2), (None, 4, None), (2, None, None)]
)
def test_zones_count_only_where_both_are_known(
    origin_zone: int | None, target_zone: int | None, zones_up: int | None
) -> None:
    badges = award_badges(
        bare_pathway(), origin=replace(COOK, zone=origin_zone), target=replace(BAKER, zone=target_zone), site=Site()
    )
    assert badges.difficulty.zones_up == zones_up


def test_sample_pathway_gets_all_its_facts() -> None:
    badges = award_badges(pathway(hours_a_week=10), origin=COOK, target=BAKER, site=Site())
    assert badges.timeline is not None
    assert badges.timeline.weeks == Fraction(25, 2)
    assert badges.difficulty.study_hours == 125
    assert badges.demand.official is not None
    assert badges.difficulty.least in Difficulty
