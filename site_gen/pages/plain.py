"""Plain pages, such as about and method, become pages of the site."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.model.catalog import Catalog
from site_gen.pages import PageType
from site_gen.render.page import Page

OWNED_ELSEWHERE = frozenset({"404", "index"})


def of_site(catalog: Catalog) -> Iterator[Page]:
    """A page for every plain page that no other page type makes."""
    for name, plain in catalog.pages_by_name.items():
        if name not in OWNED_ELSEWHERE:
            yield Page(
                address=f"{name}.html",
                template="pages/plain.html",
                title=plain.title,
                summary=plain.summary,
                values={"plain": plain},
            )


PAGE = PageType(name="plain", of_site=of_site)
