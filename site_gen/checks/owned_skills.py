"""A skill that a person brings along is not one they still have to learn."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import SKILLS_FILE, Check, Facts
from site_gen.diagnostic import Diagnostic, Related, finding
from site_gen.faults import SKILL_OWNED_AND_TO_LEARN
from site_gen.model.skill import skill_key


def run(facts: Facts) -> Iterator[Diagnostic]:
    """Report each skill to learn that stands among the transferable ones too, under any of its spellings."""
    if SKILLS_FILE in facts.faulty:
        return
    name_of = facts.catalog.skill_names.name_of
    for pathway in facts.pathways:
        owned = pathway.transferable_skills
        learning = pathway.skills_to_learn
        places = {skill_key(name_of(skill.name)): skill.place for skill in (owned.skills if owned else ())}
        for skill in learning.skills if learning else ():
            place = places.get(skill_key(name_of(skill.name)))
            if place is not None:
                yield finding(
                    SKILL_OWNED_AND_TO_LEARN,
                    skill.place,
                    f"the skill `{skill.name}` is to learn here, but carries over on line {place.line}",
                    help="keep it in one of the two sections, or name the part of it that is new: "
                    f"`Advanced {skill.name[:1].lower() + skill.name[1:]}`",
                    related=[Related(place=place, message="here it carries over")],
                )


CHECK = Check(name="owned_skills", faults=(SKILL_OWNED_AND_TO_LEARN,), run=run)
