"""The routes between two roles, and the pairs of roles that have some, become what their pages and Markdown say."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from site_gen.addresses import route_address
from site_gen.model.catalog import Catalog
from site_gen.model.role import Role
from site_gen.record import record
from site_gen.render.paging import Leaf
from site_gen.render.pay import sources_in_words
from site_gen.render.routes import RankedView, RouteView, best_of, ranked_views, route_view, shown_of
from site_gen.render.twins import kept_for_twin
from site_gen.render.words import counted

MOST_SOURCES: Final = 3
"""So many sources are named in a row; of more, the pages of roles tell."""


@record
class RoutesFrom:
    """The roles that pages of routes lead to from one, each with its name and address."""

    name: str
    targets: tuple[tuple[str, str], ...]


@record
class PairView:
    """The routes from one role to another in words: the best of them, which are the best by what, and their sources."""

    origin: Role
    target: Role
    title: str
    summary: str
    lead: str
    routes: tuple[RouteView, ...]
    ranked: tuple[RankedView, ...]
    sources: str


@kept_for_twin
def pair_view(catalog: Catalog, pair: tuple[str, str]) -> PairView:
    """What the page of a pair of roles says, and its Markdown."""
    origin_id, target_id = pair
    origin, target = catalog.roles_by_id[origin_id], catalog.roles_by_id[target_id]
    routes = catalog.graph.routes(origin_id, target_id)
    best = best_of(routes)
    shown = shown_of(routes, best)
    passed = [catalog.roles_by_id[each] for route in shown for each in route.role_ids[1:]]
    count = counted(len(routes), "route")
    return PairView(
        origin=origin,
        target=target,
        title=f"From {origin.name} to {target.name}",
        summary=(
            f"No single pathway leads from {origin.name} to {target.name}: "
            f"{count} over several, with months, hours and pay after each step."
        ),
        lead=f"No single pathway leads here yet. {count} over several of them {'does' if len(routes) == 1 else 'do'}.",
        routes=tuple(route_view(catalog, each, f"wm-route-{number}") for number, each in enumerate(shown, 1)),
        ranked=ranked_views(catalog, shown, best),
        sources=sources_in_words([each.pay for each in passed if each.pay]),
    )


def all_sources(catalog: Catalog) -> str:
    """Where the pay of all roles comes from, where that is soon said."""
    sources = {sources_in_words([role.pay]) for role in catalog.roles_by_id.values() if role.pay}
    return "; ".join(sorted(sources)) if len(sources) <= MOST_SOURCES else ""


def origins_of(catalog: Catalog, leaf: Leaf) -> Iterator[RoutesFrom]:
    """The pages of routes that a page of their list shows, by the role that they begin at, in the order of names."""
    named = sorted(
        (_name(catalog, origin), _name(catalog, target), route_address(origin, target))
        for origin, target in catalog.route_pairs
    )
    for name, routes in groupby(leaf.part_of(named), key=lambda each: each[0]):
        yield RoutesFrom(name=name, targets=tuple((target, address) for _, target, address in routes))


def _name(catalog: Catalog, role_id: str) -> str:
    return catalog.roles_by_id[role_id].name
