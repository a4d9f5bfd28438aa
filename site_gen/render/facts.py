"""The four badges of a pathway become the words that cards and pages show."""

from __future__ import annotations

from dataclasses import dataclass

from site_gen.addresses import pathway_address
from site_gen.model.awards import Badges
from site_gen.model.badges import SalaryBadge
from site_gen.model.catalog import Card
from site_gen.render.change import change
from site_gen.render.duration import months
from site_gen.render.words import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the badges say in words; empty words stand for what is not known.

    `pay_label` names the pay badge, which a fall calls by its name, and `pay_trend` its drawing: rise, level or fall;
    `difficulty_level` is 1 to 4, `demand_level` 0 to 4. `is_estimate` is of the pay, `is_authors_view` of the demand.
    """

    difficulty: str
    difficulty_level: int
    time: str
    pay_label: str
    pay_trend: str
    pay: str
    is_estimate: bool
    demand: str
    demand_level: int
    is_authors_view: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """What the list of pathways shows of one."""

    address: str
    origin: str
    target: str
    facts: Facts


def facts_of(badges: Badges) -> Facts:
    """The words of four badges."""
    label, trend, pay = _pay(badges.salary)
    demand = badges.demand.shown
    return Facts(
        difficulty=sentence(badges.difficulty.stated),
        difficulty_level=badges.difficulty.stated.level,
        time=months(badges.timeline.shown) if badges.timeline else "",
        pay_label=label,
        pay_trend=trend,
        pay=pay,
        is_estimate=bool(badges.salary and badges.salary.is_estimate),
        demand=sentence(demand) if demand else "",
        demand_level=demand.level if demand else 0,
        is_authors_view=badges.demand.is_authors_view,
    )


def card_view(card: Card) -> CardView:
    """The card of a pathway."""
    return CardView(
        address=pathway_address(card.slug),
        origin=card.origin.name,
        target=card.target.name,
        facts=facts_of(card.badges),
    )


def _pay(badge: SalaryBadge | None) -> tuple[str, str, str]:
    """The label, drawing and words of the pay badge."""
    if badge is None:
        return "Pay change", "level", ""
    if badge.is_nearly_none:
        return "Pay change", "level", "About the same"
    if badge.is_fall:
        return "Lower pay", "fall", change(badge.shown)
    return "Pay change", "rise" if badge.shown.low >= 0 else "level", change(badge.shown)
