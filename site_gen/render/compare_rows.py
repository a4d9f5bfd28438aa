"""Pathways become the rows of the table in which all are compared."""

from __future__ import annotations

from typing import Final

from site_gen.addresses import pathway_address
from site_gen.model.catalog import Catalog, Listing
from site_gen.model.pathway import Gate
from site_gen.record import record
from site_gen.render.facts import UNKNOWN, Facts, facts_of
from site_gen.render.words import grouped

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


def compare_rows(catalog: Catalog) -> tuple[Row, ...]:
    """A row for each pathway of a site; none where they would be too many."""
    listings = catalog.listings
    return tuple(map(_row, listings)) if len(listings) <= MOST_ROWS else ()


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
