"""Two folders change places while no other build is looking."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Final

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # a system without file locks, such as Windows
    fcntl = None

_EXCHANGE: Final = 2
_AT_FDCWD: Final = -100

_held: set[int] = set()
"""The handles of the locks that this process holds."""


def beside(output: Path, what: str) -> Path:
    """The hidden place next to a folder that is for `what`: `.output.new` next to `output`."""
    return output.with_name(f".{output.name}.{what}")


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the lock of a folder, waiting for it; the system lets go of it even when the process is killed."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    _held.add(handle)
    try:
        with suppress(OSError):  # on a file system without locks, one build at a time is up to its user
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        _held.discard(handle)
        os.close(handle)


def _let_go() -> None:
    """Close the copies of the locks that a new process got: a worker that outlives its build would keep them held."""
    for handle in _held:
        with suppress(OSError):
            os.close(handle)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def swap(fresh: Path, output: Path) -> None:
    """Let two folders change places; where there is no `output` yet, `fresh` is gone afterwards.

    On Linux that is one system call, elsewhere two renames: who is killed between them leaves the old tree at
    `beside(output, "old")`.
    """
    if not output.exists():
        fresh.rename(output)
        return
    if _exchange(fresh, output):
        return
    old = beside(output, "old")
    output.rename(old)
    try:
        fresh.rename(output)
    except OSError:
        old.rename(output)
        raise
    with suppress(OSError):  # a later build finds it at its other name
        old.rename(fresh)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one system call (Linux, renameat2); False where there is no such call."""
    import ctypes  # takes longer to import than the rest of publishing one page takes

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    result = rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    return bool(result == 0)
