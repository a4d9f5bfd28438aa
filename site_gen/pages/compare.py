"""Pathways side by side: one page with a table of all, in which a script puts up to three of them, or routes, apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from site_gen.addresses import COMPARE_ADDRESS, pathway_address
from site_gen.model.catalog import Catalog, Listing
from site_gen.model.pathway import Gate
from site_gen.pages import PageType, Planned
from site_gen.record import record
from site_gen.render.facts import UNKNOWN, Facts, facts_of
from site_gen.render.page import Page
from site_gen.render.routes import PATTERNS
from site_gen.render.words import grouped, sentence
from site_gen.render.workings import GATES

MOST_ROWS: Final = 100
"""A table of more pathways is no comparison: then the pages of roles have theirs side by side."""


_GATES: Final = {None: "None", Gate.CERTIFICATE: "Certificate", Gate.LICENCE: "License", Gate.DEGREE: "Degree"}


@record
class Row:
    """A pathway in the table of all."""

    title: str
    address: str
    facts: Facts
    hours: str
    gate: str


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The one page, where there is a pathway at all."""
    if catalog.listings_by_slug:
        yield Planned(address=COMPARE_ADDRESS, asks=frozenset({"listings", "roles"}), make=lambda: _page(catalog))


def _page(catalog: Catalog) -> Page:
    listings = catalog.listings
    return Page(
        address=COMPARE_ADDRESS,
        template="pages/compare.html",
        title="Compare pathways",
        summary="Up to three pathways or routes side by side: hours, months, pay and its arithmetic, skills and gates.",
        values={
            "rows": tuple(map(_row, listings)) if len(listings) <= MOST_ROWS else (),
            "patterns": PATTERNS,
            "gates": {gate or "none": sentence(text) for gate, text in GATES.items()},
        },
    )


def _row(listing: Listing) -> Row:
    figures, study = listing.facts.figures, listing.facts.study
    assert figures is not None, "a listing has both its roles"
    return Row(
        title=f"{listing.origin.name} to {listing.target.name}",
        address=pathway_address(listing.slug),
        facts=facts_of(figures),
        hours=grouped(study.hours) if study.hours else UNKNOWN,
        gate=_GATES[study.gate],
    )


PAGE = PageType(name="compare", of_site=of_site)
