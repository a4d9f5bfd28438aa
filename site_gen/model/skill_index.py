"""The pathways of a site become its skills: which pathways teach each of them, and which make use of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple

from site_gen.model.card import ONGOING, PathwayFacts
from site_gen.model.skill import Priority, SkillNames
from site_gen.record import record

_PRIORITIES: Final = {each.value: each for each in Priority}


class Teaching(NamedTuple):
    """That a pathway teaches a skill: its slug, the priority, and the hours of study or None where there is no end."""

    slug: str
    priority: Priority
    hours: int | None


@record
class Skill:
    """A skill of the site, by its one name; `taught` and `used` are in the order of the pathways' slugs."""

    slug: str
    name: str
    taught: tuple[Teaching, ...]
    used: tuple[str, ...]

    @property
    def pathways(self) -> tuple[str, ...]:
        """The slugs of the pathways that name it, each once, in sorted order."""
        return tuple(sorted({*self.used, *(each.slug for each in self.taught)}))


class SkillIndex:
    """The skills that some pathways name, gathered when they are first asked for."""

    def __init__(self, pathways: Iterable[PathwayFacts], names: SkillNames) -> None:
        self._pathways = pathways
        self._names = names

    @cached_property
    def by_slug(self) -> Mapping[str, Skill]:
        """Every skill, in sorted order. Its name is that of its first pathway, unless the site has one for it."""
        found: dict[str, _Gathered] = {}
        by_spelling: dict[str, _Gathered] = {}

        def gathered(written: str) -> _Gathered:
            if written not in by_spelling:
                slug = self._names.slug_of(written)
                by_spelling[written] = found.setdefault(slug, _Gathered(self._names.name_of(written)))
            return by_spelling[written]

        for facts in sorted(self._pathways, key=attrgetter("slug")):
            for name in facts.brings:
                gathered(name).used[facts.slug] = None
            for name, priority, hours in facts.learns:
                taught = Teaching(facts.slug, _PRIORITIES[priority], None if hours == ONGOING else hours)
                gathered(name).taught.append(taught)
        return {
            slug: Skill(slug=slug, name=each.name, taught=tuple(each.taught), used=tuple(each.used))
            for slug, each in sorted(found.items())
        }

    @cached_property
    def by_name(self) -> tuple[Skill, ...]:
        """Every skill, in the order of names."""
        return tuple(sorted(self.by_slug.values(), key=lambda each: (each.name.casefold(), each.slug)))

    def of(self, written: str) -> Skill | None:
        """The skill that a pathway names so; None for a name that none has."""
        return self.by_slug.get(self._names.slug_of(written))


class _Gathered:
    """What was found of a skill so far."""

    __slots__ = ("name", "taught", "used")

    def __init__(self, name: str) -> None:
        self.name = name
        self.taught: list[Teaching] = []
        self.used: dict[str, None] = {}
