"""Each field of a large site becomes pages of the pathways into it, a hundred cards each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.render.facts import card_view
from site_gen.render.field_pages import FieldPage, field_pages
from site_gen.render.linked_data import page_below
from site_gen.render.page import Page
from site_gen.render.sources import sources_of_cards
from site_gen.render.words import counted


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The pages of each field; none where the front page holds all pathways."""
    for pages in field_pages(catalog).values():
        asks = frozenset(f"ways_in:{each.target.id}" for page in pages for each in page.listings)
        for page in pages:
            yield Planned(address=page.leaf.address, asks=asks, make=partial(_page, catalog, page))


def _page(catalog: Catalog, shown: FieldPage) -> Page:
    leaf = shown.leaf
    page = Page(
        address=leaf.address,
        template="pages/field.html",
        title=f"Pathways into {shown.field}{leaf.ordinal}",
        summary=f"{counted(leaf.of, 'pathway leads', 'pathways lead')} into {shown.field}{leaf.ordinal}.",
        markdown=True,
        values={
            "field": shown.field,
            "leaf": leaf,
            "cards": tuple(map(card_view, shown.listings)),
            "sources": sources_of_cards([end for each in shown.listings for end in (each.origin, each.target)]),
        },
    )
    return page_below(page, (), shown.field, catalog.site)


PAGE = PageType(name="field", of_site=of_site)
