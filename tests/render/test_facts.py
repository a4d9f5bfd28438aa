"""Badges as words on cards."""

import pytest

from site_gen.model.card import figures_of
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.pathway import PercentRange, StatedSalary
from site_gen.model.role import Role
from site_gen.render.facts import Facts, card_view, facts_of
from tests.samples import BAKER, COOK, bare_pathway, card, pathway, role, sample


def facts(**changes: object) -> Facts:
    return facts_of(figures_of(card(pathway(**changes)).badges))


def test_all_four_badges_in_words() -> None:
    assert facts() == Facts(
        difficulty="Moderate",
        difficulty_level=2,
        time="3–4 months",
        pay_label="Pay change",
        pay_trend="rise",
        pay="+40%",
        is_estimate=False,
        demand="High",
        demand_level=3,
        is_authors_view=True,
    )


def test_what_is_not_known_is_empty() -> None:
    waiter: Role = role("Waiter")
    made = card(bare_pathway(target_id="cook"), roles=(waiter, role("Cook")))
    found = facts_of(figures_of(made.badges))
    assert (found.pay, found.demand) == ("", "")


@pytest.mark.parametrize(
    ("low", "high", "label", "trend", "words"),
    [
        pytest.param(-4, 4, "Pay change", "level", "About the same", id="nearly-nothing"),
        pytest.param(-12, -12, "Lower pay", "fall", "−12%", id="a-fall-is-called-one"),
        pytest.param(40, 60, "Pay change", "rise", "+40–60%", id="a-rise"),
        pytest.param(-10, 20, "Pay change", "level", "−10%\u00a0to\u00a0+20%", id="a-band-across-nothing"),
    ],
)
def test_pay_badge_says_plainly_what_happens(low: int, high: int, label: str, trend: str, words: str) -> None:
    found = facts(salary_change=PercentRange(low=low, high=high))
    assert (found.pay_label, found.pay_trend, found.pay) == (label, trend, words)


def test_card_names_both_roles() -> None:
    view = card_view(sample(pathway()).catalog.listings[0])
    assert (view.origin, view.target, view.address) == (COOK.name, BAKER.name, "pathways/cook-to-baker.html")


@pytest.mark.parametrize("source", ["Author's estimate, US", "author’s estimate"])
def test_pay_by_the_author_is_marked_as_an_estimate(source: str) -> None:
    own = StatedSalary(
        origin=Pay(range=MoneyRange(low=30_000, high=52_500), source=source),
        target=Pay(range=MoneyRange(low=42_000, high=84_000), source=source),
    )
    assert facts(salary=own).is_estimate
