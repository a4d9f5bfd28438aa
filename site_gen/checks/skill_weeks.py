"""What must be learnt fits into the weeks of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from site_gen.checks import Check, Judged
from site_gen.diagnostic import Diagnostic, finding
from site_gen.faults import SKILLS_OUTRUN_PHASES
from site_gen.model.awards import hours_a_week
from site_gen.model.skill import Priority


def of_pathway(judged: Judged) -> Iterator[Diagnostic]:
    """Report a pathway whose critical and important skills need more weeks than its phases have."""
    pathway, badge = judged.pathway, judged.card.badges.timeline if judged.card else None
    learning = pathway.skills_to_learn
    if badge is None or learning is None or judged.is_doubtful:
        return
    pace = hours_a_week(pathway, judged.site)
    needed = [
        (skill, skill.duration.weeks(pace))
        for skill in learning.skills
        if skill.priority is not Priority.NICE_TO_HAVE and skill.duration is not None
    ]
    total = sum((weeks for _, weeks in needed), Fraction(0))
    if total > badge.weeks:
        each = " + ".join(f"{float(weeks):.4g}" for _, weeks in needed)
        yield finding(
            SKILLS_OUTRUN_PHASES,
            needed[0][0].place,
            f"the critical and important skills take {float(total):.4g} weeks, "
            f"the phases only {float(badge.weeks):.4g}",
            help="give the phases more weeks, the skills fewer, or mark a skill `nice to have`",
            notes=[f"skills: {each} weeks"],
        )


CHECK = Check(name="skill_weeks", faults=(SKILLS_OUTRUN_PHASES,), of_pathway=of_pathway)
