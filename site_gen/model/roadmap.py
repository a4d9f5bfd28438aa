"""The plan of a pathway: phases with their weeks, tasks and resources."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from site_gen.diagnostic import Place
from site_gen.model.duration import Duration, whole
from site_gen.model.prose import Prose
from site_gen.record import record


@record
class Task:
    """Something to do. The page knows it by its words, so that moving a task does not move a reader's tick.

    `prose` is one line of inline HTML; `detail` is whatever blocks the author put under it.
    """

    prose: Prose
    detail: Prose


@record
class Resource:
    """A course, book or site to use: `name` and `note` are safe HTML, `url` is empty where it has no address."""

    name: str
    url: str
    note: str


@record
class Phase:
    """One stretch of the plan. `duration` is None only where its fault has been reported.

    The two anchors are those of the headings above tasks and resources, empty where the author wrote none.
    """

    name: str
    anchor: str
    duration: Duration | None
    intro: Prose
    tasks_anchor: str
    tasks: tuple[Task, ...]
    resources_anchor: str
    resources: tuple[Resource, ...]
    more: Prose
    place: Place


def weeks_of(phases: Iterable[Phase], hours_a_week: int) -> tuple[Fraction, ...]:
    """How many weeks each phase takes, at `hours_a_week` where its length is given in hours."""
    return tuple(phase.duration.weeks(hours_a_week) if phase.duration else whole(0) for phase in phases)
