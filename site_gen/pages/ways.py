"""The many ways into or out of a role become pages of their own, a hundred cards each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import role_address, role_feed
from site_gen.model.catalog import Catalog
from site_gen.model.role import Role
from site_gen.pages import PageType, Planned
from site_gen.render.facts import card_view
from site_gen.render.linked_data import page_below
from site_gen.render.long_lists import Side, ways_in, ways_out
from site_gen.render.page import Page
from site_gen.render.paging import Leaf
from site_gen.render.sources import sources_of_cards


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The pages of each role that has more ways than its own page shows."""
    for role_id, role in catalog.roles_by_id.items():
        for side in (ways_in(catalog, role_id), ways_out(catalog, role_id)):
            for leaf in side.pages:
                yield Planned(address=leaf.address, asks=side.asks, make=partial(_page, catalog, role, side, leaf))


def _page(catalog: Catalog, role: Role, side: Side, leaf: Leaf) -> Page:
    shown = leaf.part_of(side.ways)
    page = Page(
        address=leaf.address,
        template="pages/ways.html",
        title=f"{role.name}: {side.title.lower()}{leaf.ordinal}",
        summary=f"{role.name}: {side.count}{leaf.ordinal}.",
        markdown=True,
        feed=role_feed(role.id),
        values={
            "role": role.name,
            "address": role_address(role.id),
            "heading": side.title,
            "leaf": leaf,
            "cards": tuple(map(card_view, shown)),
            "sources": sources_of_cards([end for each in shown for end in (each.origin, each.target)]),
        },
    )
    above = ((role.name, role_address(role.id)),)
    return page_below(page, above, f"{side.title}{leaf.ordinal}", catalog.site)


PAGE = PageType(name="ways", of_site=of_site)
