"""The phases of a pathway become its plan: a timeline, and the table that changes it to another pace."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from typing import Final

from markupsafe import Markup

from site_gen.model.pathway import Gate
from site_gen.model.roadmap import Phase
from site_gen.record import record
from site_gen.render.duration import Ratio, figure_of, half_up, week_span
from site_gen.render.figures import phase_track, week_axis
from site_gen.render.words import number_word, sentence

PACES: Final = (3, 5, 8, 10, 15, 20)
LEAST_HOURS: Final = 3
MOST_HOURS: Final = 25


# Not frozen: pages make thousands of them, which would take three times as long.
@dataclass(slots=True, kw_only=True)
class PhaseView:
    """A phase on the timeline; `when` is its weeks in words."""

    number: int
    phase: Phase
    when: str
    track: Markup


@record
class Pace:
    """How many weeks a plan takes at so many hours a week, in words."""

    hours: int
    weeks: str


@record
class PlanView:
    """The whole plan at the pathway's own pace: `weeks` in all, `hours` a week.

    `count` is the number of phases as a sentence begins: `Five phases`. No `paces` where a gate sets it.
    """

    count: str
    weeks: str
    hours: int
    least_hours: int
    most_hours: int
    axis: Markup
    paces: tuple[Pace, ...]


def ends_of(phase_weeks: Iterable[Fraction]) -> list[Ratio]:
    """After how many weeks each of some phases laid end to end is over; the last is the length of the whole plan."""
    ends = []
    part, whole = 0, 1
    for weeks in phase_weeks:
        more, divisor = weeks.as_integer_ratio()
        if whole == divisor == 1:
            part += more
        else:
            part, whole = Fraction(part * divisor + more * whole, whole * divisor).as_integer_ratio()
        ends.append((part, whole))
    return ends


def plan_view(ends: Sequence[Ratio], hours_a_week: int, gate: Gate | None = None) -> PlanView | None:
    """The plan of phases that are over after so many weeks each; None where they take no time."""
    if not ends or ends[-1][0] <= 0:
        return None
    weeks = figure_of(*ends[-1])
    return PlanView(
        count=_count(len(ends)),
        weeks=weeks,
        hours=hours_a_week,
        least_hours=min(LEAST_HOURS, hours_a_week),
        most_hours=max(MOST_HOURS, hours_a_week),
        axis=week_axis(ends, [figure_of(*end, places=0) for end in ends[:-1]] + [weeks]),
        paces=() if gate and gate.sets_pace else _paces(*ends[-1], hours_a_week),
    )


def phase_views(phases: Sequence[Phase], ends: Sequence[Ratio]) -> tuple[PhaseView, ...]:
    """Every phase in its place on the timeline, where it is over after so many weeks."""
    views = []
    start = (0, 1)
    for number, (phase, end) in enumerate(zip(phases, ends, strict=True), 1):
        when, track = _weeks_in_words(start, end), phase_track(start, end, ends[-1])
        views.append(PhaseView(number=number, phase=phase, when=when, track=track))
        start = end
    return tuple(views)


@cache
def _count(phases: int) -> str:
    return f"{sentence(number_word(phases))} {'phase' if phases == 1 else 'phases'}"


@lru_cache(maxsize=4096)
def _weeks_in_words(start: Ratio, end: Ratio) -> str:
    """The weeks of a stretch of the plan: `Weeks 1–8`, `Week 9`; empty where it takes none."""
    if start == end:
        return ""
    first, last = week_span(start, end)
    return f"Week {first}" if first == last else f"Weeks {first}–{last}"


@lru_cache(maxsize=4096)
def _paces(weeks: int, divisor: int, hours_a_week: int) -> tuple[Pace, ...]:
    """What a plan of so many weeks, divided by `divisor`, takes at other paces; many plans are of one length."""
    return tuple(
        Pace(hours=hours, weeks=str(half_up(weeks * hours_a_week, divisor * hours)))
        for hours in sorted({*PACES, hours_a_week})
    )
