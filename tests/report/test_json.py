"""Our JSON form is as its published schema says, and the schema refuses what is not."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from site_gen.diagnostic import Diagnostic, Edit, Fix
from site_gen.report import Run, encodable
from site_gen.report.json import REPORT
from tests.report.making import DATA, RUN, SAMPLES, WRONG_ROLE, fix, made, reports, runs, schema

SCHEMA = schema("check-report")
VALIDATOR = Draft202012Validator(SCHEMA)


def written(*diagnostics: Diagnostic, run: Run = RUN) -> Any:
    return json.loads(REPORT.write(diagnostics, run))


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_everything_is_in_the_report() -> None:
    assert REPORT.write(SAMPLES, RUN) == (DATA / "samples.json").read_text("utf-8")


def test_nothing_found_is_an_empty_list() -> None:
    assert written() == {
        "version": 1,
        "tool": {"name": "waymark", "version": "1.2.3"},
        "checked": 2,
        "counts": {"errors": 0, "warnings": 0, "safe_fixes": 0, "unsafe_fixes": 0},
        "diagnostics": [],
    }
    VALIDATOR.validate(written())


@settings(max_examples=60, deadline=None)
@given(found=reports, run=runs)
def test_any_report_is_as_the_schema_says_and_keeps_every_text(found: tuple[Diagnostic, ...], run: Run) -> None:
    report = written(*found, run=run)
    VALIDATOR.validate(report)
    for each, diagnostic in zip(report["diagnostics"], found, strict=True):
        assert each["message"] == encodable(diagnostic.message)
        assert each["file"] == encodable(diagnostic.place.path)
        assert (each["fix"] is None) == (diagnostic.fix is None)


def test_half_a_character_becomes_the_sign_for_one_that_is_lost() -> None:
    assert written(made(path="a\udcff.md"))["diagnostics"][0]["file"] == "a\ufffd.md"


def part_of(report: Any, name: str) -> Any:
    """An object of a report by the name of the list or key that it stands under."""
    diagnostic = report["diagnostics"][0]
    parts = {
        "report": report,
        "tool": report["tool"],
        "counts": report["counts"],
        "diagnostic": diagnostic,
        "related": diagnostic["related"][0],
        "fix": diagnostic["fix"],
        "edit": diagnostic["fix"]["edits"][0],
    }
    return parts[name]


PARTS = ("report", "tool", "counts", "diagnostic", "related", "fix", "edit")


@pytest.mark.parametrize("name", PARTS)
def test_schema_refuses_a_key_that_is_not_there(name: str) -> None:
    report = written(WRONG_ROLE)
    part_of(report, name)["more"] = 1
    assert not VALIDATOR.is_valid(report)


@pytest.mark.parametrize(
    ("name", "key"), [(name, key) for name in PARTS for key in part_of(written(WRONG_ROLE), name)], ids=str
)
def test_schema_refuses_a_missing_key_and_a_value_of_another_type(name: str, key: str) -> None:
    report = written(WRONG_ROLE)
    VALIDATOR.validate(report)
    without, other = deepcopy(report), deepcopy(report)
    del part_of(without, name)[key]
    part_of(other, name)[key] = 1.5
    assert not VALIDATOR.is_valid(without)
    assert not VALIDATOR.is_valid(other)


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("report", "version", 2),
        ("report", "checked", -1),
        ("tool", "name", "other"),
        ("counts", "errors", -1),
        ("diagnostic", "code", "W1"),
        ("diagnostic", "name", "Unknown Role"),
        ("diagnostic", "severity", "off"),
        ("diagnostic", "message", ""),
        ("diagnostic", "file", ""),
        ("diagnostic", "line", 0),
        ("diagnostic", "end_column", 0),
        ("diagnostic", "notes", [""]),
        ("fix", "edits", []),
        ("edit", "column", 0),
    ],
)
def test_schema_refuses_a_value_out_of_its_range(name: str, key: str, value: object) -> None:
    report = written(WRONG_ROLE)
    part_of(report, name)[key] = value
    assert not VALIDATOR.is_valid(report)


def test_schema_describes_every_key() -> None:
    bare = [
        f"{part}.{key}"
        for part, value in {"report": SCHEMA, **SCHEMA["$defs"]}.items()
        for key, each in value.get("properties", {}).items()
        if "description" not in each and "$ref" not in each
    ]
    assert bare == []


def test_fixes_are_counted_by_what_applies_them() -> None:
    found = (made(fix=fix(safe=False)), made(fix=fix(safe=False)), made(fix=fix(safe=True)), made())
    assert written(*found)["counts"] == {"errors": 4, "warnings": 0, "safe_fixes": 1, "unsafe_fixes": 2}


def test_edit_over_several_lines_keeps_both_ends() -> None:
    edit = Edit(line=2, column=5, end_line=4, end_column=1, text="x\n")
    (report,) = written(made(fix=Fix(title="join", edits=(edit,), safe=True)))["diagnostics"]
    assert report["fix"] == {
        "title": "join",
        "safe": True,
        "edits": [{"line": 2, "column": 5, "end_line": 4, "end_column": 1, "text": "x\n"}],
    }
