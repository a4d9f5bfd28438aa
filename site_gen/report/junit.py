"""Diagnostics as JUnit XML, which build servers list among the tests of a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from site_gen.diagnostic import Diagnostic, Severity
from site_gen.report import ReportType, Run, place_of, said, visible


def write(diagnostics: Sequence[Diagnostic], run: Run) -> str:
    """One suite with a test for each diagnostic, failed by errors, and a passed one for each file without any.

    A test is named after file and fault, not line, so that a build server knows it again in the next run.
    """
    cases = [*_found(diagnostics), *_clean(diagnostics, run)]
    errors = sum(each.severity is Severity.ERROR for each in diagnostics)
    counts = f'tests="{len(cases)}" failures="{errors}" errors="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="waymark check" {counts}>',
        f'<testsuite name="waymark check" {counts} skipped="0">',
        *cases,
        "</testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _found(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """A test for each diagnostic; equal names are numbered, because readers keep one test of a name."""
    seen: Counter[str] = Counter()
    for each in diagnostics:
        name = f"{visible(each.place.path)} {each.fault.code} {each.fault.name}"
        seen[name] += 1
        yield _case(name if seen[name] == 1 else f"{name} ({seen[name]})", _outcome(each))


def _clean(diagnostics: Sequence[Diagnostic], run: Run) -> Iterator[str]:
    faulty = {each.place.path for each in diagnostics}
    for path in run.checked:
        if path not in faulty:
            yield _case(visible(path), "")


def _case(name: str, outcome: str) -> str:
    return f'<testcase classname="waymark" name="{escape(name)}">{outcome}</testcase>'


def _outcome(diagnostic: Diagnostic) -> str:
    """What is said of a test: an error fails it, a warning is its output."""
    text = escape("\n".join((place_of(diagnostic.place), *_line(diagnostic), *said(diagnostic))), quote=False)
    if diagnostic.severity is not Severity.ERROR:
        return f"<system-out>{text}</system-out>"
    message = escape(visible(diagnostic.message))
    return f'<failure type="{diagnostic.fault.name}" message="{message}">{text}</failure>'


def _line(diagnostic: Diagnostic) -> list[str]:
    excerpt = diagnostic.place.excerpt.strip()
    return [f"{diagnostic.place.line} | {visible(excerpt)}"] if excerpt else []


REPORT = ReportType(name="junit", write=write)
