"""The many pathways that teach a skill, and the many roles that bring it along, become pages of their own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from site_gen.addresses import SKILLS_ADDRESS, skill_address
from site_gen.model.catalog import Catalog
from site_gen.model.skill_index import Skill
from site_gen.pages import PageType, Planned
from site_gen.render.linked_data import page_below
from site_gen.render.long_lists import BROUGHT, TAUGHT, lists_of_skill
from site_gen.render.page import Page
from site_gen.render.paging import Leaf
from site_gen.render.skill_view import skill_view


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The pages of each skill that more pathways teach, or more roles bring, than its own page shows."""
    for slug, skill in catalog.skills.by_slug.items():
        asks = frozenset({f"skill:{slug}", "skills"})
        for title, pages in lists_of_skill(catalog, skill):
            for leaf in pages:
                yield Planned(address=leaf.address, asks=asks, make=partial(_page, catalog, skill, title, leaf))


def _page(catalog: Catalog, skill: Skill, title: str, leaf: Leaf) -> Page:
    view = skill_view(catalog, skill)
    page = Page(
        address=leaf.address,
        template="pages/skill_lists.html",
        title=f"{skill.name}: {title[0].lower()}{title[1:]}{leaf.ordinal}",
        summary=f"{skill.name}: {view.needs.rstrip('.')}{leaf.ordinal}.",
        markdown=True,
        values={
            "skill": skill.name,
            "address": skill_address(skill.slug),
            "heading": title,
            "leaf": leaf,
            "taught": leaf.part_of(view.taught) if title == TAUGHT else (),
            "brought": leaf.part_of(view.brought) if title == BROUGHT else (),
        },
    )
    above = (("Skills", SKILLS_ADDRESS), (skill.name, skill_address(skill.slug)))
    return page_below(page, above, f"{title}{leaf.ordinal}", catalog.site)


PAGE = PageType(name="skill_lists", of_site=of_site)
