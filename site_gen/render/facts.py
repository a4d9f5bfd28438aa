"""The four badges of a pathway become the words that cards and pages show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from site_gen.addresses import pathway_address
from site_gen.model.card import BadgeFigures
from site_gen.model.catalog import Listing
from site_gen.model.pathway import Demand, Difficulty
from site_gen.render.change import change
from site_gen.render.duration import months
from site_gen.render.words import sentence

UNKNOWN: Final = "Not known"
ESTIMATE: Final = ", estimate"
AUTHORS_VIEW: Final = ", the author’s view"
_DIFFICULTIES: Final = {each: (sentence(each), each.level) for each in Difficulty}
_DEMANDS: Final[dict[Demand | None, tuple[str, int]]] = {
    None: ("", 0),
    **{each: (sentence(each), each.level) for each in Demand},
}


# Neither is frozen: lists hold three cards a pathway, which would take three times as long to make.
@dataclass(slots=True, kw_only=True)
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

    @property
    def authors_view(self) -> str:
        """What is said behind the demand where it is the author's view; empty where official figures say the same."""
        return AUTHORS_VIEW if self.is_authors_view else ""


@dataclass(slots=True, kw_only=True)
class CardView:
    """What the list of pathways shows of one."""

    address: str
    origin: str
    target: str
    facts: Facts


def facts_of(figures: BadgeFigures) -> Facts:
    """The words of four badges."""
    label, trend, pay = _pay(figures)
    difficulty, difficulty_level = _DIFFICULTIES[figures.difficulty]
    demand, demand_level = _DEMANDS[figures.demand]
    return Facts(
        difficulty=difficulty,
        difficulty_level=difficulty_level,
        time=months(figures.months) if figures.months else "",
        pay_label=label,
        pay_trend=trend,
        pay=pay,
        is_estimate=figures.is_estimate,
        demand=demand,
        demand_level=demand_level,
        is_authors_view=figures.is_authors_view,
    )


def card_view(listing: Listing) -> CardView:
    """The card of a pathway. Its two roles are there, so it has figures."""
    assert listing.facts.figures is not None
    return CardView(
        address=pathway_address(listing.slug),
        origin=listing.origin.name,
        target=listing.target.name,
        facts=facts_of(listing.facts.figures),
    )


def _pay(figures: BadgeFigures) -> tuple[str, str, str]:
    """The label, drawing and words of the pay badge."""
    shown = figures.pay
    if shown is None:
        return "Pay change", "level", ""
    if figures.pay_is_nearly_none:
        return "Pay change", "level", "About the same"
    if figures.pay_falls:
        return "Lower pay", "fall", change(shown)
    return "Pay change", "rise" if shown.low >= 0 else "level", change(shown)
