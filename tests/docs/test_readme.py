"""The first page that a newcomer reads is true: its example is accepted, and its commands exist."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.docs.commands import parse
from tests.docs.reading import ROOT, read, snippets, table
from tests.docs.sites import checked, said

TEXT = read("README.md")


PATHWAY = "content/pathways/data-engineer-to-backend-developer.md"


def _examples() -> dict[str, str]:
    """The files that the page shows, by path; one of them stands indented, in a list."""
    flush = re.sub(r"^   (?=\S|$)", "", TEXT, flags=re.MULTILINE)
    return {each.purpose: each.code for each in snippets(flush) if each.purpose}


def test_pathway_is_accepted_beside_the_guides_of_the_site(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    assert not (tmp_path / PATHWAY).exists()
    found = checked(tmp_path, {PATHWAY: _examples()[PATHWAY]})
    assert said(found) == []


def test_commands_are_those_of_their_reference() -> None:
    header = ("Command", "What it does")
    expected = [
        (command.replace("(#", "(docs/commands.md#"), says)
        for command, says in table(read("docs/commands.md"), *header)
    ]
    assert table(TEXT, *header) == expected


@pytest.mark.parametrize("call", re.findall(r"\.venv/bin/waymark ([^`\n]+)", TEXT))
def test_call_is_understood(call: str) -> None:
    parse(shlex.split(call))


def test_commands_of_make_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", TEXT)) <= targets
    assert "test" in targets
