"""A skill becomes what is said of it: who needs it, who brings it, how long it takes by pathway, what to learn with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from markupsafe import Markup

from site_gen.addresses import pathway_address, role_address
from site_gen.model.card import NamedResource
from site_gen.model.catalog import Catalog
from site_gen.model.skill import Priority, slug_of_name
from site_gen.model.skill_index import Skill, Teaching
from site_gen.record import record
from site_gen.render.duration import in_weeks
from site_gen.render.figures import effort_bar
from site_gen.render.markup import safe
from site_gen.render.twins import kept_for_twin
from site_gen.render.words import counted, sentence

MOST_RESOURCES: Final = 8
COMMON_WORDS: Final = frozenset({"a", "and", "for", "in", "of", "on", "the", "to", "with"})
_PRIORITIES: Final = list(Priority)


@record
class TeachingView:
    """A pathway that teaches the skill: how much it matters there and how long it takes, in words and as a bar.

    `weeks` is empty where the learning has no end.
    """

    title: str
    address: str
    priority: str
    hours: str
    weeks: str
    bar: Markup


@record
class BringingView:
    """A role that people bring the skill from, and the pathways that make use of it."""

    name: str
    address: str
    pathways: tuple[tuple[str, str], ...]


@record
class ResourceView:
    """A resource, and how many of the pathways that teach the skill name it."""

    name: Markup
    address: str
    count: str


@record
class SkillView:
    """A skill in words; `needs` and `span`, the time that it takes, are whole sentences, and `span` may be empty."""

    name: str
    summary: str
    needs: str
    span: str
    taught: tuple[TeachingView, ...]
    brought: tuple[BringingView, ...]
    resources: tuple[ResourceView, ...]


@kept_for_twin
def skill_view(catalog: Catalog, skill: Skill) -> SkillView:
    """What the page of a skill says, and its Markdown."""
    taught, brought = _teachings(catalog, skill.taught), _bringings(catalog, skill.used)
    needs = counted(len(taught), "pathway teaches it", "pathways teach it")
    brings = counted(len(brought), "role brings it along", "roles bring it along")
    span = _span(skill.taught)
    return SkillView(
        name=skill.name,
        summary=f"{skill.name}: {needs}, {brings}. How long it takes, and what to learn it with.",
        needs=f"{needs}, {brings}.",
        span=f"Learning it takes {span}." if span else "",
        taught=taught,
        brought=brought,
        resources=_resources(catalog, skill),
    )


def _teachings(catalog: Catalog, taught: Sequence[Teaching]) -> tuple[TeachingView, ...]:
    """The pathways that teach a skill, those to which it matters most first, then those that take longest for it."""
    longest = max([each.hours or 0 for each in taught], default=0)
    ordered = sorted(taught, key=lambda each: (_PRIORITIES.index(each.priority), -(each.hours or 0), each.slug))
    return tuple(
        TeachingView(
            title=_title(catalog, each.slug),
            address=pathway_address(each.slug),
            priority=sentence(each.priority),
            hours=counted(each.hours, "hour") if each.hours is not None else "ongoing",
            weeks=_weeks(catalog, each),
            bar=effort_bar(Fraction(each.hours) if each.hours else None, Fraction(longest or 1)),
        )
        for each in ordered
    )


def _weeks(catalog: Catalog, teaching: Teaching) -> str:
    """`4 weeks at 10 hours a week`."""
    if teaching.hours is None:
        return ""
    pace = catalog.listings_by_slug[teaching.slug].facts.study.hours_a_week
    return f"{in_weeks(Fraction(teaching.hours, pace))} at {counted(pace, 'hour')} a week"


def _span(taught: Sequence[Teaching]) -> str:
    """From the shortest to the longest time that a pathway gives the skill; empty where none says one."""
    hours = [each.hours for each in taught if each.hours]
    if not hours:
        return ""
    low, high = min(hours), max(hours)
    return counted(low, "hour") if low == high else f"{low:,} to {counted(high, 'hour')}"


def _bringings(catalog: Catalog, used: Sequence[str]) -> tuple[BringingView, ...]:
    """The roles at which the pathways begin that make use of a skill, in the order of their names."""
    by_role: dict[str, list[tuple[str, str]]] = {}
    for slug in used:
        listing = catalog.listings_by_slug[slug]
        by_role.setdefault(listing.origin.id, []).append((listing.target.name, pathway_address(slug)))
    roles = sorted((catalog.roles_by_id[each] for each in by_role), key=lambda each: (each.name.casefold(), each.id))
    return tuple(
        BringingView(name=role.name, address=role_address(role.id), pathways=tuple(sorted(by_role[role.id])))
        for role in roles
    )


def _resources(catalog: Catalog, skill: Skill) -> tuple[ResourceView, ...]:
    """What the pathways that teach a skill name most to learn with, each counted once a pathway.

    A resource with a word of the skill in its name goes first; of the others, those that one pathway alone names are
    left out, unless it is the only one that teaches the skill.
    """
    counts: Counter[str] = Counter()
    named: dict[str, NamedResource] = {}
    slugs = dict.fromkeys(each.slug for each in skill.taught)
    for slug in slugs:
        own = {url or name: (name, url) for name, url in catalog.listings_by_slug[slug].facts.resources}
        counts.update(own.keys())
        for key, resource in own.items():
            named.setdefault(key, resource)
    words = [word for word in skill.slug.split("-") if word not in COMMON_WORDS]
    fits = {key for key, (name, _) in named.items() if _has_one(words, slug_of_name(name))}
    wanted = [key for key, count in counts.items() if count > 1 or key in fits or len(slugs) == 1]
    best = sorted(wanted, key=lambda key: (key not in fits, -counts[key], named[key]))[:MOST_RESOURCES]
    guides = len(slugs)
    return tuple(
        ResourceView(name=safe(named[key][0]), address=named[key][1], count=f"{counts[key]} of {guides}")
        for key in best
    )


def _has_one(words: Sequence[str], slug: str) -> bool:
    return any(word in slug for word in words)


def _title(catalog: Catalog, slug: str) -> str:
    listing = catalog.listings_by_slug[slug]
    return f"{listing.origin.name} to {listing.target.name}"
