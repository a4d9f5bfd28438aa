"""Folders become snapshots, and snapshots tell when an author has finished saving."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

Snapshot = Mapping[str, tuple[int, int, int]]
"""What tells one state of a file from another: time of change in nanoseconds, size, inode; by path."""

QUIET: Final = 0.15
"""Seconds without a change before a build: editors save in several steps, and authors several files."""


def take_snapshot(folders: Iterable[Path]) -> Snapshot:
    """The state of every file below the folders; a file that vanishes meanwhile is left out."""
    states: dict[str, tuple[int, int, int]] = {}
    for folder in folders:
        for parent, folders_inside, files in os.walk(folder):
            folders_inside[:] = [name for name in folders_inside if not name.startswith(".")]
            for name in files:
                if name.startswith(".") or name.endswith("~"):
                    continue
                path = os.path.join(parent, name)  # noqa: PTH118 - a Path for each of thousands of files, five times a second
                try:
                    state = os.stat(path)  # noqa: PTH116 - the same
                except OSError:
                    continue
                states[path] = (state.st_mtime_ns, state.st_size, state.st_ino)
    return states


@dataclass(slots=True)
class Saves:
    """Notices changes, and says once when they have been quiet for long enough to build."""

    seen: Snapshot
    changed_at: float | None = field(default=None, init=False)

    def look(self, now: float, snapshot: Snapshot) -> bool:
        """Compare with the last look, at the time `now` in seconds; True when it is time to build."""
        if snapshot != self.seen:
            self.seen = snapshot
            self.changed_at = now
            return False
        if self.changed_at is None or now - self.changed_at < QUIET:
            return False
        self.changed_at = None
        return True
