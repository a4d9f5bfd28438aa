"""A site folder becomes bursts of changes: told by the system where it can, by looking at the files where not."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from concurrent.futures import Executor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from site_gen.build.templates import template_folders
from site_gen.record import record
from site_gen.serve.watch import FOLDERS, Burst, Snapshot, State, differing, state_of, take_snapshot

if TYPE_CHECKING:
    from site_gen.serve.events import Events, Tell

NET: Final = 5.0
"""Seconds between two looks at all files where the system tells of changes: it may lose some when there are many."""

TICK: Final = 0.05
"""Seconds between two looks at the few files that are looked at closely, and at all where that is quick enough."""

SHARE: Final = 10
"""How many times as long as a look at all files takes is waited for the next where nothing tells of changes."""

RECENT: Final = 20
"""How many of the files that changed last are looked at closely: they are likely to change again."""


@record
class _Look:
    """What a look at all files has shown, and how many seconds it took."""

    snapshot: Snapshot
    seconds: float


class Lookout:
    """Notices what an author saves.

    All of it happens in one event loop, but for the looks at all files, which are the `worker`'s.
    """

    def __init__(self, site: Path, worker: Executor) -> None:
        self._site = site
        self._worker = worker
        self._burst = Burst()
        self._begun = asyncio.Event()
        self._events: Events | None = None
        self._recent: dict[str, None] = {}
        snapshot = take_snapshot(folders_of(site))
        self._seen: dict[str, State] = dict(snapshot.states)
        self._links = snapshot.links

    async def keep_looking(self) -> None:
        """Notice changes until cancelled, those too that were made since this lookout was set up."""
        loop = asyncio.get_running_loop()
        self._events = open_events(self._site, partial(_tell_in, loop, self._told))
        try:
            while True:
                took = await self._look_at_all()
                pause = NET if self._events else max(TICK, SHARE * took)
                await self._look_closely(until=time.monotonic() + pause)
        finally:
            if self._events:
                self._events.close()

    async def next_burst(self) -> frozenset[str]:
        """Wait for changes and for the pause after them; gives the paths of all files that have changed."""
        while True:
            await self._begun.wait()
            while (left := self._burst.left(time.monotonic())) > 0:
                await asyncio.sleep(left)
            while self._burst.is_vague:
                self._burst.is_vague = False
                await self._look_at_all()
            self._begun.clear()
            paths = self._burst.take()
            self._remember(paths)
            if paths:
                return paths

    def _told(self, path: str | None) -> None:
        self._note(() if path is None else (path,), is_vague=path is None)

    def _note(self, paths: Iterable[str], *, is_vague: bool = False) -> None:
        self._burst.add(paths, time.monotonic(), is_vague=is_vague)
        self._begun.set()

    def _remember(self, paths: Iterable[str]) -> None:
        """Take the state of files for known: what differs from it later has changed since."""
        for path in paths:
            state = state_of(path)
            if state is None:
                self._seen.pop(path, None)
            else:
                self._seen[path] = state
            self._recent.pop(path, None)
            self._recent[path] = None
        for path in list(self._recent)[:-RECENT]:
            del self._recent[path]

    async def _look_at_all(self) -> float:
        """Note whatever differs from what is known; gives how many seconds it took."""
        look = await asyncio.get_running_loop().run_in_executor(self._worker, self._look)
        changed = differing(self._seen, look.snapshot.states)
        self._seen, self._links = dict(look.snapshot.states), look.snapshot.links
        if changed:
            self._note(changed)
        return look.seconds

    def _look(self) -> _Look:
        folders = folders_of(self._site)
        if self._events is not None:
            try:
                self._events.renew(folders)
            except FileNotFoundError:  # a folder is gone again, which the next look will see
                pass
            except OSError:  # the system watches too much already
                self._events = None
        start = time.perf_counter()
        snapshot = take_snapshot(folders)
        return _Look(snapshot=snapshot, seconds=time.perf_counter() - start)

    async def _look_closely(self, *, until: float) -> None:
        """Look at few files until that time: links, for what they lead to may be anywhere, and what changed lately."""
        while (left := until - time.monotonic()) > 0:
            closely = self._links if self._events else {*self._links, *self._recent}
            await asyncio.sleep(min(TICK, left) if closely else left)
            changed = [path for path in closely if state_of(path) != self._seen.get(path)]
            if changed:
                self._note(changed)
                self._remember(changed)


def folders_of(site: Path) -> tuple[Path, ...]:
    """Every folder that a page may depend on."""
    return (site / FOLDERS[0], *template_folders(site))


def _tell_in(loop: asyncio.AbstractEventLoop, told: Tell, path: str | None) -> None:
    """Let the loop be told, from whatever thread; one that is closed needs to know no more."""
    with suppress(RuntimeError):
        loop.call_soon_threadsafe(told, path)


def open_events(site: Path, tell: Tell) -> Events | None:
    """What the system tells of a site, where the library for that is installed."""
    try:
        from site_gen.serve.events import Events
    except ImportError:  # the extra `watch` is not installed, or the system has no such thing
        return None
    return Events(site, tell)
