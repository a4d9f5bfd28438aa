"""A role becomes an entry of a list: its name, and how many pathways lead to it and away from it."""

from __future__ import annotations

from site_gen.addresses import role_address
from site_gen.model.catalog import Catalog
from site_gen.model.role import Role
from site_gen.record import record


@record
class RoleEntry:
    """A role in a list, and how many pathways lead to it and away from it."""

    name: str
    address: str
    ways_in: int
    ways_out: int


def role_entry(catalog: Catalog, role: Role) -> RoleEntry:
    """The entry of a role."""
    return RoleEntry(
        name=role.name,
        address=role_address(role.id),
        ways_in=len(catalog.slugs_by_target.get(role.id, ())),
        ways_out=len(catalog.slugs_by_origin.get(role.id, ())),
    )
