"""A pathway: the way from one role to another, as its author wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from site_gen.diagnostic import Place
from site_gen.links import Link, OutsideLink
from site_gen.model.duration import Months
from site_gen.model.money import Pay
from site_gen.model.section import Roadmap, Section, SkillsToLearn, TransferableSkills
from site_gen.record import record


class Difficulty(StrEnum):
    """How hard the move is, least first."""

    EASY = "easy"
    MODERATE = "moderate"
    CHALLENGING = "challenging"
    VERY_CHALLENGING = "very challenging"

    @property
    def level(self) -> int:
        """1 to 4."""
        return _LEVELS_BY_DIFFICULTY[self]


_LEVELS_BY_DIFFICULTY: Final = {each: level for level, each in enumerate(Difficulty, 1)}


class Demand(StrEnum):
    """How much the target role is wanted, most first."""

    VERY_HIGH = "very high"
    HIGH = "high"
    AVERAGE = "average"
    LOW = "low"
    SHRINKING = "shrinking"

    @property
    def level(self) -> int:
        """4 for very high down to 0 for shrinking."""
        return _LEVELS_BY_DEMAND[self]


_LEVELS_BY_DEMAND: Final = {each: 4 - below for below, each in enumerate(Demand)}


class Gate(StrEnum):
    """What the law or the trade asks for before one may work in the target role."""

    CERTIFICATE = "certificate"
    LICENCE = "licence"
    DEGREE = "degree"

    @property
    def sets_pace(self) -> bool:
        """Whether a school, an employer or a board says how long it takes, and not the hours one has."""
        return self is not Gate.CERTIFICATE


@record
class PercentRange:
    """From `low` to `high` percent, with signs; one figure has both ends equal."""

    low: int
    high: int


@record
class StatedSalary:
    """The two ranges that a guide states itself."""

    origin: Pay
    target: Pay


@record
class Reference:
    """Something that a guide rests on: `url` is empty where there is no address."""

    title: str
    url: str


@record
class Pathway:
    """One pathway and its file; `places` has the place of each front-matter value by its key.

    `markdown` is the body as its author wrote it, for readers of Markdown.
    """

    slug: str
    origin_id: str
    target_id: str
    title: str
    summary: str
    difficulty: Difficulty
    difficulty_reason: str
    timeline: Months | None
    salary: StatedSalary | None
    salary_change: PercentRange | None
    demand: Demand | None
    demand_note: str
    hours_a_week: int | None
    gate: Gate | None
    reviewed: date
    published: date | None
    draft: bool
    aliases: tuple[str, ...]
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    sources: tuple[Reference, ...]
    sections: tuple[Section, ...]
    path: str
    key: str
    places: Mapping[str, Place]
    anchors: frozenset[str]
    links: tuple[Link, ...]
    outside_links: Sequence[OutsideLink]
    markdown: str = ""
    updated: date | None = None

    @property
    def last_changed(self) -> date:
        """The day of the last change that is known of: a review is one."""
        return max(self.reviewed, self.updated or self.reviewed)

    @property
    def roadmap(self) -> Roadmap | None:
        """The phases, where the guide has them."""
        return next((each.value for each in self.sections if isinstance(each.value, Roadmap)), None)

    @property
    def skills_to_learn(self) -> SkillsToLearn | None:
        """What is to learn, where the guide says it."""
        return next((each.value for each in self.sections if isinstance(each.value, SkillsToLearn)), None)

    @property
    def transferable_skills(self) -> TransferableSkills | None:
        """What carries over, where the guide says it."""
        return next((each.value for each in self.sections if isinstance(each.value, TransferableSkills)), None)
