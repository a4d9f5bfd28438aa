"""Lines that lack one sign of being a heading, a list entry or a table are reported, and read as they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from site_gen.diagnostic import Edit, Findings, Fix
from site_gen.edits import change_line, inserting
from site_gen.faults import HEADING_WITHOUT_SPACE, LOOSE_ENTRY, TABLE_WITHOUT_RULE
from site_gen.read.blocks import Body, LooseText
from site_gen.read.source import Source

_GLUED: Final = re.compile(r"(?P<lead>\s{0,3})(?P<signs>#{2,4})(?P<gap>[^\S\n]*)(?P<text>[^#\s].*)")
_DOTS: Final = "•‣◦●▪"
_LOOSE: Final = re.compile(rf"\s*(?P<sign>-(?=[^\W\d_])|[{_DOTS}][^\S\n]*(?=\w))")
_SPACE_NAMES: Final = {"\u00a0": "a no-break space", "\u202f": "a narrow no-break space", "\u3000": "a wide space"}


def report_loose_lines(body: Body, source: Source, findings: Findings) -> dict[int, str]:
    """Report such lines; gives those that can be read as they were meant, by their number from 0."""
    meant: dict[int, str] = {}
    if not body.loose:
        return meant
    has_entries = _may_have_loose_entries(source.text)
    has_cells = "\n|" in source.text
    for text in body.loose:
        if text.level == 0 and text.content.startswith("#"):
            meant |= _report_glued_heading(text, source, findings)
        if has_entries:
            meant |= _report_loose_entries(text, source, findings)
        if has_cells and text.level == 0 and text.content.startswith("|"):
            _report_cells(text, source, findings)
    return meant


def _report_glued_heading(text: LooseText, source: Source, findings: Findings) -> dict[int, str]:
    line = source.lines[text.start]
    found = _GLUED.match(line)
    if found is None:
        return {}
    signs, gap = found["signs"], found["gap"]
    place = source.place(text.start + 1, found.start("signs") + 1, len(signs) + len(gap))
    written = f"{signs} {text.content.split(chr(10), 1)[0][len(signs) :].strip()}"
    if strange := gap.strip(" \t")[:1]:
        findings.add(
            HEADING_WITHOUT_SPACE,
            place,
            f"`{signs}` is followed by {_named(strange)}, so it begins no heading",
            help=f"write `{written}` with a plain space",
            fix=change_line(text.start + 1, found.start("gap"), found.end("gap"), " ", safe=True),
        )
    elif gap:
        findings.add(
            HEADING_WITHOUT_SPACE,
            place,
            f"`{signs}` stands behind {_named(found['lead'].strip(' ')[:1])}, so it begins no heading",
            help=f"write `{written}` at the beginning of the line",
            fix=change_line(text.start + 1, 0, found.end("lead"), "", safe=True),
        )
    else:
        findings.add(
            HEADING_WITHOUT_SPACE,
            place,
            f"`{signs}` needs a space after it to begin a heading",
            help=f"write `{written}`",
            fix=inserting(place, " ", safe=True),
        )
    return {text.start: f"{signs} {found['text']}"}


def _named(space: str) -> str:
    return f"{_SPACE_NAMES.get(space, 'a space of another kind')} (U+{ord(space):04X})"


def _may_have_loose_entries(text: str) -> bool:
    """A quick look: a hyphen at a line's beginning without a space (but those of front matter), or a printed dot."""
    return text.count("\n-") - text.count("\n- ") > 1 or any(dot in text for dot in _DOTS)


def _report_loose_entries(text: LooseText, source: Source, findings: Findings) -> dict[int, str]:
    """Report the lines of a paragraph that were meant as entries of a list; one hyphen alone may be a signature."""
    found = list(_loose_entries(text, source))
    if not found:
        return {}
    lines = text.content.count("\n") + 1
    beside = (
        source.lines[text.start - 1] if text.start else "",
        source.lines[text.start],
        source.line(text.start + lines + 1),
    )
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


def _loose_entries(text: LooseText, source: Source) -> Iterator[tuple[int, int, str]]:
    """Line, from 0, column, from 0, and sign of each line that begins as an entry might."""
    for at, line in enumerate(text.content.split("\n"), text.start):
        if (found := _LOOSE.match(line)) and at < len(source.lines):
            column = source.lines[at].find(line.strip())
            if column >= 0:
                yield at, column, found["sign"]


def _report_cells(text: LooseText, source: Source, findings: Findings) -> None:
    """Report lines of cells that make no table, because the line of hyphens below the first is missing."""
    lines = text.content.split("\n")
    if len(lines) < 2 or not all(line.strip().startswith("|") and line.count("|") > 1 for line in lines):
        return
    rule = "|" + "---|" * max(1, lines[0].strip().strip("|").count("|") + 1)
    edit = Edit(line=text.start + 2, column=1, end_line=text.start + 2, end_column=1, text=f"{rule}\n")
    findings.add(
        TABLE_WITHOUT_RULE,
        source.place(text.start + 1, 1, len(source.lines[text.start].rstrip())),
        "the lines look like a table, but have no line of hyphens below the first, so they are shown as text",
        help=f"add a line `{rule}` below this one",
        fix=Fix(title=f"add a line `{rule}`", edits=(edit,), safe=False),
    )
