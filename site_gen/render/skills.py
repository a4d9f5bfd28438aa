"""Skills to learn become groups by priority, each skill with a bar for its weeks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from site_gen.model.duration import Duration
from site_gen.model.prose import Prose
from site_gen.model.section import SkillsToLearn
from site_gen.model.skill import Priority, SkillToLearn
from site_gen.render.duration import Ratio, figure_of
from site_gen.render.figures import effort_bar
from site_gen.render.words import sentence

_TITLES: Final = {priority: sentence(priority) for priority in Priority}


# Neither is frozen: pages make tens of thousands of them, which would take three times as long.
@dataclass(slots=True, kw_only=True)
class SkillView:
    """A skill to learn: how long it takes in words, and as a bar."""

    name: str
    anchor: str
    how: Prose
    length: str
    bar: Markup


@dataclass(slots=True, kw_only=True)
class SkillGroup:
    """The skills of one priority, of which `level` is 3 for critical down to 1."""

    title: str
    level: int
    skills: tuple[SkillView, ...]


def skill_groups(section: SkillsToLearn, hours_a_week: int) -> tuple[SkillGroup, ...]:
    """Skills by priority, the most urgent first; within a priority the order is the author's."""
    weeks = [skill.duration.weeks(hours_a_week) if skill.duration else None for skill in section.skills]
    longest = max((each for each in weeks if each is not None), default=Fraction(1))
    views: dict[str, list[SkillView]] = {priority: [] for priority in _TITLES}
    for skill, length in zip(section.skills, weeks, strict=True):
        views[skill.priority].append(_skill_view(skill, length, longest))
    return tuple(
        SkillGroup(title=title, level=level, skills=tuple(views[priority]))
        for level, (priority, title) in zip(range(len(_TITLES), 0, -1), _TITLES.items(), strict=True)
        if views[priority]
    )


def length_in_words(duration: Duration | None) -> str:
    """How long something takes, as its author measured it: `6–8 weeks`, `40 hours`, `ongoing`."""
    if duration is None:
        return "ongoing"
    return _length(duration.low.as_integer_ratio(), duration.high.as_integer_ratio(), duration.unit)


# Pages measure most lengths with the same few numbers.
@lru_cache(maxsize=4096)
def _length(least: Ratio, most: Ratio, unit: str) -> str:
    low, high = figure_of(*least), figure_of(*most)
    return f"{low if low == high else f'{low}–{high}'} {unit if high == '1' else unit + 's'}"


def _skill_view(skill: SkillToLearn, weeks: Fraction | None, longest: Fraction) -> SkillView:
    return SkillView(
        name=skill.name,
        anchor=skill.anchor,
        how=skill.how,
        length=length_in_words(skill.duration),
        bar=effort_bar(weeks, longest),
    )
