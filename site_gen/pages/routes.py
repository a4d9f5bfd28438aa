"""The routes of a site become one page: which there are, and a form that answers for any two roles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import ROUTES_ADDRESS
from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.render.linked_data import page_below
from site_gen.render.long_lists import pages_of_routes
from site_gen.render.page import Page
from site_gen.render.paging import Leaf
from site_gen.render.route_views import all_sources, origins_of
from site_gen.render.routes import PATTERNS, TEMPLATE
from site_gen.render.words import sentence


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The one page, where there is a pathway at all, or of many routes the pages of their list."""
    if catalog.listings_by_slug:
        for leaf in pages_of_routes(catalog):
            asks = frozenset({"route_list", "roles"})
            yield Planned(address=leaf.address, asks=asks, make=partial(_page, catalog, leaf))


def _page(catalog: Catalog, leaf: Leaf) -> Page:
    page = Page(
        address=leaf.address,
        template="pages/routes.html",
        title=f"Routes over several pathways{leaf.ordinal}",
        summary=(
            f"From any role to any other over one to four pathways{leaf.ordinal}: "
            "months, hours, and pay after each step."
        ),
        markdown=True,
        values={
            "leaf": leaf,
            "origins": tuple(origins_of(catalog, leaf)),
            "blank": TEMPLATE,
            "patterns": PATTERNS,
            "sources": all_sources(catalog),
        },
    )
    return (
        page if leaf.is_first else page_below(page, (("Routes", ROUTES_ADDRESS),), sentence(leaf.place), catalog.site)
    )


PAGE = PageType(name="routes", of_site=of_site)
