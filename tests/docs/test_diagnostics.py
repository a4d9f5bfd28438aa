"""The reference of messages lists every fault as the code has it, with a link to its page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from site_gen.diagnostic import Severity
from site_gen.explain import page_path
from site_gen.faults import FAULTS
from site_gen.report.text import report, summary
from tests.docs.reading import read, table
from tests.docs.sites import PATHWAY, checked, example

TEXT = read("docs/diagnostics.md")
ROWS = table(TEXT, "Code", "Name", "Severity", "What it means")


def test_table_lists_every_fault_once_in_order_with_a_link_to_its_page() -> None:
    expected = [
        (f"[{fault.code}]({page_path(fault.code).removeprefix('docs/')})", fault.name, str(fault.severity))
        for fault in FAULTS.values()
    ]
    assert [row[:3] for row in ROWS] == expected


def test_every_fault_stands_under_its_kind() -> None:
    kinds = re.split(r"^## (?=\d:)", TEXT, flags=re.MULTILINE)[1:]
    for kind in kinds:
        assert {code[1] for code in re.findall(r"^\| \[(W\d{3})", kind, re.MULTILINE)} == {kind[0]}
    assert [kind[0] for kind in kinds] == sorted({code[1] for code in FAULTS})


def test_every_fault_says_what_it_means() -> None:
    assert [row[0] for row in ROWS if not row[3]] == []


def test_example_message_is_what_the_report_says(tmp_path: Path) -> None:
    files = example()
    files[PATHWAY] = files[PATHWAY].replace("difficulty: moderate", "difficulty: chalenging")
    (block,) = report(checked(tmp_path, files))
    assert f"```\n{block.rstrip()}\n```" in TEXT


def test_example_count_is_what_the_report_says(tmp_path: Path) -> None:
    files = example()
    files[PATHWAY] = files[PATHWAY].replace("difficulty: moderate", "difficulty: chalenging")
    (found,) = checked(tmp_path, files)
    warning = replace(found, severity=Severity.WARNING, fix=None)
    count = summary((*[found] * 4, warning), checked=5, published=False)
    assert f"`{count}`" in TEXT
