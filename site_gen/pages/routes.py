"""The routes of a site become one page: which there are, and a form that answers for any two roles."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.addresses import ROUTES_ADDRESS
from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.render.page import Page
from site_gen.render.route_views import all_sources, origins_of
from site_gen.render.routes import PATTERNS, TEMPLATE


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The one page, where there is a pathway at all."""
    if catalog.listings_by_slug:
        yield Planned(address=ROUTES_ADDRESS, asks=frozenset({"route_list", "roles"}), make=lambda: _page(catalog))


def _page(catalog: Catalog) -> Page:
    return Page(
        address=ROUTES_ADDRESS,
        template="pages/routes.html",
        title="Routes over several pathways",
        summary="From any role to any other over one to four pathways: months, hours, and pay after each step.",
        markdown=True,
        values={
            "origins": tuple(origins_of(catalog)),
            "blank": TEMPLATE,
            "patterns": PATTERNS,
            "sources": all_sources(catalog),
        },
    )


PAGE = PageType(name="routes", of_site=of_site)
