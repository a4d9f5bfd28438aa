"""Folders become snapshots, two snapshots the files that differ, and changes in a row one burst to build after."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

State = tuple[int, int, int, int]
"""What tells one state of a file from another: times of change and of new rights in nanoseconds, size, inode.

Of a folder only the inode counts: what is in it has states of its own.
"""

FOLDERS: Final = ("content", "templates")
"""What is looked at in a site folder."""

PAUSE: Final = 0.012
"""Seconds without a change after which a burst is over: editors save in several steps, within a few milliseconds."""

LONGEST: Final = 0.5
"""Seconds after which a burst is taken for over though changes go on, so that something is shown."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The state of every file below some folders, by path; `links` are those of the paths that lead elsewhere."""

    states: Mapping[str, State]
    links: frozenset[str] = frozenset()


def is_looked_at(name: str) -> bool:
    """Whether a file of this name counts: hidden files and the backups of editors are no content."""
    return not name.startswith(".") and not name.endswith("~")


def state_of(path: str) -> State | None:
    """The state of one file or folder; of a link that of what it leads to, or its own if that is nowhere."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a Path for each of thousands of files, time and again
    except OSError:
        try:
            found = os.lstat(path)
        except OSError:
            return None
    if stat.S_ISDIR(found.st_mode):
        return (0, 0, 0, found.st_ino)
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)


def take_snapshot(folders: Iterable[Path]) -> Snapshot:
    """The state of every file below the folders; what vanishes meanwhile is left out, no link to a folder followed."""
    states: dict[str, State] = {}
    links: set[str] = set()
    waiting = [os.fspath(folder) for folder in folders]
    while waiting:
        for entry in _entries(waiting.pop()):
            path = entry.path
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith("."):
                    waiting.append(path)
                    states[path] = (0, 0, 0, entry.inode())
            elif is_looked_at(entry.name):
                state = state_of(path)
                if state is not None:
                    states[path] = state
                if entry.is_symlink():
                    links.add(path)
    return Snapshot(states, frozenset(links))


def differing(before: Mapping[str, State], after: Mapping[str, State]) -> frozenset[str]:
    """The paths that have come, gone or changed between two snapshots."""
    if before == after:
        return frozenset()
    return frozenset(path for path, _ in before.items() ^ after.items())


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


@dataclass(slots=True)
class Burst:
    """Changes that belong together: what was noticed since the last build, until there is a short pause.

    `is_vague` where it is not known which files they are; times are in seconds of one clock.
    """

    paths: set[str] = field(default_factory=set, init=False)
    is_vague: bool = field(default=False, init=False)
    _first: float | None = field(default=None, init=False)
    _last: float = field(default=0.0, init=False)

    def add(self, paths: Iterable[str], now: float, *, is_vague: bool = False) -> None:
        """Take note of a change at the time `now`."""
        self.paths.update(paths)
        self.is_vague = self.is_vague or is_vague
        self._first = now if self._first is None else self._first
        self._last = now

    def left(self, now: float) -> float:
        """How many seconds are left until the burst is over, if nothing else changes; not more than 0 when it is."""
        if self._first is None:
            return 0.0
        return min(self._last + PAUSE, self._first + LONGEST) - now

    def take(self) -> frozenset[str]:
        """Everything that has changed; the next burst begins with nothing."""
        paths = frozenset(self.paths)
        self.paths.clear()
        self.is_vague = False
        self._first = None
        return paths
