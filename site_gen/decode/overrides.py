"""Comments such as `waymark: W401 off` become overrides of a severity at one place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from site_gen.diagnostic import Diagnostic, Findings, Override, Place, Severity
from site_gen.edits import replacing, value_fix
from site_gen.faults import FAULTS, UNKNOWN_FAULT, UNKNOWN_SEVERITY
from site_gen.nearest import listed, nearest
from site_gen.read.source import Source

MARK: Final = "waymark:"
_IN_YAML: Final = re.compile(r"(?:^|(?<=\s))#\s*waymark:(?P<said>.*)$")
_IN_BODY: Final = re.compile(r"<!--\s*waymark:(?P<said>.*?)-->")
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})")
_ENTRY: Final = re.compile(r"[^\s,]+(?:[ \t]+[^\s,]+)?")
_FAULTS_BY_KEY: Final = {**FAULTS, **{fault.name: fault for fault in FAULTS.values()}}


def read_overrides(source: Source) -> tuple[tuple[Override, ...], tuple[Diagnostic, ...]]:
    """The overrides of one file, and what is wrong with them.

    A comment behind something is about its line, one on a line of its own about the next line that is none.
    """
    if MARK not in source.text:
        return (), ()
    findings = Findings()
    found: list[Override] = []
    for number, comment in _comments(source):
        line = source.line(number)
        beside_text = line[: comment.start()].strip() or line[comment.end() :].strip()
        about = number if beside_text else _next_line(source, number, "#" if comment[0].startswith("#") else "<!--")
        at = comment.start("said")
        found += _read(comment["said"], source.place(number, at + 1, len(comment["said"])), about, findings)
    return tuple(found), findings.as_tuple


def _comments(source: Source) -> Iterator[tuple[int, re.Match[str]]]:
    """Each comment with a mark and its line: `#` in front matter and settings, `<!-- -->` in a body but not in code."""
    is_yaml = not source.key.endswith(".md")
    in_front = source.line(1).rstrip() == "---"
    fence = ""
    for number, line in enumerate(source.lines, 1):
        if in_front and number > 1 and line.rstrip() == "---":
            in_front = False
        opening = None if is_yaml or in_front else _FENCE.match(line)
        if opening and (not fence or opening[1].startswith(fence)):
            fence = "" if fence else opening[1]
        elif not fence and (comment := (_in_yaml if is_yaml or in_front else _in_body)(line)):
            yield number, comment


def _in_yaml(line: str) -> re.Match[str] | None:
    return _IN_YAML.search(line)


def _in_body(line: str) -> re.Match[str] | None:
    """The comment of a line, unless it stands in backquotes and is shown as code."""
    comment = _IN_BODY.search(line)
    return None if comment and line.count("`", 0, comment.start()) % 2 else comment


def _next_line(source: Source, number: int, sign: str) -> int:
    """The next line that holds something else than a comment; the last one where there is none."""
    for following in range(number + 1, len(source.lines) + 1):
        text = source.line(following).strip()
        if text and not text.startswith(sign):
            return following
    return len(source.lines)


def _read(said: str, place: Place, line: int, findings: Findings) -> Iterator[Override]:
    """Each `code severity` of a comment; what is neither is reported."""
    for entry in _ENTRY.finditer(said):
        key, _, severity = entry[0].partition(" ")
        at = replace(place, column=place.column + entry.start(), length=len(key))
        fault = _FAULTS_BY_KEY.get(key) or _FAULTS_BY_KEY.get(key.upper())
        if fault is None:
            report_unknown_fault(key, at, findings)
        elif severity.strip() not in set(Severity):
            word = severity.strip()
            column = at.column + len(entry[0]) - len(word) if word else at.column
            _report_unknown_severity(word, replace(at, column=column, length=len(word or key)), findings)
        else:
            whole = replace(at, length=len(entry[0]))
            yield Override(fault=fault, severity=Severity(severity.strip()), line=line, place=whole)


def is_fault(key: str) -> bool:
    """Whether a fault has this code or name."""
    return key in _FAULTS_BY_KEY


def report_unknown_fault(key: str, place: Place, findings: Findings) -> None:
    """Report a code or name that no fault has."""
    guess = nearest(key, _FAULTS_BY_KEY)
    findings.add(
        UNKNOWN_FAULT,
        place,
        f"no diagnostic is called `{key}`",
        help=f"write `{guess}`" if guess else "write a code such as `W309` or its name, `review-overdue`",
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
