"""Answers to a file and back, so that a page that was found is not asked again the same day."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from site_gen.outside.answer import Answer, Standing
from site_gen.record import record

FILE: Final = "outside-links-1.json"
"""The figure is that of the file's form: another form gets another name."""

_KEPT: Final = {Standing.FOUND: timedelta(days=1), Standing.REFUSED: timedelta(hours=1)}
"""How long an answer holds. One that was lost is asked every time: it may have been mended a minute ago."""


@record
class Remembered:
    """An answer, and when it was given."""

    at: datetime
    answer: Answer


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
        _write(folder, dict(sorted({**_read(folder, now), **new}.items())))


def _read(folder: Path, now: datetime) -> dict[str, Remembered]:
    try:
        written = json.loads((folder / FILE).read_bytes())
        known = {str(url): _remembered(each) for url, each in written.items()}
        return {url: each for url, each in known.items() if _holds(each, now)}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}  # the file is not there, was cut off, or has another form


def _remembered(written: dict[str, Any]) -> Remembered:
    """What stands in the file for one address. Raises what is caught above for all else."""
    answer = written["answer"]
    words = {name: answer.get(name, "") for name in ("said", "moved_to")}
    if not all(isinstance(each, str) for each in words.values()):
        raise TypeError
    return Remembered(
        at=datetime.fromisoformat(written["at"]), answer=Answer(standing=Standing(answer["standing"]), **words)
    )


def _holds(remembered: Remembered, now: datetime) -> bool:
    kept = _KEPT.get(remembered.answer.standing, timedelta(0))
    return timedelta(0) <= now - remembered.at < kept


def _written(remembered: Remembered) -> dict[str, Any]:
    return {"at": remembered.at.isoformat(), "answer": asdict(remembered.answer)}


def _write(folder: Path, known: Mapping[str, Remembered]) -> None:
    handle, name = tempfile.mkstemp(prefix=FILE, suffix=".new", dir=folder)
    new = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(json.dumps({url: _written(each) for url, each in known.items()}, indent=1, ensure_ascii=False))
        new.replace(folder / FILE)
    finally:
        new.unlink(missing_ok=True)
