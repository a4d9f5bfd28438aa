"""What a build has made again, and what each of its stages has cost, become lines for its author."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from site_gen.record import record

Enter = Callable[[str], None]
"""Told the name of each stage when it begins: nobody below the commands has a clock."""

MOST: Final = 30
"""So many names at most are told for one reason, where not all are asked for."""


def no_stage(_name: str) -> None:
    """Take no note of a stage."""


@record
class Stage:
    """What one stage of a build has cost: seconds on the wall, and of the processor."""

    name: str
    wall: float
    processor: float


def tell_reasons(reasons: Mapping[str, str], *, most: int | None = MOST) -> Iterator[str]:
    """Lines that say what was made again and why, a group for each reason, the largest last.

    `reasons` are by the names that a build gives to files and pages. `most` names are told of each group; None for all.
    """
    groups: dict[str, list[str]] = {}
    for name, why in reasons.items():
        groups.setdefault(why, []).append(_called(name))
    for why, names in sorted(groups.items(), key=lambda each: (len(each[1]), each[0])):
        yield f"{len(names):,} made again: {why}"
        shown = sorted(names)[:most]
        yield from (f"  {name}" for name in shown)
        if len(shown) < len(names):
            yield f"  and {len(names) - len(shown):,} more"


def _called(name: str) -> str:
    """How an author knows a file or page."""
    kind, _, what = name.partition(":")
    if kind == "output":
        return f"the output {what}"
    if kind == "copy":
        return f"content/{what}"
    if name == "assets":
        return "the style sheet and the scripts"
    return f"content/{name}" if name.endswith(".md") else name


def tell_stages(stages: Sequence[Stage]) -> Iterator[str]:
    """A table of what each stage has cost, and all together."""
    width = max((len(each.name) for each in stages), default=0)
    yield f"{'':{width}}      wall  processor"
    total = Stage(name="all", wall=sum(each.wall for each in stages), processor=sum(each.processor for each in stages))
    for each in (*stages, total):
        yield f"{each.name:{width}}  {each.wall:6.3f} s   {each.processor:6.3f} s"
