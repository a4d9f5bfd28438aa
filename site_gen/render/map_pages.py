"""The fields of a catalog become the pages of its map: one of all, or one for each where that would be too full."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from site_gen.model.catalog import Catalog
from site_gen.model.skill import unique_slugs

MOST_ROLES: Final = 60
MOST_FIELDS: Final = 12
SPARE_WAYS: Final = 30
"""With more roles or fields than this, or so many more pathways than roles, nobody finds their way on a drawing."""


def fits(roles: int, ways: int) -> bool:
    """Whether one drawing can be read that shows so many roles and pathways."""
    return roles <= MOST_ROLES and ways <= roles + SPARE_WAYS


def field_maps(catalog: Catalog) -> Mapping[str, str]:
    """The address of the map of each field, by its name; nothing where one map shows all."""
    fields = {role.family for role in catalog.roles_by_id.values()}
    if fits(len(catalog.roles_by_id), len(catalog.listings)) and len(fields) <= MOST_FIELDS:
        return {}
    return {field: f"map/{slug}.html" for field, slug in unique_slugs(fields).items()}
