"""Skills become Markdown beside their pages: skills.md with all of them, and skills/<slug>.md for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from site_gen.addresses import markdown_address, skill_address
from site_gen.model.catalog import Catalog
from site_gen.model.skill_index import Skill
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.long_lists import (
    BROUGHT,
    TAUGHT,
    asks_of_skills,
    first_of_skill,
    lists_of_skill,
    pages_of_brought,
    pages_of_skills,
    pages_of_taught,
)
from site_gen.render.markdown_text import bullets, document, link, plain
from site_gen.render.open_data import url_of
from site_gen.render.paging import Leaf, onward
from site_gen.render.plain_text import plain_text
from site_gen.render.skill_view import BringingView, ResourceView, TeachingView, skill_view
from site_gen.render.words import counted


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for each page of the list of skills, where there is one at all, and for each skill with its own lists."""
    if catalog.skills.by_slug:
        yield from _lists(catalog)
    for slug, skill in catalog.skills.by_slug.items():
        address = markdown_address(skill_address(slug))
        asks = frozenset({f"skill:{slug}", "skills"})
        yield PlannedFile(address=address, asks=asks, make=partial(_skill, catalog, skill))
        for title, pages in lists_of_skill(catalog, skill):
            for leaf in pages:
                make = partial(_list_of_skill, catalog, skill, title, leaf)
                yield PlannedFile(address=markdown_address(leaf.address), asks=asks, make=make)


def _lists(catalog: Catalog) -> Iterator[PlannedFile]:
    for leaf in pages_of_skills(catalog):
        yield PlannedFile(
            address=markdown_address(leaf.address),
            asks=asks_of_skills(catalog, leaf),
            make=partial(_list, catalog, leaf),
        )


def _list(catalog: Catalog, leaf: Leaf) -> bytes:
    entries = [
        f"{link(each.name, leaf.root + markdown_address(skill_address(each.slug)))}: "
        f"{counted(len(each.taught), 'pathway')}, {counted(len(catalog.roles_that_bring(each)), 'role')}"
        for each in leaf.part_of(catalog.skills.by_name)
    ]
    lead = "How many pathways teach each, and how many roles bring it along."
    return document(f"Skills{leaf.ordinal}", (lead, bullets(entries), *onward(leaf)))


def _skill(catalog: Catalog, skill: Skill) -> bytes:
    view = skill_view(catalog, skill)
    url = url_of(skill_address(skill.slug), catalog.site)
    taught, brought = pages_of_taught(skill), pages_of_brought(catalog, skill)
    parts = [
        f"{view.needs} {view.span}".rstrip(),
        bullets((f"Page: <{url}>",)) if url else "",
        *_part(TAUGHT, [_teaching(each, "../") for each in first_of_skill(view.taught, taught)]),
        *_more(taught, "pathway"),
        *_part(BROUGHT, [_bringing(each, "../") for each in first_of_skill(view.brought, brought)]),
        *_more(brought, "role"),
        *_part("What these pathways learn with", [_resource(each) for each in view.resources]),
    ]
    return document(skill.name, parts)


def _more(pages: Sequence[Leaf], one: str) -> list[str]:
    """The way to a list that has pages of its own."""
    return [
        link(f"All {counted(each.of, one)}", f"../{markdown_address(each.address)}") for each in pages if each.is_first
    ]


def _list_of_skill(catalog: Catalog, skill: Skill, title: str, leaf: Leaf) -> bytes:
    view = skill_view(catalog, skill)
    if title == TAUGHT:
        entries = [_teaching(each, leaf.root) for each in leaf.part_of(view.taught)]
    else:
        entries = [_bringing(each, leaf.root) for each in leaf.part_of(view.brought)]
    return document(f"{skill.name}: {title[0].lower()}{title[1:]}{leaf.ordinal}", [bullets(entries), *onward(leaf)])


def _teaching(view: TeachingView, root: str) -> str:
    way = link(view.title, root + markdown_address(view.address))
    return f"{way}: {view.priority.lower()}, {view.hours}{f', {view.weeks}' if view.weeks else ''}"


def _bringing(view: BringingView, root: str) -> str:
    role = link(view.name, root + markdown_address(view.address))
    ways = [link(target, root + markdown_address(address)) for target, address in view.pathways]
    return f"{role}, on the way to {', '.join(ways)}"


def _resource(view: ResourceView) -> str:
    name = plain_text(view.name)
    return f"{link(name, view.address) if view.address else plain(name)}, named by {view.count}"


def _part(title: str, entries: Sequence[str]) -> list[str]:
    return [f"## {title}", bullets(entries)] if entries else []


OUTPUT = OutputType(name="markdown_skills", plan=plan)
