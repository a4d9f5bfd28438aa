"""The lists of a catalog that are too long for their page become pages of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from site_gen.addresses import (
    ROLES_ADDRESS,
    ROLES_FOLDER,
    ROUTES_ADDRESS,
    ROUTES_FOLDER,
    SKILLS_ADDRESS,
    SKILLS_FOLDER,
    role_address,
    skill_address,
)
from site_gen.model.catalog import Catalog, Listing
from site_gen.model.role import Role
from site_gen.model.skill_index import Skill
from site_gen.record import record
from site_gen.render.map_pages import field_maps
from site_gen.render.neighbourhood import quickest
from site_gen.render.paging import Leaf, leaves
from site_gen.render.words import counted

LINES: Final = 200
"""So many entries of one line a page holds: with its style it is 14 kB packed, which is one round trip."""

ENTRIES: Final = 100
"""So many cards, or entries of several links, a page holds."""

MOST_WAYS: Final = 24
"""So many ways in, and as many out, are on the page of a role; if it has more, those are that it draws."""

MOST_OF_SKILL: Final = 100
"""So many pathways that teach a skill, and so many roles that bring it, are on its page."""

FIRST_OF_SKILL: Final = 50
"""So many of each are there if it has more."""

TAUGHT: Final = "Who needs it, and how long it takes"
BROUGHT: Final = "Who brings it"
"""What the lists of a skill are called."""

Entry = TypeVar("Entry")


@record
class Side:
    """One side of a role, the ways in or the ways out: what it is called, its pathways, and the pages of their own.

    `asks` is what these pages ask of the catalog: the ways, of which each has the names of its roles.
    """

    title: str
    asks: frozenset[str]
    ways: tuple[Listing, ...]
    pages: tuple[Leaf, ...]

    @property
    def shown(self) -> tuple[Listing, ...]:
        """Those that the page of the role shows: all, or of many the quickest, in the order that they have."""
        if not self.pages:
            return self.ways
        drawn = {each.slug for each in quickest(self.ways)}
        return tuple(each for each in self.ways if each.slug in drawn)

    @property
    def count(self) -> str:
        """`1 way in`, `162 ways in`."""
        return counted(len(self.ways), self.title.lower().replace("ways", "way"), self.title.lower())

    @property
    def all_of(self) -> str:
        """Where all of them are, if the page of the role shows but some."""
        return self.pages[0].address if self.pages else ""


def pages_of_skills(catalog: Catalog) -> tuple[Leaf, ...]:
    """The pages of the list of all skills."""
    names = [each.name for each in catalog.skills.by_name]
    return leaves(len(names), size=LINES, first=SKILLS_ADDRESS, folder=SKILLS_FOLDER, names=names)


def asks_of_skills(catalog: Catalog, leaf: Leaf) -> frozenset[str]:
    """What a page of that list asks of the catalog: all pathways if it is the only one, else the skills it shows."""
    if len(leaf.addresses) == 1:
        return frozenset({"listings", "skills"})
    shown = {f"skill:{each.slug}" for each in leaf.part_of(catalog.skills.by_name)}
    return frozenset({"skill_list", "skills", *shown})


def pages_of_roles(catalog: Catalog) -> tuple[Leaf, ...]:
    """The pages of the list of all roles; none where the front page has them all."""
    if len(catalog.roles_by_id) <= LINES:
        return ()
    names = [each.name for each in roles_by_name(catalog)]
    return leaves(len(names), size=LINES, first=ROLES_ADDRESS, folder=ROLES_FOLDER, names=names)


def asks_of_roles(catalog: Catalog, leaf: Leaf) -> frozenset[str]:
    """What a page of that list asks of the catalog: all roles, and the ways of those that it shows."""
    shown = leaf.part_of(roles_by_name(catalog))
    return frozenset({"roles", *(f"{side}:{each.id}" for each in shown for side in ("ways_in", "ways_out"))})


def roles_by_name(catalog: Catalog) -> tuple[Role, ...]:
    """Every role, in the order of names."""
    return tuple(sorted(catalog.roles_by_id.values(), key=lambda each: (each.name.casefold(), role_address(each.id))))


def pages_of_map(address: str, roles: Sequence[Role]) -> tuple[Leaf, ...]:
    """The pages of the roles of a field, which are in the order of names, from that of its map at an address on."""
    names = [each.name for each in roles]
    return leaves(len(names), size=LINES, first=address, folder=address.removesuffix(".html"), names=names)


def pages_of_routes(catalog: Catalog) -> tuple[Leaf, ...]:
    """The pages of the list of all pairs of roles that have a page of routes."""
    names = sorted(catalog.roles_by_id[origin].name for origin, _ in catalog.route_pairs)
    return leaves(len(names), size=LINES, first=ROUTES_ADDRESS, folder=ROUTES_FOLDER, names=names)


def ways_in(catalog: Catalog, role_id: str) -> Side:
    """The pathways into a role; they have pages of their own where they are many."""
    ways = catalog.ways_in(role_id)
    pages = _pages_of_ways(role_id, "ways-in", [each.origin.name for each in ways])
    return Side(title="Ways in", asks=frozenset({f"ways_in:{role_id}"}), ways=ways, pages=pages)


def ways_out(catalog: Catalog, role_id: str) -> Side:
    """The pathways out of a role; they have pages of their own where they are many."""
    ways = catalog.ways_out(role_id)
    pages = _pages_of_ways(role_id, "ways-out", [each.target.name for each in ways])
    return Side(title="Ways out", asks=frozenset({f"ways_out:{role_id}"}), ways=ways, pages=pages)


def pages_of_taught(skill: Skill) -> tuple[Leaf, ...]:
    """The pages of the pathways that teach a skill; none where its own page has them all."""
    return _pages_of_skill(skill, "pathways", len(skill.taught))


def pages_of_brought(catalog: Catalog, skill: Skill) -> tuple[Leaf, ...]:
    """The pages of the roles that bring a skill along; none where its own page has them all."""
    if len(skill.used) <= MOST_OF_SKILL:
        return ()
    roles = catalog.roles_that_bring(skill)
    return _pages_of_skill(skill, "roles", len(roles), [each.name for each in roles])


def first_of_skill(entries: Sequence[Entry], pages: Sequence[Leaf]) -> Sequence[Entry]:
    """Those entries that the page of a skill shows: all, or the first of a list that has pages of its own."""
    return entries[:FIRST_OF_SKILL] if pages else entries


def lists_of_skill(catalog: Catalog, skill: Skill) -> Iterator[tuple[str, tuple[Leaf, ...]]]:
    """The two lists of a skill by what they are called, with the pages that each has of its own."""
    yield TAUGHT, pages_of_taught(skill)
    yield BROUGHT, pages_of_brought(catalog, skill)


def list_addresses(catalog: Catalog) -> Iterator[str]:
    """The address of each page that only goes on with a list, for a list of all pages."""
    if catalog.skills.by_slug:
        yield from (each.address for each in pages_of_skills(catalog)[1:])
    yield from (each.address for each in pages_of_roles(catalog))
    if catalog.listings_by_slug:
        yield from (each.address for each in pages_of_routes(catalog)[1:])
    by_field: dict[str, list[Role]] = defaultdict(list)
    for role in roles_by_name(catalog):
        by_field[role.family].append(role)
    for field, address in field_maps(catalog).items():
        yield from (each.address for each in pages_of_map(address, by_field[field])[1:])
    for role_id in catalog.roles_by_id:
        for side in (ways_in(catalog, role_id), ways_out(catalog, role_id)):
            yield from (each.address for each in side.pages)
    for skill in catalog.skills.by_slug.values():
        for _, pages in lists_of_skill(catalog, skill):
            yield from (each.address for each in pages)


def _pages_of_ways(role_id: str, name: str, names: Sequence[str]) -> tuple[Leaf, ...]:
    return _below(role_address(role_id), name, len(names), names) if len(names) > MOST_WAYS else ()


def _pages_of_skill(skill: Skill, name: str, count: int, names: Sequence[str] = ()) -> tuple[Leaf, ...]:
    return _below(skill_address(skill.slug), name, count, names) if count > MOST_OF_SKILL else ()


def _below(page: str, name: str, count: int, names: Sequence[str]) -> tuple[Leaf, ...]:
    """The pages of a list that belongs to a page, in its folder: a name is no number, so that none is met twice."""
    folder = f"{page.removesuffix('.html')}/{name}"
    return leaves(count, size=ENTRIES, first=f"{folder}.html", folder=folder, names=names)
