"""The pathways of a site become its skills: which pathways teach each of them, and which make use of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from site_gen.model.card import ONGOING, PathwayFacts
from site_gen.model.skill import Priority, SkillNames
from site_gen.record import record
from site_gen.typeset import plain

LEAST_PATHWAYS: Final = 2
"""A skill that fewer pathways name has no page of its own: it would repeat theirs."""

_SIGNS: Final = {"+": " plus ", "#": " sharp ", "&": " and "}
_NO_WORD: Final = re.compile(r"[\W_]+")


class Teaching(NamedTuple):
    """That a pathway teaches a skill: its slug, the priority, and the hours of study or None where there is no end."""

    slug: str
    priority: Priority
    hours: int | None


@record
class Skill:
    """A skill of the site, by its one name; `taught` and `used` are in the order of the pathways' slugs."""

    key: str
    name: str
    slug: str
    taught: tuple[Teaching, ...]
    used: tuple[str, ...]

    @property
    def slugs(self) -> tuple[str, ...]:
        """The pathways that name it, each once, in sorted order."""
        return tuple(sorted({*self.used, *(each.slug for each in self.taught)}))

    @property
    def has_page(self) -> bool:
        """Whether pathways enough name it."""
        return len(self.slugs) >= LEAST_PATHWAYS


class SkillIndex:
    """The skills that some pathways name, gathered when they are first asked for."""

    def __init__(self, pathways: Iterable[PathwayFacts], names: SkillNames) -> None:
        self._pathways = pathways
        self._names = names

    @cached_property
    def by_key(self) -> Mapping[str, Skill]:
        """Every skill by what its spellings have in common, in sorted order."""
        found: dict[str, _Gathered] = {}
        for facts in sorted(self._pathways, key=lambda each: each.slug):
            for name in facts.brings:
                gathered = self._gather(found, name)
                if facts.slug not in gathered.used:
                    gathered.used.append(facts.slug)
            for name, priority, hours in facts.learns:
                teaching = Teaching(facts.slug, Priority(priority), None if hours == ONGOING else hours)
                self._gather(found, name).taught.append(teaching)
        slugs = unique_slugs(found)
        return {
            key: Skill(key=key, name=each.name, slug=slugs[key], taught=tuple(each.taught), used=tuple(each.used))
            for key, each in sorted(found.items())
        }

    @cached_property
    def with_page(self) -> tuple[Skill, ...]:
        """The skills that have a page, by their names."""
        paged = [each for each in self.by_key.values() if each.has_page]
        return tuple(sorted(paged, key=lambda each: (each.name.casefold(), each.key)))

    def of(self, written: str) -> Skill | None:
        """The skill that a pathway names so; None for a name that none has."""
        return self.by_key.get(self._names.key_of(written))

    def _gather(self, found: dict[str, _Gathered], written: str) -> _Gathered:
        key = self._names.key_of(written)
        if key not in found:
            found[key] = _Gathered(self._names.name_of(written))
        return found[key]


class _Gathered:
    """What was found of a skill so far; its name is that of its first pathway, unless the site has one for it."""

    __slots__ = ("name", "taught", "used")

    def __init__(self, name: str) -> None:
        self.name = name
        self.taught: list[Teaching] = []
        self.used: list[str] = []


def slug_of_name(name: str) -> str:
    """A name as a part of an address: small letters, digits and hyphens of any alphabet; `C++` is `c-plus-plus`."""
    text = plain(name).casefold()
    for sign, word in _SIGNS.items():
        text = text.replace(sign, word)
    return _NO_WORD.sub("-", text).strip("-") or "unnamed"


def unique_slugs(names: Iterable[str]) -> Mapping[str, str]:
    """A slug for each name, none of them twice: where two would have the same, later ones are numbered."""
    taken: set[str] = set()
    slugs: dict[str, str] = {}
    for name in sorted(names):
        slug = base = slug_of_name(name)
        number = 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        taken.add(slug)
        slugs[name] = slug
    return slugs
