"""Tokens become the tree of headings with what stands under each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from markdown_it.token import Token

from site_gen.diagnostic import Edit, Findings, Fix, Place
from site_gen.edits import written_at
from site_gen.faults import HEADING_ONE, HEADING_SKIPPED
from site_gen.read.comments import without_comment
from site_gen.read.markdown import text_of
from site_gen.read.source import Source
from site_gen.typeset import plain

_DROPPED: Final = re.compile(r"[^\w\- ]")
_LISTS: Final = frozenset({"bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A heading and what stands under it.

    `blocks` are the tokens up to the next heading of any level, `whole` those up to the next heading of the same
    level or a higher one, inner headings included. `anchor` is the id of the heading, the same that code hosts give it.
    """

    level: int
    text: str
    anchor: str
    place: Place
    blocks: tuple[Token, ...]
    whole: tuple[Token, ...]
    children: tuple[Node, ...]

    @property
    def written(self) -> str:
        """The heading as the author typed it, markup and straight quotes included."""
        return written_at(self.place)

    def walk(self) -> Iterator[Node]:
        """This node and every node below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a list: its tokens without the item's own, and its place, worked out only when a fault asks."""

    tokens: tuple[Token, ...]
    opening: Token
    source: Source

    @property
    def place(self) -> Place:
        """What stands after the entry's sign on its first line."""
        line = (self.opening.map or [0])[0] + 1
        text = self.source.line(line)
        bare = text.lstrip(" ")
        marker = re.match(r"(?:[-*+]|\d+[.)])\s*", bare)
        column = len(text) - len(bare) + (marker.end() if marker else 0)
        return self.source.place(line, column + 1, len(text.rstrip()) - column)


def outline(tokens: Sequence[Token], source: Source, first_line: int, findings: Findings) -> Node:
    """The tree of a body's headings; the root has level 1 and holds what precedes the first heading.

    A `#` heading counts as `##`; a skipped level is reported and stands where it would without the gap.
    """
    openings = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    anchors: dict[str, int] = {}
    headings = [_heading(tokens, at, source, anchors) for at in openings]
    _report_levels(headings, source, findings)
    bounds = [*openings, len(tokens)]
    children, _ = _children(headings, tokens, bounds, 0, below=1)
    first = tokens[: bounds[0]]
    return Node(
        level=1,
        text="",
        anchor="",
        place=source.place(_first_line_with_text(source, first_line)),
        blocks=tuple(first),
        whole=tuple(tokens),
        children=children,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    level: int
    written_level: int
    text: str
    anchor: str
    place: Place


def _first_line_with_text(source: Source, first_line: int) -> int:
    for number in range(first_line, len(source.lines) + 1):
        if source.line(number).strip():
            return number
    return first_line


def _heading(tokens: Sequence[Token], at: int, source: Source, anchors: dict[str, int]) -> _Heading:
    opening = tokens[at]
    text = text_of([tokens[at + 1]])
    anchor = _fresh(slug_of(plain(text)), anchors)
    opening.attrSet("id", anchor)
    written = int(opening.tag[1:])
    return _Heading(
        level=max(2, written),
        written_level=written,
        text=text,
        anchor=anchor,
        place=heading_place(tokens, at, source),
    )


def heading_place(tokens: Sequence[Token], at: int, source: Source) -> Place:
    """Where the words of the heading stand that begins with token `at`."""
    line = (tokens[at].map or [0])[0] + 1
    first = without_comment(tokens[at + 1].content.split("\n", 1)[0])
    column = max(0, source.line(line).find(first)) + 1
    return source.place(line, column, len(first))


def slug_of(text: str) -> str:
    """The anchor that code hosts give a heading: lower case, spaces to hyphens, punctuation dropped."""
    return _DROPPED.sub("", text.lower()).strip().replace(" ", "-")


def _fresh(slug: str, taken: dict[str, int]) -> str:
    """`slug`, or with `-1`, `-2` where it is taken; ids that begin with `wm-` belong to the page's own frame."""
    if slug.startswith("wm-") or not slug:
        slug = f"heading-{slug}".rstrip("-")
    anchor = slug
    while anchor in taken:
        taken[slug] += 1
        anchor = f"{slug}-{taken[slug]}"
    taken[anchor] = 0
    return anchor


def _report_levels(headings: Sequence[_Heading], source: Source, findings: Findings) -> None:
    previous = 1
    for at, heading in enumerate(headings):
        marks = "#" * heading.written_level
        if heading.written_level == 1:
            findings.add(
                HEADING_ONE,
                heading.place,
                f"`# {heading.text}` would be a second title of the page",
                help=f"write `## {heading.text}`",
                fix=releveled([heading], source, by=1, safe=True),
            )
        elif heading.level > previous + 1:
            right = "#" * (previous + 1)
            findings.add(
                HEADING_SKIPPED,
                heading.place,
                f"the heading is at level {heading.level}, but the one above it at level {previous}",
                help=f"write `{right} {heading.text}` instead of `{marks} {heading.text}`",
                fix=releveled(_with_those_below(headings[at:]), source, by=previous + 1 - heading.level, safe=True),
            )
        previous = heading.level


def _with_those_below(headings: Sequence[_Heading]) -> Sequence[_Heading]:
    """The first heading and those after it up to the next one above its level: they move together or not at all."""
    top = headings[0].level
    return list(takewhile(lambda each: each.level >= top, headings))


def releveled(headings: Sequence[_Heading | Node], source: Source, *, by: int, safe: bool = False) -> Fix | None:
    """The fix that gives headings `by` signs more, or fewer; None where one of them is underlined instead."""
    edits = []
    for heading in headings:
        line = heading.place.line
        signs = re.match(r" {0,3}(#+)(?=\s)", source.line(line))
        if signs is None:
            return None
        text = "#" * (len(signs[1]) + by)
        edits.append(Edit(line=line, column=signs.start(1) + 1, end_line=line, end_column=signs.end(1) + 1, text=text))
    return Fix(title=f"write `{edits[0].text} {headings[0].text}`", edits=tuple(edits), safe=safe)


def _children(
    headings: Sequence[_Heading], tokens: Sequence[Token], bounds: Sequence[int], at: int, *, below: int
) -> tuple[tuple[Node, ...], int]:
    """The nodes from heading `at` on that lie below a level, and the number of the first heading that doesn't."""
    nodes = []
    while at < len(headings) and headings[at].level > below:
        heading, start = headings[at], bounds[at] + 3
        inner, after = _children(headings, tokens, bounds, at + 1, below=heading.level)
        nodes.append(
            Node(
                level=heading.level,
                text=heading.text,
                anchor=heading.anchor,
                place=heading.place,
                blocks=tuple(tokens[start : bounds[at + 1]]),
                whole=tuple(tokens[start : bounds[after]]),
                children=inner,
            )
        )
        at = after
    return tuple(nodes), at


def list_items(blocks: Sequence[Token], source: Source) -> tuple[tuple[Item, ...], tuple[Token, ...]]:
    """The entries of every list among `blocks`, and the blocks that are no list, both in the order of the file.

    A list inside a quote or another list is part of what stands around it.
    """
    items: list[Item] = []
    others: list[Token] = []
    inside = False
    start = 0
    for at, token in enumerate(blocks):
        if token.level == 0 and token.type in _LISTS:
            inside = token.nesting > 0
        elif not inside:
            others.append(token)
        elif token.level == 1 and token.type == "list_item_open":
            start = at + 1
        elif token.level == 1 and token.type == "list_item_close":
            items.append(Item(tokens=tuple(blocks[start:at]), opening=blocks[start - 1], source=source))
    return tuple(items), tuple(others)
