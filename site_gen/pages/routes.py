"""The routes of a site become one page: which there are, and a form that answers for any two roles."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from site_gen.addresses import ROUTES_ADDRESS, route_address
from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.record import record
from site_gen.render.facts import UNKNOWN
from site_gen.render.page import Page
from site_gen.render.pay import sources_in_words
from site_gen.render.routes import (
    LISTED,
    MONTH,
    MONTHS,
    SAVED,
    START,
    START_UNKNOWN,
    STOP,
    STOP_UNKNOWN,
    STRAIGHT,
    TEMPLATE,
    TWICE,
    TWICE_ALL_THE_SAME,
    VIA,
)

MOST_SOURCES: Final = 3
"""So many sources are named in a row; of more, the pages of roles tell."""


@record
class RoutesFrom:
    """The roles that pages of routes lead to from one, each with its name and address."""

    name: str
    targets: tuple[tuple[str, str], ...]


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The one page, where there is a pathway at all."""
    if catalog.listings_by_slug:
        yield Planned(address=ROUTES_ADDRESS, asks=frozenset({"listings", "roles"}), make=lambda: _page(catalog))


def _page(catalog: Catalog) -> Page:
    return Page(
        address=ROUTES_ADDRESS,
        template="pages/routes.html",
        title="Routes over several pathways",
        summary="From any role to any other over one to four pathways: months, hours, and pay after each step.",
        values={
            "origins": tuple(_origins(catalog)),
            "blank": TEMPLATE,
            "patterns": PATTERNS,
            "sources": _sources(catalog),
        },
    )


PATTERNS: Final = {
    "months": MONTHS,
    "month": MONTH,
    "listed": LISTED,
    "via": VIA,
    "straight": STRAIGHT,
    "saved": SAVED,
    "twice": TWICE,
    "same": TWICE_ALL_THE_SAME,
    "start": START,
    "startless": START_UNKNOWN,
    "stop": STOP,
    "unknown": STOP_UNKNOWN,
    "payless": UNKNOWN,
}
"""The sentences of routes that the script chooses from."""


def _sources(catalog: Catalog) -> str:
    """Where the pay of all roles comes from, where that is soon said."""
    sources = {sources_in_words([role.pay]) for role in catalog.roles_by_id.values() if role.pay}
    return "; ".join(sorted(sources)) if len(sources) <= MOST_SOURCES else ""


def _origins(catalog: Catalog) -> Iterator[RoutesFrom]:
    """The pages of routes by the role that they begin at, in the order of names."""
    named = sorted(
        (_name(catalog, origin), _name(catalog, target), route_address(origin, target))
        for origin, target in catalog.route_pairs
    )
    for name, routes in groupby(named, key=lambda each: each[0]):
        yield RoutesFrom(name=name, targets=tuple((target, address) for _, target, address in routes))


def _name(catalog: Catalog, role_id: str) -> str:
    return catalog.roles_by_id[role_id].name


PAGE = PageType(name="routes", of_site=of_site)
