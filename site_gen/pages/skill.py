"""A skill becomes its page: who needs it, who brings it, how long it takes by pathway, and what to learn it with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import SKILLS_ADDRESS, skill_address
from site_gen.model.catalog import Catalog
from site_gen.model.skill_index import Skill
from site_gen.pages import PageType, Planned
from site_gen.render.linked_data import page_below
from site_gen.render.long_lists import first_of_skill, pages_of_brought, pages_of_taught
from site_gen.render.page import Page
from site_gen.render.skill_view import skill_view


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """A page for every skill."""
    for slug, skill in catalog.skills.by_slug.items():
        asks = frozenset({f"skill:{slug}", "skills"})
        yield Planned(address=skill_address(slug), asks=asks, make=partial(_page, catalog, skill))


def _page(catalog: Catalog, skill: Skill) -> Page:
    view = skill_view(catalog, skill)
    taught, brought = pages_of_taught(skill), pages_of_brought(catalog, skill)
    page = Page(
        address=skill_address(skill.slug),
        template="pages/skill.html",
        title=skill.name,
        summary=view.summary,
        markdown=True,
        values={
            "skill": view,
            "taught": first_of_skill(view.taught, taught),
            "all_taught": taught[0] if taught else None,
            "brought": first_of_skill(view.brought, brought),
            "all_brought": brought[0] if brought else None,
        },
    )
    return page_below(page, (("Skills", SKILLS_ADDRESS),), skill.name, catalog.site)


PAGE = PageType(name="skill", of_site=of_site)
