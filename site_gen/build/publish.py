"""A finished tree takes the place of the old one in a single step; the only writer of output."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Final

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # a system without file locks, such as Windows
    fcntl = None

MARKER: Final = ".waymark"
_MARKER_TEXT: Final = b"This folder is made by Waymark and replaced by every build. Keep nothing of your own in it.\n"
_EXCHANGE: Final = 2
_AT_FDCWD: Final = -100


class NotOurs(Exception):  # noqa: N818 - a refusal, named after its reason
    """The folder to publish into holds something that no build has put there."""


def refuse_foreign(output: Path) -> None:
    """Raise `NotOurs` when replacing `output` would destroy anything but an earlier build."""
    if output.is_symlink():
        message = "it is a link to another place"
        raise NotOurs(message)
    if output.exists() and not output.is_dir():
        message = "it is not a folder"
        raise NotOurs(message)
    if output.is_dir() and not _is_ours(output):
        message = "it is not empty and was not made by Waymark"
        raise NotOurs(message)


def publish(output: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write `files` (address, bytes) to a new tree beside `output`, then swap the two; gives their number.

    When `files` raises, the disk is full, or the process is killed, `output` still is the whole old tree. Two
    builds into one folder wait for each other. Raises `NotOurs`, and OSError when the tree can't be written.
    """
    refuse_foreign(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    with _alone_in(output.parent):
        _put_back(output)
        fresh = _beside(output, "new")
        _clear_away(fresh)
        fresh.mkdir()
        try:
            count = _write_tree(fresh, files)
            refuse_foreign(output)
            _swap(fresh, output)
        finally:
            with suppress(OSError):  # what can't be removed now is removed by the next build
                _clear_away(fresh)
    return count


def recover(output: Path) -> None:
    """Put back the old tree where a build was killed between the two renames of a system without exchange."""
    if _beside(output, "old").is_dir():
        with _alone_in(output.parent):
            _put_back(output)


def _put_back(output: Path) -> None:
    old = _beside(output, "old")
    if old.is_dir() and not output.exists() and _is_ours(old):
        old.rename(output)


def _beside(output: Path, what: str) -> Path:
    return output.with_name(f".{output.name}.{what}")


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder; the system lets go of it even when the process is killed."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # on a file system without locks, one build at a time is up to its user
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _write_tree(fresh: Path, files: Iterable[tuple[str, bytes]]) -> int:
    count = 0
    made: set[Path] = set()
    _write(fresh / MARKER, _MARKER_TEXT)
    for address, content in files:
        path = fresh / address
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        _write(path, content)
        count += 1
    return count


def _write(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet: two outputs at one address are a fault of the program."""
    with path.open("xb") as file:
        file.write(content)


def _swap(fresh: Path, output: Path) -> None:
    """Let `fresh` and `output` change places; afterwards `fresh` is the old tree, or gone."""
    if not output.exists():
        fresh.rename(output)
        return
    if _exchange(fresh, output):
        return
    old = _beside(output, "old")
    _clear_away(old)
    output.rename(old)
    try:
        fresh.rename(output)
    except OSError:
        old.rename(output)
        raise
    with suppress(OSError):
        _clear_away(old)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one system call (Linux, renameat2); False where there is no such call."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    result = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    return bool(result == 0)


def _is_ours(folder: Path) -> bool:
    """Whether a folder is an earlier build, or empty."""
    return (folder / MARKER).is_file() or not any(folder.iterdir())


def _clear_away(leftover: Path) -> None:
    """Remove what a killed build has left at this name; raise `NotOurs` when it is something else.

    The marker goes last, so that a removal that is cut short can be taken up again.
    """
    if not leftover.is_symlink() and not leftover.exists():
        return
    if leftover.is_symlink() or not leftover.is_dir() or not _is_ours(leftover):
        message = f"{leftover} is in the way, and was not made by Waymark"
        raise NotOurs(message)
    for each in leftover.iterdir():
        if each.name == MARKER:
            continue
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        else:
            each.unlink()
    (leftover / MARKER).unlink(missing_ok=True)
    leftover.rmdir()


class Staged:
    """A new tree beside the old one."""

    def __init__(self, folder: Path, output: Path) -> None:
        self.folder = folder
        self.output = output

    def write(self, address: str, content: bytes) -> None:
        """Write one file."""
        write_file(self.folder, address, content)

    is_update = False

    def wrote(self, addresses: Iterable[str]) -> None:
        """Note."""

    def remove(self, address: str) -> None:
        """Remove."""

    def publish(self, generation: str | None) -> None:
        """Swap."""
        refuse_foreign(self.output)
        _swap(self.folder, self.output)


def write_file(folder: Path, address: str, content: bytes) -> None:
    """Write one file of a new tree."""
    path = f"{folder}/{address}"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    except FileExistsError:
        os.unlink(path)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    os.write(handle, content)
    os.close(handle)


@contextmanager
def staging(output: Path, generation: str | None) -> Iterator[Staged]:
    """To be replaced."""
    recover(output)
    refuse_foreign(output)
    output.parent.mkdir(parents=True, exist_ok=True)
    with _alone_in(output.parent):
        _put_back(output)
        fresh = _beside(output, "new")
        _clear_away(fresh)
        fresh.mkdir()
        try:
            _write(fresh / MARKER, _MARKER_TEXT)
            yield Staged(fresh, output)
        finally:
            with suppress(OSError):
                _clear_away(fresh)
