"""A content file's text becomes its front matter and the outline of its body."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from site_gen.decode.marks import report_marks
from site_gen.diagnostic import Findings
from site_gen.edits import inserting
from site_gen.faults import HEADING_WITHOUT_SPACE, TOO_LARGE, UNCLOSED_FENCE
from site_gen.links import Link, OutsideLink
from site_gen.read.front_matter import FrontMatter, split_front_matter
from site_gen.read.markdown import Body, parse_body
from site_gen.read.outline import Node, outline
from site_gen.read.source import Source

MOST_BRACKETS: Final = 4000
"""Each unmatched `[` costs the parser about 60 microseconds; the guide with most links has some fifty."""


_GLUED: Final = re.compile(r"\s{0,3}(#{2,4})([^#\s].*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A content file, read but not yet understood. `front` is None where its faults have been reported."""

    source: Source
    front: FrontMatter | None
    root: Node
    links: tuple[Link, ...]
    outside_links: tuple[OutsideLink, ...]
    anchors: frozenset[str]


def read_document(source: Source, findings: Findings) -> Document:
    """Split and parse one file; a file whose front matter can't be read still has its body looked at."""
    front, found = split_front_matter(source)
    findings.found.extend(found)
    first_line = front.body_line if front else _line_after_front_matter(source)
    if brackets := _too_many_brackets(source, first_line, findings):
        first_line = brackets
    body = parse_body(source, first_line, findings)
    if glued := _headings_without_space(body, source, findings):
        body = parse_body(_with_spaces(source, glued), first_line, Findings())
    _report_unclosed_fence(body, source, findings)
    report_marks(source, findings)
    root = outline(body.tokens, source, first_line, findings)
    return Document(
        source=source,
        front=front,
        root=root,
        links=tuple(body.links),
        outside_links=tuple(body.outside_links),
        anchors=frozenset(node.anchor for node in root.walk() if node.anchor),
    )


def _headings_without_space(body: Body, source: Source, findings: Findings) -> tuple[int, ...]:
    """Report paragraphs such as `###Foundations`, which are headings but for a space; gives their lines, from 0."""
    lines = []
    for opening, inline in pairwise(body.tokens):
        found = _GLUED.match(inline.content) if opening.type == "paragraph_open" and opening.level == 0 else None
        if found and opening.map:
            line = opening.map[0]
            lines.append(line)
            place = source.place(line + 1, source.lines[line].index("#") + 1, len(found[1]))
            findings.add(
                HEADING_WITHOUT_SPACE,
                place,
                f"`{found[1]}` needs a space after it to begin a heading",
                help=f"write `{found[1]} {found[2]}`",
                fix=inserting(place, " ", safe=True),
            )
    return tuple(lines)


def _with_spaces(source: Source, lines: Collection[int]) -> Source:
    """The source as it was meant, so that one missing space isn't told as ten missing things."""
    mended = (_GLUED.sub(r"\1 \2", line) if at in lines else line for at, line in enumerate(source.lines))
    return replace(source, text="\n".join(mended))


def _report_unclosed_fence(body: Body, source: Source, findings: Findings) -> None:
    """Report a block of code that runs to the end of the file because nothing closes it."""
    last = body.tokens[-1] if body.tokens else None
    if last is None or last.type != "fence" or last.map is None:
        return
    inside = [line.strip() for line in source.lines[last.map[0] + 1 :]]
    if not any(line.startswith(last.markup) and not line.strip(last.markup[0]) for line in inside):
        findings.add(
            UNCLOSED_FENCE,
            source.place(last.map[0] + 1, 1, len(last.markup)),
            "the block of code begins here and never ends",
            help=f"add a line `{last.markup}` after the code",
        )


def _too_many_brackets(source: Source, first_line: int, findings: Findings) -> int | None:
    """Report a body whose square brackets would take seconds to match up, and give the line past its end."""
    counts = [line.count("[") for line in source.lines[first_line - 1 :]]
    if sum(counts) <= MOST_BRACKETS:
        return None
    findings.add(
        TOO_LARGE,
        source.place(first_line + counts.index(max(counts))),
        f"the page has {sum(counts)} opening square brackets, more than the {MOST_BRACKETS} a page may have",
        help="remove those that belong to no link, or split the page",
    )
    return len(source.lines) + 1


def _line_after_front_matter(source: Source) -> int:
    """Where the body begins in a file whose front matter has a fault; past the end where that can't be said."""
    if source.lines[0].rstrip() != "---":
        return len(source.lines) + 1
    end = next((number for number, line in enumerate(source.lines[1:], 2) if line.rstrip() == "---"), None)
    return end + 1 if end else len(source.lines) + 1
