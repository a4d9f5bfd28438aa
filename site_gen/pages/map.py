"""The catalog becomes the career map: one drawing of a small site; of a large one a list of its fields and one each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from site_gen.addresses import MAP_ADDRESS, role_address
from site_gen.model.catalog import Catalog, Listing
from site_gen.model.role import Role
from site_gen.pages import PageType, Planned
from site_gen.record import record
from site_gen.render.career_map import CareerMap, map_of_field, map_of_fields
from site_gen.render.map_pages import field_maps, fits
from site_gen.render.page import Page
from site_gen.render.words import counted

_ASKS: Final = frozenset({"listings", "roles"})


@record
class RoleEntry:
    """A role in a list, and how many pathways lead to it and away from it."""

    name: str
    address: str
    ways_in: int
    ways_out: int


@record
class FieldEntry:
    """A field in a list: its roles and the pathways inside it, into it and out of it; `address` is that of its map."""

    name: str
    address: str
    roles: int
    within: int
    ways_in: int
    ways_out: int


@record
class _Fields:
    """A site by its fields: the roles, inner pathways and address of each, and pathways from field to field."""

    roles: Mapping[str, Sequence[Role]]
    within: Mapping[str, Sequence[Listing]]
    addresses: Mapping[str, str]
    counts: Mapping[tuple[str, str], int]


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The map, and where that would be too full to read, one for each field; none without a role."""
    if not catalog.roles_by_id:
        return
    addresses = field_maps(catalog)
    if not addresses:
        yield Planned(address=MAP_ADDRESS, asks=_ASKS, make=partial(_whole, catalog))
        return
    fields = _by_field(catalog, addresses)
    yield Planned(address=MAP_ADDRESS, asks=_ASKS, make=partial(_overview, fields))
    for field in fields.roles:
        yield Planned(address=fields.addresses[field], asks=_ASKS, make=partial(_field, catalog, fields, field))


def _by_field(catalog: Catalog, addresses: Mapping[str, str]) -> _Fields:
    roles: dict[str, list[Role]] = defaultdict(list)
    within: dict[str, list[Listing]] = defaultdict(list)
    counts: Counter[tuple[str, str]] = Counter()
    for role in sorted(catalog.roles_by_id.values(), key=lambda each: each.family.casefold()):
        roles[role.family].append(role)
    for each in catalog.listings:
        origin, target = each.origin.family, each.target.family
        counts[origin, target] += 1
        if origin == target:
            within[origin].append(each)
    return _Fields(roles=roles, within=within, addresses=addresses, counts=counts)


def _whole(catalog: Catalog) -> Page:
    roles = tuple(catalog.roles_by_id.values())
    summary = f"{counted(len(roles), 'role')} and {counted(len(catalog.listings), 'pathway')} on one map."
    return _page(MAP_ADDRESS, summary, drawn=map_of_fields(roles, catalog.listings, ""))


def _overview(fields: _Fields) -> Page:
    entries = tuple(_entry(fields, field) for field in fields.roles)
    summary = f"{counted(len(entries), 'field')} with {counted(sum(each.roles for each in entries), 'role')}."
    return _page(MAP_ADDRESS, summary, entries=entries)


def _field(catalog: Catalog, fields: _Fields, field: str) -> Page:
    roles, within = fields.roles[field], fields.within.get(field, ())
    drawn = map_of_field(roles, within, "../") if within and fits(len(roles), len(within)) else None
    return _page(
        fields.addresses[field],
        f"{field}: {counted(len(roles), 'role')}, {counted(len(within), 'pathway')} between them.",
        field=field,
        drawn=drawn,
        entries=tuple(_neighbours(fields, field)),
        roles=tuple(_role(catalog, each) for each in sorted(roles, key=lambda one: (one.name.casefold(), one.id))),
    )


def _page(
    address: str,
    summary: str,
    *,
    field: str = "",
    drawn: CareerMap | None = None,
    entries: Sequence[FieldEntry] = (),
    roles: Sequence[RoleEntry] = (),
) -> Page:
    title = f"{field} on the career map" if field else "Career map"
    values = {"field": field, "map": drawn, "fields": entries, "roles": roles}
    return Page(address=address, template="pages/map.html", title=title, summary=summary, values=values)


def _entry(fields: _Fields, field: str) -> FieldEntry:
    within = fields.counts.get((field, field), 0)
    return FieldEntry(
        name=field,
        address=fields.addresses[field],
        roles=len(fields.roles[field]),
        within=within,
        ways_in=sum(count for (_, target), count in fields.counts.items() if target == field) - within,
        ways_out=sum(count for (origin, _), count in fields.counts.items() if origin == field) - within,
    )


def _neighbours(fields: _Fields, field: str) -> Iterator[FieldEntry]:
    """The other fields that pathways lead to from a field, or come from: how many do."""
    for other, roles in fields.roles.items():
        ways_in, ways_out = fields.counts.get((other, field), 0), fields.counts.get((field, other), 0)
        if other != field and ways_in + ways_out:
            yield FieldEntry(
                name=other,
                address=fields.addresses[other],
                roles=len(roles),
                within=fields.counts.get((other, other), 0),
                ways_in=ways_in,
                ways_out=ways_out,
            )


def _role(catalog: Catalog, role: Role) -> RoleEntry:
    return RoleEntry(
        name=role.name,
        address=role_address(role.id),
        ways_in=len(catalog.slugs_by_target.get(role.id, ())),
        ways_out=len(catalog.slugs_by_origin.get(role.id, ())),
    )


PAGE = PageType(name="map", of_site=of_site)
