"""One skill has one spelling on the whole site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from site_gen.checks import Check, Facts, finding
from site_gen.diagnostic import Diagnostic, Place
from site_gen.faults import SKILL_SPELLING
from site_gen.model.pathway import Pathway
from site_gen.model.skill import skill_key
from site_gen.nearest import nearest

_CLOSE = 0.88
"""How alike two names must be to be one skill misspelt: `SQL` and `NoSQL` are not, `Probablity` and `Probability` are."""
_SHORTEST = 6


def run(facts: Facts) -> Iterator[Diagnostic]:
    """Report each skill that is nearly the name of another, more common or listed in skills.yaml."""
    names = facts.catalog.skill_names
    used: Counter[str] = Counter()
    shown: dict[str, str] = {}
    for pathway in facts.pathways:
        for name, _ in _skills(pathway):
            key = skill_key(names.name_of(name))
            used[key] += 1
            shown.setdefault(key, names.name_of(name))
    listed = {skill_key(name) for name in names.names_by_key.values()}
    better = {key: _better(key, used, listed) for key in used if key not in listed}
    for pathway in facts.pathways:
        for name, place in _skills(pathway):
            key = skill_key(names.name_of(name))
            right = better.get(key)
            if right is not None:
                spelling = shown.get(right) or next(each for each in names.names_by_key.values() if skill_key(each) == right)
                yield finding(
                    SKILL_SPELLING,
                    place,
                    f"the skill `{name}` is called `{spelling}` elsewhere",
                    help=f"write `{spelling}`, or say in content/skills.yaml that the two are one: `{spelling}: [{name}]`",
                )


def _skills(pathway: Pathway) -> Iterator[tuple[str, Place]]:
    owned, learning = pathway.transferable_skills, pathway.skills_to_learn
    for skill in (*(owned.skills if owned else ()), *(learning.skills if learning else ())):
        yield skill.name, skill.place


def _better(key: str, used: Counter[str], listed: set[str]) -> str | None:
    """The spelling that `key` should have: a listed one, or one used more often, then the first by alphabet."""
    if len(key) < _SHORTEST:
        return None
    rivals = {other for other in {*used, *listed} if other != key and _may_be_one(key, other)}
    best = nearest(key, rivals, cutoff=_CLOSE)
    if best is None or best in listed:
        return best
    return best if (-used[best], best) < (-used[key], key) else None


def _may_be_one(key: str, other: str) -> bool:
    """Whether two names can be one skill misspelt: the same first letter, nearly the same length, the same figures."""
    figures = [char for char in key if char.isdigit()] == [char for char in other if char.isdigit()]
    return key[0] == other[0] and abs(len(key) - len(other)) <= 3 and figures  # noqa: PLR2004 - a few letters


CHECK = Check(name="skill_spelling", faults=(SKILL_SPELLING,), run=run)
