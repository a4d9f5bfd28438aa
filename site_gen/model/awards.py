"""A pathway and its two roles become its four badges."""

from __future__ import annotations

from site_gen.model.badges import (
    DemandBadge,
    DifficultyBadge,
    SalaryBadge,
    TimelineBadge,
    award_demand,
    award_difficulty,
    award_salary,
    award_timeline,
)
from site_gen.model.money import Pay
from site_gen.model.pathway import Pathway
from site_gen.model.roadmap import weeks_of
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.model.skill import Priority
from site_gen.record import record


@record
class Badges:
    """The four badges of a pathway, and the official comparison beside the author's own ranges.

    A badge is None where the page has nothing to compute it from; `official_salary` is None where the badge itself
    is the official comparison, or where the roles carry no pay that compares.
    """

    timeline: TimelineBadge | None
    salary: SalaryBadge | None
    official_salary: SalaryBadge | None
    demand: DemandBadge
    difficulty: DifficultyBadge


def hours_a_week(pathway: Pathway, site: Site) -> int:
    """Study hours a week: the pathway's own, else the site's."""
    return pathway.hours_a_week or site.hours_a_week


def award_badges(pathway: Pathway, *, origin: Role, target: Role, site: Site) -> Badges:
    """Compute the four badges from the pathway's own page and its two roles."""
    roadmap, pace = pathway.roadmap, hours_a_week(pathway, site)
    phase_weeks = weeks_of(roadmap.phases, pace) if roadmap else ()
    timeline = award_timeline(phase_weeks, hours_a_week=pace, stated=pathway.timeline)
    official = _compare(origin.pay, target.pay)
    salary = official
    if pathway.salary is not None:
        salary = award_salary(pathway.salary.origin, pathway.salary.target, stated=pathway.salary_change)
    elif pathway.salary_change is not None and origin.pay and target.pay:
        salary = award_salary(origin.pay, target.pay, stated=pathway.salary_change)
    learning = pathway.skills_to_learn
    return Badges(
        timeline=timeline,
        salary=salary,
        official_salary=official if pathway.salary is not None else None,
        demand=award_demand(target.outlook.growth if target.outlook else None, stated=pathway.demand),
        difficulty=award_difficulty(
            study_hours=timeline.study_hours if timeline else 0,
            critical_skills=[skill.priority for skill in learning.skills].count(Priority.CRITICAL) if learning else 0,
            zones_up=target.zone - origin.zone if target.zone and origin.zone else None,
            gate=pathway.gate,
            stated=pathway.difficulty,
        ),
    )


def _compare(origin: Pay | None, target: Pay | None) -> SalaryBadge | None:
    return award_salary(origin, target) if origin and target else None
