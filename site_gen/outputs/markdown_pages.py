"""The front page, each role and each plain page become Markdown beside their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from site_gen.addresses import (
    COMPARE_ADDRESS,
    MAP_ADDRESS,
    ROUTES_ADDRESS,
    SKILLS_ADDRESS,
    markdown_address,
    pathway_markdown,
    role_address,
)
from site_gen.model.catalog import Catalog, Listing
from site_gen.model.page import PlainPage
from site_gen.model.role import Role
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.facts import facts_of
from site_gen.render.field_pages import FieldPage, field_pages
from site_gen.render.long_lists import Side, asks_of_roles, pages_of_roles, roles_by_name, ways_in, ways_out
from site_gen.render.markdown_text import bullets, document, link, plain
from site_gen.render.occupation import occupation_in_words, outlook_in_words
from site_gen.render.open_data import url_of
from site_gen.render.paging import Leaf, onward
from site_gen.render.pay import pay_in_words, sources_in_words
from site_gen.render.role_entry import role_entry
from site_gen.render.words import counted

_WITHOUT: Final = frozenset({"404", "index"})
"""Plain pages that are only parts of another page, or of none."""


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for the front page, for every role and for every plain page."""
    asks = frozenset({"listings", "roles", "pages", *(f"page:{name}" for name in catalog.pages_by_name)})
    yield PlannedFile(address="index.md", asks=asks, make=partial(_home, catalog))
    for role_id, role in catalog.roles_by_id.items():
        address = markdown_address(role_address(role_id))
        asks = frozenset({f"role:{role_id}", f"ways_in:{role_id}", f"ways_out:{role_id}"})
        yield PlannedFile(address=address, asks=asks, make=partial(_role, catalog, role))
        for side in (ways_in(catalog, role_id), ways_out(catalog, role_id)):
            for leaf in side.pages:
                make = partial(_ways, role, side, leaf)
                yield PlannedFile(address=markdown_address(leaf.address), asks=side.asks, make=make)
    for leaf in pages_of_roles(catalog):
        make = partial(_roles, catalog, leaf)
        yield PlannedFile(address=markdown_address(leaf.address), asks=asks_of_roles(catalog, leaf), make=make)
    for pages in field_pages(catalog).values():
        asks = frozenset(f"ways_in:{each.target.id}" for page in pages for each in page.listings)
        for field_page in pages:
            address = markdown_address(field_page.leaf.address)
            yield PlannedFile(address=address, asks=asks, make=partial(_field, field_page))
    for name, page in catalog.pages_by_name.items():
        if name not in _WITHOUT:
            yield PlannedFile(address=f"{name}.md", asks=frozenset({f"page:{name}"}), make=partial(_plain, page))


def _home(catalog: Catalog) -> bytes:
    site = catalog.site
    pages = [page for name, page in catalog.pages_by_name.items() if name not in _WITHOUT]
    lists = [link(name, markdown_address(address)) for name, address in _lists(catalog)]
    more = (link("All of this as JSON", "api/index.json"), link("the pathways as CSV", "catalog.csv"))
    parts = [
        plain(site.headline),
        plain(site.description),
        *_all_pathways(catalog),
        *_list("Roles", _all_roles(catalog)),
        *_list("More", [*lists, *(link(each.title, f"{each.name}.md") for each in pages), *more]),
    ]
    return document(site.title, parts)


def _all_pathways(catalog: Catalog) -> list[str]:
    """The list of all pathways, or of a large site that of its fields."""
    fields = [
        f"{link(field, markdown_address(pages[0].leaf.address))}: {counted(pages[0].leaf.of, 'pathway')}"
        for field, pages in field_pages(catalog).items()
    ]
    return _list("Pathways by field", fields) or _pathways("Pathways", catalog.listings, "")


def _all_roles(catalog: Catalog) -> list[str]:
    """Every role, or of a large site the way to their list."""
    if pages := pages_of_roles(catalog):
        return [link(f"All {counted(pages[0].of, 'role')}, A to Z", markdown_address(pages[0].address))]
    return [link(each.name, markdown_address(role_address(each.id))) for each in roles_by_name(catalog)]


