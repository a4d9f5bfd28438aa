"""Figures become the few words that stand beside them and say what they rest on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from site_gen.model.badges import DemandBadge, DifficultyBadge, SalaryBadge, TimelineBadge
from site_gen.model.card import Card
from site_gen.model.money import Pay
from site_gen.model.role import Outlook, Role
from site_gen.record import record
from site_gen.render.duration import release
from site_gen.render.pay import sources_in_words

BY_RULE: Final = "Graded by rule"
AUTHORS_GRADE: Final = "Author’s grade"
FROM_THE_PLAN: Final = "From the plan"
AUTHORS_FIGURE: Final = "Author’s figure"
AUTHORS_VIEW: Final = "Author’s view"
UNNAMED: Final = "Source not named"
ESTIMATES: Final = "A card says where a figure is its author’s estimate."
MOST_SOURCES: Final = 3
"""So many sources are named in a row; of more, the pages of roles tell."""


@record
class FactSources:
    """What each of the four key facts rests on; empty for what is not known."""

    difficulty: str
    time: str
    pay: str
    demand: str


def fact_sources(card: Card) -> FactSources:
    """What the key facts of a pathway rest on."""
    badges = card.badges
    return FactSources(
        difficulty=_of_difficulty(badges.difficulty),
        time=_of_time(badges.timeline),
        pay=_of_pay(badges.salary),
        demand=_of_demand(badges.demand, card.target.outlook),
    )


def pay_source(pay: Pay) -> str:
    """Who published a pay, and when: `BLS OEWS, May 2025`."""
    return _published(pay.source, pay.release)


def outlook_source(outlook: Outlook) -> str:
    """Who published a projection, and of which years: `BLS Employment Projections, 2024–34`."""
    return _projected(outlook.source, outlook.period)


def sources_of_cards(roles: Iterable[Role]) -> str:
    """A sentence on what the pay and the demand on the cards of a list rest on, by all roles that are on them.

    Empty where neither is known of any role.
    """
    known = list(roles)
    pay = sources_of_pay(known)
    demand = _named({outlook_source(each.outlook) for each in known if each.outlook})
    parts = [pay] if pay else []
    if demand:
        parts.append(f"Demand: {demand}.")
    return " ".join([*parts, ESTIMATES]) if parts else ""


def sources_of_pay(roles: Iterable[Role]) -> str:
    """A sentence on what the pay of roles rests on; empty where nobody says."""
    named = _named({sources_in_words([each.pay]) for each in roles if each.pay})
    return f"Pay: {named}." if named else ""


def _named(sources: set[str]) -> str:
    named = sorted(sources - {""})
    return "; ".join(named) if len(named) <= MOST_SOURCES else "as the page of each role says"


def _of_difficulty(badge: DifficultyBadge) -> str:
    return BY_RULE if badge.stated is badge.least else AUTHORS_GRADE


def _of_time(badge: TimelineBadge | None) -> str:
    if badge is None:
        return ""
    return AUTHORS_FIGURE if badge.stated and badge.stated != badge.computed else FROM_THE_PLAN


def _of_pay(badge: SalaryBadge | None) -> str:
    if badge is None:
        return ""
    if badge.stated and badge.stated != badge.band and not badge.is_estimate:
        return AUTHORS_FIGURE
    origin, target = pay_source(badge.origin), pay_source(badge.target)
    return target if origin == target else f"{origin}; {target}"


def _of_demand(badge: DemandBadge, outlook: Outlook | None) -> str:
    if badge.is_authors_view:
        return AUTHORS_VIEW
    return outlook_source(outlook) if outlook else ""


@lru_cache(maxsize=1024)
def _published(source: str, when: str) -> str:
    return ", ".join(filter(None, (source or UNNAMED, release(when))))


@lru_cache(maxsize=1024)
def _projected(source: str, period: str) -> str:
    return f"{source}, {period.replace('-', '–')}"
