"""The files of a site become those that have changed since the last build: by their stamps, else by their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from site_gen.build.answers import digest_of_file
from site_gen.build.traces import DocumentTrace, FileTrace

if TYPE_CHECKING:
    from site_gen.build.documents import Reader

_UNSURE: Final = 3_000_000_000
"""Nanoseconds: the coarsest file systems in use tell times apart that are two seconds away from each other."""


class Stamp(NamedTuple):
    """What tells a changed file: its size, when it was changed, and whether a change from now on must show in these."""

    size: int
    modified: int
    is_sure: bool

    def is_of(self, trace: DocumentTrace | FileTrace) -> bool:
        """Whether a file has this stamp still, and can't have been changed."""
        return trace.is_sure and self.modified == trace.modified and self.size == trace.size


def sure_before(moment: int) -> int:
    """The time before which a file must have been changed for any later change to show in its stamp."""
    return moment - _UNSURE


def look_at(
    folder: Path,
    keys: Iterable[str],
    before: Mapping[str, DocumentTrace | FileTrace],
    moment: Callable[[], int],
) -> dict[str, Stamp]:
    """The stamp of each file; one that can't be looked at, or is none, has none.

    They must be taken before any of the files is read. `moment` gives the time of the disk: it is asked only if there
    is a file that was not known before, for a file that was changed well before that is sure.
    """
    root = os.fspath(folder)
    stamps: dict[str, Stamp] = {}
    unsure: list[str] = []
    for key in keys:
        try:
            state = os.stat(f"{root}/{key}")  # noqa: PTH116 - a Path for each of thousands of files
        except OSError:
            continue
        if not stat.S_ISREG(state.st_mode):
            continue
        # The later of two times: some tools set back the one that says when the bytes were changed, none the other.
        stamp = stamps[key] = Stamp(state.st_size, max(state.st_mtime_ns, state.st_ctime_ns), is_sure=True)
        trace = before.get(key)
        if trace is None or not stamp.is_of(trace):
            unsure.append(key)
    latest = sure_before(moment()) if unsure else 0
    for key in unsure:
        stamps[key] = stamps[key]._replace(is_sure=stamps[key].modified < latest)
    return stamps


def edited(stamps: Mapping[str, Stamp], before: Mapping[str, DocumentTrace], reader: Reader) -> frozenset[str]:
    """The files of before that are not what they were: by their stamps, and where those may deceive, by their bytes."""
    return frozenset(
        key
        for key, trace in before.items()
        if (stamp := stamps.get(key)) is None
        or not trace.content  # it could not be read
        or (not stamp.is_of(trace) and (stamp.size != trace.size or reader.digest(key) != trace.content))
    )


def copied(stamps: Mapping[str, Stamp], before: Mapping[str, FileTrace], folder: Path) -> dict[str, FileTrace]:
    """What is known now of each file that is copied, with the digest of its bytes; empty where it can't be read."""
    traces: dict[str, FileTrace] = {}
    for key, stamp in stamps.items():
        if key.startswith("assets/"):
            trace = before.get(key)
            content = trace.content if trace is not None and stamp.is_of(trace) else digest_of_file(folder / key)
            traces[key] = FileTrace(stamp.size, stamp.modified, stamp.is_sure, content)
    return traces