def _field(page: FieldPage) -> bytes:
    leaf = page.leaf
    ways = _pathways("Pathways", page.listings, leaf.root)
    return document(f"Pathways into {page.field}{leaf.ordinal}", [*ways, *onward(leaf)])


def _ways(role: Role, side: Side, leaf: Leaf) -> bytes:
    ways = _pathways("Pathways", leaf.part_of(side.ways), leaf.root)
    return document(f"{role.name}: {side.title.lower()}{leaf.ordinal}", [*ways, *onward(leaf)])


def _roles(catalog: Catalog, leaf: Leaf) -> bytes:
    entries = [role_entry(catalog, each) for each in leaf.part_of(roles_by_name(catalog))]
    lines = [
        f"{link(each.name, leaf.root + markdown_address(each.address))}: {each.ways_in} in, {each.ways_out} out"
        for each in entries
    ]
    return document(f"Roles{leaf.ordinal}", [bullets(lines), *onward(leaf)])


def _lists(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """The other pages that gather roles, pathways and skills: the name and address of each that there is."""
    if catalog.roles_by_id:
        yield "Career map", MAP_ADDRESS
    if catalog.listings_by_slug:
        yield from (("Routes over several pathways", ROUTES_ADDRESS), ("Compare pathways", COMPARE_ADDRESS))
    if catalog.skills.by_slug:
        yield "Skills", SKILLS_ADDRESS


def _role(catalog: Catalog, role: Role) -> bytes:
    url = url_of(role_address(role.id), catalog.site)
    parts = [
        f"{plain(role.family)}." + (f" Also called {plain(', '.join(role.aliases))}." if role.aliases else ""),
        bullets((f"Page: <{url}>",)) if url else "",
        role.markdown,
        *_list("Figures", _figures(role)),
        *_side(ways_in(catalog, role.id)),
        *_side(ways_out(catalog, role.id)),
    ]
    return document(role.name, parts)


def _side(side: Side) -> list[str]:
    """The ways in or out that the page of a role shows, and the way to all of many."""
    more = [link(f"All {side.count}", f"../{markdown_address(side.all_of)}")] if side.all_of else []
    return [*_pathways(side.title, side.shown, "../"), *more]


def _plain(page: PlainPage) -> bytes:
    return document(page.title, (plain(page.summary), page.markdown))


def _figures(role: Role) -> list[str]:
    """What is known of a role in figures, each with its source."""
    figures = [plain(occupation_in_words(role))] if role.occupation else []
    if role.outlook:
        outlook = f"Employment is projected to {outlook_in_words(role.outlook)} ({role.outlook.source})."
        figures.append(plain(outlook))
    if role.pay:
        source = sources_in_words([role.pay])
        figures.append(plain(f"Pay: {pay_in_words(role.pay)}{f' ({source})' if source else ''}."))
    return figures


def _pathways(title: str, listings: Sequence[Listing], root: str) -> list[str]:
    return _list(title, [_pathway(each, root) for each in listings])


def _pathway(listing: Listing, root: str) -> str:
    """A pathway in a list: its name, and what its four badges say."""
    assert listing.facts.figures is not None, "both roles are there"
    facts = facts_of(listing.facts.figures)
    badges = (
        facts.difficulty,
        facts.time or "time not known",
        f"{facts.pay_label.lower()} {facts.pay or 'not known'}{' (estimate)' if facts.is_estimate else ''}",
        f"demand {facts.demand.lower() or 'not known'}",
    )
    return f"{link(listing.title, root + pathway_markdown(listing.slug))}: {plain(', '.join(badges))}"


def _list(title: str, entries: Sequence[str]) -> list[str]:
    return [f"## {title}", bullets(entries)] if entries else []


OUTPUT = OutputType(name="markdown_pages", plan=plan)
