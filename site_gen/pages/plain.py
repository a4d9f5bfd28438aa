"""Plain pages, such as about and method, become pages of the site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.model.catalog import Catalog
from site_gen.model.page import PlainPage
from site_gen.pages import PageType, Planned
from site_gen.render.page import Page

OWNED_ELSEWHERE = frozenset({"404", "index"})


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """A page for every plain page that no other page type makes."""
    owned = OWNED_ELSEWHERE | ({"search"} if catalog.site.search else set())
    for name, plain in catalog.pages_by_name.items():
        if name not in owned:
            yield Planned(address=_address(plain), asks=frozenset({f"page:{name}"}), make=partial(_page, plain))


def _page(plain: PlainPage) -> Page:
    return Page(
        address=_address(plain),
        template="pages/plain.html",
        title=plain.title,
        summary=plain.summary,
        markdown=True,
        values={"plain": plain},
    )


def _address(plain: PlainPage) -> str:
    return f"{plain.name}.html"


PAGE = PageType(name="plain", of_site=of_site)
