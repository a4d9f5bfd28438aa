"""A skill that a person brings along is not one they still have to learn."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import Check, Judged
from site_gen.diagnostic import Diagnostic, Related, finding
from site_gen.faults import SKILL_OWNED_AND_TO_LEARN


def of_pathway(judged: Judged) -> Iterator[Diagnostic]:
    """Report each skill to learn that stands among the transferable ones too, under any of its spellings."""
    owned, learning = judged.pathway.transferable_skills, judged.pathway.skills_to_learn
    if judged.skill_names is None or owned is None or learning is None:
        return
    key_of = judged.skill_names.key_of
    places = {key_of(skill.name): skill.place for skill in owned.skills}
    for skill in learning.skills:
        place = places.get(key_of(skill.name))
        if place is not None:
            yield finding(
                SKILL_OWNED_AND_TO_LEARN,
                skill.place,
                f"the skill `{skill.name}` is to learn here, but carries over on line {place.line}",
                help="keep it in one of the two sections, or name the part of it that is new: "
                f"`Advanced {skill.name[:1].lower() + skill.name[1:]}`",
                related=[Related(place=place, message="here it carries over")],
            )


CHECK = Check(name="owned_skills", faults=(SKILL_OWNED_AND_TO_LEARN,), of_pathway=of_pathway)
