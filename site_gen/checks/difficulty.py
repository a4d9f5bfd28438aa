"""A stated difficulty is not below what the page allows, and one above it has a reason."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import Check, Judged
from site_gen.diagnostic import Diagnostic, finding
from site_gen.edits import value_fix, written_at
from site_gen.faults import DIFFICULTY_TOO_LOW, DIFFICULTY_UNEXPLAINED
from site_gen.model.badges import DifficultyBadge


def of_pathway(judged: Judged) -> Iterator[Diagnostic]:
    """Report a difficulty below the least that the rule gives, and one above it without a reason."""
    if judged.card is None:
        return
    badge = judged.card.badges.difficulty
    if badge.stated is badge.least:
        return
    place = judged.pathway.places["difficulty"]
    if badge.stated.level < badge.least.level:
        yield finding(
            DIFFICULTY_TOO_LOW,
            place,
            f"the page asks for `{badge.least}` at least, not `{badge.stated}`",
            help=f"write `{badge.least}`",
            fix=value_fix(place, written_at(place).strip("\"'"), str(badge.least)),
            notes=[_arithmetic(badge)],
        )
    elif not _is_explained(judged):
        yield finding(
            DIFFICULTY_UNEXPLAINED,
            place,
            f"the page gives `{badge.least}`; nothing says why it is `{badge.stated}`",
            help=f"add `difficulty_reason:` with one sentence, or write `{badge.least}`",
            notes=[_arithmetic(badge)],
        )


def _is_explained(judged: Judged) -> bool:
    """Whether a difficulty above the least has its reason; a doubtful page may ask for more than it seems."""
    return bool(judged.pathway.difficulty_reason) or judged.is_doubtful


def _arithmetic(badge: DifficultyBadge) -> str:
    hours, skills, zones, gate = badge.levels
    climb = "unknown" if badge.zones_up is None else f"{badge.zones_up:+d}"
    count = badge.critical_skills
    return (
        f"{badge.study_hours} study hours: {hours}; {count} critical skill{'' if count == 1 else 's'}: {skills}; "
        f"job zones {climb}: {zones}; gate {badge.gate or 'none'}: {gate}"
    )


CHECK = Check(name="difficulty", faults=(DIFFICULTY_TOO_LOW, DIFFICULTY_UNEXPLAINED), of_pathway=of_pathway)
