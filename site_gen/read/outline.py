"""Blocks become the tree of headings with what stands under each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Final

from site_gen.diagnostic import Edit, Findings, Fix, Place
from site_gen.edits import written_at
from site_gen.faults import HEADING_ONE, HEADING_SKIPPED
from site_gen.read.blocks import Block, Entry, Heading, Other, Paragraph
from site_gen.read.comments import without_comment
from site_gen.read.source import Source
from site_gen.typeset import plain

_DROPPED: Final = re.compile(r"[^\w\- ]")


@dataclass(slots=True)
class Node:
    """A heading and what stands under it.

    `blocks` are those up to the next heading of any level, `whole` those up to the next heading of the same
    level or a higher one, inner headings included. `heading` is None for the root, which stands for the whole body;
    `text` are its words, `anchor` is its id, the same that code hosts give it.
    """

    level: int
    text: str
    anchor: str
    heading: Heading | None
    blocks: Sequence[Block]
    whole: Sequence[Block]
    children: Sequence[Node]
    source: Source
    first_line: int

    @property
    def place(self) -> Place:
        """Where the words of the heading stand; for the root, the first line with text."""
        if self.heading:
            return heading_place(self.heading, self.source)
        return self.source.place(_first_line_with_text(self.source, self.first_line))

    @property
    def written(self) -> str:
        """The heading as the author typed it, markup and straight quotes included."""
        return written_at(self.place)

    def walk(self) -> Iterator[Node]:
        """This node and every node below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()


def entry_place(entry: Entry, source: Source) -> Place:
    """What stands after the entry's sign on its first line."""
    text = source.line(entry.start + 1)
    bare = text.lstrip(" ")
    marker = re.match(r"(?:[-*+]|\d+[.)])\s*", bare)
    column = len(text) - len(bare) + (marker.end() if marker else 0)
    return source.place(entry.start + 1, column + 1, len(text.rstrip()) - column)


def outline(blocks: Sequence[Block], source: Source, first_line: int, findings: Findings) -> Node:
    """The tree of a body's headings; the root has level 1 and holds what precedes the first heading.

    A `#` heading counts as `##`; a skipped level is reported and stands where it would without the gap.
    """
    bounds = [at for at, block in enumerate(blocks) if type(block) is Heading]
    headings = [block for block in blocks if type(block) is Heading]
    anchors: dict[str, int] = {}
    for heading in headings:
        slug = _anchor_of(heading.text)
        heading.anchor = anchor = _fresh(slug, anchors) if slug in anchors else slug
        anchors[anchor] = 0
    _report_levels(headings, source, findings)
    bounds.append(len(blocks))
    body = _Body(source=source, blocks=blocks, headings=headings, bounds=bounds)
    children, _ = _children(body, 0, below=1)
    return Node(1, "", "", None, blocks[: bounds[0]], blocks, children, source, first_line)


def _first_line_with_text(source: Source, first_line: int) -> int:
    for number in range(first_line, len(source.lines) + 1):
        if source.line(number).strip():
            return number
    return first_line


def heading_place(heading: Heading, source: Source) -> Place:
    """Where the words of a heading stand."""
    first, line = heading.content, heading.written or source.lines[heading.start]
    if "\n" in first or "-->" in first:
        first = without_comment(first.split("\n", 1)[0])
    column, length = max(0, line.find(first)) + 1, max(1, len(first))
    return Place(path=source.path, line=heading.start + 1, column=column, length=length, excerpt=line)


def slug_of(text: str) -> str:
    """The anchor that code hosts give a heading: lower case, spaces to hyphens, punctuation dropped."""
    return _DROPPED.sub("", text.lower()).strip().replace(" ", "-")


@lru_cache(maxsize=8192)
def _anchor_of(text: str) -> str:
    """The anchor of a heading that is alone with its words; those with `wm-` belong to the page's own frame."""
    slug = slug_of(plain(text))
    return f"heading-{slug}".rstrip("-") if slug.startswith("wm-") or not slug else slug


def _fresh(slug: str, taken: dict[str, int]) -> str:
    """`slug`, which is taken, with the first of `-1`, `-2` that is not."""
    anchor = slug
    while anchor in taken:
        taken[slug] += 1
        anchor = f"{slug}-{taken[slug]}"
    return anchor


def _report_levels(headings: Sequence[Heading], source: Source, findings: Findings) -> None:
    previous = 1
    for at, heading in enumerate(headings):
        level = heading.level if heading.level > 1 else 2
        if heading.level == 1:
            findings.add(
                HEADING_ONE,
                heading_place(heading, source),
                f"`# {heading.text}` would be a second title of the page",
                help=f"write `## {heading.text}`",
                fix=releveled([heading], source, by=1, safe=True),
            )
        elif level > previous + 1:
            marks, right = "#" * heading.level, "#" * (previous + 1)
            findings.add(
                HEADING_SKIPPED,
                heading_place(heading, source),
                f"the heading is at level {level}, but the one above it at level {previous}",
                help=f"write `{right} {heading.text}` instead of `{marks} {heading.text}`",
                fix=releveled(_with_those_below(headings[at:]), source, by=previous + 1 - level, safe=True),
            )
        previous = level


def _with_those_below(headings: Sequence[Heading]) -> Sequence[Heading]:
    """The first heading and those after it up to the next one above its level: they move together or not at all."""
    top = headings[0].level
    return list(takewhile(lambda each: max(2, each.level) >= top, headings))


def releveled(headings: Sequence[Heading | Node], source: Source, *, by: int, safe: bool = False) -> Fix | None:
    """The fix that gives headings `by` signs more, or fewer; None where one of them is underlined instead."""
    edits = []
    for heading in headings:
        line = heading.start + 1 if isinstance(heading, Heading) else heading.place.line
        signs = re.match(r" {0,3}(#+)(?=\s)", source.line(line))
        if signs is None:
            return None
        text = "#" * (len(signs[1]) + by)
        edits.append(Edit(line=line, column=signs.start(1) + 1, end_line=line, end_column=signs.end(1) + 1, text=text))
    return Fix(title=f"write `{edits[0].text} {headings[0].text}`", edits=tuple(edits), safe=safe)


@dataclass(slots=True, kw_only=True)
class _Body:
    """The blocks of a file with its headings, and the number of each heading's block, with the end of all."""

    source: Source
    blocks: Sequence[Block]
    headings: Sequence[Heading]
    bounds: Sequence[int]


def _children(body: _Body, at: int, *, below: int) -> tuple[list[Node], int]:
    """The nodes from heading `at` on that lie below a level, and the number of the first heading that doesn't."""
    nodes = []
    blocks, bounds = body.blocks, body.bounds
    while at < len(body.headings):
        heading, start = body.headings[at], bounds[at] + 1
        level = heading.level if heading.level > 1 else 2
        if level <= below:
            break
        inner, after = _children(body, at + 1, below=level)
        own = blocks[start : bounds[at + 1]]
        whole = blocks[start : bounds[after]] if inner else own
        nodes.append(Node(level, heading.text, heading.anchor, heading, own, whole, inner, body.source, 0))
        at = after
    return nodes, at


def list_entries(blocks: Sequence[Block]) -> tuple[list[Entry], list[Block]]:
    """The entries of every list among `blocks`, and the blocks that are no list, both in the order of the file.

    A list inside a quote or another list is part of what stands around it.
    """
    entries: list[Entry] = []
    others: list[Block] = []
    for block in blocks:
        if isinstance(block, (Heading, Paragraph, Other)):
            others.append(block)
        else:
            entries += block.entries
    return entries, others
