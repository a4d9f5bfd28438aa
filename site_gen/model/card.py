"""A pathway held against its two roles, and the small facts of it that lists, feeds and routes show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from site_gen.diagnostic import Place
from site_gen.model.awards import Badges, award_badges, hours_a_week
from site_gen.model.badges import NEARLY_NONE
from site_gen.model.duration import Duration, Months
from site_gen.model.money import Pay
from site_gen.model.pathway import Demand, Difficulty, Gate, Pathway, PercentRange
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.record import record


@record
class Card:
    """A pathway held against its two roles: how it is called, its badges with all their arithmetic, and without."""

    slug: str
    title: str
    summary: str
    origin: Role
    target: Role
    badges: Badges
    figures: BadgeFigures


@record
class BadgeFigures:
    """What the four badges of a pathway show, without the arithmetic behind it.

    `months` and `pay` are None where nothing gives them; `is_estimate` is of the pay, `is_authors_view` of the demand.
    """

    difficulty: Difficulty
    months: Months | None
    pay: PercentRange | None
    is_estimate: bool
    demand: Demand | None
    is_authors_view: bool

    @property
    def pay_is_nearly_none(self) -> bool:
        """Whether the change of pay is too small to call a rise or a fall."""
        return self.pay is not None and max(abs(self.pay.low), abs(self.pay.high)) < NEARLY_NONE

    @property
    def pay_falls(self) -> bool:
        """Whether pay goes down at both ends, by more than nearly nothing."""
        return self.pay is not None and self.pay.high <= 0 and not self.pay_is_nearly_none


class Study(NamedTuple):
    """What a pathway asks for in study: all hours of its phases and how many a week; 0 hours where nobody says them.

    `gate` is what the law or the trade asks for, None for nothing.
    """

    hours: int
    hours_a_week: int
    gate: Gate | None


ONGOING = -1
"""The hours of a skill that is learnt without an end."""

LearntSkill = tuple[str, str, int]
"""A skill that a pathway teaches: its name as written, its priority, and its hours of study or `ONGOING`.

A plain tuple, as is a resource, since a site has tens of thousands of them.
"""

NamedResource = tuple[str, str]
"""A resource that a pathway names: its name as safe HTML, and its address, empty where it has none."""


@record
class PathwayFacts:
    """What the rest of a site asks of a pathway: little enough to travel between processes and be kept by thousands.

    `figures` is None where one of its two roles is not there. `brings` are the names of its transferable skills.
    `stated_pay` is what the guide itself says that the target role pays, None where it leaves that to the role.
    """

    key: str
    slug: str
    origin_id: str
    target_id: str
    title: str
    summary: str
    figures: BadgeFigures | None
    study: Study
    stated_pay: Pay | None
    brings: tuple[str, ...]
    learns: Sequence[LearntSkill]
    resources: Sequence[NamedResource]
    aliases: tuple[str, ...]
    authors: tuple[str, ...]
    reviewed: date
    reviewed_place: Place
    published: date | None
    draft: bool
    updated: date | None = None

    @property
    def last_changed(self) -> date:
        """The day of the last change that is known of: a review is one."""
        return max(self.reviewed, self.updated or self.reviewed)


def make_card(pathway: Pathway, *, origin: Role, target: Role, site: Site) -> Card:
    """Hold a pathway against its two roles."""
    badges = award_badges(pathway, origin=origin, target=target, site=site)
    return Card(
        slug=pathway.slug,
        title=title_of(pathway, origin, target),
        summary=pathway.summary,
        origin=origin,
        target=target,
        badges=badges,
        figures=figures_of(badges),
    )


def title_of(pathway: Pathway | PathwayFacts, origin: Role, target: Role) -> str:
    """How a pathway is called: by its own title, else by its two roles."""
    return pathway.title or f"From {origin.name} to {target.name}"


def figures_of(badges: Badges) -> BadgeFigures:
    """What four badges show."""
    salary, demand = badges.salary, badges.demand
    return BadgeFigures(
        difficulty=badges.difficulty.stated,
        months=badges.timeline.shown if badges.timeline else None,
        pay=salary.shown if salary else None,
        is_estimate=bool(salary and salary.is_estimate),
        demand=demand.shown,
        is_authors_view=demand.is_authors_view,
    )


def facts_of_pathway(pathway: Pathway, card: Card | None, site: Site) -> PathwayFacts:
    """The small facts of a pathway; `card` is None where one of its roles is not there."""
    owned, learning, roadmap = pathway.transferable_skills, pathway.skills_to_learn, pathway.roadmap
    pace = hours_a_week(pathway, site)
    timeline = card.badges.timeline if card else None
    return PathwayFacts(
        key=pathway.key,
        slug=pathway.slug,
        origin_id=pathway.origin_id,
        target_id=pathway.target_id,
        title=pathway.title,
        summary=pathway.summary,
        figures=card.figures if card else None,
        study=Study(timeline.study_hours if timeline else 0, pace, pathway.gate),
        stated_pay=pathway.salary.target if pathway.salary else None,
        brings=tuple([skill.name for skill in (owned.skills if owned else ())]),
        learns=tuple(
            [
                (skill.name, skill.priority.value, hours_of_skill(skill.duration, pace))
                for skill in (learning.skills if learning else ())
            ]
        ),
        resources=tuple(
            [(each.name, each.url) for phase in (roadmap.phases if roadmap else ()) for each in phase.resources]
        ),
        aliases=pathway.aliases,
        authors=pathway.authors,
        reviewed=pathway.reviewed,
        reviewed_place=pathway.places["reviewed"],
        published=pathway.published,
        draft=pathway.draft,
        updated=pathway.updated,
    )


def hours_of_skill(duration: Duration | None, hours_a_week: int) -> int:
    """The hours of study of a skill at the pace of its pathway, rounded half up; `ONGOING` where there is no end."""
    if duration is None:
        return ONGOING
    hours = duration.weeks(hours_a_week) * hours_a_week
    return (2 * hours.numerator + hours.denominator) // (2 * hours.denominator)
