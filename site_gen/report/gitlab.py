"""Diagnostics as a code quality report: GitLab shows each in the merge request that brings or mends it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from site_gen.diagnostic import Diagnostic, Severity
from site_gen.report import ReportType, Run, encodable, fingerprints, visible

SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor"}
"""What stops a build is major; critical and blocker are left to faults of programs."""


def write(diagnostics: Sequence[Diagnostic], _run: Run) -> str:
    """A list of findings; an empty one where nothing is wrong."""
    marks = fingerprints(diagnostics)
    findings = [_finding(each, mark) for each, mark in zip(diagnostics, marks, strict=True)]
    return encodable(json.dumps(findings, ensure_ascii=False, indent=2)) + "\n"


def _finding(diagnostic: Diagnostic, mark: str) -> dict[str, Any]:
    """One finding; the description is all that is shown, so that it holds the help too."""
    return {
        "description": f"{visible(diagnostic.message)}; {visible(diagnostic.help)}",
        "check_name": f"{diagnostic.fault.code} {diagnostic.fault.name}",
        "fingerprint": mark,
        "severity": SEVERITIES[diagnostic.severity],
        "location": {"path": diagnostic.place.path, "lines": {"begin": diagnostic.place.line}},
    }


REPORT = ReportType(name="gitlab", write=write)
