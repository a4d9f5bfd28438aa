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
from site_gen.render.markdown_text import bullets, document, link, plain
from site_gen.render.occupation import occupation_in_words, outlook_in_words
from site_gen.render.open_data import url_of
from site_gen.render.pay import pay_in_words, sources_in_words
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
    for pages in field_pages(catalog).values():
        asks = frozenset(f"ways_in:{each.target.id}" for page in pages for each in page.listings)
        for field_page in pages:
            address = markdown_address(field_page.address)
            yield PlannedFile(address=address, asks=asks, make=partial(_field, field_page))
    for name, page in catalog.pages_by_name.items():
        if name not in _WITHOUT:
            yield PlannedFile(address=f"{name}.md", asks=frozenset({f"page:{name}"}), make=partial(_plain, page))


def _home(catalog: Catalog) -> bytes:
    site = catalog.site
    pages = [page for name, page in catalog.pages_by_name.items() if name not in _WITHOUT]
    roles = sorted(catalog.roles_by_id.values(), key=lambda each: (each.name.casefold(), each.id))
    lists = [link(name, markdown_address(address)) for name, address in _lists(catalog)]
    more = (link("All of this as JSON", "api/index.json"), link("the pathways as CSV", "catalog.csv"))
    parts = [
        plain(site.headline),
        plain(site.description),
        *_all_pathways(catalog),
        *_list("Roles", [link(each.name, markdown_address(role_address(each.id))) for each in roles]),
        *_list("More", [*lists, *(link(each.title, f"{each.name}.md") for each in pages), *more]),
    ]
    return document(site.title, parts)


def _all_pathways(catalog: Catalog) -> list[str]:
    """The list of all pathways, or of a large site that of its fields."""
    fields = [
        f"{link(field, markdown_address(pages[0].address))}: {counted(pages[0].of, 'pathway')}"
        for field, pages in field_pages(catalog).items()
    ]
    return _list("Pathways by field", fields) or _pathways("Pathways", catalog.listings, "")


def _field(page: FieldPage) -> bytes:
    root = "../" * page.address.count("/")
    behind = page.pages[page.number :]
    onward = [link("Next page", root + markdown_address(behind[0]))] if behind else []
    return document(f"Pathways into {page.field}", [*_pathways("Pathways", page.listings, root), *onward])


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
        *_pathways("Ways in", catalog.ways_in(role.id), "../"),
        *_pathways("Ways out", catalog.ways_out(role.id), "../"),
    ]
    return document(role.name, parts)


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
