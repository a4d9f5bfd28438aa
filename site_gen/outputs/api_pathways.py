"""A pathway becomes api/pathways/<slug>.json: its badges with all their arithmetic, its skills and its plan."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from site_gen.addresses import pathway_address, pathway_json
from site_gen.model.awards import hours_a_week
from site_gen.model.badges import DemandBadge, DifficultyBadge, TimelineBadge
from site_gen.model.card import Card, hours_of_skill
from site_gen.model.duration import Duration, Unit
from site_gen.model.money import Pay
from site_gen.model.pathway import Pathway
from site_gen.model.roadmap import Phase
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames, SkillToLearn
from site_gen.outputs import Output, OutputType
from site_gen.render.duration import Ratio
from site_gen.render.facts import facts_of
from site_gen.render.open_data import (
    SCHEMA,
    Json,
    comparison_of,
    in_bytes,
    named,
    occupation_of,
    pay_of,
    rounded,
    span_of,
    url_of,
    words_of,
)
from site_gen.render.pay import pay_in_words, sources_in_words
from site_gen.render.plain_text import plain_text
from site_gen.render.workings import workings


def of_pathway(pathway: Pathway, card: Card, site: Site, names: SkillNames) -> Output:
    """The one file of a pathway."""
    return Output(address=pathway_json(pathway.slug), content=in_bytes(_pathway(pathway, card, site, names)))


def _pathway(pathway: Pathway, card: Card, site: Site, names: SkillNames) -> Json:
    address = pathway_address(pathway.slug)
    origin, target = _pays(pathway, card)
    owned = pathway.transferable_skills
    return {
        "$schema": SCHEMA,
        "kind": "pathway",
        "slug": pathway.slug,
        "address": address,
        "url": url_of(address, site),
        "title": card.title,
        "summary": card.summary,
        "origin": _role(card.origin, origin),
        "target": _role(card.target, target),
        "words": _words(card, origin, target),
        "workings": _workings(pathway, card),
        "badges": _badges(card, pathway),
        "gate": pathway.gate,
        "skills_to_learn": _skills_to_learn(pathway, hours_a_week(pathway, site), names),
        "transferable_skills": [
            {"name": each.name, "slug": names.slug_of(each.name)} for each in (owned.skills if owned else ())
        ],
        "phases": _phases(pathway, card),
        "reviewed": pathway.reviewed.isoformat(),
        "updated": pathway.updated.isoformat() if pathway.updated else None,
        "published": pathway.published.isoformat() if pathway.published else None,
        "authors": list(pathway.authors or ((site.author,) if site.author else ())),
        "tags": list(pathway.tags),
        "sources": [{"title": each.title, "url": each.url or None} for each in pathway.sources],
    }


def _pays(pathway: Pathway, card: Card) -> tuple[Pay | None, Pay | None]:
    """What the page says that its two roles pay: by its own ranges, or else by theirs."""
    if pathway.salary:
        return pathway.salary.origin, pathway.salary.target
    return card.origin.pay, card.target.pay


def _role(role: Role, pay: Pay | None) -> Json:
    return {**named(role), "occupation": occupation_of(role.occupation), "pay": pay_of(pay)}


def _words(card: Card, origin: Pay | None, target: Pay | None) -> Json:
    return {
        **words_of(facts_of(card.figures)),
        "origin_pay": pay_in_words(origin) if origin else "",
        "target_pay": pay_in_words(target) if target else "",
        "pay_source": sources_in_words([pay for pay in (origin, target) if pay]),
    }


def _workings(pathway: Pathway, card: Card) -> Json:
    difficulty, time, pay, demand = workings(pathway, card)
    return {"difficulty": difficulty.text, "time": time.text, "pay": pay.text, "demand": demand.text}


def _badges(card: Card, pathway: Pathway) -> Json:
    badges = card.badges
    official = badges.official_salary
    return {
        "difficulty": _difficulty(badges.difficulty, pathway.difficulty_reason),
        "time": _time(badges.timeline),
        "pay": comparison_of(badges.salary),
        "official_pay": {
            **(comparison_of(official) or {}),
            "origin": pay_of(official.origin),
            "target": pay_of(official.target),
        }
        if official
        else None,
        "demand": _demand(badges.demand, card.target, pathway.demand_note),
    }


def _difficulty(badge: DifficultyBadge, reason: str) -> Json:
    hours, critical, zones, gate = badge.levels
    return {
        "shown": badge.stated,
        "level": badge.stated.level,
        "least": badge.least,
        "facts": {
            "study_hours": {"value": badge.study_hours, "asks_for": hours},
            "critical_skills": {"value": badge.critical_skills, "asks_for": critical},
            "zones_up": {"value": badge.zones_up, "asks_for": zones},
            "gate": {"value": badge.gate, "asks_for": gate},
        },
        "reason": reason,
    }


def _time(badge: TimelineBadge | None) -> Json | None:
    if badge is None:
        return None
    return {
        "shown": span_of(badge.shown),
        "computed": span_of(badge.computed),
        "stated": span_of(badge.stated),
        "weeks": rounded(badge.weeks),
        "hours_a_week": badge.hours_a_week,
        "study_hours": badge.study_hours,
    }


def _demand(badge: DemandBadge, target: Role, note: str) -> Json:
    outlook = target.outlook
    return {
        "shown": badge.shown,
        "official": badge.official,
        "stated": badge.stated,
        "growth": outlook.growth if outlook else None,
        "period": outlook.period if outlook else "",
        "openings": outlook.openings if outlook else None,
        "source": outlook.source if outlook else "",
        "note": note,
    }


def _skills_to_learn(pathway: Pathway, pace: int, names: SkillNames) -> list[Json]:
    learning = pathway.skills_to_learn
    return [_skill(skill, pace, names) for skill in (learning.skills if learning else ())]


def _skill(skill: SkillToLearn, pace: int, names: SkillNames) -> Json:
    weeks, hours = None, None
    if skill.duration:
        length = skill.duration
        weeks, hours = _measured(length.high.as_integer_ratio(), length.unit, pace)
    slug = names.slug_of(skill.name)
    return {"name": skill.name, "slug": slug, "priority": skill.priority, "weeks": weeks, "hours": hours}


# Pages measure most lengths with the same few numbers.
@lru_cache(maxsize=4096)
def _measured(high: Ratio, unit: Unit, pace: int) -> tuple[float, int]:
    """The weeks and the hours of study that a length takes, of which the upper end counts."""
    length = Duration(low=Fraction(*high), high=Fraction(*high), unit=unit)
    return rounded(length.weeks(pace)), hours_of_skill(length, pace)


def _phases(pathway: Pathway, card: Card) -> list[Json]:
    phases = pathway.roadmap.phases if pathway.roadmap else ()
    timeline = card.badges.timeline
    weeks = map(rounded, timeline.phase_weeks) if timeline else [0] * len(phases)
    return [_phase(phase, length) for phase, length in zip(phases, weeks, strict=True)]


def _phase(phase: Phase, weeks: float) -> Json:
    return {
        "name": phase.name,
        "weeks": weeks,
        "tasks": [plain_text(task.prose.html) for task in phase.tasks],
        "resources": [{"name": plain_text(each.name), "url": each.url or None} for each in phase.resources],
    }


OUTPUT = OutputType(name="api_pathways", of_pathway=of_pathway)
