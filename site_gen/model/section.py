"""The values that sections of a pathway hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from site_gen.diagnostic import Place
from site_gen.model.prose import Prose
from site_gen.model.roadmap import Phase, Task
from site_gen.model.skill import SkillToLearn, TransferableSkill


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Why the move works."""

    prose: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferableSkills:
    """What a person brings along."""

    intro: Prose
    skills: tuple[TransferableSkill, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsToLearn:
    """What is still to learn, in the order of the file."""

    intro: Prose
    skills: tuple[SkillToLearn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """The phases of the plan."""

    intro: Prose
    phases: tuple[Phase, ...]


class Part(StrEnum):
    """The three parts of a reality check."""

    LOVE = "love"
    MISS = "miss"
    HARD = "hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class RealityPart:
    """One part of a reality check: `part` is None for a heading the section does not know."""

    part: Part | None
    title: str
    anchor: str
    points: tuple[Prose, ...]
    more: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class RealityCheck:
    """What one will love, miss and find hard."""

    intro: Prose
    parts: tuple[RealityPart, ...]


class Horizon(StrEnum):
    """The three horizons of an action plan."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True, kw_only=True)
class HorizonPlan:
    """What to do within one horizon: `horizon` is None for a heading the section does not know."""

    horizon: Horizon | None
    title: str
    anchor: str
    tasks: tuple[Task, ...]
    more: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPlan:
    """The first week, month and quarter."""

    intro: Prose
    horizons: tuple[HorizonPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question and its answer."""

    text: str
    anchor: str
    answer: Prose
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Faq:
    """Frequently asked questions."""

    intro: Prose
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CallToAction:
    """What to do next: the pathway's own words instead of the site's."""

    prose: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class ProseSection:
    """A section that the program does not know: kept in its place as the author wrote it."""

    prose: Prose


SectionValue = (
    Overview
    | TransferableSkills
    | SkillsToLearn
    | Roadmap
    | RealityCheck
    | ActionPlan
    | Faq
    | CallToAction
    | ProseSection
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section in its place on the page: `kind` names its template, `title` is the heading as the author wrote it."""

    kind: str
    title: str
    anchor: str
    value: SectionValue
    place: Place
