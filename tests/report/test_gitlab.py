"""The code quality report has what its reader requires, checked by a schema of ours written from its documentation."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from site_gen.diagnostic import Diagnostic
from site_gen.report.gitlab import REPORT
from tests.report.making import RUN, SAMPLES, WRONG_ROLE, made, reports, schema

SCHEMA = schema("gitlab")
VALIDATOR = Draft202012Validator(SCHEMA)


def written(*diagnostics: Diagnostic) -> Any:
    return json.loads(REPORT.write(diagnostics, RUN))


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_nothing_found_is_an_empty_list() -> None:
    assert REPORT.write((), RUN) == "[]\n"


def test_each_diagnostic_is_a_finding() -> None:
    assert [{**each, "fingerprint": ""} for each in written(*SAMPLES)] == [
        {
            "description": "no role is called `barker`; write `baker` {content/roles/baker.md}",
            "check_name": "W201 unknown-role",
            "fingerprint": "",
            "severity": "major",
            "location": {"path": "content/a.md", "lines": {"begin": 3}},
        },
        {
            "description": "HTML is shown as it is; write `**c**`",
            "check_name": "W402 raw-html",
            "fingerprint": "",
            "severity": "minor",
            "location": {"path": "content/a.md", "lines": {"begin": 9}},
        },
        {
            "description": "the file can't be opened; make it readable",
            "check_name": "W201 unknown-role",
            "fingerprint": "",
            "severity": "major",
            "location": {"path": "content/gone.md", "lines": {"begin": 1}},
        },
    ]


def test_finding_is_known_again_in_the_next_report() -> None:
    first, again = written(made("abc", line=3)), written(made("abc", line=8))
    assert first[0]["fingerprint"] == again[0]["fingerprint"]
    assert first[0] != again[0]


@settings(max_examples=60, deadline=None)
@given(found=reports)
def test_any_report_is_as_its_reader_requires(found: tuple[Diagnostic, ...]) -> None:
    report = written(*found)
    VALIDATOR.validate(report)
    assert len({each["fingerprint"] for each in report}) == len(found)


@pytest.mark.parametrize(
    "path", [["description"], ["check_name"], ["fingerprint"], ["severity"], ["location"]], ids=str
)
def test_schema_refuses_a_finding_without_a_required_key(path: list[str]) -> None:
    report = written(WRONG_ROLE)
    VALIDATOR.validate(report)
    del report[0][path[0]]
    assert not VALIDATOR.is_valid(report)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("description", ""),
        ("fingerprint", "a b"),
        ("severity", "error"),
        ("location", {"path": "./a.md", "lines": {"begin": 1}}),
        ("location", {"path": "a.md", "lines": {"begin": 0}}),
        ("location", {"path": "a.md"}),
        ("more", 1),
    ],
)
def test_schema_refuses_a_finding_that_its_reader_would_not_show(key: str, value: object) -> None:
    report = deepcopy(written(WRONG_ROLE))
    report[0][key] = value
    assert not VALIDATOR.is_valid(report)
