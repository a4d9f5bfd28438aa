"""Skills to learn become groups by priority, each skill with a bar for its weeks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from markupsafe import Markup

from site_gen.model.duration import Duration, Unit
from site_gen.model.prose import Prose
from site_gen.model.section import SkillsToLearn
from site_gen.model.skill import Priority, SkillToLearn
from site_gen.render.duration import figure
from site_gen.render.figures import effort_bar
from site_gen.render.words import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillView:
    """A skill to learn: how long it takes in words, and as a bar."""

    name: str
    anchor: str
    how: Prose
    length: str
    bar: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillGroup:
    """The skills of one priority, of which `level` is 3 for critical down to 1."""

    title: str
    level: int
    skills: tuple[SkillView, ...]


def skill_groups(section: SkillsToLearn, hours_a_week: int) -> tuple[SkillGroup, ...]:
    """Skills by priority, the most urgent first; within a priority the order is the author's."""
    lengths = [skill.duration.weeks(hours_a_week) for skill in section.skills if skill.duration]
    longest = max(lengths, default=Fraction(1))
    groups = []
    for number, priority in enumerate(Priority):
        skills = tuple(
            _skill_view(skill, hours_a_week, longest) for skill in section.skills if skill.priority is priority
        )
        if skills:
            groups.append(SkillGroup(title=sentence(priority), level=len(Priority) - number, skills=skills))
    return tuple(groups)


def length_in_words(duration: Duration | None) -> str:
    """How long something takes, as its author measured it: `6–8 weeks`, `40 hours`, `ongoing`."""
    if duration is None:
        return "ongoing"
    low, high = figure(duration.low), figure(duration.high)
    unit = Unit(duration.unit).value
    return f"{low if low == high else f'{low}–{high}'} {unit if high == '1' else unit + 's'}"


def _skill_view(skill: SkillToLearn, hours_a_week: int, longest: Fraction) -> SkillView:
    weeks = skill.duration.weeks(hours_a_week) if skill.duration else None
    return SkillView(
        name=skill.name,
        anchor=skill.anchor,
        how=skill.how,
        length=length_in_words(skill.duration),
        bar=effort_bar(weeks, longest),
    )
