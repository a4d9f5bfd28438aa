"""The career map becomes Markdown beside its pages: a table of its pathways, or of its fields where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from site_gen.addresses import MAP_ADDRESS, markdown_address, role_address
from site_gen.model.catalog import Catalog, Listing
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.career_map import map_groups
from site_gen.render.long_lists import pages_of_map
from site_gen.render.map_fields import FieldEntry, Fields, by_field, field_entry, neighbours_of, roles_by_name
from site_gen.render.map_pages import field_maps, fits
from site_gen.render.markdown_text import bullets, document, link, plain, table
from site_gen.render.paging import Leaf, onward

_ASKS: Final = frozenset({"listings", "roles"})
_TITLE: Final = "Career map"


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for each page of the map; none without a role."""
    if not catalog.roles_by_id:
        return
    address, addresses = markdown_address(MAP_ADDRESS), field_maps(catalog)
    if not addresses:
        yield PlannedFile(address=address, asks=_ASKS, make=partial(_whole, catalog))
        return
    fields = by_field(catalog, addresses)
    yield PlannedFile(address=address, asks=_ASKS, make=partial(_overview, fields))
    for field in fields.roles:
        for leaf in pages_of_map(fields.addresses[field], roles_by_name(fields, field)):
            make = partial(_field, fields, field, leaf)
            yield PlannedFile(address=markdown_address(leaf.address), asks=_ASKS, make=make)


def _whole(catalog: Catalog) -> bytes:
    roles = [link(each.name, markdown_address(role_address(each.id))) for each in catalog.roles_by_id.values()]
    return document(_TITLE, [*_pathways(catalog.listings, ""), "## Roles", bullets(roles)])


def _overview(fields: Fields) -> bytes:
    head = ("Field", "Roles", "Pathways inside", "Into it", "Out of it")
    rows = [_counts(field_entry(fields, each)) for each in fields.roles]
    return document(_TITLE, [table(head, rows)])


def _counts(entry: FieldEntry) -> tuple[str, ...]:
    counts = (entry.roles, entry.within, entry.ways_in, entry.ways_out)
    return link(entry.name, markdown_address(entry.address)), *map(str, counts)


def _field(fields: Fields, field: str, leaf: Leaf) -> bytes:
    roles, within = roles_by_name(fields, field), fields.within.get(field, ())
    shown = [link(each.name, leaf.root + markdown_address(role_address(each.id))) for each in leaf.part_of(roles)]
    parts = [
        *_pathways(within if leaf.is_first and fits(len(roles), len(within)) else (), leaf.root),
        "## Roles",
        bullets(shown),
        *onward(leaf),
        *(_neighbours(fields, field) if leaf.is_first else ()),
    ]
    return document(f"{field} on the career map{leaf.ordinal}", parts)


def _neighbours(fields: Fields, field: str) -> Iterator[str]:
    others = [
        (link(each.name, f"../{markdown_address(each.address)}"), str(each.ways_in), str(each.ways_out))
        for each in neighbours_of(fields, field)
    ]
    if others:
        yield "## To and from other fields"
        yield table(("Field", "Pathways from there", "Pathways to there"), others)


def _pathways(listings: Sequence[Listing], root: str) -> Iterator[str]:
    """The pathways of a map, under the fields that they begin in where these are several; `root` leads to its home."""
    groups = map_groups(listings)
    for group in groups:
        if len(groups) > 1:
            yield f"## From {plain(group.field)}"
        rows = [
            (link(row.title, root + markdown_address(row.address)), row.difficulty, row.time, plain(row.pay))
            for row in group.rows
        ]
        yield table(("Pathway", "Difficulty", "Time", "Pay"), rows)


OUTPUT = OutputType(name="markdown_map", plan=plan)
