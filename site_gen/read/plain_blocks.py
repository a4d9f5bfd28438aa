"""Block rules for markdown-it: headings, paragraphs and lists that can be nothing else, found without asking others.

The library tries eight rules on a block's first line and six on each further one, twice over. Most lines of prose begin
with a letter, and then none of them can match: a quarter of the time of a parse goes into finding that out. What these
rules do not know for sure they leave to the library, so that the tokens are the same.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading

_CODE_INDENT: Final = 4
_BULLET: Final = "- "
_UNDERLINES: Final = frozenset("|-:")
"""What the second line of a table begins with; the first may begin with anything, a heading's sign too."""


class _Line(Enum):
    """What a line after the first means for a paragraph."""

    GOES_ON = auto()
    ENDS_BEFORE = auto()
    UNSURE = auto()


def add_plain_blocks(parser: MarkdownIt) -> None:
    """Let a parser try these rules before its own."""
    for name, rule in (("heading", _heading), ("paragraph", _paragraph), ("list", _list)):
        parser.block.ruler.before("table", f"plain_{name}", rule)


def _heading(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Add a heading that begins with `#` and is not the head of a table."""
    if _first(state, start_line) != "#":
        return False
    if start_line + 1 < state.lineMax and _first(state, start_line + 1) in _UNDERLINES:
        return False
    return heading(state, start_line, end_line, silent)


def _paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Add a paragraph whose lines begin with letters, up to an empty line, a list entry or the end of its block."""
    del end_line, silent
    if state.is_code_block(start_line) or not _first(state, start_line).isalpha():
        return False
    end = _end_of_text(state, start_line)
    if end is None:
        return False
    state.line = end
    _push_text(state, state.getLines(start_line, end, state.blkIndent, False), start_line, end)
    return True


def _list(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Add a list at the margin whose entries are plain text without a blank line between them."""
    del silent
    if state.level or not _is_entry(state, start_line):
        return False
    entries: list[tuple[int, int]] = []
    line = start_line
    while line < end_line and _is_entry(state, line):
        end = _end_of_text(state, line)
        if end is None:
            return False
        entries.append((line, end))
        line = end
    after = state.skipEmptyLines(line)
    if after < end_line and not (
        state.sCount[after] == 0 and (_first(state, after) == "#" or _first(state, after).isalpha())
    ):
        return False
    _push_list(state, entries, after)
    state.line = after
    return True


def _push_list(state: StateBlock, entries: list[tuple[int, int]], after: int) -> None:
    opening = state.push("bullet_list_open", "ul", 1)
    opening.map = [entries[0][0], after]
    opening.markup = "-"
    for start, end in entries:
        item = state.push("list_item_open", "li", 1)
        item.map = [start, after if end == entries[-1][1] else end]
        item.markup = "-"
        first = state.src[state.bMarks[start] + len(_BULLET) : state.eMarks[start]]
        rest = state.getLines(start + 1, end, len(_BULLET), False) if end > start + 1 else ""
        _push_text(state, f"{first}\n{rest}", start, end, hidden=True)
        state.push("list_item_close", "li", -1).markup = "-"
    state.push("bullet_list_close", "ul", -1).markup = "-"


def _push_text(state: StateBlock, text: str, start: int, end: int, *, hidden: bool = False) -> None:
    opening = state.push("paragraph_open", "p", 1)
    opening.map = [start, end]
    opening.hidden = hidden
    inline = state.push("inline", "", 0)
    inline.content = text.strip(" \t\n")
    inline.map = [start, end]
    inline.children = []
    state.push("paragraph_close", "p", -1).hidden = hidden


def _first(state: StateBlock, line: int) -> str:
    """The first character of a line that is not white space; empty where there is none."""
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at] if at < state.eMarks[line] else ""


def _is_entry(state: StateBlock, line: int) -> bool:
    """Whether a line at the margin is `- ` and a word."""
    at = state.bMarks[line]
    return state.sCount[line] == 0 and state.src.startswith(_BULLET, at) and state.src[at + 2 : at + 3].isalpha()


def _end_of_text(state: StateBlock, start_line: int) -> int | None:
    """The line after the last of a text that begins here; None where that is not sure."""
    line = start_line + 1
    while line < state.lineMax and not state.isEmpty(line):
        meaning = _meaning(state, line)
        if meaning is _Line.UNSURE:
            return None
        if meaning is _Line.ENDS_BEFORE:
            break
        line += 1
    return line


def _meaning(state: StateBlock, line: int) -> _Line:
    """Letters go on; a hyphen before a word is a list entry; the rest may underline, fence, quote or tabulate."""
    if state.sCount[line] < 0:
        return _Line.UNSURE
    if _first(state, line).isalpha():
        return _Line.GOES_ON
    at = state.bMarks[line] + state.tShift[line]
    is_indented = state.sCount[line] - min(state.blkIndent, max(state.listIndent, 0)) >= _CODE_INDENT
    if state.src.startswith(_BULLET, at) and state.src[at + 2 : at + 3].isalnum() and not is_indented:
        return _Line.ENDS_BEFORE
    return _Line.UNSURE
