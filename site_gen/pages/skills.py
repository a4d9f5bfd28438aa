"""The skills of a site become one list: each with the number of pathways that teach it and that make use of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import SKILLS_ADDRESS, skill_address
from site_gen.model.catalog import Catalog
from site_gen.model.skill_index import Skill
from site_gen.pages import PageType, Planned
from site_gen.record import record
from site_gen.render.linked_data import page_below
from site_gen.render.long_lists import asks_of_skills, pages_of_skills
from site_gen.render.page import Page
from site_gen.render.paging import Leaf
from site_gen.render.words import counted, sentence


@record
class SkillEntry:
    """A skill in the list, how many pathways teach it, and how many roles bring it along."""

    name: str
    address: str
    taught: int
    roles: int


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The one page, where there is a skill at all, or of many skills the pages of their list."""
    if catalog.skills.by_slug:
        for leaf in pages_of_skills(catalog):
            yield Planned(address=leaf.address, asks=asks_of_skills(catalog, leaf), make=partial(_page, catalog, leaf))


def _page(catalog: Catalog, leaf: Leaf) -> Page:
    skills = counted(leaf.of, "skill")
    page = Page(
        address=leaf.address,
        template="pages/skills.html",
        title=f"Skills{leaf.ordinal}",
        summary=f"{skills}{leaf.ordinal}: which pathways teach each, who brings it, how long it takes.",
        markdown=True,
        values={
            "skills": tuple(_entry(catalog, each) for each in leaf.part_of(catalog.skills.by_name)),
            "leaf": leaf,
        },
    )
    return (
        page if leaf.is_first else page_below(page, (("Skills", SKILLS_ADDRESS),), sentence(leaf.place), catalog.site)
    )


def _entry(catalog: Catalog, skill: Skill) -> SkillEntry:
    return SkillEntry(
        name=skill.name,
        address=skill_address(skill.slug),
        taught=len(skill.taught),
        roles=len(catalog.roles_that_bring(skill)),
    )


PAGE = PageType(name="skills", of_site=of_site)
