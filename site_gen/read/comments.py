"""Markdown rules for `<!-- comments -->`: notes among authors, which code hosts hide and no page shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

OPENING: Final = "<!--"
_COMMENT: Final = r"<!--(?:(?!-->)[\s\S])*-->"
_ONE: Final = re.compile(_COMMENT)
_WHOLE_LINES: Final = re.compile(rf"(?:{_COMMENT}[ \t]*)+(?=\n|\Z)")
_AT_END: Final = re.compile(rf"[ \t]*{_COMMENT}[ \t]*\Z")

BLOCK: Final = "comment"
INLINE: Final = "comment_inline"
"""The types of the tokens that hold a comment."""


def add_comments(parser: MarkdownIt) -> None:
    """Let a parser make tokens of comments instead of text."""
    parser.block.ruler.before(
        "paragraph", BLOCK, _block, {"alt": ["paragraph", "reference", "blockquote", "list", "table"]}
    )
    parser.inline.ruler.before("autolink", INLINE, _inline)


def _block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """Comments that fill whole lines; one that is never closed is text, so that it hides nothing."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if state.is_code_block(start_line) or not state.src.startswith(OPENING, start):
        return False
    found = _WHOLE_LINES.match(state.src, start, state.eMarks[end_line - 1])
    if found is None:
        return False
    if silent:
        return True
    after = start_line + 1 + found[0].count("\n")
    state.line = after
    token = state.push(BLOCK, "", 0)
    token.map = [start_line, after]
    token.content = found[0].strip()
    token.hidden = True
    return True


def _inline(state: StateInline, silent: bool) -> bool:
    """A comment beside text."""
    if not state.src.startswith(OPENING, state.pos):
        return False
    found = _ONE.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push(INLINE, "", 0)
        token.content = found[0]
        token.hidden = True
    state.pos = found.end()
    return True


def without_comment(text: str) -> str:
    """One line of Markdown without a comment at its end."""
    return _AT_END.sub("", text) if text.rstrip().endswith("-->") else text
