"""The roles of a large site become pages of their list, in the order of names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import ROLES_ADDRESS
from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.render.linked_data import page_below
from site_gen.render.long_lists import asks_of_roles, pages_of_roles, roles_by_name
from site_gen.render.page import Page
from site_gen.render.paging import Leaf
from site_gen.render.role_entry import role_entry
from site_gen.render.words import counted, sentence


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The pages of the list; none where the front page holds all roles."""
    for leaf in pages_of_roles(catalog):
        yield Planned(address=leaf.address, asks=asks_of_roles(catalog, leaf), make=partial(_page, catalog, leaf))


def _page(catalog: Catalog, leaf: Leaf) -> Page:
    page = Page(
        address=leaf.address,
        template="pages/roles.html",
        title=f"Roles{leaf.ordinal}",
        summary=f"{counted(leaf.of, 'role')}{leaf.ordinal}: how many pathways lead to each and away from it.",
        markdown=True,
        values={
            "leaf": leaf,
            "roles": tuple(role_entry(catalog, each) for each in leaf.part_of(roles_by_name(catalog))),
        },
    )
    if leaf.is_first:
        return page_below(page, (), "Roles", catalog.site)
    return page_below(page, (("Roles", ROLES_ADDRESS),), sentence(leaf.place), catalog.site)


PAGE = PageType(name="roles", of_site=of_site)
