"""The roadmap: one heading a phase with its weeks; under it why, what to do and what to use."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markdown_it.token import Token

from site_gen.edits import replacing, written_at
from site_gen.faults import NEARLY_A_PART, PHASE_WITHOUT_TASKS, PHASE_WITHOUT_WEEKS, RESOURCE_WITHOUT_NAME
from site_gen.model.duration import likely_duration
from site_gen.model.heading import Heading, likely_heading, parse_heading
from site_gen.model.roadmap import Phase, Resource
from site_gen.model.section import Roadmap
from site_gen.nearest import nearest
from site_gen.read.markdown import attribute, render_inline, text_of
from site_gen.read.outline import Item, Node, list_items
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

_TASK_KEYS: Final = frozenset(map(title_key, _TASKS))
_RESOURCE_KEYS: Final = frozenset(map(title_key, _RESOURCES))
_PARTS_BY_KEY: Final = {title_key(title): title for title in (*_TASKS, *_RESOURCES)}


def read(node: Node, reading: Reading) -> Roadmap:
    """Each inner heading is a phase; what precedes the first is the introduction."""
    return Roadmap(
        intro=prose_of(node.blocks),
        phases=tuple(_phase(child, reading) for child in node.children),
    )


@dataclass(slots=True)
class _Parts:
    """What a phase is made of, gathered heading by heading."""

    items: list[Item]
    resources: list[Resource]
    more: list[Token]
    tasks_anchor: str = ""
    resources_anchor: str = ""


def _phase(node: Node, reading: Reading) -> Phase:
    heading = parse_heading(node.text)
    _report_length(node, heading, reading)
    items, intro = list_items(node.blocks, reading.source)
    parts = _Parts(items=list(items), resources=[], more=[])
    start = len(node.blocks)
    for child in node.children:
        end = start + 3 + len(child.whole)
        _gather(child, node.whole[start:end], parts, reading)
        start = end
    if not parts.items:
        reading.findings.add(
            PHASE_WITHOUT_TASKS,
            node.place,
            f"the phase `{heading.name}` has no tasks",
            help="write a list of things to do under the heading, each line beginning with `- `",
        )
    return Phase(
        name=heading.name,
        anchor=node.anchor,
        duration=heading.duration,
        intro=prose_of(intro),
        tasks_anchor=parts.tasks_anchor,
        tasks=reading.tasks(parts.items),
        resources_anchor=parts.resources_anchor,
        resources=tuple(parts.resources),
        more=prose_of(parts.more),
        place=node.place,
    )


def _report_length(node: Node, heading: Heading, reading: Reading) -> None:
    unknown = (*heading.unknown, *heading.repeated, *filter(None, [heading.priority]))
    if heading.duration is not None and not unknown:
        return
    marks = "#" * node.level
    length = next(filter(None, map(likely_duration, heading.unknown)), None)
    likely = likely_heading(heading.name)
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
        fix=replacing(node.place, written) if is_meant and written_at(node.place) == node.text else None,
    )


def _gather(child: Node, with_heading: Sequence[Token], parts: _Parts, reading: Reading) -> None:
    """Sort what stands under an inner heading of a phase: tasks, resources, or something of the author's own."""
    title = title_key(child.text)
    found, others = list_items(child.whole, reading.source)
    if title in _TASK_KEYS:
        parts.items += found
        parts.tasks_anchor = parts.tasks_anchor or child.anchor
        parts.more += others
    elif title in _RESOURCE_KEYS:
        parts.resources_anchor = parts.resources_anchor or child.anchor
        parts.resources += [each for item in found if (each := _resource(item, reading))]
        parts.more += others
        if not found:
            reading.warn_if_empty(child, "a list of courses, books or sites")
    else:
        parts.more += with_heading
        reading.warn_if_empty(child, "what the heading promises")
        if guess := nearest(title, _PARTS_BY_KEY, cutoff=0.82):
            reading.findings.add(
                NEARLY_A_PART,
                child.place,
                f"`{child.text}` is nearly the part `{_PARTS_BY_KEY[guess]}`, but not quite",
                help=f"write `{'#' * child.level} {_PARTS_BY_KEY[guess]}`; as it is, it is shown as plain prose",
                fix=replacing(child.place, _PARTS_BY_KEY[guess]),
            )


def _resource(item: Item, reading: Reading) -> Resource | None:
    """A list entry that begins with a link is a resource with an address; any other is one by its words."""
    children = _children(item)
    words = text_of(children)
    if children and children[0].type == "link_open":
        end = next(at for at, child in enumerate(children) if child.type == "link_close")
        name = render_inline(children[1:end])
        if name:
            url = attribute(children[0], "href")
            return Resource(name=name, url=url, note=_note(children[end + 1 :]))
        words = ""
    if words:
        return Resource(name=render_inline(children), url="", note="")
    reading.findings.add(
        RESOURCE_WITHOUT_NAME,
        item.place,
        "the resource has no name",
        help="write `- [What it is called](https://…)`, or its title alone",
    )
    return None


def _children(item: Item) -> list[Token]:
    """Everything a list entry says as one run: its paragraphs, inner entries and code, with a space between them."""
    children: list[Token] = []
    for token in item.tokens:
        if token.type == "inline":
            children += [Token("softbreak", "br", 0), *(token.children or ())]
        elif token.type in {"fence", "code_block"}:
            children += [Token("softbreak", "br", 0), Token("code_inline", "code", 0, content=token.content.strip())]
    return children[1:]


def _note(children: Sequence[Token]) -> str:
    """What follows a resource's link, without the mark that ties the two together."""
    return render_inline(children).lstrip(" :,;–—-·").strip()


SECTION = SectionType(
    kind="roadmap",
    titles=("Roadmap", "Learning roadmap", "Learning plan", "Learning path", "Study plan", "The plan"),
    content="`### ` headings, one for each phase, such as `### Foundations (8 weeks)`",
    read=read,
    needs_headings=True,
)
