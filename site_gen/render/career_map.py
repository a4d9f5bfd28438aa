"""Roles and pathways become the career map: a drawing, and the same pathways as rows of a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from site_gen.addresses import pathway_address
from site_gen.model.catalog import Listing
from site_gen.model.role import Role
from site_gen.record import record
from site_gen.render.facts import facts_of
from site_gen.render.map_columns import into_columns
from site_gen.render.map_drawing import map_drawing, way_of
from site_gen.render.map_pay import PayAxis, amount_of, axis_of, spot_of, without_place
from site_gen.render.sources import sources_of_pay


@record
class MapRow:
    """A pathway in the table of a map: its page and the words of its badges; `pay` is that of its two roles."""

    address: str
    title: str
    difficulty: str
    time: str
    pay: str


@record
class MapGroup:
    """The pathways of a map that begin in one field."""

    field: str
    rows: tuple[MapRow, ...]


@record
class CareerMap:
    """A map: its drawing and its table.

    `note` says what the axis rests on, and something of the roles that have no place on it; it may be empty.
    """

    drawing: Markup
    groups: tuple[MapGroup, ...]
    note: str


def map_of_fields(roles: Sequence[Role], listings: Sequence[Listing], root: str) -> CareerMap:
    """The map of these roles and of the pathways between them, a column a field.

    From the page that it is on, `root` leads to the home page.
    """
    axis = axis_of(roles)
    spots = [spot_of(each, axis) for each in roles]
    drawing = map_drawing(spots, roles, listings, currency=axis.currency, root=root, named=True)
    return CareerMap(drawing=drawing, groups=map_groups(listings), note=_note(roles, axis))


def map_of_field(roles: Sequence[Role], listings: Sequence[Listing], root: str) -> CareerMap:
    """The same for the roles of one field, in columns that have no name."""
    axis = axis_of(roles)
    spots = into_columns([spot_of(each, axis) for each in roles], [way_of(each) for each in listings])
    drawing = map_drawing(spots, roles, listings, currency=axis.currency, root=root, named=False)
    return CareerMap(drawing=drawing, groups=map_groups(listings), note=_note(roles, axis))


def _note(roles: Sequence[Role], axis: PayAxis) -> str:
    return " ".join(filter(None, (sources_of_pay(roles), without_place(roles, axis))))


def map_groups(listings: Sequence[Listing]) -> tuple[MapGroup, ...]:
    """The rows of the table of a map, by the fields that the pathways begin in."""
    by_field: dict[str, list[Listing]] = defaultdict(list)
    for each in listings:
        by_field[each.origin.family].append(each)
    fields = sorted(by_field, key=str.casefold)
    return tuple(MapGroup(field=field, rows=tuple(map(map_row, by_field[field]))) for field in fields)


def map_row(listing: Listing) -> MapRow:
    """A pathway as a row of a table. Its two roles are there, so it has figures."""
    assert listing.facts.figures is not None
    facts = facts_of(listing.facts.figures)
    return MapRow(
        address=pathway_address(listing.slug),
        title=f"{listing.origin.name} to {listing.target.name}",
        difficulty=facts.difficulty,
        time=facts.time or "Not known",
        pay=f"{amount_of(listing.origin) or 'not known'} to {amount_of(listing.target) or 'not known'}",
    )
