"""The first page that a newcomer reads is true: its example is accepted, its options and exit codes exist."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import click
import pytest

from site_gen.commands import FAULTS_FOUND, OK, WRONG_USAGE, command_names, load_command
from site_gen.diagnostic import Severity
from tests.docs.reading import ROOT, code_in, read, snippets, table
from tests.docs.sites import checked, said

TEXT = read("README.md")


PATHWAY = "content/pathways/data-engineer-to-backend-developer.md"
ROLE = "content/roles/database-administrator.md"


def _examples() -> dict[str, str]:
    """The files that the page shows, by path; one of them stands indented, in a list."""
    flush = re.sub(r"^   (?=\S|$)", "", TEXT, flags=re.MULTILINE)
    return {each.purpose: each.code for each in snippets(flush) if each.purpose}


def test_pathway_is_accepted_beside_the_guides_of_the_site(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    assert not (tmp_path / PATHWAY).exists()
    found = checked(tmp_path, {PATHWAY: _examples()[PATHWAY]})
    assert said(found) == []


def test_role_is_accepted_but_waits_for_a_pathway(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    assert not (tmp_path / ROLE).exists()
    (found,) = checked(tmp_path, {ROLE: _examples()[ROLE]})
    assert (found.fault.code, found.severity, found.place.path) == ("W207", Severity.WARNING, ROLE)


@pytest.mark.parametrize("name", ["build", "check", "serve"])
def test_options_of_a_command_are_listed(name: str) -> None:
    rows = table(TEXT, "Command", "What it does", "Options")
    listed = next(code_in(options) for command, _, options in rows if code_in(command) == [f"waymark {name}"])
    params = load_command(name).params
    assert sorted(listed) == sorted(each.opts[0] for each in params if isinstance(each, click.Option))


def test_every_option_is_explained() -> None:
    explained = {word for cell, _ in table(TEXT, "Option", "What it does") for word in re.findall(r"--[a-z-]+", cell)}
    options = {
        each.opts[0] for name in command_names() for each in load_command(name).params if isinstance(each, click.Option)
    }
    assert explained == options


def test_exit_codes_are_those_of_the_command_line() -> None:
    codes = [code for code, _ in table(TEXT, "Exit code", "Meaning")]
    assert codes == [str(each) for each in (OK, FAULTS_FOUND, WRONG_USAGE)]


def test_commands_of_make_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)`", TEXT)) <= targets
    assert "test" in targets
