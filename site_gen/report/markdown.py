"""Diagnostics as Markdown, for the summary of a run or the text of an issue: a heading a file, a block a diagnostic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final
from urllib.parse import quote

from site_gen.diagnostic import Diagnostic, Place, Severity
from site_gen.report import ReportType, Run, encodable, said, visible

MOST: Final = 1_000_000
"""Bytes: code hosts leave out the whole of a summary of more than a mebibyte."""

_BACKQUOTES: Final = re.compile("`+")


def write(diagnostics: Sequence[Diagnostic], run: Run) -> str:
    """The count, and below it each file with what is wrong there; the rest is counted where it would be too long.

    What authors write stands in code alone: there it mentions nobody, refers to no issue and draws nothing.
    """
    parts, size = [f"{_title(diagnostics, run)}\n"], 0
    told = 0
    for part, count in _parts(diagnostics, run):
        size += len(part.encode())
        if size > MOST:
            parts.append(f"\n… and {len(diagnostics) - told:,} more\n")
            break
        parts.append(part)
        told += count
    return "".join(parts)


def _title(diagnostics: Sequence[Diagnostic], run: Run) -> str:
    counts = Counter(each.severity for each in diagnostics)
    found = [_plural(counts[each], str(each)) for each in (Severity.ERROR, Severity.WARNING) if counts[each]]
    return f"## {' and '.join(found) or 'Nothing to mend'} in {_plural(len(run.checked), 'file')}"


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _parts(diagnostics: Sequence[Diagnostic], run: Run) -> Iterator[tuple[str, int]]:
    """Headings and blocks in order, each with the number of diagnostics in it."""
    for path, found in groupby(diagnostics, key=lambda each: each.place.path):
        yield encodable(f"\n### {_code(visible(path))}\n"), 0
        for each in found:
            yield encodable(_block(each, run)), 1


def _block(diagnostic: Diagnostic, run: Run) -> str:
    """A diagnostic as an item of a list: where and which, then its words in a fence."""
    place, fault = diagnostic.place, diagnostic.fault
    excerpt = [f"{place.line} | {visible(place.excerpt.strip())}"] if place.excerpt.strip() else []
    message, *rest = said(diagnostic)
    lines = [message, *excerpt, *rest]
    fence = _fence("\n".join(lines), least=3)
    head = f"- {_line(place, run)}: {diagnostic.severity} {fault.code} {fault.name}"
    return "\n".join((f"\n{head}", "", *(f"  {each}" for each in (f"{fence}text", *lines, fence)), ""))


def _line(place: Place, run: Run) -> str:
    """The line of a place, as a link to it where it is known where files lie and that this one lies there."""
    words = f"line {place.line}"
    if not run.lines_at or place.path.startswith("/") or ".." in place.path.split("/"):
        return words
    address = quote(encodable(place.path), safe="/")
    return f"[{words}]({run.lines_at.rstrip('/')}/{address}?plain=1#L{place.line})"


def _code(text: str) -> str:
    """Text as code, whatever backquotes are in it."""
    fence = _fence(text, least=1)
    room = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{room}{text}{room}{fence}"


def _fence(text: str, *, least: int) -> str:
    """More backquotes than stand together anywhere in a text."""
    longest = max((len(each) for each in _BACKQUOTES.findall(text)), default=0)
    return "`" * max(least, longest + 1)


REPORT = ReportType(name="markdown", write=write)
