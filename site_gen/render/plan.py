"""The phases of a pathway become its plan: a timeline, and the table that changes it to another pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from site_gen.model.pathway import Gate
from site_gen.model.roadmap import Phase, PlannedPhase
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


def plan_view(phases: Sequence[PlannedPhase], hours_a_week: int, gate: Gate | None = None) -> PlanView | None:
    """The plan of phases laid end to end; None where they take no time."""
    ends = _ends(phases)
    if not ends or ends[-1][0] <= 0:
        return None
    weeks = figure_of(*ends[-1])
    return PlanView(
        count=f"{sentence(number_word(len(phases)))} {'phase' if len(phases) == 1 else 'phases'}",
        weeks=weeks,
        hours=hours_a_week,
        least_hours=min(LEAST_HOURS, hours_a_week),
        most_hours=max(MOST_HOURS, hours_a_week),
        axis=week_axis(ends, [figure_of(*end, places=0) for end in ends[:-1]] + [weeks]),
        paces=() if gate and gate.sets_pace else _paces(*ends[-1], hours_a_week),
    )


def phase_views(phases: Sequence[PlannedPhase]) -> tuple[PhaseView, ...]:
    """Every phase in its place on the timeline."""
    ends = _ends(phases)
    starts = ((0, 1), *ends)
    return tuple(
        PhaseView(
            number=phase.number,
            phase=phase.phase,
            when=_weeks_in_words(start, end),
            track=phase_track(start, end, ends[-1]),
        )
        for phase, start, end in zip(phases, starts, ends, strict=False)
    )


def _ends(phases: Sequence[PlannedPhase]) -> list[Ratio]:
    """After how many weeks each phase ends; the last of them is the length of the whole plan."""
    return [phase.end.as_integer_ratio() for phase in phases]


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
