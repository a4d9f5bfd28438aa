"""Skills to learn become groups by priority, each skill with a bar for its weeks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from site_gen.addresses import skill_address
from site_gen.model.duration import Duration, Unit
from site_gen.model.prose import Prose
from site_gen.model.section import SkillsToLearn
from site_gen.model.skill import Priority, SkillNames
from site_gen.render.duration import Ratio, figure
from site_gen.render.figures import bar_of
from site_gen.render.words import sentence

_PRIORITIES: Final = tuple((each, sentence(each), len(Priority) - place) for place, each in enumerate(Priority))

_Length = tuple[float, str, Ratio | None]
"""How long something takes: in weeks, by which lengths compare, in words, and in weeks as drawings divide them.

What has no end takes no weeks, and None for drawings.
"""

_ONGOING: Final[_Length] = (0.0, "ongoing", None)


# Neither is frozen: pages make tens of thousands of them, which would take three times as long.
@dataclass(slots=True, kw_only=True)
class SkillView:
    """A skill to learn: how long it takes in words, and as a bar."""

    name: str
    address: str
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


def skill_groups(section: SkillsToLearn, hours_a_week: int, names: SkillNames) -> tuple[SkillGroup, ...]:
    """Skills by priority, the most urgent first; within a priority the order is the author's."""
    lengths = [_length(skill.duration, hours_a_week) for skill in section.skills]
    longest = max(lengths, default=_ONGOING)[2] or (1, 1)
    views: dict[Priority, list[SkillView]] = {}
    for skill, (_, words, weeks) in zip(section.skills, lengths, strict=True):
        views.setdefault(skill.priority, []).append(
            SkillView(
                name=skill.name,
                address=skill_address(names.slug_of(skill.name)),
                anchor=skill.anchor,
                how=skill.how,
                length=words,
                bar=bar_of(weeks, longest),
            )
        )
    return tuple(
        [
            SkillGroup(title=title, level=level, skills=tuple(views[priority]))
            for priority, title, level in _PRIORITIES
            if priority in views
        ]
    )


def length_in_words(duration: Duration | None) -> str:
    """How long something takes, as its author measured it: `6–8 weeks`, `40 hours`, `ongoing`."""
    if duration is None:
        return _ONGOING[1]
    low, high, unit = figure(duration.low), figure(duration.high), duration.unit
    return f"{low if low == high else f'{low}–{high}'} {unit if high == '1' else unit + 's'}"


def _length(duration: Duration | None, hours_a_week: int) -> _Length:
    if duration is None:
        return _ONGOING
    return _measured(duration.low.as_integer_ratio(), duration.high.as_integer_ratio(), duration.unit, hours_a_week)


# Pages measure most lengths with the same few numbers.
@lru_cache(maxsize=4096)
def _measured(low: Ratio, high: Ratio, unit: Unit, hours_a_week: int) -> _Length:
    duration = Duration(low=Fraction(*low), high=Fraction(*high), unit=unit)
    weeks = duration.weeks(hours_a_week)
    return float(weeks), length_in_words(duration), weeks.as_integer_ratio()
