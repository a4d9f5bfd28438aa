"""One skill has one spelling on the whole site."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from site_gen.checks import SKILLS_FILE, Check, Facts, finding
from site_gen.diagnostic import Diagnostic, Place
from site_gen.faults import SKILL_SPELLING
from site_gen.model.pathway import Pathway
from site_gen.model.skill import skill_key
from site_gen.nearest import nearest

_CLOSE: Final = 0.88
"""How alike two names of one skill are: `Probablity` and `Probability` are so, `SQL` and `NoSQL` are not."""

_SHORTEST: Final = 6
_SPAN: Final = 3
"""Letters by which two spellings of one name may differ in length."""


def run(facts: Facts) -> Iterator[Diagnostic]:
    """Report each skill that is nearly the name of another, more common or listed in skills.yaml.

    Not where skills.yaml has a fault: it may be what makes the two spellings one.
    """
    if SKILLS_FILE in facts.faulty:
        return
    names = facts.catalog.skill_names
    spellings = {skill_key(name): name for name in names.names_by_key.values()}
    listed = frozenset(spellings)
    used: Counter[str] = Counter()
    for pathway in facts.pathways:
        for name, _ in _skills(pathway):
            key = skill_key(names.name_of(name))
            used[key] += 1
            spellings.setdefault(key, name)
    better = _better_by_key(used, listed)
    for pathway in facts.pathways:
        for name, place in _skills(pathway):
            right = better.get(skill_key(names.name_of(name)))
            if right is not None:
                spelling = spellings[right]
                yield finding(
                    SKILL_SPELLING,
                    place,
                    f"the skill `{name}` is called `{spelling}` elsewhere",
                    help=f"write `{spelling}`, or say in content/skills.yaml that the two are one: "
                    f"`{spelling}: [{name}]`",
                )


def _skills(pathway: Pathway) -> Iterator[tuple[str, Place]]:
    owned, learning = pathway.transferable_skills, pathway.skills_to_learn
    for skill in owned.skills if owned else ():
        yield skill.name, skill.place
    for wanted in learning.skills if learning else ():
        yield wanted.name, wanted.place


def _better_by_key(used: Mapping[str, int], listed: frozenset[str]) -> dict[str, str]:
    """For each name that is another one misspelt, the one that it should be."""
    kin: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key in {*used, *listed}:
        kin[_kind(key)].append(key)
    better = {}
    for key in used:
        if key in listed or len(key) < _SHORTEST:
            continue
        rivals = [each for each in kin[_kind(key)] if each != key and abs(len(each) - len(key)) <= _SPAN]
        best = nearest(key, rivals, cutoff=_CLOSE) if rivals else None
        if best is not None and (best in listed or (-used[best], best) < (-used[key], key)):
            better[key] = best
    return better


def _kind(key: str) -> tuple[str, str]:
    """What two spellings of one name have in common: the first letter and the figures."""
    return key[:1], "".join(char for char in key if char.isdigit())


CHECK = Check(name="skill_spelling", faults=(SKILL_SPELLING,), run=run)
