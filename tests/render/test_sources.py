"""The few words beside a figure that say what it rests on."""

from dataclasses import replace

import pytest

from site_gen.model.duration import Months
from site_gen.model.money import Pay
from site_gen.model.pathway import Demand, Difficulty, Pathway, PercentRange, StatedSalary
from site_gen.model.role import Role
from site_gen.render.sources import (
    ESTIMATES,
    FactSources,
    fact_sources,
    pay_source,
    sources_of_cards,
    sources_of_pay,
)
from tests.samples import BAKER, COOK, ROLES, SECTIONS, WAITER, bare_pathway, card, pathway, pay

COMPUTED = pathway(timeline=None, salary=None, salary_change=None, demand=None)
ESTIMATE = replace(pay(30_000, 50_000), source="Author’s estimate, US", release="")


def of(made: Pathway, roles: tuple[Role, ...] = ROLES) -> FactSources:
    return fact_sources(card(made, roles=roles))


def test_nothing_is_said_beside_what_is_not_known() -> None:
    found = of(bare_pathway(sections=SECTIONS[:1], target_id="baker"), roles=(WAITER, replace(BAKER, outlook=None)))
    assert (found.time, found.pay, found.demand) == ("", "", "")


def test_computed_figures_name_rule_plan_and_publishers() -> None:
    assert of(COMPUTED) == FactSources(
        difficulty="Graded by rule",
        time="From the plan",
        pay="Guild survey, March 2026",
        demand="Guild outlook, 2024–34",
    )


@pytest.mark.parametrize(
    ("changes", "fact", "words"),
    [
        pytest.param({"difficulty": Difficulty.EASY}, "difficulty", "Author’s grade", id="a-lower-grade"),
        pytest.param({"timeline": Months(low=3, high=4)}, "time", "From the plan", id="the-time-that-is-computed"),
        pytest.param({"timeline": Months(low=3, high=5)}, "time", "Author’s figure", id="another-time"),
        pytest.param({"salary_change": PercentRange(low=20, high=20)}, "pay", "Author’s figure", id="another-change"),
        pytest.param(
            {"salary": StatedSalary(origin=ESTIMATE, target=ESTIMATE), "salary_change": PercentRange(low=9, high=9)},
            "pay",
            "Author’s estimate, US",
            id="a-change-of-estimates",
        ),
        pytest.param(
            {"salary": StatedSalary(origin=ESTIMATE, target=pay(1, 2))},
            "pay",
            "Author’s estimate, US; Guild survey, March 2026",
            id="two-sources",
        ),
        pytest.param({"demand": Demand.SHRINKING}, "demand", "Guild outlook, 2024–34", id="demand-as-projected"),
        pytest.param({"demand": Demand.LOW}, "demand", "Author’s view", id="another-demand"),
    ],
)
def test_figure_that_a_guide_states_is_told_from_one_that_is_computed(
    changes: dict[str, object], fact: str, words: str
) -> None:
    computed = {"salary": None, "salary_change": None, "timeline": None, "demand": None}
    assert getattr(of(pathway(**{**computed, **changes})), fact) == words


def test_pay_without_a_source_says_that_none_is_named() -> None:
    assert pay_source(Pay(range=pay(1, 2).range)) == "Source not named"


def test_list_without_known_figures_names_no_source() -> None:
    assert sources_of_cards([WAITER]) == ""
    assert sources_of_pay([WAITER]) == ""


def test_list_names_each_source_once() -> None:
    assert sources_of_cards([COOK, BAKER, COOK, WAITER]) == (
        f"Pay: Guild survey, Elsewhere, March 2026. Demand: Guild outlook, 2024–34. {ESTIMATES}"
    )
    assert sources_of_pay([COOK, BAKER]) == "Pay: Guild survey, Elsewhere, March 2026."


def test_list_of_many_sources_leaves_them_to_the_pages_of_roles() -> None:
    paid = [replace(COOK, pay=replace(ESTIMATE, source=f"Office {each}")) for each in "abcd"]
    assert sources_of_pay(paid[:3]) == "Pay: Office a, Elsewhere; Office b, Elsewhere; Office c, Elsewhere."
    assert sources_of_pay(paid) == "Pay: as the page of each role says."
