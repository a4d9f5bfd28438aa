"""The values that sections of a pathway hold."""

from __future__ import annotations

from enum import StrEnum

from site_gen.diagnostic import Place
from site_gen.model.prose import Prose
from site_gen.model.roadmap import Phase, Task
from site_gen.model.skill import SkillToLearn, TransferableSkill
from site_gen.record import record


@record
class Overview:
    """Why the move works."""

    prose: Prose


@record
class TransferableSkills:
    """What a person brings along."""

    intro: Prose
    skills: tuple[TransferableSkill, ...]


@record
class SkillsToLearn:
    """What is still to learn, in the order of the file."""

    intro: Prose
    skills: tuple[SkillToLearn, ...]


@record
class Roadmap:
    """The phases of the plan."""

    intro: Prose
    phases: tuple[Phase, ...]


class Part(StrEnum):
    """The three parts of a reality check."""

    LOVE = "love"
    MISS = "miss"
    HARD = "hard"


@record
class RealityPart:
    """One part of a reality check: `part` is None for a heading the section does not know."""

    part: Part | None
    title: str
    anchor: str
    points: tuple[Prose, ...]
    more: Prose


@record
class RealityCheck:
    """What one will love, miss and find hard."""

    intro: Prose
    parts: tuple[RealityPart, ...]


class Horizon(StrEnum):
    """The three horizons of an action plan."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@record
class HorizonPlan:
    """What to do within one horizon: `horizon` is None for a heading the section does not know."""

    horizon: Horizon | None
    title: str
    anchor: str
    tasks: tuple[Task, ...]
    more: Prose


@record
class ActionPlan:
    """The first week, month and quarter."""

    intro: Prose
    horizons: tuple[HorizonPlan, ...]


@record
class Question:
    """A question and its answer."""

    text: str
    anchor: str
    answer: Prose
    place: Place

    @property
    def name(self) -> str:
        """What tells it from other questions."""
        return self.text


@record
class Faq:
    """Frequently asked questions."""

    intro: Prose
    questions: tuple[Question, ...]


@record
class CallToAction:
    """What to do next: the pathway's own words instead of the site's."""

    prose: Prose


@record
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


@record
class Section:
    """A section in its place on the page: `kind` names its template, `title` is the heading as the author wrote it."""

    kind: str
    title: str
    anchor: str
    value: SectionValue
    place: Place
