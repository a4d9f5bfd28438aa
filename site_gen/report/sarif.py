"""Diagnostics as a SARIF 2.1.0 log, which code scanning and many editors read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final
from urllib.parse import quote

from site_gen.diagnostic import Diagnostic, Edit, Fault, Fix, Place, Related, Severity
from site_gen.report import ReportType, Run, columns_of, encodable, fingerprints, said, visible

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

ROOT: Final = "%SRCROOT%"
"""What relative paths are relative to, by the name that code scanning gives the folder of a checkout."""

FINGERPRINT: Final = "waymarkDiagnostic/v1"

_NO_BYTE: Final = re.compile("[\ud800-\udc7f\udd00-\udfff]")
_LINK: Final = re.compile(r"\](?=\()")


def write(diagnostics: Sequence[Diagnostic], run: Run) -> str:
    """A log of one run: the faults that were found as its rules, and a result for each diagnostic."""
    rules = sorted({each.fault.code: each.fault for each in diagnostics}.items())
    index_by_code = {code: index for index, (code, _) in enumerate(rules)}
    driver = {"name": "waymark", "version": run.version, "rules": [_rule(fault, run) for _, fault in rules]}
    marks = fingerprints(diagnostics)
    results = [
        _result(each, mark, rule=index_by_code[each.fault.code]) for each, mark in zip(diagnostics, marks, strict=True)
    ]
    scan = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [scan]}
    return encodable(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(fault: Fault, run: Run) -> dict[str, Any]:
    """A fault as a rule; its page, where there is one, is the help in Markdown."""
    page = run.explanations.get(fault.code)
    summary = {"text": _message(f"{fault.summary[:1].upper()}{fault.summary[1:]}.")}
    level = "none" if fault.severity is Severity.OFF else str(fault.severity)
    return {
        "id": fault.code,
        "name": fault.name,
        "shortDescription": summary,
        "fullDescription": summary,
        "help": summary | ({"markdown": _braces(page)} if page else {}),
        "defaultConfiguration": {"level": level},
    }


def _result(diagnostic: Diagnostic, mark: str, *, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.fault.code,
        "ruleIndex": rule,
        "level": str(diagnostic.severity),
        "message": {"text": _message("\n".join(said(diagnostic)))},
        "locations": [_location(diagnostic.place)],
        "partialFingerprints": {FINGERPRINT: mark},
    }
    if diagnostic.related:
        result["relatedLocations"] = [_related(each, number) for number, each in enumerate(diagnostic.related, 1)]
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic.fix, diagnostic.place.path)]
    return result


def _message(text: str) -> str:
    """Plain text as SARIF has it (3.11.6): no link where an author's text looks like one."""
    return _LINK.sub(r"]\\", _braces(text))


def _braces(text: str) -> str:
    """Text with its braces doubled, because single ones hold the place of something else (3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")


def _location(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line}
    if columns := columns_of(place):
        region["startColumn"], region["endColumn"] = columns
    return {"physicalLocation": {"artifactLocation": _file(place.path), "region": region}}


def _related(related: Related, number: int) -> dict[str, Any]:
    return {"id": number, "message": {"text": _message(visible(related.message))}, **_location(related.place)}


def _file(path: str) -> dict[str, str]:
    """A file as an address: below the checkout where its path is relative and leads to no folder above."""
    address = quote(_NO_BYTE.sub("\N{REPLACEMENT CHARACTER}", path), safe="/", errors="surrogateescape")
    if path.startswith("/"):
        return {"uri": f"file://{address}"}
    return {"uri": address} if ".." in path.split("/") else {"uri": address, "uriBaseId": ROOT}


def _fix(fix: Fix, path: str) -> dict[str, Any]:
    """A fix; the bag of properties says whether it is a guess, because SARIF has no word for that."""
    change = {"artifactLocation": _file(path), "replacements": _replacements(fix.edits)}
    return {
        "description": {"text": _message(visible(fix.title))},
        "artifactChanges": [change],
        "properties": {"safe": fix.safe},
    }


def _replacements(edits: Iterable[Edit]) -> list[dict[str, Any]]:
    """Each edit as the region to delete, empty where text is only added, and what to write there."""
    return [
        {
            "deletedRegion": {
                "startLine": edit.line,
                "startColumn": edit.column,
                "endLine": edit.end_line,
                "endColumn": edit.end_column,
            },
            **({"insertedContent": {"text": edit.text}} if edit.text else {}),
        }
        for edit in edits
    ]


REPORT = ReportType(name="sarif", write=write)
