"""The badges of a pathway become the arithmetic behind them, in sentences made of the page's own numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from site_gen.model.badges import (
    HIGH_OVER_LOW,
    NEARLY_NONE,
    DemandBadge,
    DifficultyBadge,
    SalaryBadge,
    TimelineBadge,
    demand_for,
)
from site_gen.model.card import Card
from site_gen.model.duration import WEEKS_A_MONTH
from site_gen.model.pathway import Demand, Difficulty, Gate, Pathway
from site_gen.model.role import Occupation, Outlook
from site_gen.model.section import Roadmap
from site_gen.render.change import change, step
from site_gen.render.corrections import Correction, correction, correction_of_role
from site_gen.render.duration import Ratio, figure, figure_of, in_weeks, months
from site_gen.render.money import amounts
from site_gen.render.occupation import both_occupations, fitting_occupation, outlook_in_words
from site_gen.render.pay import own_correction, pay_correction, sources_in_words
from site_gen.render.words import counted, sentence

DEMAND_RULES: Final = {
    Demand.VERY_HIGH: "7% or more",
    Demand.HIGH: "5 to 6.9%",
    Demand.AVERAGE: "3 to 4.9%",
    Demand.LOW: "0 to 2.9%",
    Demand.SHRINKING: "less than 0%",
}
GATES: Final = {
    None: "no certificate, license or degree required",
    Gate.CERTIFICATE: "a certificate required",
    Gate.LICENCE: "a license required",
    Gate.DEGREE: "a degree required",
}
_WEEKS_A_MONTH: Final = figure(WEEKS_A_MONTH, places=3)


# Not frozen: pages make thousands of them, which would take three times as long.
@dataclass(slots=True, kw_only=True)
class Working:
    """How one badge was worked out; `anchor` is its place on the page, `corrections` lead to what it was made of."""

    anchor: str
    title: str
    text: str
    corrections: Sequence[Correction]


class _Last:
    """The workings that were made last: each file of a pathway asks for the same."""

    card: Card | None = None
    pathway: Pathway | None = None
    corrections: str = ""
    made: tuple[Working, ...] = ()


def workings(pathway: Pathway, card: Card, corrections: str = "") -> tuple[Working, ...]:
    """The workings of all four badges, in the order in which the page shows them.

    `corrections` is the site's pattern for links to lines of its content.
    """
    if _Last.card is not card or _Last.pathway is not pathway or _Last.corrections != corrections:
        _Last.card, _Last.pathway, _Last.corrections = card, pathway, corrections
        _Last.made = _made(pathway, card, corrections)
    return _Last.made


def _made(pathway: Pathway, card: Card, corrections: str) -> tuple[Working, ...]:
    badges, people = card.badges, card.target.plural or card.target.name
    outlook, occupation = card.target.outlook, card.target.occupation
    difficulty, time, pay, demand = _corrections(pathway, card, corrections) if corrections else ((), (), (), ())
    return (
        Working(
            anchor="wm-difficulty",
            title="Difficulty",
            text=_difficulty(badges.difficulty, pathway.difficulty_reason),
            corrections=difficulty,
        ),
        Working(anchor="wm-time", title="Time", text=_time(badges.timeline), corrections=time),
        Working(
            anchor="wm-change", title="Pay change", text=" ".join(_pay(badges.salary, pathway, card)), corrections=pay
        ),
        Working(
            anchor="wm-demand",
            title="Demand",
            text=_demand(badges.demand, people, outlook, occupation),
            corrections=demand,
        ),
    )


def _corrections(pathway: Pathway, card: Card, pattern: str) -> Iterator[tuple[Correction, ...]]:
    """The links that correct each badge: to the lines of the guide that state it, else to those it comes from."""

    def own(field: str, of: str) -> Correction | None:
        return correction(pattern, pathway.key, pathway.places.get(field), of)

    def known(*links: Correction | None) -> tuple[Correction, ...]:
        return tuple([each for each in links if each])

    roadmap = next((each.place for each in pathway.sections if isinstance(each.value, Roadmap)), None)
    origin, target = card.origin, card.target
    # Beside the pay of the two roles stand links of their own, unless the guide's own ranges stand there.
    pays = [pay_correction(pattern, each) for each in (origin, target)] if pathway.salary else []
    outlook = correction_of_role(pattern, target, "outlook", f"the outlook of {target.name}")
    yield known(own("difficulty", "the difficulty"))
    yield known(own("timeline", "the time"), correction(pattern, pathway.key, roadmap, "the plan"))
    yield known(own("salary_change", "the change"), own_correction(pathway, pattern), *pays)
    yield known(own("demand", "the demand"), outlook)


def _time(badge: TimelineBadge | None) -> str:
    if badge is None:
        return "Not known: the phases say no weeks."
    parts = " + ".join([figure(weeks) for weeks in badge.phase_weeks])
    total = f"{parts} = {in_weeks(badge.weeks)}" if len(badge.phase_weeks) > 1 else in_weeks(badge.weeks)
    in_all = _time_in_all(badge.weeks.as_integer_ratio(), badge.computed.low, badge.computed.high)
    paced = f"{counted(badge.hours_a_week, 'hour')} a week, {counted(badge.study_hours, 'hour')}"
    said = ""
    if badge.stated and badge.stated != badge.computed:
        said = f" The guide says {months(badge.stated)}{', which is within a tenth' if badge.agrees else ''}."
    return f"{total} at {paced}. {in_all}{said}"


# The phases of plans differ, but many plans are of one length.
@lru_cache(maxsize=1024)
def _time_in_all(weeks: Ratio, low: int, high: int) -> str:
    part, whole = weeks[0] * WEEKS_A_MONTH.denominator, weeks[1] * WEEKS_A_MONTH.numerator
    longer = (part * HIGH_OVER_LOW.numerator, whole * HIGH_OVER_LOW.denominator)
    return (
        f"{figure_of(*weeks)} ÷ {_WEEKS_A_MONTH} = {figure_of(part, whole, places=2)}, rounded up to "
        f"{counted(low, 'month')}; × {HIGH_OVER_LOW} = {figure_of(*longer, places=2)}, up to {high}."
    )


def _pay(badge: SalaryBadge | None, pathway: Pathway, card: Card) -> Iterator[str]:
    if badge is None:
        yield "Not known: there are no two ranges of pay that compare."
        return
    if badge.median is not None and badge.origin.median and badge.target.median:
        yield f"Median to median, {_step(badge, badge.origin.median, badge.target.median)}."
    else:
        low = _step(badge, badge.origin.range.low, badge.target.range.low)
        high = _step(badge, badge.origin.range.high, badge.target.range.high)
        yield f"Low end, {low}. High end, {high}. Each to the nearest ten: {change(badge.band)}."
    if badge.stated and badge.stated != badge.band:
        yield f"The guide says {change(badge.stated)}, which lies {'inside' if badge.agrees else 'outside'}."
    if badge.is_nearly_none:
        yield f"Below {NEARLY_NONE}% either way counts as about the same."
    if basis := _basis(badge, "" if pathway.salary else both_occupations(card.origin, card.target)):
        yield basis


def _basis(badge: SalaryBadge, occupations: str) -> str:
    """Whose figures a change of pay rests on and who published them, as a sentence; empty where nobody says."""
    parts = "; ".join(filter(None, (occupations, sources_in_words([badge.origin, badge.target]))))
    return f"{parts}." if parts else ""


def _step(badge: SalaryBadge, old: int, new: int) -> str:
    start, end = amounts((old, new), badge.target.range.currency)
    return f"{start} to {end}: {step(old, new)}"


# Many guides lead to one role, and to one of few levels.
@lru_cache(maxsize=1024)
def _demand(badge: DemandBadge, people: str, outlook: Outlook | None, occupation: Occupation | None) -> str:
    if outlook is None:
        official = f"No official projection is known for {people}."
    else:
        who = f"{fitting_occupation(occupation)}, is" if occupation else f"{people} is"
        level = demand_for(outlook.growth)
        official = (
            f"Employment of {who} projected to {outlook_in_words(outlook)} ({outlook.source}). "
            f"{sentence(DEMAND_RULES[level])} counts as {level}."
        )
    return f"{official} {sentence(str(badge.stated))} is the author’s view." if badge.is_authors_view else official


# The facts are few and small numbers.
@lru_cache(maxsize=4096)
def _difficulty(badge: DifficultyBadge, reason: str) -> str:
    doing = "school and work" if badge.gate and badge.gate.sets_pace else "study"
    facts = (
        f"{counted(badge.study_hours, 'hour')} of {doing}",
        counted(badge.critical_skills, "critical skill"),
        _zones(badge.zones_up),
        GATES[badge.gate],
    )
    graded = "; ".join(f"{fact}: {level}" for fact, level in zip(facts, badge.levels, strict=True))
    least = badge.least
    decided = f"{sentence(graded)}. The hardest of these decides: {least}."
    if badge.stated is least:
        return decided
    return f"{decided} The guide goes {_compare(badge.stated, least)}: {badge.stated}. {reason}".strip()


def _compare(stated: Difficulty, least: Difficulty) -> str:
    return "higher" if stated.level > least.level else "lower"


def _zones(zones_up: int | None) -> str:
    if zones_up is None:
        return "job zones not known"
    if zones_up <= 0:
        return "no job zone up"
    return f"{counted(zones_up, 'job zone')} up"
