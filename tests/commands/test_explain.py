"""`waymark explain`: the page of a diagnostic, found by its code or name, and the list of all."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from site_gen.explain import explanation
from site_gen.faults import FAULTS
from tests.commands.running import call, run
from tests.sites import REPOSITORY


@pytest.mark.parametrize("word", ["W102", "w102", "unknown-difficulty", "Unknown-Difficulty"])
def test_a_diagnostic_is_found_by_code_and_by_name_in_any_case(word: str) -> None:
    result = run("explain", word)
    assert (result.exit_code, result.stdout, result.stderr) == (0, explanation(FAULTS["W102"]), "")


def test_several_are_explained_in_the_order_they_are_asked_for_and_none_twice() -> None:
    result = run("explain", "W201", "bad-yaml", "unknown-role")
    assert result.stdout == f"{explanation(FAULTS['W201'])}\n{explanation(FAULTS['W001'])}"


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        pytest.param(
            "unknow-dificulty",
            "No diagnostic is called `unknow-dificulty`. Did you mean `unknown-difficulty`?",
            id="a misspelt name",
        ),
        pytest.param("102", "No diagnostic is called `102`. Did you mean `W102`?", id="a code without its letter"),
        pytest.param(
            "xyzzy", "No diagnostic is called `xyzzy`. `waymark explain` lists them all.", id="a name like no other"
        ),
    ],
)
def test_an_unknown_diagnostic_is_wrong_usage_and_explains_nothing(word: str, reason: str) -> None:
    result = run("explain", "W001", word)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.partition("\nError: ")[2] == f"{reason}\n"


def test_without_a_code_all_are_listed_in_columns() -> None:
    result = run("explain")
    lines = result.stdout.splitlines()
    rows = [re.split(r"  +", line, maxsplit=3) for line in lines]
    assert result.exit_code == 0
    assert rows == [[fault.code, fault.name, str(fault.severity), fault.summary] for fault in FAULTS.values()]
    assert len({len(line) - len(row[3]) for line, row in zip(lines, rows, strict=True)}) == 1


def test_no_site_is_needed(tmp_path: Path) -> None:
    done = call(sys.executable, "-m", "site_gen", "explain", "W102", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, explanation(FAULTS["W102"]), "")


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)], ids=["in colour", "without colour"]
)
def test_a_terminal_gets_the_page_drawn(tmp_path: Path, environment: dict[str, str], coloured: bool) -> None:
    drawn = on_a_terminal(tmp_path, "explain", "W102", **environment)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", drawn)
    assert bool(re.search(r"\x1b\[(?:[0-9]+;)*3[0-7]", drawn)) is coloured
    assert [line for line in bare.splitlines() if "```" in line or line.startswith("#")] == []
    assert bare.split("\n", 1)[0].strip() == "W102 unknown-difficulty"
    assert max(len(line) for line in bare.splitlines()) <= 100


def on_a_terminal(cwd: Path, *args: str, **environment: str) -> str:
    """What a command writes to a terminal 200 columns wide."""
    ours, theirs = pty.openpty()
    env = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "FORCE_COLOR"}}
    command = [sys.executable, "-m", "site_gen", *args]
    env |= {"PYTHONPATH": str(REPOSITORY), "TERM": "xterm-256color", "COLUMNS": "200", **environment}
    with subprocess.Popen(command, cwd=cwd, env=env, stdout=theirs) as running:
        os.close(theirs)
        written = b"".join(_parts(ours))
    os.close(ours)
    assert running.returncode == 0
    return written.decode()


def _parts(terminal: int) -> Iterator[bytes]:
    """What is written to a terminal, until the writer has left, which Linux calls an error."""
    with suppress(OSError):
        while part := os.read(terminal, 65536):
            yield part
