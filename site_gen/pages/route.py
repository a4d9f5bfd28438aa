"""Two roles that no pathway of their own connects become a page: the routes from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import route_address
from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.render.page import Page
from site_gen.render.pay import sources_in_words
from site_gen.render.routes import ranked_views, route_view, shown_of
from site_gen.render.words import counted


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """A page for each pair of roles that the site wants one for."""
    for origin_id, target_id in catalog.route_pairs:
        yield Planned(
            address=route_address(origin_id, target_id),
            asks=frozenset({"listings", "roles", "skills"}),
            make=partial(_page, catalog, origin_id, target_id),
        )


def _page(catalog: Catalog, origin_id: str, target_id: str) -> Page:
    origin, target = catalog.roles_by_id[origin_id], catalog.roles_by_id[target_id]
    routes = catalog.graph.routes(origin_id, target_id)
    shown = shown_of(routes)
    passed = [catalog.roles_by_id[each] for route in shown for each in route.role_ids[1:]]
    return Page(
        address=route_address(origin_id, target_id),
        template="pages/route.html",
        title=f"From {origin.name} to {target.name}",
        summary=(
            f"No single pathway leads from {origin.name} to {target.name}: "
            f"{counted(len(routes), 'route')} over several, with months, hours and pay after each step."
        ),
        values={
            "origin": origin,
            "target": target,
            "routes": tuple(route_view(catalog, each, f"wm-route-{number}") for number, each in enumerate(shown, 1)),
            "ranked": ranked_views(catalog, routes),
            "count": len(routes),
            "sources": sources_in_words([each.pay for each in passed if each.pay]),
        },
    )


PAGE = PageType(name="route", of_site=of_site)
