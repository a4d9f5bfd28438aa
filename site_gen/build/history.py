"""The history of a content folder in git becomes the day on which each of its files was last changed."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

_LOG: Final = ("-c", "log.showSignature=false", "log", "--format=%x01%cs", "--name-only", "--relative", "-z", "--", ".")
"""Asks for the day of each commit in the time zone of who made it, and the files below the folder that it changed."""


class NoHistory(Exception):  # noqa: N818 - told to the author as a diagnostic
    """The days can't be told: the text says why, `help` what to do."""

    def __init__(self, why: str, help: str) -> None:
        super().__init__(why)
        self.help = help


def days_of_commits(content: Path) -> Mapping[str, date]:
    """The day of the last commit of each file below a content folder, by key; none for a file that is in no commit.

    Raises NoHistory where there is no git, no repository, or only the end of its history: a shallow clone would give
    the day of its oldest commit to every file that has not changed since.
    """
    if _ask(content, "rev-parse", "--is-shallow-repository").strip() == "true":
        raise NoHistory(
            "this is a shallow clone, in which most files seem to be as new as its oldest commit",
            "get the whole history: `fetch-depth: 0` for actions/checkout, `GIT_DEPTH: 0` on GitLab, "
            "`git fetch --unshallow` by hand",
        )
    days: dict[str, date] = {}
    day = date.min
    for part in _ask(content, *_LOG).split("\0"):
        if part.startswith("\x01"):
            day = date.fromisoformat(part[1:])
        elif part:
            key = part.removeprefix("\n")
            days[key] = max(days.get(key, day), day)
    return days


def _ask(folder: Path, *question: str) -> str:
    try:
        asked = subprocess.run(
            ["git", *question], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        raise NoHistory("git isn't installed", "install git, or take `dates_from_git` out") from error
    if asked.returncode != 0:
        said = asked.stderr.decode(errors="replace").strip().splitlines() or ["git says nothing"]
        raise NoHistory(
            f"git can't tell the history of the content: {said[-1].removeprefix('fatal: ')}",
            "put the site into a git repository, or take `dates_from_git` out",
        )
    return asked.stdout.decode(errors="surrogateescape")
