"""Skills become Markdown beside their pages: skills.md with all of them, and skills/<slug>.md for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from site_gen.addresses import SKILLS_ADDRESS, markdown_address, skill_address
from site_gen.model.catalog import Catalog
from site_gen.model.skill_index import Skill
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.markdown_text import bullets, document, link, plain
from site_gen.render.open_data import url_of
from site_gen.render.plain_text import plain_text
from site_gen.render.skill_view import BringingView, ResourceView, TeachingView, skill_view
from site_gen.render.words import counted


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for the list of skills, where there is one at all, and for each of them."""
    if catalog.skills.by_slug:
        asks = frozenset({"listings", "skills"})
        yield PlannedFile(address=markdown_address(SKILLS_ADDRESS), asks=asks, make=partial(_list, catalog))
    for slug, skill in catalog.skills.by_slug.items():
        address = markdown_address(skill_address(slug))
        asks = frozenset({f"skill:{slug}", "skills"})
        yield PlannedFile(address=address, asks=asks, make=partial(_skill, catalog, skill))


def _list(catalog: Catalog) -> bytes:
    entries = [
        f"{link(each.name, markdown_address(skill_address(each.slug)))}: "
        f"{counted(len(each.taught), 'pathway')}, {counted(len(catalog.roles_that_bring(each)), 'role')}"
        for each in catalog.skills.by_name
    ]
    return document("Skills", ("How many pathways teach each, and how many roles bring it along.", bullets(entries)))


def _skill(catalog: Catalog, skill: Skill) -> bytes:
    view = skill_view(catalog, skill)
    url = url_of(skill_address(skill.slug), catalog.site)
    parts = [
        f"{view.needs} {view.span}".rstrip(),
        bullets((f"Page: <{url}>",)) if url else "",
        *_part("Who needs it, and how long it takes", [_teaching(each) for each in view.taught]),
        *_part("Who brings it", [_bringing(each) for each in view.brought]),
        *_part("What these pathways learn with", [_resource(each) for each in view.resources]),
    ]
    return document(skill.name, parts)


def _teaching(view: TeachingView) -> str:
    way = link(view.title, f"../{markdown_address(view.address)}")
    return f"{way}: {view.priority.lower()}, {view.hours}{f', {view.weeks}' if view.weeks else ''}"


def _bringing(view: BringingView) -> str:
    role = link(view.name, f"../{markdown_address(view.address)}")
    ways = [link(target, f"../{markdown_address(address)}") for target, address in view.pathways]
    return f"{role}, on the way to {', '.join(ways)}"


def _resource(view: ResourceView) -> str:
    name = plain_text(view.name)
    return f"{link(name, view.address) if view.address else plain(name)}, named by {view.count}"


def _part(title: str, entries: Sequence[str]) -> list[str]:
    return [f"## {title}", bullets(entries)] if entries else []


OUTPUT = OutputType(name="markdown_skills", plan=plan)
