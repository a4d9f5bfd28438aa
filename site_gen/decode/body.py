"""A content file's text becomes its front matter and the outline of its body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from site_gen.decode.levels import settle_levels
from site_gen.decode.loose_lines import report_loose_lines
from site_gen.decode.marks import report_marks
from site_gen.diagnostic import Findings
from site_gen.faults import TOO_LARGE, UNCLOSED_FENCE, UNSETTLED_MERGE
from site_gen.links import Link
from site_gen.read.as_written import body_as_written
from site_gen.read.blocks import Body, Heading, Other
from site_gen.read.front_matter import FrontMatter, split_front_matter
from site_gen.read.markdown import parse_body
from site_gen.read.outline import Node, outline
from site_gen.read.places import OutsideLinks
from site_gen.read.source import Source
from site_gen.record import record

MOST_BRACKETS: Final = 4000
"""Each unmatched `[` costs the parser about 60 microseconds; the guide with most links has some fifty."""

_FENCE: Final = re.compile(r"(?:`{3}|~{3})")


@record
class Document:
    """A content file, read but not yet understood. `front` is None where its faults have been reported.

    `markdown` is its body as written, but for what only authors see.
    """

    source: Source
    front: FrontMatter | None
    root: Node
    links: tuple[Link, ...]
    outside_links: OutsideLinks
    anchors: frozenset[str]
    markdown: str = ""


def read_document(source: Source, findings: Findings) -> Document:
    """Split and parse one file; a file whose front matter can't be read still has its body looked at."""
    if _report_unsettled_merge(source, findings):
        return _unread(source)
    front, found = split_front_matter(source)
    findings.found.extend(found)
    first_line = front.body_line if front else _line_after_front_matter(source)
    if brackets := _too_many_brackets(source, first_line, findings):
        first_line = brackets
    body = parse_body(source, first_line, findings)
    if meant := report_loose_lines(body, source, findings):
        body = parse_body(_with_lines(source, meant), first_line, Findings())
        for heading in (block for block in body.blocks if isinstance(block, Heading)):
            heading.written = ""  # it stands on a line of the file, which may be another
    _report_unclosed_fence(body, source, findings)
    report_marks(source, findings)
    root = outline(settle_levels(body.blocks, source, findings), source, first_line, findings)
    return Document(
        source=source,
        front=front,
        root=root,
        links=tuple(body.links),
        outside_links=OutsideLinks(source, body.outside),
        anchors=frozenset([block.anchor for block in root.whole if type(block) is Heading]),
        markdown=body_as_written(source, first_line, body.links),
    )


def _with_lines(source: Source, meant: Mapping[int, str]) -> Source:
    """The source with some lines, by number from 0, as they were meant."""
    return replace(source, text="\n".join(meant.get(at, line) for at, line in enumerate(source.lines)))


def _report_unsettled_merge(source: Source, findings: Findings) -> bool:
    """Report where Git has left two versions of a text; code may show such marks."""
    if "<<<<<<<" not in source.text or ">>>>>>>" not in source.text:
        return False
    in_code = False
    opening = 0
    for number, line in enumerate(source.lines, 1):
        in_code ^= _FENCE.match(line) is not None
        if not in_code and line.startswith("<<<<<<< "):
            opening = number
        elif opening and line.startswith(">>>>>>> "):
            findings.add(
                UNSETTLED_MERGE,
                source.place(opening, 1, len(source.line(opening))),
                f"Git has left two versions of a text here, up to line {number}",
                help="keep the lines that are right, and delete the others with the marks `<<<<<<<`, `=======` "
                "and `>>>>>>>`",
            )
            return True
    return False


def _unread(source: Source) -> Document:
    """A file that says nothing."""
    root = outline((), source, len(source.lines), Findings())
    return Document(
        source=source, front=None, root=root, links=(), outside_links=OutsideLinks(source, ()), anchors=frozenset()
    )


def _report_unclosed_fence(body: Body, source: Source, findings: Findings) -> None:
    """Report a block of code that runs to the end of the file because nothing closes it."""
    last = body.blocks[-1] if body.blocks else None
    if not isinstance(last, Other) or not last.fence:
        return
    inside = [line.strip() for line in source.lines[last.start + 1 :]]
    if not any(line.startswith(last.fence) and not line.strip(last.fence[0]) for line in inside):
        findings.add(
            UNCLOSED_FENCE,
            source.place(last.start + 1, 1, len(last.fence)),
            "the block of code begins here and never ends",
            help=f"add a line `{last.fence}` after the code",
        )


def _too_many_brackets(source: Source, first_line: int, findings: Findings) -> int | None:
    """Report a body whose square brackets would take seconds to match up, and give the line past its end."""
    if len(source.encoded.split(b"[", MOST_BRACKETS + 1)) <= MOST_BRACKETS + 1:  # several times as fast as to count
        return None
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
