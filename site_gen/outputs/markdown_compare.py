"""The table of all pathways becomes compare.md beside its page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import COMPARE_ADDRESS, markdown_address
from site_gen.model.catalog import Catalog
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.compare_rows import Row, compare_rows
from site_gen.render.facts import ESTIMATE, UNKNOWN
from site_gen.render.markdown_text import document, link, plain, table


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """One file, where there is a pathway at all."""
    if catalog.listings_by_slug:
        asks = frozenset({"listings"})
        yield PlannedFile(address=markdown_address(COMPARE_ADDRESS), asks=asks, make=partial(_make, catalog))


def _make(catalog: Catalog) -> bytes:
    head = ("Pathway", "Difficulty", "Time", "Hours", "Pay", "Demand", "Gate")
    rows = [_cells(each) for each in compare_rows(catalog)]
    home = link("all pathways", "index.md")
    many = f"There are too many pathways for one table. Each role has its ways in and out side by side: {home}."
    return document("Compare pathways", [table(head, rows) if rows else many])


def _cells(row: Row) -> tuple[str, ...]:
    facts = row.facts
    return (
        link(row.title, markdown_address(row.address)),
        facts.difficulty,
        facts.time or UNKNOWN,
        row.hours,
        plain((facts.pay or UNKNOWN) + ESTIMATE * facts.is_estimate),
        facts.demand or UNKNOWN,
        row.gate,
    )


OUTPUT = OutputType(name="markdown_compare", plan=plan)
