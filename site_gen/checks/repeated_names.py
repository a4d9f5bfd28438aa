"""The phases, skills and questions of one guide can be told apart by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from site_gen.checks import Check, Judged
from site_gen.diagnostic import Diagnostic, Place, Related, finding
from site_gen.faults import REPEATED_NAME
from site_gen.model.pathway import Pathway
from site_gen.model.roadmap import Phase
from site_gen.model.section import Faq, Question
from site_gen.model.skill import SkillToLearn, TransferableSkill, skill_key

_Named = Phase | TransferableSkill | SkillToLearn | Question


def of_pathway(judged: Judged) -> Iterator[Diagnostic]:
    """Report each phase, skill of one section, and question whose name an earlier one has."""
    for what, named in _groups(judged.pathway):
        if len({skill_key(each.name) for each in named}) < len(named):
            yield from _repeated(what, named)


def _repeated(what: str, named: Iterable[_Named]) -> Iterator[Diagnostic]:
    places: dict[str, Place] = {}
    for each in named:
        first = places.setdefault(skill_key(each.name), each.place)
        if first is not each.place:
            yield finding(
                REPEATED_NAME,
                each.place,
                f"the {what} `{each.name}` stands twice: first on line {first.line}",
                help="join the two, or give one of them a name of its own",
                related=[Related(place=first, message="the first of the two")],
            )


def _groups(pathway: Pathway) -> Iterator[tuple[str, Sequence[_Named]]]:
    roadmap, owned, learning = pathway.roadmap, pathway.transferable_skills, pathway.skills_to_learn
    yield "phase", roadmap.phases if roadmap else ()
    yield "skill", owned.skills if owned else ()
    yield "skill", learning.skills if learning else ()
    for section in pathway.sections:
        if isinstance(section.value, Faq):
            yield "question", section.value.questions


CHECK = Check(name="repeated_names", faults=(REPEATED_NAME,), of_pathway=of_pathway)
