"""What the publisher knows of the trees that it has made becomes a file beside them, and comes back from it."""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from site_gen.build.tree import Stamps, contents_of, new_file, stamps_of
from site_gen.record import record

_FORM: Final = 2
"""The form of the file; one of another form is not read."""


@record
class Record:
    """A tree as it was finished: the number of its folder in the file system, its generation and its state.

    The number goes with a folder that is renamed, never with a copy of it. By the sum of its `contents`, where that was
    asked for, a copy is known: on another machine, or from a cache.
    """

    inode: int
    generation: str
    stamps: Stamps
    contents: int | None = None


@record
class Records:
    """One tree or two, and the addresses at which the two may differ; everywhere else they share their files.

    `assets` are the style sheets and scripts that the pages of the newer one ask for.
    """

    trees: tuple[Record, ...] = ()
    differing: Collection[str] = ()
    assets: Collection[str] = ()

    def of(self, folder: Path) -> Record | None:
        """What is known of the tree that now stands at a place."""
        try:
            inode = folder.lstat().st_ino
        except OSError:
            return None
        return next((each for each in self.trees if each.inode == inode), None)

    def of_copy(self, folder: Path, generation: str) -> Record | None:
        """The record of a copy of the tree of a generation; None for a folder that holds anything else."""
        known = next((each for each in self.trees if each.generation == generation), None)
        with suppress(OSError):
            if known is not None and known.contents is not None and contents_of(folder) == known.contents:
                return replace(known, inode=folder.lstat().st_ino, stamps=stamps_of(folder))
        return None


def load_records(file: Path) -> Records:
    """The records of a file; none where there is no file or it can't be made sense of."""
    try:
        return _decode(json.loads(file.read_bytes()))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Records()


def save_records(file: Path, records: Records) -> None:
    """Replace a file of records in one step. Raises OSError when it can't be written."""
    trees = [
        {
            "inode": each.inode,
            "generation": each.generation,
            "stamps": dict(each.stamps),
            "contents": each.contents,
        }
        for each in records.trees
    ]
    value = {"form": _FORM, "trees": trees, "differing": sorted(records.differing), "assets": sorted(records.assets)}
    fresh = file.with_name(f"{file.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        new_file(fresh.parent, fresh.name, json.dumps(value).encode())
        fresh.replace(file)
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise


def _decode(value: Any) -> Records:
    if value["form"] != _FORM:
        return Records()
    return Records(
        trees=tuple(
            Record(
                inode=int(each["inode"]),
                generation=str(each["generation"]),
                stamps={str(address): (int(time), int(total)) for address, (time, total) in each["stamps"].items()},
                contents=None if each["contents"] is None else int(each["contents"]),
            )
            for each in value["trees"]
        ),
        differing=tuple(map(str, value["differing"])),
        assets=tuple(map(str, value["assets"])),
    )
