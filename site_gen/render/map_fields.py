"""The roles and pathways of a large site become its fields: what is in each, and who leads from one to another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from site_gen.model.catalog import Catalog, Listing
from site_gen.model.role import Role
from site_gen.record import record


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
class Fields:
    """A site by its fields: the roles, inner pathways and address of each, and pathways from field to field."""

    roles: Mapping[str, Sequence[Role]]
    within: Mapping[str, Sequence[Listing]]
    addresses: Mapping[str, str]
    counts: Mapping[tuple[str, str], int]


def by_field(catalog: Catalog, addresses: Mapping[str, str]) -> Fields:
    """The fields of a site whose maps are at these addresses."""
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
    return Fields(roles=roles, within=within, addresses=addresses, counts=counts)


def roles_by_name(fields: Fields, field: str) -> Sequence[Role]:
    """The roles of a field, in the order of names."""
    return sorted(fields.roles[field], key=lambda each: (each.name.casefold(), each.id))


def field_entry(fields: Fields, field: str) -> FieldEntry:
    """A field as it stands in the list of all."""
    within = fields.counts.get((field, field), 0)
    return FieldEntry(
        name=field,
        address=fields.addresses[field],
        roles=len(fields.roles[field]),
        within=within,
        ways_in=sum(count for (_, target), count in fields.counts.items() if target == field) - within,
        ways_out=sum(count for (origin, _), count in fields.counts.items() if origin == field) - within,
    )


def neighbours_of(fields: Fields, field: str) -> Iterator[FieldEntry]:
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
