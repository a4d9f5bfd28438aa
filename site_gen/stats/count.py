"""A catalog that holds drafts, too, and its whole pathways become the state of the content."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from site_gen.decode.marks import MARK
from site_gen.diagnostic import Diagnostic
from site_gen.faults import PLACE_TO_FILL_IN
from site_gen.model.catalog import Catalog
from site_gen.model.pathway import Pathway
from site_gen.record import record
from site_gen.stats.skills import Spellings, count_skills, spelt_twice
from site_gen.stats.thinness import ThinGuide, thinnest

MOST: Final = 5
"""Reviews and guides that are named."""

TO_FILL_IN: Final = "(to fill in)"
"""Stands for the family of roles that have none yet."""


@record
class Field:
    """A family of roles: how many, how many published pathways lead to one of them, and from which other families."""

    family: str
    roles: int
    pathways: int
    from_others: tuple[tuple[str, int], ...]


@record
class Review:
    """When a guide was last read against its sources, and how many days ago."""

    path: str
    reviewed: date
    days: int


@record
class Stats:
    """The state of the content. What names pathways means the published ones; skills and marks are those of all.

    `uncounted` are the files of guides, roles and pages that could not be made use of.
    """

    published: int
    drafts: int
    later: int
    roles: int
    skills: int
    fields: tuple[Field, ...]
    roles_not_reached: tuple[str, ...]
    roles_not_left: tuple[str, ...]
    spellings: tuple[Spellings, ...]
    oldest_reviews: tuple[Review, ...]
    thinnest_guides: tuple[ThinGuide, ...]
    marks_by_path: tuple[tuple[str, int], ...]
    uncounted: tuple[str, ...]


def count(
    catalog: Catalog,
    pathways_by_slug: Mapping[str, Pathway],
    diagnostics: Iterable[Diagnostic],
    *,
    uncounted: Iterable[str],
    today: date,
) -> Stats:
    """Count what a catalog of all pathways holds on a day; the marks are among the diagnostics of its files.

    `pathways_by_slug` has each of the catalog's pathways whole; any other in it is not counted.
    """
    pathways = tuple(pathways_by_slug[slug] for slug in catalog.listings_by_slug)
    out = [each for each in pathways if not each.draft and (each.published is None or each.published <= today)]
    drafts = sum(each.draft for each in pathways)
    marks = Counter(each.place.path for each in diagnostics if each.fault is PLACE_TO_FILL_IN)
    reached, left = {each.target_id for each in out}, {each.origin_id for each in out}
    return Stats(
        published=len(out),
        drafts=drafts,
        later=len(pathways) - len(out) - drafts,
        roles=len(catalog.roles_by_id),
        skills=count_skills(pathways, catalog.skill_names),
        fields=_fields(catalog, out),
        roles_not_reached=tuple(each for each in catalog.roles_by_id if each not in reached),
        roles_not_left=tuple(each for each in catalog.roles_by_id if each not in left),
        spellings=spelt_twice(pathways, catalog.skill_names),
        oldest_reviews=tuple(
            Review(path=each.path, reviewed=each.reviewed, days=(today - each.reviewed).days)
            for each in sorted(out, key=lambda each: (each.reviewed, each.path))[:MOST]
        ),
        thinnest_guides=thinnest(out, MOST),
        marks_by_path=tuple(sorted(marks.items())),
        uncounted=tuple(sorted(uncounted)),
    )


def _fields(catalog: Catalog, pathways: Iterable[Pathway]) -> tuple[Field, ...]:
    """Every family, the one that most pathways lead to first."""
    family_by_id = {
        each.id: TO_FILL_IN if MARK in each.family else each.family for each in catalog.roles_by_id.values()
    }
    roles = Counter(family_by_id.values())
    ways = Counter((family_by_id[each.target_id], family_by_id[each.origin_id]) for each in pathways)
    fields = [
        Field(
            family=family,
            roles=roles[family],
            pathways=sum(number for (target, _), number in ways.items() if target == family),
            from_others=tuple(
                sorted(
                    ((origin, number) for (target, origin), number in ways.items() if target == family != origin),
                    key=lambda pair: (-pair[1], pair[0]),
                )
            ),
        )
        for family in roles
    ]
    return tuple(sorted(fields, key=lambda each: (-each.pathways, each.family)))
