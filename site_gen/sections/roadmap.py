"""The roadmap: one heading a phase with its weeks; under it why, what to do and what to use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from site_gen.diagnostic import Fix, Place
from site_gen.edits import replacing
from site_gen.faults import NEARLY_A_SECTION, PHASE_WITHOUT_TASKS, PHASE_WITHOUT_WEEKS, RESOURCE_WITHOUT_NAME
from site_gen.model.duration import likely_duration
from site_gen.model.heading import Heading, likely_heading, parse_heading
from site_gen.model.roadmap import Phase, Resource
from site_gen.model.section import Roadmap
from site_gen.read.blocks import Block, Entry, Paragraph
from site_gen.read.outline import Node, entry_place, list_entries, releveled
from site_gen.sections import Reading, SectionType, prose_of, title_key

_TASKS: Final = ("Tasks", "Do", "What to do", "To do", "Things to do", "Action items")
_RESOURCES: Final = (
    "Resources",
    "Resource",
    "Use",
    "What to use",
    "Materials",
    "Learning resources",
    "Recommended resources",
)
_TRIED_LENGTH: Final = re.compile(r"\s*\([^()]*(?:\d|w[a-z]*k|month|hour)[^()]*\)[^()]*$", re.IGNORECASE)
"""Parentheses at the end of a heading that were meant to say how long a phase takes."""

_BOLD: Final = re.compile(r"(\*\*|__)(?P<name>.+?)(?:\1(?P<tail>\s*\([^()]*\))?|(?P<inside>\([^()]*\))\1):?\s*")
"""A line in bold, perhaps with parentheses behind it, as some authors write headings."""

_TASK_KEYS: Final = frozenset(map(title_key, _TASKS))
_RESOURCE_KEYS: Final = frozenset(map(title_key, _RESOURCES))
_PARTS_BY_KEY: Final = {title_key(title): title for title in (*_TASKS, *_RESOURCES)}


def read(node: Node, reading: Reading) -> Roadmap:
    """Each inner heading is a phase; what precedes the first is the introduction."""
    found = len(reading.findings.found)
    _report_lost_phases(node, reading)
    is_sure = len(reading.findings.found) == found
    phases = []
    for number, child in enumerate(node.children):
        if is_part := _is_part(child):
            _report_part_outside(child, reading, after_phase=number > 0)
        phases.append(_phase(child, reading, is_part=is_part, is_sure=is_sure))
    return Roadmap(intro=prose_of(node.blocks), phases=tuple(phases))


def _is_part(node: Node) -> bool:
    return title_key(node.text) in _PARTS_BY_KEY and parse_heading(node.text).duration is None


def _report_lost_phases(node: Node, reading: Reading) -> None:
    """Report what says how long it takes, as phases do, and yet is none: its weeks would silently be left out."""
    level = node.level + 1
    for below in (each for phase in node.children for child in phase.children for each in child.walk()):
        if below.text.endswith(")") and parse_heading(below.text).duration and not _is_part(below):
            reading.misplaced.append(below)
            fix = releveled(list(below.walk()), reading.source, by=level - below.level)
            _report_lost(below.written, below.place, reading, level=level, fix=fix)
    for place, text in _bold_phases(node, reading):
        _report_lost(text, place, reading, level=level, fix=replacing(place, f"{'#' * level} {text}"))


def _report_lost(text: str, place: Place, reading: Reading, *, level: int, fix: Fix | None) -> None:
    reading.findings.add(
        NEARLY_A_SECTION,
        place,
        f"`{text}` says how long it takes, as a phase does, but is none",
        help=f"write `{'#' * level} {text}`; as it is, its weeks are not counted",
        fix=fix,
    )


def _bold_phases(node: Node, reading: Reading) -> Iterator[tuple[Place, str]]:
    """Each line in bold that says how long it takes, with its place."""
    for block in node.whole:
        if type(block) is Paragraph and block.content.startswith(("**", "__")):
            first = block.content.split("\n", 1)[0]
            found = _BOLD.fullmatch(first)
            text = f"{found['name']}{found['tail'] or found['inside'] or ''}" if found else ""
            if parse_heading(text).duration:
                line = block.start + 1
                column = reading.source.line(line).find(first)
                yield reading.source.place(line, column + 1, len(first)), text


def _report_part_outside(node: Node, reading: Reading, *, after_phase: bool) -> None:
    """Report tasks or resources at the level of a phase, or above the first one."""
    reading.misplaced.append(node)
    part = f"{'#' * 4} {node.written}"
    reading.findings.add(
        PHASE_WITHOUT_WEEKS,
        node.place,
        f"`{node.written}` is a part of a phase, but stands where a phase should",
        help=f"write `{part}`"
        if after_phase
        else f"write a heading for the phase above it, such as `### Foundations (8 weeks)`, and then `{part}`",
        fix=releveled(list(node.walk()), reading.source, by=1) if after_phase and node.level == 3 else None,
    )


@dataclass(slots=True)
class _Parts:
    """What a phase is made of, gathered heading by heading."""

    entries: list[Entry]
    resources: list[Resource]
    more: list[Block]
    is_sure: bool
    firsts_by_kind: dict[str, Node] = field(default_factory=dict)
    tasks_anchor: str = ""
    resources_anchor: str = ""


def _phase(node: Node, reading: Reading, *, is_part: bool, is_sure: bool) -> Phase:
    heading = parse_heading(node.text)
    if not is_part:
        _report_length(node, heading, reading)
    entries, intro = list_entries(node.blocks)
    parts = _Parts(entries=entries, resources=[], more=[], is_sure=is_sure)
    start = len(node.blocks)
    for child in node.children:
        end = start + 1 + len(child.whole)
        _gather(child, node.whole[start:end], parts, reading)
        start = end
    if not parts.entries and not is_part:
        reading.findings.add(
            PHASE_WITHOUT_TASKS,
            node.place,
            f"the phase `{heading.name}` has no tasks",
            help="write a list of things to do under the heading, each line beginning with `- `",
        )
    return Phase(
        name=heading.name,
        anchor=node.anchor,
        duration=None if heading.duration and heading.duration.is_endless else heading.duration,
        intro=prose_of(intro),
        tasks_anchor=parts.tasks_anchor,
        tasks=reading.tasks(parts.entries),
        resources_anchor=parts.resources_anchor,
        resources=tuple(parts.resources),
        more=prose_of(parts.more),
        place=node.place,
    )


def _report_length(node: Node, heading: Heading, reading: Reading) -> None:
    if heading.duration is not None and heading.duration.is_endless:
        reading.findings.add(
            PHASE_WITHOUT_WEEKS,
            node.place,
            f"the phase `{heading.name}` takes more than ten years, as its heading says",
            help="write the time that it takes, in figures that fit one phase",
        )
        return
    unknown = (*heading.unknown, *heading.repeated, *filter(None, [heading.priority]))
    if heading.duration is not None and not unknown:
        return
    marks = "#" * node.level
    length = next(filter(None, map(likely_duration, heading.unknown)), None)
    likely = likely_heading(node.written if heading.name == node.text else heading.name)
    is_meant = heading.duration is not None or length is not None or likely is not None
    written = likely or f"{_TRIED_LENGTH.sub('', heading.name)} ({length or '8 weeks'})"
    if heading.duration is None:
        message = f"the phase `{heading.name}` does not say how long it takes"
    else:
        message = f"the phase `{heading.name}` says `{unknown[0]}` beside how long it takes"
        written = node.text.replace(unknown[0], "").replace(" , ", " ").replace(", )", ")").replace("(, ", "(")
    reading.findings.add(
        PHASE_WITHOUT_WEEKS,
        node.place,
        message,
        help=f"end the heading with the time it takes: `{marks} {written}`",
        fix=replacing(node.place, written) if is_meant and (likely or node.written == node.text) else None,
    )


def _gather(child: Node, with_heading: Sequence[Block], parts: _Parts, reading: Reading) -> None:
    """Sort what stands under an inner heading of a phase: tasks, resources, or something of the author's own."""
    title = title_key(child.text)
    found, others = list_entries(child.whole)
    kind = "tasks" if title in _TASK_KEYS else "resources" if title in _RESOURCE_KEYS else ""
    if kind and parts.is_sure:
        reading.repeated_part(child, parts.firsts_by_kind.setdefault(kind, child))
    if kind == "tasks":
        parts.entries += found
        parts.tasks_anchor = parts.tasks_anchor or child.anchor
        parts.more += others
    elif kind == "resources":
        parts.resources_anchor = parts.resources_anchor or child.anchor
        parts.resources += [each for entry in found if (each := _resource(entry, reading))]
        parts.more += others
        if not found:
            reading.warn_if_empty(child, "a list of courses, books or sites")
    else:
        parts.more += with_heading
        reading.warn_if_empty(child, "what the heading promises")
        reading.misspelt_part(child, _PARTS_BY_KEY, "as plain prose")


def _resource(entry: Entry, reading: Reading) -> Resource | None:
    """A list entry that begins with a link is a resource with an address; any other is one by its words."""
    name, url, note = entry.naming()
    if name:
        return Resource(name=name, url=url, note=_note(note))
    reading.findings.add(
        RESOURCE_WITHOUT_NAME,
        entry_place(entry, reading.source),
        "the resource has no name",
        help="write `- [What it is called](https://…)`, or its title alone",
    )
    return None


def _note(html: str) -> str:
    """What follows a resource's link, without the mark that ties the two together."""
    return html.lstrip(" :,;–—-·").strip()


SECTION = SectionType(
    kind="roadmap",
    titles=("Roadmap", "Learning roadmap", "Learning plan", "Learning path", "Study plan", "The plan"),
    content="`### ` headings, one for each phase, such as `### Foundations (8 weeks)`",
    read=read,
    needs_headings=True,
)
