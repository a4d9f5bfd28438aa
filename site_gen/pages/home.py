"""The catalog becomes the front page: where to start, every pathway, every role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from site_gen.addresses import role_address
from site_gen.model.catalog import Catalog
from site_gen.model.role import Role
from site_gen.pages import PageType
from site_gen.render.facts import card_view
from site_gen.render.page import Page

MOST_STARTS = 12
"""How many roles the fold offers to start from; the list below it has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleEntry:
    """A role in a list, and how many pathways lead to it and away from it."""

    name: str
    address: str
    ways_in: int
    ways_out: int


def make(catalog: Catalog) -> Iterator[Page]:
    """The one front page."""
    roles = sorted((_entry(catalog, role) for role in catalog.roles_by_id.values()), key=_by_name)
    starts = sorted((role for role in roles if role.ways_out), key=lambda each: -each.ways_out)[:MOST_STARTS]
    yield Page(
        address="index.html",
        template="pages/home.html",
        title="",
        summary=catalog.site.description,
        values={
            "cards": tuple(card_view(card) for card in catalog.cards),
            "roles": tuple(roles),
            "starts": tuple(sorted(starts, key=_by_name)),
        },
    )


def _entry(catalog: Catalog, role: Role) -> RoleEntry:
    return RoleEntry(
        name=role.name,
        address=role_address(role.id),
        ways_in=len(catalog.ways_in(role.id)),
        ways_out=len(catalog.ways_out(role.id)),
    )


def _by_name(entry: RoleEntry) -> tuple[str, str]:
    return entry.name.casefold(), entry.address


PAGE = PageType(name="home", make=make)
