"""The skills of a site become one list: each with the number of pathways that teach it and that make use of it."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.addresses import SKILLS_ADDRESS, skill_address
from site_gen.model.catalog import Catalog
from site_gen.pages import PageType, Planned
from site_gen.record import record
from site_gen.render.page import Page
from site_gen.render.words import counted


@record
class SkillEntry:
    """A skill in the list, how many pathways teach it, and how many roles bring it along."""

    name: str
    address: str
    taught: int
    roles: int


def of_site(catalog: Catalog) -> Iterator[Planned]:
    """The one page, where there is a skill at all."""
    if catalog.skills.by_slug:
        yield Planned(address=SKILLS_ADDRESS, asks=frozenset({"listings", "skills"}), make=lambda: _page(catalog))


def _page(catalog: Catalog) -> Page:
    entries = tuple(
        SkillEntry(
            name=each.name,
            address=skill_address(each.slug),
            taught=len(each.taught),
            roles=len(catalog.roles_that_bring(each)),
        )
        for each in catalog.skills.by_name
    )
    return Page(
        address=SKILLS_ADDRESS,
        template="pages/skills.html",
        title="Skills",
        summary=f"{counted(len(entries), 'skill')}: which pathways teach each, who brings it, how long it takes.",
        markdown=True,
        values={"skills": entries},
    )


PAGE = PageType(name="skills", of_site=of_site)
