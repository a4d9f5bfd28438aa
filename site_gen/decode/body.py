"""A content file's text becomes its front matter and the outline of its body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from site_gen.diagnostic import Findings
from site_gen.faults import TOO_LARGE
from site_gen.links import Link
from site_gen.read.front_matter import FrontMatter, split_front_matter
from site_gen.read.markdown import parse_body
from site_gen.read.outline import Node, outline
from site_gen.read.source import Source

MOST_BRACKETS: Final = 4000
"""Each unmatched `[` costs the parser about 60 microseconds; the guide with most links has some fifty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A content file, read but not yet understood. `front` is None where its faults have been reported."""

    source: Source
    front: FrontMatter | None
    root: Node
    links: tuple[Link, ...]
    anchors: frozenset[str]


def read_document(source: Source, findings: Findings) -> Document:
    """Split and parse one file; a file whose front matter can't be read still has its body looked at."""
    front, found = split_front_matter(source)
    findings.found.extend(found)
    first_line = front.body_line if front else _line_after_front_matter(source)
    if brackets := _too_many_brackets(source, first_line, findings):
        first_line = brackets
    body = parse_body(source, first_line, findings)
    root = outline(body.tokens, source, first_line, findings)
    return Document(
        source=source,
        front=front,
        root=root,
        links=tuple(body.links),
        anchors=frozenset(node.anchor for node in root.walk() if node.anchor),
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
