"""One skill has one spelling on the whole site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set

from site_gen.checks import SKILLS_FILE, Check, Facts
from site_gen.diagnostic import Diagnostic, Fix, Place, Related, finding
from site_gen.edits import replacing, written_at
from site_gen.faults import SKILL_SPELLING
from site_gen.model.skill import skill_key
from site_gen.model.spelling import better_by_key


def of_site(facts: Facts) -> Iterator[Diagnostic]:
    """Report each skill that is nearly the name of another, more common or listed in skills.yaml.

    Not where skills.yaml has a fault: it may be what makes the two spellings one.
    """
    if SKILLS_FILE in facts.faulty:
        return
    names = facts.catalog.skill_names
    spellings = {skill_key(name): name for name in names.names_by_key.values()}
    listed = frozenset(spellings)
    uses = Counter([name for pathway in facts.pathway_glimpses for name, *_ in pathway.skills])
    key_of = {name: names.key_of(name) for name in uses}
    used: Counter[str] = Counter()
    for name, count in uses.items():
        used[key_of[name]] += count
        spellings.setdefault(key_of[name], name)
    better = better_by_key(used, listed)
    if not better:
        return
    misspelt = [(each, skill) for each in facts.pathway_glimpses for skill in each.skills if key_of[skill[0]] in better]
    first = _first_places(facts, key_of, frozenset(better[key_of[skill[0]]] for _, skill in misspelt))
    for pathway, skill in misspelt:
        name, place = skill[0], pathway.place_of(skill)
        right = better[key_of[name]]
        spelling = spellings[right]
        yield finding(
            SKILL_SPELLING,
            place,
            f"the skill `{name}` is called `{spelling}` elsewhere",
            help=f"write `{spelling}`, or say in content/skills.yaml that the two are one: `{spelling}: [{name}]`",
            related=[Related(place=first[right], message=f"`{spelling}` stands here")] if right in first else (),
            fix=_respelling(name, spelling, place),
        )


def _first_places(facts: Facts, key_of: Mapping[str, str], wanted: Set[str]) -> dict[str, Place]:
    """Where each of the wanted skills, by its key, stands first."""
    places: dict[str, Place] = {}
    for pathway in facts.pathway_glimpses:
        for skill in pathway.skills:
            key = key_of[skill[0]]
            if key in wanted and key not in places:
                places[key] = pathway.place_of(skill)
    return places


def _respelling(name: str, spelling: str, place: Place) -> Fix | None:
    """The fix that writes a skill's other spelling in its heading, with what its parentheses say left alone."""
    written = written_at(place)
    return replacing(place, written.replace(name, spelling, 1)) if written.startswith(name) else None


CHECK = Check(name="skill_spelling", faults=(SKILL_SPELLING,), of_site=of_site)
