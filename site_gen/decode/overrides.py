"""Comments such as `waymark: W401 off` become overrides of a severity at one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from site_gen.diagnostic import Diagnostic, Fault, Findings, Override, Place, Severity
from site_gen.edits import replacing, value_fix
from site_gen.faults import FAULTS, UNKNOWN_FAULT, UNKNOWN_SEVERITY
from site_gen.nearest import listed, nearest
from site_gen.read.comment_places import Comment, Comments
from site_gen.read.source import Source
from site_gen.record import record

MARK: Final = "waymark:"
"""What such comments begin with; capitals, and a colon that is missing, are put up with."""

_BEGINNING: Final = re.compile(r"(?:#|<!--)\s*waymark\b(?P<colon>\s*:)?[\s,;]*", re.IGNORECASE)
_ENTRY: Final = re.compile(r"(?P<key>[^\s,;:=()]+)(?:(?:\s*[:=]\s*|\s+)(?P<word>[^\W\d_][^\s,;:=()]*))?[ \t]*")
_COMMA: Final = re.compile(r"\s*[,;][\s,;]*|\s+")
_REASON: Final = re.compile(r"[-–—:(]|because\b")
_CODE: Final = re.compile(r"w[0-9]*", re.IGNORECASE)
_CODE_LENGTH: Final = 4
_FAULTS_BY_KEY: Final = {**FAULTS, **{fault.name: fault for fault in FAULTS.values()}}


def read_overrides(source: Source) -> tuple[tuple[Override, ...], tuple[Diagnostic, ...]]:
    """The overrides of one file, and what is wrong with them.

    A comment behind something is about its line, one on a line of its own about the next line that is none.
    """
    # A quick look, since hardly any file has one; letters that only stand for the last one of the mark are let through.
    if b"waymar" not in source.encoded.lower():
        return (), ()
    findings = Findings()
    found: list[Override] = []
    comments = Comments(source)
    for comment in comments.found:
        mark = _BEGINNING.match(comment.text)
        words = comment.text.removesuffix("-->").rstrip()
        if mark is not None and (mark["colon"] or _begins_with_fault(words[mark.end() :])):
            found += _Said(comments=comments, comment=comment, words=words, start=mark.end()).read(findings)
    return tuple(found), findings.as_tuple


def _begins_with_fault(said: str) -> bool:
    """Whether words can only be meant as an override, even without a colon before them."""
    first = said.split(maxsplit=1)[0] if said else ""
    return _fault_of(first) is not None or re.fullmatch(r"[wW][0-9]+", first) is not None


def _fault_of(key: str) -> Fault | None:
    return _FAULTS_BY_KEY.get(key) or _FAULTS_BY_KEY.get(key.upper()) or _FAULTS_BY_KEY.get(key.lower())


@record
class _Said:
    """The words of a comment, without the sign that ends it, and where they begin to say something."""

    comments: Comments
    comment: Comment
    words: str
    start: int

    def read(self, findings: Findings) -> Iterator[Override]:
        """Each `code severity`, up to a reason; what is neither is reported."""
        if self.start >= len(self.words):
            findings.add(
                UNKNOWN_FAULT,
                self._place(0, len(self.words)),
                "the comment names no diagnostic",
                help="write a code and a severity into it, such as `W309 off`",
            )
        at = self.start
        while found := _ENTRY.match(self.words, at):
            override = self._override(found, findings)
            if override is not None:
                yield override
            rest = self.words[found.end() :]
            parted = _COMMA.match(rest)
            at = found.end() + (parted.end() if parted else 0)
            if parted is None or not parted[0].strip():
                if override is None or at >= len(self.words) or _REASON.match(self.words, at):
                    return
                if not _begins_with_fault(self.words[at:]):
                    self._report_rest(at, findings)
                    return

    def _override(self, found: re.Match[str], findings: Findings) -> Override | None:
        key, word = found["key"], found["word"] or ""
        at = self._place(found.start("key"), len(key))
        fault = _fault_of(key)
        if fault is None:
            report_unknown_fault(key, at, findings)
            return None
        if word.lower() not in set(Severity):
            _report_unknown_severity(word, self._place(found.start("word"), len(word)) if word else at, findings)
            return None
        whole = self._place(found.start("key"), found.end("word") - found.start("key"))
        line = self.comments.line_meant(self.comment)
        return Override(fault=fault, severity=Severity(word.lower()), line=line, place=whole)

    def _report_rest(self, at: int, findings: Findings) -> None:
        rest = self.words[at:].partition("\n")[0]
        findings.add(
            UNKNOWN_FAULT,
            self._place(at, len(rest)),
            "the comment goes on after the severity",
            help="write ` - ` before a reason, or a comma before another code",
        )

    def _place(self, at: int, length: int) -> Place:
        line, column = self.comments.line_and_column(self.comment.start + at)
        return self.comments.source.place(line, column, length)


def is_fault(key: str) -> bool:
    """Whether a fault has this code or name."""
    return key in _FAULTS_BY_KEY


def report_unknown_fault(key: str, place: Place, findings: Findings) -> None:
    """Report a code or name that no fault has."""
    is_cut = _CODE.fullmatch(key) is not None and len(key) != _CODE_LENGTH
    guess = None if is_cut else nearest(key, _FAULTS_BY_KEY)
    example = "a whole code, one fault at a time," if is_cut else "a code"
    findings.add(
        UNKNOWN_FAULT,
        place,
        f"no diagnostic is called `{key}`",
        help=f"write `{guess}`" if guess else f"write {example} such as `W309` or its name, `review-overdue`",
        fix=value_fix(place, key, guess) if guess else None,
    )


def _report_unknown_severity(word: str, place: Place, findings: Findings) -> None:
    guess = nearest(word, Severity) if word else None
    findings.add(
        UNKNOWN_SEVERITY,
        place,
        f"`{word}` is not a severity" if word else "the code has no severity after it",
        help=f"write `{guess}` ({listed(Severity)})" if guess else "write `error`, `warning` or `off` after the code",
        fix=replacing(place, guess) if guess else None,
    )
