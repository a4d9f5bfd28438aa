"""The reference of commands is true: every command and option is there as the program has it, and examples run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import click
import pytest

from site_gen.commands import FAULTS_FOUND, OK, WRONG_USAGE, command_names, load_command
from tests.commands.running import run
from tests.docs.commands import parse
from tests.docs.reading import ROOT, Snippet, code_in, read, snippets, table
from tests.docs.sites import PATHWAY, REVIEW_DAY, example

TEXT = read("docs/commands.md")
SNIPPETS = snippets(TEXT)


def _commands(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """A command by its whole name, or each of those that it is a group of."""
    if isinstance(command, click.Group):
        for inner in sorted(command.commands):
            yield from _commands(f"{name} {inner}", command.commands[inner])
    else:
        yield name, command


COMMANDS: Final = {
    name: command for each in command_names() for name, command in _commands(f"waymark {each}", load_command(each))
}
OPTIONS: Final = {
    name: {option.opts[0]: option for option in command.params if isinstance(option, click.Option)}
    for name, command in COMMANDS.items()
}
every_command = pytest.mark.parametrize("name", COMMANDS)
every_option = pytest.mark.parametrize(
    ("name", "option"),
    [pytest.param(name, option, id=f"{name} {option}") for name, options in OPTIONS.items() for option in options],
)


def _section(name: str) -> str:
    assert TEXT.count(f"\n## {name}\n") == 1
    return TEXT.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def _listed(name: str) -> list[tuple[str, str]]:
    """The options of a command with what they do, as its section has them."""
    return [(code_in(cell)[0], says) for cell, says in table(_section(name), "Option", "What it does")]


def _says(name: str, option: str) -> str:
    return next(says for listed, says in _listed(name) if listed.split()[0] == option)


def _default(option: click.Option) -> str | None:
    """The default that the program names: a value, or words in its help."""
    if option.show_default:
        return str(option.default)
    told = re.search(r"\(default: (.*?)\)", option.help or "")
    return told[1] if told else None


def test_every_command_has_its_section_in_order() -> None:
    assert re.findall(r"^## (waymark .*)$", TEXT, re.MULTILINE) == list(COMMANDS)


def test_every_command_is_listed_with_a_link_to_its_section() -> None:
    links = [f"[`{name}`](#{name.replace(' ', '-')})" for name in COMMANDS]
    assert [command for command, _ in table(TEXT, "Command", "What it does")] == links


@every_command
def test_section_begins_with_the_usage(name: str) -> None:
    command = COMMANDS[name]
    pieces = command.collect_usage_pieces(click.Context(command))
    assert _section(name).strip().splitlines()[0] == f"`{' '.join((name, *pieces))}`"


@every_command
def test_every_option_is_listed_once(name: str) -> None:
    if OPTIONS[name]:
        assert [listed.split()[0] for listed, _ in _listed(name)] == list(OPTIONS[name])
    else:
        assert "| Option |" not in _section(name)


@every_option
def test_option_is_shown_with_a_value_if_it_takes_one(name: str, option: str) -> None:
    known = OPTIONS[name][option]
    _, *value = next(listed for listed, _ in _listed(name) if listed.split()[0] == option).split()
    assert len(value) == (0 if known.is_flag else 1)
    assert known.metavar in {None, *value}


@every_option
def test_default_is_that_of_the_program(name: str, option: str) -> None:
    told = re.search(r"\(default: (.*?)\)", _says(name, option).replace("`", ""))
    assert (told[1] if told else None) == _default(OPTIONS[name][option])


@every_option
def test_values_that_an_option_takes_are_those_of_the_program(name: str, option: str) -> None:
    kind, says = OPTIONS[name][option].type, _says(name, option)
    if isinstance(kind, click.Choice):
        assert set(kind.choices) == set(code_in(says))
    if isinstance(kind, click.IntRange) and kind.min:
        assert f", {kind.min} to {kind.max}" in says


def test_forms_of_a_report_are_those_of_the_program() -> None:
    known = OPTIONS["waymark check"]["--format"].type
    assert isinstance(known, click.Choice)
    assert [code_in(form) for form, _ in table(TEXT, "Form", "What it is for")] == [[each] for each in known.choices]


def test_exit_codes_are_those_of_the_command_line() -> None:
    codes = [code for code, _ in table(TEXT, "Code", "Meaning")]
    assert codes == [str(each) for each in (OK, FAULTS_FOUND, WRONG_USAGE)]


def test_variables_are_those_that_the_command_line_reads() -> None:
    listed = {code_in(name)[0] for name, _ in table(TEXT, "Variable", "What it does")}
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "site_gen" / "commands").glob("*.py"))
    assert listed == set(re.findall(r'environ(?:\.get\(|\[)"(\w+)"', code))


def _examples() -> list[Any]:
    calls = [line.partition(" > ")[0] for each in SNIPPETS if each.language == "sh" for line in each.code.splitlines()]
    assert all(each.startswith("waymark ") for each in calls)
    return [pytest.param(each, id=each) for each in calls]


@pytest.mark.parametrize("call", _examples())
def test_example_is_a_call_that_is_understood(call: str) -> None:
    parse(shlex.split(call.removeprefix("waymark ")))


def _runs() -> list[Any]:
    runs = [each for each in SNIPPETS if each.language == "console"]
    return [pytest.param(each, id=each.code.splitlines()[0]) for each in runs]


@pytest.mark.parametrize("shown", _runs())
def test_example_says_what_is_shown(shown: Snippet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write_site(tmp_path, misspelt=shown.purpose == "misspelt")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str((REVIEW_DAY - date(1970, 1, 1)).days * 86400))
    command, _, output = shown.code.partition("\n")
    assert run(*shlex.split(command.removeprefix("$ waymark "))).output == output


def _write_site(folder: Path, *, misspelt: bool) -> None:
    """The site of the complete example, its difficulty misspelt where an example needs something to mend."""
    files = example()
    if misspelt:
        files[PATHWAY] = files[PATHWAY].replace("difficulty: moderate", "difficulty: modrate")
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def test_every_block_is_tried() -> None:
    assert {(each.language, each.purpose) for each in SNIPPETS} == {
        ("sh", ""),
        ("console", "example"),
        ("console", "misspelt"),
    }
