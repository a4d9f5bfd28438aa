"""Four generations of a small site, a builder of them, and what can go wrong with each step on the disk."""

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from site_gen.build import swap as swapping
from site_gen.build.publish import MARKER, staging
from site_gen.build.traces import Traces

SITES: dict[str, dict[str, bytes]] = {
    "1": {"index.html": b"one", "about": b"a file", "roles/cook.html": b"cook", "roles/baker.html": b"baker"},
    "2": {"index.html": b"two", "about/us.html": b"now a folder", "roles/cook.html": b"cook", "media/x/y.png": b"\x89"},
    "3": {"index.html": b"three", "about": b"a file again", "roles/cook.html": b"cook", "media/z.png": b""},
    "4": {"index.html": b"three", "roles/baker.html": b"back", "roles/cook.html": b"cook", "media/z.png": b"not so"},
}
"""What each generation holds: files that stay, change, come, go and come back, and folders that do."""

STEPS = ("open", "write", "mkdir", "rename", "replace", "link", "unlink", "rmdir", "scandir", "listdir")
"""The functions of `os` whose uses are steps. Swapping two folders is one besides."""


def names(folder: Path) -> list[str]:
    """The names in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())


def holdings(folder: Path) -> dict[str, bytes | None]:
    """What a tree holds besides its marker: its files with their bytes, its folders with none."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {name: None if path.is_dir() else path.read_bytes() for name, path in found.items() if name != MARKER}


def expected(generation: str) -> dict[str, bytes | None]:
    """What a tree of a generation holds, its folders with none."""
    files = SITES[generation]
    folders = {parent.as_posix() for address in files for parent in Path(address).parents} - {"."}
    return {**dict.fromkeys(folders), **files}


def build(output: Path, old: str | None, new: str) -> bool:
    """Publish a generation upon what an earlier build is believed to have left; gives whether it was an update."""
    with staging(output, old) as tree:
        before = SITES[old] if tree.is_update and old is not None else {}
        for address in before.keys() - SITES[new].keys():
            tree.remove(address)
        for address, content in SITES[new].items():
            if before.get(address) != content:
                tree.write(address, content)
        tree.publish(new)
        return tree.is_update


def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this a system that can't swap two folders in one call."""
    monkeypatch.setattr(swapping, "_exchange", lambda _one, _other: False)


@contextmanager
def interrupted(turn: int, fault: Callable[[], None]) -> Iterator[list[str]]:
    """Let a fault happen instead of step number `turn`, counted from one; gives the steps that were begun."""
    begun: list[str] = []

    def step(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def act(*given: Any, **more: Any) -> Any:
            begun.append(name)
            if len(begun) == turn:
                fault()
            return real(*given, **more)

        return act

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, step(name, getattr(os, name)))
        patch.setattr(swapping, "_exchange", step("exchange", swapping._exchange))
        yield begun


def killed_at(turn: int, build: Callable[[], object]) -> bool:
    """Build in another process that is killed at a step, on the disk or in the store; False where it has fewer."""
    child = os.fork()
    if child == 0:
        real = Traces._run
        with interrupted(turn, lambda: os.kill(os.getpid(), signal.SIGKILL)), pytest.MonkeyPatch.context() as patch:

            def run(self: Traces, statement: str, *values: object) -> sqlite3.Cursor:
                os.listdir(self.file.parent)  # noqa: PTH208 - a step
                return real(self, statement, *values)

            patch.setattr(Traces, "_run", run)
            build()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in {0, -signal.SIGKILL}
    return os.WIFSIGNALED(status)
