"""The catalog becomes the page to search on, which without scripts leads to every page by lists."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from site_gen.addresses import SEARCH, SEARCH_FOLDER, role_address
from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.record import record
from site_gen.render.long_lists import pages_of_roles, roles_by_name
from site_gen.render.page import Page

TITLE: Final = "Search"
SUMMARY: Final = "Search every pathway, role and page by any word in it."
KINDS: Final = {"pathways": "Pathway", "roles": "Role", "skills": "Skill", "routes": "Route"}
"""What the pages of a folder are called; those of no folder are called `PAGE_KIND`."""

PAGE_KIND: Final = "Page"


@record
class RoleLink:
    """A role in the list to look through: its name and the address of its page."""

    name: str
    address: str


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The one page to search on, where the settings ask for search."""
    if catalog.site.search:
        yield Planned(address=SEARCH, asks=frozenset({"roles", "page:search"}), make=lambda: _page(catalog))


def _page(catalog: Catalog) -> Page:
    written = catalog.pages_by_name.get("search")
    pages = pages_of_roles(catalog)
    roles = (
        [] if pages else [RoleLink(name=each.name, address=role_address(each.id)) for each in roles_by_name(catalog)]
    )
    return Page(
        address=SEARCH,
        template="pages/search.html",
        title=written.title if written else TITLE,
        summary=(written.summary if written else "") or SUMMARY,
        values={
            "body": written.body if written else None,
            "roles": tuple(roles),
            "role_pages": pages,
            "library": f"{SEARCH_FOLDER}/pagefind.js",
            "kinds": {**KINDS, "": PAGE_KIND},
        },
    )


PAGE = PageType(name="search", of_site=of_site)
