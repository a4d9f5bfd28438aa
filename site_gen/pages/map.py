"""The catalog becomes the career map: one drawing of a small site; of a large one a list of its fields and one each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from site_gen.addresses import MAP_ADDRESS
from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.render.career_map import CareerMap, map_of_field, map_of_fields
from site_gen.render.linked_data import page_below
from site_gen.render.long_lists import pages_of_map
from site_gen.render.map_fields import FieldEntry, Fields, by_field, field_entry, neighbours_of, roles_by_name
from site_gen.render.map_pages import field_maps, fits
from site_gen.render.page import Page
from site_gen.render.paging import Leaf
from site_gen.render.role_entry import RoleEntry, role_entry
from site_gen.render.words import counted, sentence

_ASKS: Final = frozenset({"listings", "roles"})


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The map, and where that would be too full to read, one for each field; none without a role."""
    if not catalog.roles_by_id:
        return
    addresses = field_maps(catalog)
    if not addresses:
        yield Planned(address=MAP_ADDRESS, asks=_ASKS, make=partial(_whole, catalog))
        return
    fields = by_field(catalog, addresses)
    yield Planned(address=MAP_ADDRESS, asks=_ASKS, make=partial(_overview, fields))
    for field in fields.roles:
        for leaf in pages_of_map(fields.addresses[field], roles_by_name(fields, field)):
            make = partial(_field if leaf.is_first else _further, catalog, fields, field, leaf)
            yield Planned(address=leaf.address, asks=_ASKS, make=make)


def _whole(catalog: Catalog) -> Page:
    roles = tuple(catalog.roles_by_id.values())
    summary = f"{counted(len(roles), 'role')} and {counted(len(catalog.listings), 'pathway')} on one map."
    return _page(MAP_ADDRESS, summary, drawn=map_of_fields(roles, catalog.listings, ""))


def _overview(fields: Fields) -> Page:
    entries = tuple(field_entry(fields, field) for field in fields.roles)
    summary = f"{counted(len(entries), 'field')} with {counted(sum(each.roles for each in entries), 'role')}."
    return _page(MAP_ADDRESS, summary, entries=entries)


def _field(catalog: Catalog, fields: Fields, field: str, leaf: Leaf) -> Page:
    roles, within = fields.roles[field], fields.within.get(field, ())
    drawn = map_of_field(roles, within, "../") if within and fits(len(roles), len(within)) else None
    page = _page(
        leaf.address,
        f"{field}: {counted(len(roles), 'role')}, {counted(len(within), 'pathway')} between them.",
        field=field,
        drawn=drawn,
        entries=tuple(neighbours_of(fields, field)),
        roles=tuple(role_entry(catalog, each) for each in leaf.part_of(roles_by_name(fields, field))),
        leaf=leaf,
    )
    return page_below(page, (("Map", MAP_ADDRESS),), field, catalog.site)


def _further(catalog: Catalog, fields: Fields, field: str, leaf: Leaf) -> Page:
    """A page that goes on with the roles of a field."""
    page = _page(
        leaf.address,
        f"{field}: {counted(leaf.of, 'role')}{leaf.ordinal}.",
        field=field,
        roles=tuple(role_entry(catalog, each) for each in leaf.part_of(roles_by_name(fields, field))),
        leaf=leaf,
    )
    above = (("Map", MAP_ADDRESS), (field, fields.addresses[field]))
    return page_below(page, above, sentence(leaf.place), catalog.site)


def _page(
    address: str,
    summary: str,
    *,
    field: str = "",
    drawn: CareerMap | None = None,
    entries: Sequence[FieldEntry] = (),
    roles: Sequence[RoleEntry] = (),
    leaf: Leaf | None = None,
) -> Page:
    title = f"{field} on the career map{leaf.ordinal if leaf else ''}" if field else "Career map"
    values = {"field": field, "map": drawn, "fields": entries, "roles": roles, "leaf": leaf}
    return Page(address=address, template="pages/map.html", title=title, summary=summary, markdown=True, values=values)


PAGE = PageType(name="map", of_site=of_site)
