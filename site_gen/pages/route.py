"""Two roles that no pathway of their own connects become a page: the routes from one to the other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import ROUTES_ADDRESS, role_address, route_address
from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.render.linked_data import page_below
from site_gen.render.page import Page
from site_gen.render.route_views import pair_view


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """A page for each pair of roles that the site wants one for."""
    for origin_id, target_id in catalog.route_pairs:
        yield Planned(
            address=route_address(origin_id, target_id),
            asks=frozenset({"listings", "skills"}),
            make=partial(_page, catalog, origin_id, target_id),
        )


def _page(catalog: Catalog, origin_id: str, target_id: str) -> Page:
    view = pair_view(catalog, (origin_id, target_id))
    page = Page(
        address=route_address(origin_id, target_id),
        template="pages/route.html",
        title=view.title,
        summary=view.summary,
        markdown=True,
        values={
            "origin": view.origin,
            "target": view.target,
            "lead": view.lead,
            "routes": view.routes,
            "ranked": view.ranked,
            "sources": view.sources,
        },
    )
    above = (("Routes", ROUTES_ADDRESS), (view.origin.name, role_address(origin_id)))
    return page_below(page, above, view.target.name, catalog.site)


PAGE = PageType(name="route", of_site=of_site)
