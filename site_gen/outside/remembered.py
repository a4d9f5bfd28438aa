"""Answers to a file and back, so that a page that was found is not asked again the same day."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from pydantic import AwareDatetime, RootModel, ValidationError

from site_gen.outside.answer import Answer, Standing

FILE: Final = "outside-links-1.json"
"""The figure is that of the file's form: another form gets another name."""

_KEPT: Final = {Standing.FOUND: timedelta(days=1), Standing.REFUSED: timedelta(hours=1)}
"""How long an answer holds. One that was lost is asked every time: it may have been mended a minute ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """An answer, and when it was given."""

    at: AwareDatetime
    answer: Answer


class _File(RootModel[dict[str, Remembered]]):
    """The file: what each address had to say."""


def recall(folder: Path | None, now: datetime) -> Mapping[str, Answer]:
    """The answers that still hold, by address; none where there is no file or it can't be made sense of."""
    return {url: each.answer for url, each in _read(folder, now).items()} if folder else {}


def remember(folder: Path | None, now: datetime, answers: Mapping[str, Answer]) -> None:
    """Add answers to the file in one step, next to what another run may have added meanwhile.

    A file that can't be written is done without: the addresses are only asked again.
    """
    new = {url: Remembered(at=now, answer=each) for url, each in answers.items() if each.standing in _KEPT}
    if folder is None or not new:
        return
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        # What one machine could reach is of no use to another, so it is kept out of an author's commits.
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        _write(folder, _File(dict(sorted({**_read(folder, now), **new}.items()))))


def _read(folder: Path, now: datetime) -> dict[str, Remembered]:
    try:
        known = _File.model_validate_json((folder / FILE).read_bytes()).root
        return {url: each for url, each in known.items() if _holds(each, now)}
    except (OSError, ValidationError):
        return {}


def _holds(remembered: Remembered, now: datetime) -> bool:
    kept = _KEPT.get(remembered.answer.standing, timedelta(0))
    return timedelta(0) <= now - remembered.at < kept


def _write(folder: Path, file: _File) -> None:
    handle, name = tempfile.mkstemp(prefix=FILE, suffix=".new", dir=folder)
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(file.model_dump_json(indent=1))
        new.replace(folder / FILE)
    finally:
        new.unlink(missing_ok=True)
