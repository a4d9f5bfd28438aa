"""What the system tells of folders becomes the paths of changed files; this needs watchdog, the extra `watch`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileAttribEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from site_gen.serve.watch import FOLDERS, is_looked_at

_OF_FOLDERS: Final[list[type[FileSystemEvent]]] = [DirCreatedEvent, DirDeletedEvent, DirMovedEvent]
_OF_NAMES: Final[list[type[FileSystemEvent]]] = [*_OF_FOLDERS, FileCreatedEvent, FileDeletedEvent, FileMovedEvent]
_OF_ALL: Final[list[type[FileSystemEvent]]] = [*_OF_NAMES, FileAttribEvent, FileClosedEvent, FileModifiedEvent]
"""Nothing is asked of a file that is only read, as a build does with all of them."""

Tell = Callable[[str | None], None]
"""Told the path of a file that has changed; None where folders have, so that it takes a look to say what is new."""


class Events:
    """What the system tells, in threads of its own, of some folders and of their coming and going in the `site`."""

    def __init__(self, site: Path, tell: Tell) -> None:
        self._site = str(site.resolve())
        self._tell = tell
        self._observer: BaseObserver | None = None
        self._watched: tuple[tuple[Path, int], ...] | None = None

    def renew(self, folders: Iterable[Path]) -> bool:
        """Listen to these folders as they are on the disk now; gives whether that took anything.

        Raises OSError where the system can't watch so much.
        """
        watched = tuple((folder, folder.stat().st_ino) for folder in folders if folder.is_dir())
        if watched == self._watched:
            return False
        self.close()
        self._watched = watched
        self._observer = Observer()
        try:
            self._observer.schedule(_Beside(self._told_of_folders), self._site, event_filter=_OF_NAMES)
            for folder, _ in watched:
                # Of a link the system tells nothing, so what it leads to is listened to.
                real = folder.resolve()
                self._observer.schedule(
                    _Below(folder, real, self._tell), str(real), recursive=True, event_filter=_OF_ALL
                )
            self._observer.start()
        except OSError:
            self.close()
            raise
        return True

    def close(self) -> None:
        """Listen no more."""
        if self._observer is not None:
            self._observer.stop()
            if self._observer.is_alive():
                self._observer.join()
        self._observer, self._watched = None, None

    def _told_of_folders(self) -> None:
        """A folder of the same name may have come in place of one that was listened to, even with its inode."""
        self._watched = None
        self._tell(None)


class _Below(FileSystemEventHandler):
    """Tells of everything below a folder, by the path that the author knows it by."""

    def __init__(self, folder: Path, real: Path, tell: Tell) -> None:
        self._folder = folder
        self._real = real
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of one event; a move has two places."""
        for place in _places(event):
            inside = place.relative_to(self._real)
            if inside.parts and all(map(is_looked_at, inside.parts)):
                self._tell(None if event.is_directory else str(self._folder / inside))


class _Beside(FileSystemEventHandler):
    """Tells when one of the folders themselves has come or gone."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Tell of one event, unless it is of something else, such as the output."""
        if any(place.name in FOLDERS for place in _places(event)):
            self._tell()


def _places(event: FileSystemEvent) -> list[Path]:
    """What an event is of: of a move two places, of all else one."""
    return [Path(os.fsdecode(place)) for place in (event.src_path, event.dest_path) if place]
