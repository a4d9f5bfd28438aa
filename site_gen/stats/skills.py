"""The skills that guides name become the names that count, and those that are spelt in two ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum

from site_gen.decode.marks import MARK
from site_gen.model.pathway import Pathway
from site_gen.model.skill import SkillNames, skill_key
from site_gen.model.spelling import better_by_key
from site_gen.record import record


class Likeness(StrEnum):
    """Why two spellings are taken for one skill."""

    SAME = "same"
    MERGED = "merged"
    NEARLY = "nearly"


@record
class Spellings:
    """One skill in several spellings: the name that counts, and the others with how often each stands."""

    name: str
    others: tuple[tuple[str, int], ...]
    likeness: Likeness


def count_skills(pathways: Iterable[Pathway], names: SkillNames) -> int:
    """How many skills there are, each counted once however it is spelt."""
    return len({skill_key(names.name_of(each)) for each in _written(pathways)})


def spelt_twice(pathways: Iterable[Pathway], names: SkillNames) -> tuple[Spellings, ...]:
    """Every skill in two spellings: one to the site, merged by skills.yaml, or nearly equal; by name."""
    uses_by_key: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in _written(pathways):
        uses_by_key[skill_key(names.name_of(each))][each] += 1
    listed = {skill_key(name): name for name in names.names_by_key.values()}
    name_by_key = {key: listed.get(key) or _usual(uses) for key, uses in uses_by_key.items()}
    found = [
        Spellings(
            name=name_by_key[key],
            others=tuple(sorted((each, count) for each, count in uses.items() if each != name_by_key[key])),
            likeness=Likeness.SAME if {skill_key(each) for each in uses} <= {key} else Likeness.MERGED,
        )
        for key, uses in uses_by_key.items()
        if uses.keys() - {name_by_key[key]}
    ]
    nearly: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for key, right in better_by_key(_totals(uses_by_key), listed.keys()).items():
        nearly[right].append((name_by_key[key], uses_by_key[key].total()))
    found += [
        Spellings(name=listed.get(key) or name_by_key[key], others=tuple(sorted(others)), likeness=Likeness.NEARLY)
        for key, others in nearly.items()
    ]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.likeness, each.others)))


def _written(pathways: Iterable[Pathway]) -> Iterator[str]:
    """Each skill of each guide as it is written there; a place to fill in is none."""
    for pathway in pathways:
        owned, learning = pathway.transferable_skills, pathway.skills_to_learn
        names = [each.name for each in (owned.skills if owned else ())]
        names += [each.name for each in (learning.skills if learning else ())]
        yield from (name for name in names if MARK not in name)


def _usual(uses: Counter[str]) -> str:
    return min(uses, key=lambda each: (-uses[each], each))


def _totals(uses_by_key: dict[str, Counter[str]]) -> Counter[str]:
    return Counter({key: uses.total() for key, uses in uses_by_key.items()})
