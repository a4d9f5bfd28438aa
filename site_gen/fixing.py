"""Fixes and the bytes of a file become its new bytes, with everything outside the edits as it was."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from site_gen.diagnostic import Edit, Fix
from site_gen.record import record

_LINE_END: Final = re.compile(r"\r\n|\r|\n")


@record
class Fixed:
    """A file with fixes applied, and which: two that touch the same text can't be applied in one go."""

    raw: bytes
    applied: tuple[Fix, ...]


@record
class _Span:
    """A stretch of text from `start` up to `end`, and what it becomes."""

    start: int
    end: int
    text: str


def apply_fixes(raw: bytes, fixes: Iterable[Fix]) -> Fixed:
    """Apply fixes to a file, in the order given; one that touches an earlier one, or itself, is left for another time.

    The file is UTF-8; its mark at the beginning, its line ends and whatever no edit covers stay as they are.
    """
    mark = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    text = raw[len(mark) :].decode()
    lines = _Lines.of(text)
    taken: list[_Span] = []
    applied = []
    for fix in fixes:
        spans = [lines.span(edit) for edit in fix.edits]
        if _are_apart(spans) and not any(_touch(span, other) for span in spans for other in taken):
            taken += spans
            applied.append(fix)
    return Fixed(raw=mark + _with_spans(text, taken).encode(), applied=tuple(applied))


def _with_spans(text: str, spans: Iterable[_Span]) -> str:
    """A text with each stretch become what it becomes, in one pass: there may be very many."""
    parts: list[str] = []
    at = 0
    for span in sorted(spans, key=lambda each: (each.start, each.end)):
        parts += (text[at : span.start], span.text)
        at = span.end
    return "".join((*parts, text[at:]))


def _are_apart(spans: Iterable[_Span]) -> bool:
    """Whether no two edits of one fix share a character, or a place to insert at."""
    in_order = sorted(spans, key=lambda each: (each.start, each.end))
    return all(one.end <= other.start and one != other for one, other in pairwise(in_order))


def _touch(one: _Span, other: _Span) -> bool:
    """Whether two stretches share a character, or an insertion stands at the edge of the other."""
    return one.start <= other.end and other.start <= one.end


@record
class _Lines:
    """Where each line of a text starts and ends, and the line end that the text uses."""

    starts: Sequence[int]
    ends: Sequence[int]
    line_end: str

    @classmethod
    def of(cls, text: str) -> _Lines:
        found = list(_LINE_END.finditer(text))
        return cls(
            starts=[0, *(each.end() for each in found)],
            ends=[*(each.start() for each in found), len(text)],
            line_end=found[0][0] if found else "\n",
        )

    def span(self, edit: Edit) -> _Span:
        return _Span(
            start=self._offset(edit.line, edit.column),
            end=self._offset(edit.end_line, edit.end_column),
            text=edit.text.replace("\n", self.line_end),
        )

    def _offset(self, line: int, column: int) -> int:
        if line > len(self.starts):
            return self.ends[-1]
        return min(self.starts[line - 1] + column - 1, self.ends[line - 1])
