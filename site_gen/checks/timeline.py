"""A stated timeline says what the phases add up to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from site_gen.checks import Check, Judged
from site_gen.diagnostic import Diagnostic, finding
from site_gen.edits import value_fix, written_at
from site_gen.faults import TIMELINE_DISAGREES
from site_gen.model.duration import Months


def of_pathway(judged: Judged) -> Iterator[Diagnostic]:
    """Report a timeline that is over a tenth away from what the phases give."""
    pathway, badge = judged.pathway, judged.card.badges.timeline if judged.card else None
    if badge is None or badge.stated is None or badge.agrees or judged.is_doubtful:
        return
    weeks = " + ".join(_figure(each) for each in badge.phase_weeks)
    phases = pathway.roadmap.phases if pathway.roadmap else ()
    lines = ", ".join(str(phase.place.line) for phase in phases)
    place = pathway.places["timeline"]
    yield finding(
        TIMELINE_DISAGREES,
        place,
        f"the timeline says {_months(badge.stated)}, "
        f"but the phases add up to {_figure(badge.weeks)} weeks: "
        f"{_months(badge.computed)} at {badge.hours_a_week} hours a week",
        help=f"write `{_months(badge.computed)}`, or leave `timeline` out and it is computed",
        fix=value_fix(
            place,
            written_at(place).strip("\"'"),
            _months(badge.computed),
            safe=_is_near(badge.stated, badge.computed),
        ),
        notes=[f"phases: {weeks} weeks (line{'s' if len(phases) > 1 else ''} {lines})"],
    )


def _is_near(stated: Months, computed: Months) -> bool:
    """Whether neither is over twice the other: beyond that, it may as well be the weeks of a phase that are wrong."""
    ends = ((stated.low, computed.low), (stated.high, computed.high))
    return all(max(pair) <= 2 * min(pair) for pair in ends)


def _months(months: Months) -> str:
    figure = f"{months.low}" if months.low == months.high else f"{months.low}-{months.high}"
    return f"{figure} month{'' if figure == '1' else 's'}"


def _figure(weeks: Fraction) -> str:
    return f"{float(weeks):.4g}"


CHECK = Check(name="timeline", faults=(TIMELINE_DISAGREES,), of_pathway=of_pathway)
