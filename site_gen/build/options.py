"""What one build is asked to do."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypedDict

from site_gen.model.manifest import Manifest
from site_gen.record import record

if TYPE_CHECKING:
    from typing import Self, Unpack

Progress = Callable[[str, int, int], None]
"""Told the name of a stage, and how many of how many steps of it are done."""


class Wishes(TypedDict, total=False):
    """What may be asked of a build besides, each as `Options` has it."""

    base_url: str
    jobs: int
    strict: bool
    drafts: bool
    select: frozenset[str]
    ignore: frozenset[str]
    search: bool
    pictures: bool


@record
class Options:
    """What one build is asked to do.

    `site` is the site folder, `shown` the same as the author typed it; `jobs` None leaves the number of worker
    processes to the build, and `scheduler` is the address of a cluster that does their work. A check may look at some
    files `only` (keys below content/), and say no other codes than those of `select`, nor those of `ignore`. Errors of
    the codes in `lowered` count as warnings. `overlay` are texts, by key, in place of those on the disk.
    `keeps_outside_links` is of those who will ask them. Without `search` nothing is indexed, without `pictures` none
    are drawn, and without `precompress` nothing is packed, whatever the settings say. A `portable` build leaves what
    one on another machine can go on from. A check holds the addresses of the content against those `published`.
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
    precompress: bool = True
    published: Manifest | None = None

    @classmethod
    def of(cls, site: Path | str, *, today: date, output: Path | str | None = None, **more: Unpack[Wishes]) -> Self:
        """A build of a site folder into its output/, or into the folder that is named.

        `today` is the day by which reviews and dates of publication are judged: a build never asks the clock itself.
        """
        whole = Path(os.path.realpath(site))
        return cls(
            site=whole,
            shown=PurePosixPath(Path(site).as_posix()),
            output=whole / "output" if output is None else Path(os.path.realpath(output)),
            today=today,
            **more,
        )


def no_progress(_stage: str, _done: int, _total: int) -> None:
    """Say nothing."""
