"""A skill becomes api/skills/<slug>.json: who teaches it, who makes use of it, and with what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Final

from site_gen.addresses import skill_address, skill_json
from site_gen.model.card import NamedResource
from site_gen.model.catalog import Catalog
from site_gen.model.skill_index import Skill
from site_gen.outputs import OutputType, PlannedFile
from site_gen.render.open_data import SCHEMA, Json, in_bytes, url_of
from site_gen.render.plain_text import plain_text

MOST_RESOURCES: Final = 10
"""Resources: what one skill can be learnt with, not what a site can link to."""


Named = Callable[[str], Mapping[str, NamedResource]]
"""The resources that the pathway of a slug names, by what tells them apart: the address, else the name."""


def plan(catalog: Catalog) -> Iterator[PlannedFile]:
    """A file for every skill."""

    @cache  # what a pathway names is asked for by each skill that it teaches, and is unpacked each time
    def named(slug: str) -> Mapping[str, NamedResource]:
        return {each[1] or each[0]: each for each in catalog.listings_by_slug[slug].facts.resources}

    for skill in catalog.skills.by_slug.values():
        asks = frozenset({f"skill:{skill.slug}", "skills"})
        yield PlannedFile(address=skill_json(skill.slug), asks=asks, make=partial(_make, catalog, skill, named))


def _make(catalog: Catalog, skill: Skill, named: Named) -> bytes:
    address = skill_address(skill.slug)
    return in_bytes(
        {
            "$schema": SCHEMA,
            "kind": "skill",
            "name": skill.name,
            "slug": skill.slug,
            "address": address,
            "url": url_of(address, catalog.site),
            "taught_by": [{"slug": each.slug, "priority": each.priority, "hours": each.hours} for each in skill.taught],
            "used_by": skill.used,
            "resources": _resources(named, skill),
        }
    )


def _resources(named: Named, skill: Skill) -> list[Json]:
    """What more than one of the pathways that teach a skill name, the most named first."""
    slugs = list(dict.fromkeys(each.slug for each in skill.taught))
    counts: Counter[str] = Counter()
    for slug in slugs:
        counts.update(named(slug).keys())
    often = sorted((-count, key) for key, count in counts.items() if count > 1)
    return [_resource(named, slugs, key, -count) for count, key in often[:MOST_RESOURCES]]


def _resource(named: Named, slugs: Sequence[str], key: str, count: int) -> Json:
    name, url = next(named(slug)[key] for slug in slugs if key in named(slug))
    return {"name": plain_text(name), "url": url or None, "pathways": count}


OUTPUT = OutputType(name="api_skills", plan=plan)
