"""Skills: those a person brings along, those still to learn, and one name for each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Final

from site_gen.diagnostic import Place
from site_gen.model.duration import Duration
from site_gen.model.prose import Prose
from site_gen.nearest import nearest
from site_gen.record import record
from site_gen.typeset import plain


class Priority(StrEnum):
    """How much a skill matters for the move."""

    CRITICAL = "critical"
    IMPORTANT = "important"
    NICE_TO_HAVE = "nice to have"


_OTHER_WORDS: Final = {
    **dict.fromkeys(("must have", "essential", "required", "mandatory", "crucial", "high", "core"), Priority.CRITICAL),
    **dict.fromkeys(("recommended", "medium", "should have", "valuable"), Priority.IMPORTANT),
    **dict.fromkeys(("optional", "bonus", "low", "good to have", "could have", "useful"), Priority.NICE_TO_HAVE),
}


def likely_priority(text: str) -> Priority | None:
    """The priority that an author who wrote `must have`, `high priority` or `criticl` means; None when it is none."""
    words = skill_key(text).removesuffix(" priority")
    return _OTHER_WORDS.get(words) or next(
        (each for each in Priority if each == nearest(words, Priority, cutoff=0.8)), None
    )


@record
class TransferableSkill:
    """A skill that carries over, and why."""

    name: str
    anchor: str
    why: Prose
    place: Place


@record
class SkillToLearn:
    """A skill to learn; no duration means that the learning goes on without an end."""

    name: str
    anchor: str
    priority: Priority
    duration: Duration | None
    how: Prose
    place: Place


_SIGNS: Final = {"+": " plus ", "#": " sharp ", "&": " and "}
_NO_WORD: Final = re.compile(r"[\W_]+")


@lru_cache(maxsize=16384)
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


@lru_cache(maxsize=16384)
def skill_key(name: str) -> str:
    """What two spellings of one skill have in common: case, spaces, hyphens and typographic signs put aside."""
    return " ".join(plain(name).casefold().replace("-", " ").split())


@record
class SkillNames:
    """One name for each skill that guides spell differently: the site's `skills.yaml`."""

    names_by_key: Mapping[str, str]

    def name_of(self, written: str) -> str:
        """The site's name for a skill as written in a guide; the written one where it has no other."""
        return self.names_by_key.get(skill_key(written), written)

    def key_of(self, written: str) -> str:
        """What two spellings of one skill have in common, be they alike or said to be the same."""
        key = skill_key(written)
        return skill_key(self.names_by_key[key]) if key in self.names_by_key else key

    def slug_of(self, written: str) -> str:
        """What a skill goes by in addresses, whichever way it is spelled: two names with one slug are one skill."""
        return slug_of_name(self.name_of(written))


NO_NAMES: Final = SkillNames(names_by_key={})
"""Every skill goes by the name that it is written with."""
