"""The page for other programs is true: its examples run, and its tables list what there is."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

import site_gen
from site_gen.build.options import Wishes
from site_gen.faults import REVIEW_OVERDUE
from tests.commands.running import run
from tests.docs.reading import code_in, read, snippets, table

TEXT = read("docs/python.md")
EXAMPLES = [each.code for each in snippets(TEXT) if each.language == "python"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the current one, with a new site in `guides`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert run("init", "guides").exit_code == 0
    return tmp_path


def said(example: str) -> str:
    """What an example prints."""
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(example, "docs/python.md", "exec"), {"__name__": "__main__"})
    return out.getvalue()


def test_every_block_is_tried() -> None:
    assert len(EXAMPLES) == len(snippets(TEXT)) == 2


@pytest.mark.usefixtures("folder")
def test_check_says_what_is_shown() -> None:
    assert said(EXAMPLES[0]) == "5 files checked, 0 errors\n"


def test_check_says_each_fault_at_its_place(folder: Path) -> None:
    (folder / "guides/content/site.yaml").write_text("colour: red\n")
    lines = said(EXAMPLES[0]).splitlines()
    assert lines == [
        "guides/content/site.yaml:1: error W101 there is no key `colour`",
        "5 files checked, 1 errors",
    ]


def test_build_says_what_is_shown(folder: Path) -> None:
    first = said(EXAMPLES[1]).split()
    assert (first[0] == first[2], first[1]) == (True, "pages,")
    assert (folder / "public/index.html").is_file()
    assert said(EXAMPLES[1]) == f"{first[0]} pages, 0 of them made again\n"


def test_build_refuses_a_folder_of_somebody_else(folder: Path) -> None:
    (folder / "public").mkdir()
    (folder / "public/mine.txt").touch()
    with pytest.raises(SystemExit, match="public can't be replaced: it is not empty and was not made by Waymark"):
        said(EXAMPLES[1])


def test_options_are_those_of_the_program() -> None:
    listed = [code_in(cell)[0] for cell, _, _ in table(TEXT, "Name", "Default", "What it is")]
    assert listed == ["output", *Wishes.__annotations__]


def test_values_have_what_is_listed() -> None:
    rows = table(TEXT, "Name", "Of", "What it is")
    for name, owner, _ in rows:
        value: Any = getattr(site_gen, code_in(owner)[0])
        assert code_in(name)[0] in {each.name for each in fields(value)}
    assert len(rows) > 10


def test_codes_are_said_or_left_out_as_asked(folder: Path) -> None:
    from datetime import date

    later = site_gen.Options.of("guides", today=date(2040, 1, 1))
    assert {each.fault for each in site_gen.check_site(later).diagnostics} == {REVIEW_OVERDUE}
    ignored = site_gen.Options.of(folder / "guides", today=date(2040, 1, 1), ignore=frozenset({"W309"}))
    assert site_gen.check_site(ignored).diagnostics == ()
