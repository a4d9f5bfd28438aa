"""Pathways side by side: one page with a table of all, in which a script puts up to three of them, or routes, apart."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.addresses import COMPARE_ADDRESS
from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.render.compare_rows import compare_rows
from site_gen.render.page import Page
from site_gen.render.routes import PATTERNS
from site_gen.render.words import sentence
from site_gen.render.workings import GATES


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The one page, where there is a pathway at all."""
    if catalog.listings_by_slug:
        yield Planned(address=COMPARE_ADDRESS, asks=frozenset({"listings"}), make=lambda: _page(catalog))


def _page(catalog: Catalog) -> Page:
    return Page(
        address=COMPARE_ADDRESS,
        template="pages/compare.html",
        title="Compare pathways",
        summary="Up to three pathways or routes side by side: hours, months, pay and its arithmetic, skills and gates.",
        markdown=True,
        values={
            "rows": compare_rows(catalog),
            "patterns": PATTERNS,
            "gates": {gate or "none": sentence(text) for gate, text in GATES.items()},
        },
    )


PAGE = PageType(name="compare", of_site=of_site)
