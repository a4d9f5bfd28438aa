"""The phases, skills and questions of one guide can be told apart by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from site_gen.checks import Check, Judged
from site_gen.diagnostic import Diagnostic, Place, Related, finding
from site_gen.faults import REPEATED_NAME
from site_gen.model.pathway import Pathway
from site_gen.model.section import Faq
from site_gen.model.skill import skill_key

_Named = Iterable[tuple[str, Place]]


def of_pathway(judged: Judged) -> Iterator[Diagnostic]:
    """Report each phase, skill of one section, and question whose name an earlier one has."""
    for what, named in _groups(judged.pathway):
        places: dict[str, Place] = {}
        for name, place in named:
            first = places.setdefault(skill_key(name), place)
            if first is not place:
                yield finding(
                    REPEATED_NAME,
                    place,
                    f"the {what} `{name}` stands twice: first on line {first.line}",
                    help="join the two, or give one of them a name of its own",
                    related=[Related(place=first, message="the first of the two")],
                )


def _groups(pathway: Pathway) -> Iterator[tuple[str, _Named]]:
    roadmap, owned, learning = pathway.roadmap, pathway.transferable_skills, pathway.skills_to_learn
    yield "phase", [(each.name, each.place) for each in (roadmap.phases if roadmap else ())]
    yield "skill", [(each.name, each.place) for each in (owned.skills if owned else ())]
    yield "skill", [(each.name, each.place) for each in (learning.skills if learning else ())]
    for section in pathway.sections:
        if isinstance(section.value, Faq):
            yield "question", [(each.text, each.place) for each in section.value.questions]


CHECK = Check(name="repeated_names", faults=(REPEATED_NAME,), of_pathway=of_pathway)
