"""One skill has one spelling on the whole site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

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
    skills = [skill for pathway in facts.pathway_glimpses for skill in pathway.skills]
    uses = Counter([skill.name for skill in skills])
    key_of = {name: skill_key(names.name_of(name)) for name in uses}
    used: Counter[str] = Counter()
    for name, count in uses.items():
        used[key_of[name]] += count
        spellings.setdefault(key_of[name], name)
    better = better_by_key(used, listed)
    if not better:
        return
    first: dict[str, Place] = {}
    for skill in skills:
        first.setdefault(key_of[skill.name], skill.place)
    for skill in skills:
        name, place = skill.name, skill.place
        right = better.get(key_of[name])
        if right is not None:
            spelling = spellings[right]
            yield finding(
                SKILL_SPELLING,
                place,
                f"the skill `{name}` is called `{spelling}` elsewhere",
                help=f"write `{spelling}`, or say in content/skills.yaml that the two are one: `{spelling}: [{name}]`",
                related=[Related(place=first[right], message=f"`{spelling}` stands here")] if right in first else (),
                fix=_respelling(name, spelling, place),
            )


def _respelling(name: str, spelling: str, place: Place) -> Fix | None:
    """The fix that writes a skill's other spelling in its heading, with what its parentheses say left alone."""
    written = written_at(place)
    return replacing(place, written.replace(name, spelling, 1)) if written.startswith(name) else None


CHECK = Check(name="skill_spelling", faults=(SKILL_SPELLING,), of_site=of_site)
