"""A block rule for markdown-it: paragraphs that can be nothing else, without asking every other rule at every line.

The library tries eight rules on a paragraph's first line and six on each further one, twice over. Most lines of prose
begin with a letter, and then none of them can match: a sixth of the time of a parse goes into finding that out.
What this rule does not know for sure it leaves to the library, so that the tokens are the same.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from markdown_it.rules_block import StateBlock

_CODE_INDENT: Final = 4


class _Line(Enum):
    """What a line after the first means for a paragraph."""

    GOES_ON = auto()
    ENDS_BEFORE = auto()
    UNSURE = auto()


def plain_paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Add a paragraph whose lines begin with letters, up to an empty line, a list entry or the end of its block."""
    del end_line, silent
    if state.is_code_block(start_line) or not _first_character(state, start_line).isalpha():
        return False
    line = start_line + 1
    while line < state.lineMax and not state.isEmpty(line):
        meaning = _meaning(state, line)
        if meaning is _Line.UNSURE:
            return False
        if meaning is _Line.ENDS_BEFORE:
            break
        line += 1
    state.line = line
    span = [start_line, line]
    state.push("paragraph_open", "p", 1).map = span
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(start_line, line, state.blkIndent, False).strip(" \t\n")
    inline.map = list(span)
    inline.children = []
    state.push("paragraph_close", "p", -1)
    return True


def _first_character(state: StateBlock, line: int) -> str:
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at : at + 1]


def _meaning(state: StateBlock, line: int) -> _Line:
    """Letters go on; a hyphen before a word is a list entry; the rest may underline, fence, quote or tabulate."""
    if state.sCount[line] < 0:
        return _Line.UNSURE
    at = state.bMarks[line] + state.tShift[line]
    if state.src[at : at + 1].isalpha():
        return _Line.GOES_ON
    is_indented = state.sCount[line] - min(state.blkIndent, max(state.listIndent, 0)) >= _CODE_INDENT
    if state.src.startswith("- ", at) and state.src[at + 2 : at + 3].isalnum() and not is_indented:
        return _Line.ENDS_BEFORE
    return _Line.UNSURE
