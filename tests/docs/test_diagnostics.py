"""The reference of messages lists every fault as the code has it, and its examples do what it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from site_gen.commands import FAULTS_FOUND, OK, WRONG_USAGE
from site_gen.decode.fields import PathwayFields
from site_gen.diagnostic import Severity
from site_gen.faults import FAULTS
from site_gen.report.text import report, summary
from tests.docs.reading import read, table
from tests.docs.sites import PATHWAY, checked, example, said, with_keys

TEXT = read("docs/diagnostics.md")
ROWS = table(TEXT, "Code", "Name", "Severity", "What it means", "Bad", "Write")
KEY_LINE = re.compile(r"`(?P<line>(?P<key>[a-z_]+):[^`]*)`")
KEYS = {field.alias or name for name, field in PathwayFields.model_fields.items()}

CONSEQUENCES = {
    "W208": {"W203", "W207"},  # a pathway to itself is not called so, and leaves the other role alone
    "W201": {"W207"},  # the role that was meant has no pathway now
}


def test_table_lists_every_fault_once_in_order() -> None:
    listed = [row[:3] for row in ROWS]
    assert listed == [(fault.code, fault.name, str(fault.severity)) for fault in FAULTS.values()]


def test_every_fault_stands_under_its_kind() -> None:
    kinds = re.split(r"^## (?=\d:)", TEXT, flags=re.MULTILINE)[1:]
    for kind in kinds:
        assert {code[1] for code in re.findall(r"^\| (W\d{3})", kind, re.MULTILINE)} == {kind[0]}
    assert [kind[0] for kind in kinds] == sorted({code[1] for code in FAULTS})


def test_every_fault_says_what_it_means_and_shows_bad_and_good() -> None:
    assert [row[0] for row in ROWS if not all(row[3:])] == []


def test_exit_codes_are_those_of_the_command_line() -> None:
    codes = [code for code, _ in table(TEXT, "Code", "Meaning")]
    assert codes == [str(each) for each in (OK, FAULTS_FOUND, WRONG_USAGE)]


def test_example_message_is_what_the_report_says(tmp_path: Path) -> None:
    files = example()
    files[PATHWAY] = files[PATHWAY].replace("difficulty: moderate", "difficulty: chalenging")
    (block,) = report(checked(tmp_path, files))
    assert f"```\n{block.rstrip()}\n```" in TEXT


def test_example_count_is_what_the_report_says(tmp_path: Path) -> None:
    files = example()
    files[PATHWAY] = files[PATHWAY].replace("difficulty: moderate", "difficulty: chalenging")
    found = checked(tmp_path, files)
    count = summary(found * 4, checked=5, published=False).replace("errors.", "errors, 1 warning.")
    assert f"`{count}`" in TEXT


def _lines(column: int) -> list[Any]:
    """Every example in a column that is one line of a pathway's front matter."""
    lines = []
    for row in ROWS:
        code, name, cell = row[0], row[1], row[column]
        found = KEY_LINE.match(cell)
        if found and (found["key"] in KEYS or code == "W101"):
            lines.append(pytest.param(code, found["line"], id=f"{code}-{name}"))
    assert len(lines) > 20
    return lines


@pytest.mark.parametrize(("code", "line"), _lines(4))
def test_bad_line_gives_its_fault_and_no_other(code: str, line: str, tmp_path: Path) -> None:
    files = example()
    files[PATHWAY] = with_keys(files[PATHWAY], line)
    found = checked(tmp_path, files)
    codes = {each.fault.code for each in found}
    assert codes - CONSEQUENCES.get(code, set()) == {code}, said(found)


@pytest.mark.parametrize(("code", "line"), _lines(5))
def test_remedy_ends_the_fault_and_brings_no_error(code: str, line: str, tmp_path: Path) -> None:
    files = example()
    files[PATHWAY] = with_keys(files[PATHWAY], line)
    if line.startswith("salary:"):
        files[PATHWAY] = re.sub(r"^salary_change:.*\n", "", files[PATHWAY], flags=re.MULTILINE)
    found = checked(tmp_path, files)
    assert said(each for each in found if each.fault.code == code or each.severity is Severity.ERROR) == []
