"""A tree of files on the disk, at the least cost: files written, linked, removed, and their state in a few figures.

A file may have a second name in another tree, a hard link. So no file is ever opened to be written over.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

MARKER: Final = ".waymark"
"""The file that says whose a tree is. It is no part of what a tree holds."""

Stamp = tuple[int, int]
"""The state of one folder: when a name in it last came or went, and the sizes and times of its files, added up.

Both times are in nanoseconds. A sum is enough: whatever touches a file changes its time, and moving one changes the
folder's. Who gives an edited file of the same length its old time back goes unseen.
"""

Stamps = Mapping[str, Stamp]
"""The state of a tree: a stamp for each of its folders, by address; that of the tree itself is empty."""

_CONTENTS: Final = 1 << 256
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_GONE: Final = (FileNotFoundError, NotADirectoryError)
_NOT_EMPTY: Final = (errno.ENOTEMPTY, errno.EEXIST)


def new_file(folder: Path, address: str, content: bytes) -> None:
    """Write a file that must not exist yet, with the folders above it; raises FileExistsError where it does.

    This is half the price of `Path.open`, and a folder that is there costs nothing.
    """
    path = f"{folder}/{address}"
    try:
        handle = os.open(path, _NEW, 0o666)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, _NEW, 0o666)
    try:
        written = os.write(handle, content)
        while written < len(content):  # a system may take less than it is given
            written += os.write(handle, content[written:])
    finally:
        os.close(handle)


def write_file(folder: Path, address: str, content: bytes) -> None:
    """Write a file in place of whatever file is there, whose other names keep the old content; the same file stays.

    Any process may do so, and any number of them at a time if their addresses differ.
    """
    try:
        new_file(folder, address, content)
    except FileExistsError:
        if content_of(folder / address) != content:
            (folder / address).unlink()
            new_file(folder, address, content)


def content_of(file: Path) -> bytes:
    """The bytes of a file; empty where there is none."""
    try:
        return file.read_bytes()
    except (*_GONE, IsADirectoryError):
        return b""


def remove_file(folder: Path, address: str) -> None:
    """Remove a file, if it is there, and the folders that it leaves empty."""
    path = folder / address
    with suppress(*_GONE):
        path.unlink()
    for parent in path.parents:
        if parent == folder:
            return
        try:
            parent.rmdir()
        except _GONE:
            continue
        except OSError as error:
            if error.errno in _NOT_EMPTY:
                return
            raise


def link_file(source: Path, folder: Path, address: str) -> bool:
    """Give a file a second name at the same address in another tree; False where it had to be copied instead.

    An edit in one place of a copy is not seen at the other, so a caller is to take it for a file that differs.
    """
    target = folder / address
    target.parent.mkdir(parents=True, exist_ok=True)
    return _link(f"{source}/{address}", str(target))


def link_tree(source: Path, folder: Path, addresses: Iterable[str]) -> Iterator[str]:
    """Give all files of some folders of a tree a second name in another; gives the addresses that had to be copied."""
    for address in sorted(addresses):
        if address:
            (folder / address).mkdir()
        with os.scandir(source / address) as entries:
            for entry in entries:
                inside = f"{address}/{entry.name}" if address else entry.name
                if inside == MARKER or entry.is_dir(follow_symlinks=False):
                    continue
                if not _link(entry.path, f"{folder}/{inside}"):
                    yield inside


def take_over_same(source: Path, folder: Path) -> None:
    """Let every file of a tree that another has with the same bytes be the file of that one, with its time.

    A file that can't be linked stays as it is.
    """
    waiting = [""]
    while waiting:
        place = waiting.pop()
        with os.scandir(folder / place) as entries:
            for entry in entries:
                address = f"{place}/{entry.name}" if place else entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(address)
                elif address != MARKER and _is_same(source / address, Path(entry.path)):
                    with suppress(OSError):
                        _replace_by_link(source / address, Path(entry.path))


def _is_same(one: Path, other: Path) -> bool:
    try:
        found = one.lstat()
    except _GONE:
        return False
    if not stat.S_ISREG(found.st_mode) or found.st_size != other.stat().st_size:
        return False
    return one.read_bytes() == other.read_bytes()


def _replace_by_link(source: Path, target: Path) -> None:
    beside = target.with_name(f"{target.name}.same")
    os.link(source, beside)
    try:
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _link(source: str, target: str) -> bool:
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except (OSError, AttributeError):  # some file systems, systems and owners have no links
        shutil.copy2(source, target, follow_symlinks=False)
        return False
    return True


def stamps_of(folder: Path) -> dict[str, Stamp]:
    """The state of a whole tree: about 3 microseconds a file."""
    found: dict[str, Stamp] = {}
    waiting = [""]
    while waiting:
        address = waiting.pop()
        changed = os.lstat(folder / address).st_mtime_ns
        total, folders = _sum_files(folder / address)
        found[address] = changed, total
        waiting += [f"{address}/{name}" if address else name for name in folders]
    return found


def stamps_after(stamps: Stamps, old: Path, new: Path, touched: Iterable[str]) -> dict[str, Stamp]:
    """The state of a tree that differs from an `old` one, of state `stamps`, at most at the addresses `touched`."""
    totals = {address: total for address, (_, total) in stamps.items()}
    for address in touched:
        parent = address.rpartition("/")[0]
        totals[parent] = totals.get(parent, 0) + _weight(new / address) - _weight(old / address)
        while parent:
            parent = parent.rpartition("/")[0]
            totals.setdefault(parent, 0)
    changed = {address: _folder_time(new / address) for address in totals}
    return {address: (time, totals[address]) for address, time in changed.items() if time is not None}


def contents_of(folder: Path) -> int:
    """A sum over the addresses and bytes of all files, by which a copy of a tree is known: 30 microseconds a file."""
    total = 0
    waiting = [""]
    while waiting:
        place = waiting.pop()
        with entries_of(folder / place) as entries:
            for entry in entries:
                address = f"{place}/{entry.name}" if place else entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(address)
                elif address != MARKER:
                    total += _share(address, content_of(folder / address))
    return total % _CONTENTS


def contents_after(contents: int, old: Path, new: Path, touched: Iterable[str]) -> int:
    """The sum of a tree that differs from an `old` one, of sum `contents`, at most at the addresses `touched`."""
    for address in touched:
        for folder, sign in ((old, -1), (new, 1)):
            if (folder / address).is_file():
                contents += sign * _share(address, content_of(folder / address))
    return contents % _CONTENTS


def _share(address: str, content: bytes) -> int:
    """What a file adds to the sum over a tree."""
    state = blake2b(address.encode(errors="surrogatepass") + b"\0", digest_size=32)
    state.update(content)
    return int.from_bytes(state.digest(), "big")


def is_unchanged(folder: Path, stamps: Stamps) -> bool:
    """Whether nobody has touched a tree of this state: added, removed, renamed or edited anything."""
    try:
        return has_same_names(folder, stamps) and all(
            _sum_files(folder / address)[0] == total for address, (_, total) in stamps.items()
        )
    except OSError:
        return False


def has_same_names(folder: Path, stamps: Stamps) -> bool:
    """Whether no name in a tree of this state has come, gone or been given to another file; costs a look a folder."""
    return all(_folder_time(folder / address) == changed for address, (changed, _) in stamps.items())


def _folder_time(folder: Path) -> int | None:
    """When a name in a folder last came or went; None where there is no such folder."""
    try:
        found = folder.lstat()
    except _GONE:
        return None
    return found.st_mtime_ns if stat.S_ISDIR(found.st_mode) else None


def _weight(file: Path) -> int:
    """What a file adds to the sum of its folder."""
    try:
        found = file.lstat()
    except _GONE:
        return 0
    return 0 if stat.S_ISDIR(found.st_mode) else found.st_mtime_ns + found.st_size


def _sum_files(folder: Path) -> tuple[int, list[str]]:
    """The sum over the files of a folder, and the names of the folders in it."""
    total = 0
    folders: list[str] = []
    with entries_of(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
            elif entry.name != MARKER:
                found = entry.stat(follow_symlinks=False)
                total += found.st_mtime_ns + found.st_size
    return total, folders


@contextmanager
def entries_of(folder: Path | str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """The entries of a folder, opened first where that is possible, for then the system need not find it every time."""
    if os.scandir not in os.supports_fd:
        with os.scandir(folder) as entries:
            yield entries
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with os.scandir(handle) as entries:
            yield entries
    finally:
        os.close(handle)
