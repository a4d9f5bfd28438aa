"""Diagnostics as one JSON object for programs: docs/schemas/check-report.schema.json says what stands in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from site_gen.diagnostic import Diagnostic, Fix, Place, Severity
from site_gen.report import ReportType, Run, columns_of, encodable

FORM: Final = 1
"""The version of the form; it rises when a program that reads the form would have to change."""


def write(diagnostics: Sequence[Diagnostic], run: Run) -> str:
    """One object: what was checked, how many diagnostics of each kind, and all of them with texts as they are."""
    document = {
        "version": FORM,
        "tool": {"name": "waymark", "version": run.version},
        "checked": len(run.checked),
        "counts": _counts(diagnostics),
        "diagnostics": [_diagnostic(each) for each in diagnostics],
    }
    return encodable(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _counts(diagnostics: Sequence[Diagnostic]) -> dict[str, int]:
    safe = [each.fix.safe for each in diagnostics if each.fix]
    return {
        "errors": sum(each.severity is Severity.ERROR for each in diagnostics),
        "warnings": sum(each.severity is Severity.WARNING for each in diagnostics),
        "safe_fixes": safe.count(True),
        "unsafe_fixes": safe.count(False),
    }


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.fault.code,
        "name": diagnostic.fault.name,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "notes": list(diagnostic.notes),
        **_place(diagnostic.place),
        "related": [{"message": each.message, **_place(each.place)} for each in diagnostic.related],
        "fix": _fix(diagnostic.fix) if diagnostic.fix else None,
    }


def _place(place: Place) -> dict[str, Any]:
    column, end_column = columns_of(place) or (place.column, place.column)
    return {
        "file": place.path,
        "line": place.line,
        "column": column,
        "end_line": place.line,
        "end_column": end_column,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [
        {
            "line": edit.line,
            "column": edit.column,
            "end_line": edit.end_line,
            "end_column": edit.end_column,
            "text": edit.text,
        }
        for edit in fix.edits
    ]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


REPORT = ReportType(name="json", write=write)
