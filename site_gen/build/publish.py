"""A finished tree takes the place of the old one in a single step; the only writer of output."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

MARKER: Final = ".waymark"
_MARKER_TEXT: Final = b"This folder is made by Waymark and replaced by every build. Keep nothing of your own in it.\n"
_EXCHANGE: Final = 2
_AT_FDCWD: Final = -100


class NotOurs(Exception):
    """The folder to publish into holds something that no build has put there."""


def refuse_foreign(output: Path) -> None:
    """Raise `NotOurs` when replacing `output` would destroy anything but an earlier build."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        message = "it is not a folder"
        raise NotOurs(message)
    if output.is_dir() and any(output.iterdir()) and not (output / MARKER).is_file():
        message = "it is not empty and was not made by Waymark"
        raise NotOurs(message)


def publish(output: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write `files` (address, bytes) to a new tree beside `output`, then swap the two; gives how many there were.

    When `files` raises, or the process is killed, `output` still is the whole old tree.
    """
    refuse_foreign(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    fresh = output.with_name(f".{output.name}.new")
    _remove(fresh)
    fresh.mkdir()
    count = 0
    try:
        made: set[Path] = set()
        _write(fresh / MARKER, _MARKER_TEXT)
        for address, content in files:
            path = fresh / address
            if path.parent not in made:
                path.parent.mkdir(parents=True, exist_ok=True)
                made.add(path.parent)
            _write(path, content)
            count += 1
        _swap(fresh, output)
    finally:
        _remove(fresh)
    return count


def _write(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet: two outputs at one address are a fault of the program."""
    with path.open("xb") as file:
        file.write(content)


def recover(output: Path) -> None:
    """Put back the old tree when a build was killed between the two renames of a system without an exchange."""
    old = output.with_name(f".{output.name}.old")
    if old.is_dir() and not output.exists():
        old.rename(output)


def _swap(fresh: Path, output: Path) -> None:
    """Let `fresh` and `output` change places; afterwards `fresh` is the old tree, or gone."""
    if not output.exists():
        fresh.rename(output)
        return
    if _exchange(fresh, output):
        return
    old = output.with_name(f".{output.name}.old")
    _remove(old)
    output.rename(old)
    fresh.rename(output)
    _remove(old)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one system call (Linux, renameat2); False where there is no such call."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    result = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    return bool(result == 0)


def _remove(folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
