"""What one build is asked to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path, PurePosixPath

from site_gen.record import record

Progress = Callable[[str, int, int], None]
"""Told the name of a stage, and how many of how many steps of it are done."""


@record
class Options:
    """What one build is asked to do.

    `site` is the site folder, `shown` the same as the author typed it; `jobs` None leaves the number of worker
    processes to the build, and `scheduler` is the address of a cluster that does their work. A check may look at some
    files `only` (keys below content/), and say no other codes than those of `select`, nor those of `ignore`. Errors of
    the codes in `lowered` count as warnings. `overlay` are texts, by key, in place of those on the disk.
    `keeps_outside_links` is of those who will ask them. Without `search` nothing is indexed, and without `pictures`
    none are drawn, whatever the settings say. A `portable` build leaves what one on another machine can go on from.
    """

    site: Path
    shown: PurePosixPath
    output: Path
    today: date
    base_url: str | None = None
    jobs: int | None = None
    scheduler: str | None = None
    strict: bool = False
    drafts: bool = False
    only: frozenset[str] | None = None
    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    lowered: frozenset[str] = frozenset()
    overlay: Mapping[str, bytes] = field(default_factory=dict)
    keeps_outside_links: bool = False
    search: bool = True
    pictures: bool = True
    portable: bool = False


def no_progress(_stage: str, _done: int, _total: int) -> None:
    """Say nothing."""
