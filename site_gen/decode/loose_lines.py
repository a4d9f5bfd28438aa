"""Lines that lack one sign of being a heading, a list entry or a table are reported, and read as they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from markdown_it.token import Token

from site_gen.diagnostic import Edit, Findings, Fix
from site_gen.edits import change_line, inserting
from site_gen.faults import HEADING_WITHOUT_SPACE, LOOSE_ENTRY, TABLE_WITHOUT_RULE
from site_gen.read.markdown import Body
from site_gen.read.source import Source

_GLUED: Final = re.compile(r"\s{0,3}(?P<signs>#{2,4})(?P<gap>[^\S\n]*)(?P<text>[^#\s].*)")
_DOTS: Final = "•‣◦●▪"
_LOOSE: Final = re.compile(rf"\s*(?P<sign>-(?=[^\W\d_])|[{_DOTS}][^\S\n]*(?=\w))")
_SPACE_NAMES: Final = {"\u00a0": "a no-break space", "\u202f": "a narrow no-break space", "\u3000": "a wide space"}


def report_loose_lines(body: Body, source: Source, findings: Findings) -> dict[int, str]:
    """Report such lines; gives those that can be read as they were meant, by their number from 0."""
    meant: dict[int, str] = {}
    has_entries = _may_have_loose_entries(source.text)
    has_cells = "\n|" in source.text
    for opening, inline in pairwise(body.tokens):
        if opening.type != "paragraph_open" or not opening.map:
            continue
        start = opening.map[0]
        if opening.level == 0 and inline.content.startswith("#"):
            meant |= _report_glued_heading(inline, start, source, findings)
        if has_entries:
            meant |= _report_loose_entries(inline, start, source, findings)
        if has_cells and opening.level == 0 and inline.content.startswith("|"):
            _report_cells(inline, start, source, findings)
    return meant


def _report_glued_heading(inline: Token, start: int, source: Source, findings: Findings) -> dict[int, str]:
    line = source.lines[start]
    found = _GLUED.match(line)
    if found is None:
        return {}
    signs, gap = found["signs"], found["gap"]
    place = source.place(start + 1, found.start("signs") + 1, len(signs) + len(gap))
    written = f"{signs} {inline.content.split(chr(10), 1)[0][len(signs) :].strip()}"
    if gap:
        strange = next(each for each in gap if each not in " \t")
        name = _SPACE_NAMES.get(strange, "a space of another kind")
        findings.add(
            HEADING_WITHOUT_SPACE,
            place,
            f"`{signs}` is followed by {name} (U+{ord(strange):04X}), so it begins no heading",
            help=f"write `{written}` with a plain space",
            fix=change_line(start + 1, found.start("gap"), found.end("gap"), " ", safe=True),
        )
    else:
        findings.add(
            HEADING_WITHOUT_SPACE,
            place,
            f"`{signs}` needs a space after it to begin a heading",
            help=f"write `{written}`",
            fix=inserting(place, " ", safe=True),
        )
    return {start: f"{signs} {found['text']}"}


def _may_have_loose_entries(text: str) -> bool:
    """A quick look: a hyphen at a line's beginning without a space (but those of front matter), or a printed dot."""
    return text.count("\n-") - text.count("\n- ") > 1 or any(dot in text for dot in _DOTS)


def _report_loose_entries(inline: Token, start: int, source: Source, findings: Findings) -> dict[int, str]:
    """Report the lines of a paragraph that were meant as entries of a list; one hyphen alone may be a signature."""
    found = list(_loose_entries(inline, start, source))
    if not found:
        return {}
    lines = inline.content.count("\n") + 1
    beside = (source.lines[start - 1] if start else "", source.lines[start], source.line(start + lines + 1))
    if source.lines[found[0][0]].lstrip().startswith("-") and not (
        len(found) > 1 or any(each.lstrip().startswith("- ") for each in beside)
    ):
        return {}
    first, column, sign = found[0]
    edits = (
        Edit(line=at + 1, column=c + 1, end_line=at + 1, end_column=c + 1 + len(s), text="- ") for at, c, s in found
    )
    findings.add(
        LOOSE_ENTRY,
        source.place(first + 1, column + 1, len(sign.strip())),
        f"the sign `{sign.strip()}` makes no list entry as it stands here",
        help="begin the line with `- `, a hyphen and a space",
        fix=Fix(title="write `- `", edits=tuple(edits), safe=True),
    )
    return {at: f"{source.lines[at][:c]}- {source.lines[at][c + len(s) :]}" for at, c, s in found}


def _loose_entries(inline: Token, start: int, source: Source) -> Iterator[tuple[int, int, str]]:
    """Line, from 0, column, from 0, and sign of each line that begins as an entry might."""
    for at, text in enumerate(inline.content.split("\n"), start):
        if (found := _LOOSE.match(text)) and at < len(source.lines):
            column = source.lines[at].find(text.strip())
            if column >= 0:
                yield at, column, found["sign"]


def _report_cells(inline: Token, start: int, source: Source, findings: Findings) -> None:
    """Report lines of cells that make no table, because the line of hyphens below the first is missing."""
    lines = inline.content.split("\n")
    if len(lines) < 2 or not all(line.strip().startswith("|") and line.count("|") > 1 for line in lines):
        return
    rule = "|" + "---|" * max(1, lines[0].strip().strip("|").count("|") + 1)
    edit = Edit(line=start + 2, column=1, end_line=start + 2, end_column=1, text=f"{rule}\n")
    findings.add(
        TABLE_WITHOUT_RULE,
        source.place(start + 1, 1, len(source.lines[start].rstrip())),
        "the lines look like a table, but have no line of hyphens below the first, so they are shown as text",
        help=f"add a line `{rule}` below this one",
        fix=Fix(title=f"add a line `{rule}`", edits=(edit,), safe=False),
    )
