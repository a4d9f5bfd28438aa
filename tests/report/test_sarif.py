"""The SARIF log is valid by the standard's own schema, and keeps what the standard says in prose."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given, settings
from jsonschema import Draft4Validator

from site_gen.diagnostic import Diagnostic, Edit, Fix
from site_gen.report.sarif import REPORT, ROOT
from tests.report.making import DATA, RUN, SAMPLES, WRONG_ROLE, made, reports, sarif_schema

VALIDATOR = Draft4Validator(sarif_schema())
RELATIVE = re.compile(r"(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})+(?:/(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*)*")
BRACES = re.compile(r"\{\{|\}\}")
LINK = re.compile(r"\]\(")


def written(*diagnostics: Diagnostic) -> Any:
    return json.loads(REPORT.write(diagnostics, RUN))


def result(diagnostic: Diagnostic) -> Any:
    return written(diagnostic)["runs"][0]["results"][0]


def location(diagnostic: Diagnostic) -> Any:
    return result(diagnostic)["locations"][0]["physicalLocation"]


def under(value: Any, key: str) -> Iterator[Any]:
    """Every value of a key, however deep."""
    if isinstance(value, dict):
        if key in value:
            yield value[key]
        for each in value.values():
            yield from under(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from under(each, key)


def test_everything_is_in_the_log() -> None:
    assert REPORT.write(SAMPLES, RUN) == (DATA / "samples.sarif").read_text("utf-8")


def test_nothing_found_is_a_run_without_results() -> None:
    log = written()
    VALIDATOR.validate(log)
    assert log["runs"] == [
        {
            "tool": {"driver": {"name": "waymark", "version": "1.2.3", "rules": []}},
            "columnKind": "unicodeCodePoints",
            "results": [],
        }
    ]


@settings(max_examples=60, deadline=None)
@given(found=reports)
def test_any_log_is_valid(found: tuple[Diagnostic, ...]) -> None:
    log = written(*found)
    VALIDATOR.validate(log)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({each.fault.code for each in found})
    assert [rules[each["ruleIndex"]] for each in run["results"]] == [each.fault.code for each in found]
    assert all(RELATIVE.fullmatch(uri) for uri in under(run, "uri"))
    for message in (*under(run["results"], "message"), *under(run["results"], "description")):
        assert not {"{", "}"} & set(BRACES.sub("", message["text"]))
        assert not LINK.search(message["text"])


def test_page_of_a_fault_is_the_help_of_its_rule() -> None:
    run = replace(RUN, explanations={"W201": "# W201\n\n`{ a: 1 }` [b](https://x.y/)\n", "W999": "Not here."})
    log = json.loads(REPORT.write(SAMPLES, run))
    VALIDATOR.validate(log)
    assert [rule["help"] for rule in log["runs"][0]["tool"]["driver"]["rules"]] == [
        {"text": "No role has this id.", "markdown": "# W201\n\n`{{ a: 1 }}` [b](https://x.y/)\n"},
        {"text": "HTML is shown as text."},
    ]


def test_files_below_the_checkout_are_relative_to_it() -> None:
    assert location(made(path="content/a.md"))["artifactLocation"] == {"uri": "content/a.md", "uriBaseId": ROOT}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("../site/content/a.md", "../site/content/a.md", id="a folder above"),
        pytest.param("/srv/site/content/a.md", "file:///srv/site/content/a.md", id="a whole path"),
    ],
)
def test_files_elsewhere_are_not(path: str, uri: str) -> None:
    assert location(made(path=path))["artifactLocation"] == {"uri": uri}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("a b.md", "a%20b.md", id="a blank"),
        pytest.param("a:b#c?d.md", "a%3Ab%23c%3Fd.md", id="signs that mean something in an address"),
        pytest.param("100%.md", "100%25.md", id="a percent sign"),
        pytest.param("職.md", "%E8%81%B7.md", id="letters beyond ASCII"),
        pytest.param("a\udcff.md", "a%FF.md", id="a byte that is no text"),
        pytest.param("a\ud800.md", "a%EF%BF%BD.md", id="half a character that is no byte"),
    ],
)
def test_path_is_written_as_an_address(path: str, uri: str) -> None:
    assert location(made(path=path))["artifactLocation"]["uri"] == uri
    assert unquote_to_bytes(uri) == path.replace("\ud800", "\ufffd").encode("utf-8", "surrogateescape")


def test_file_as_a_whole_has_no_columns() -> None:
    assert location(made())["region"] == {"startLine": 1}


def test_columns_count_characters_and_end_after_the_last() -> None:
    region = location(made("🎉 to: 職x", line=4, column=7, length=2))["region"]
    assert region == {"startLine": 4, "startColumn": 7, "endColumn": 9}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("write `{ from: 1 }`", "write `{{ from: 1 }}`", id="braces are no placeholders"),
        pytest.param("write `[a](b.md)`", "write `[a]\\(b.md)`", id="what looks like a link is none"),
        pytest.param("add `]` or [x] (y)", "add `]` or [x] (y)", id="brackets alone stay"),
    ],
)
def test_message_is_text_and_nothing_else(text: str, shown: str) -> None:
    assert result(made(message=text))["message"] == {"text": f"{shown}\nhelp: mend it"}


def replacements(*edits: Edit) -> Any:
    fix = Fix(title="mend it", edits=edits, safe=True)
    (change,) = result(made("abc", fix=fix))["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "a.md", "uriBaseId": ROOT}
    return change["replacements"]


def test_inserted_text_has_an_empty_region() -> None:
    assert replacements(Edit(line=2, column=5, end_line=2, end_column=5, text="x")) == [
        {
            "deletedRegion": {"startLine": 2, "startColumn": 5, "endLine": 2, "endColumn": 5},
            "insertedContent": {"text": "x"},
        }
    ]


def test_deleted_text_has_nothing_inserted() -> None:
    assert replacements(Edit(line=2, column=5, end_line=3, end_column=1, text="")) == [
        {"deletedRegion": {"startLine": 2, "startColumn": 5, "endLine": 3, "endColumn": 1}}
    ]


def test_edits_keep_braces_and_links() -> None:
    (replacement,) = replacements(Edit(line=1, column=1, end_line=1, end_column=2, text="{[a](b)}"))
    assert replacement["insertedContent"] == {"text": "{[a](b)}"}


def test_schema_refuses_a_broken_log() -> None:
    log = written(WRONG_ROLE)
    VALIDATOR.validate(log)
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not VALIDATOR.is_valid(log)
