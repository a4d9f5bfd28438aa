"""A site folder becomes a preview server that builds again on every save."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
import webbrowser
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.netutil import bind_sockets

from site_gen.build.site import Options, Report, build_site
from site_gen.build.templates import template_folders
from site_gen.diagnostic import has_errors
from site_gen.faults import PLACE_TO_FILL_IN
from site_gen.render.frame import base_path
from site_gen.report.text import COLOUR, PLAIN, report, summary
from site_gen.serve.handlers import State, make_application
from site_gen.serve.watch import Saves, take_snapshot

LOOK_EVERY: Final = 200
"""Milliseconds between two looks at the folders."""

_EVERYWHERE: Final = frozenset({"0.0.0.0", "::", ""})


class PortTaken(Exception):  # noqa: N818 - told to the author as wrong usage, not an error of the program
    """The port to listen on can't be had."""


MAY_WAIT: Final = frozenset({PLACE_TO_FILL_IN.code})
"""Errors that a preview shows a page in spite of: its author is about to end them."""


@dataclass(slots=True)
class Builder:
    """Builds, prints what is wrong, and keeps it for the page."""

    options: Options
    state: State
    colour: bool
    _workers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))

    def build(self) -> None:
        """Build once; a mistake leaves the last good site."""
        start = time.perf_counter()
        try:
            result = build_site(replace(self.options, lowered=MAY_WAIT))
        except OSError as error:
            self.state.title, self.state.text = "Nothing was published", str(error)
            print(f"Nothing was published: {error}", file=sys.stderr, flush=True)
            return
        for block in report(result.diagnostics, style=COLOUR if self.colour else PLAIN):
            print(block, file=sys.stderr)
        counted = summary(result.diagnostics, checked=len(result.checked), published=result.published)
        print(f"{counted} {time.perf_counter() - start:.1f} seconds.", file=sys.stderr, flush=True)
        self.state.base_path = base_path(result.base_url)
        self._keep(result, counted)

    def _keep(self, result: Report, counted: str) -> None:
        failed = has_errors(result.diagnostics)
        self.state.title = counted if failed else ""
        self.state.text = "\n".join(report(result.diagnostics)) if failed else ""

    async def build_aside(self) -> None:
        """Build in a thread of its own, so that pages are served meanwhile."""
        await asyncio.get_running_loop().run_in_executor(self._workers, self.build)


class SaveWatcher(Watcher):
    """livereload's watcher with eyes of its own: one build for a burst of saves, none missed."""

    def __init__(self, folders: tuple[Path, ...], builder: Builder) -> None:
        super().__init__()
        self.folders = folders
        self.builder = builder
        self.saves = Saves(seen=take_snapshot(folders))
        self.building = False

    def start(self, callback: Any) -> bool:
        """Look at the folders from now on; `callback`, livereload's own look, is not needed."""
        del callback
        PeriodicCallback(self._look, LOOK_EVERY).start()
        return True

    async def _look(self) -> None:
        if self.building or not self.saves.look(time.monotonic(), take_snapshot(self.folders)):
            return
        self.building = True
        try:
            await self.builder.build_aside()
        finally:
            self.building = False
        LiveReloadHandler.reload_waiters("*")


class PreviewServer(Server):
    """livereload's server with this project's handlers and a socket bound before anything is said."""

    def __init__(self, watcher: SaveWatcher, state: State) -> None:
        super().__init__(watcher=watcher)
        self.state = state

    def application(self, port: int, host: str, liveport: Any = None, debug: Any = None, live_css: bool = True) -> None:  # noqa: PLR0917 - livereload's
        """Listen; raises PortTaken where that can't be."""
        del liveport, debug
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = live_css
        try:
            sockets = bind_sockets(port, address=host)
        except OSError as error:
            raise PortTaken(error.strerror or str(error)) from error
        HTTPServer(make_application(self.state)).add_sockets(sockets)
        self.port = sockets[0].getsockname()[1]

    def run(self) -> None:
        """Serve until the author stops it."""
        LiveReloadHandler.start_tasks()
        try:
            IOLoop.current().start()
        except KeyboardInterrupt:
            print("Stopped.", file=sys.stderr)


def serve_site(options: Options, *, host: str, port: int, open_browser: bool, colour: bool) -> None:
    """Build and serve a site until the author stops it.

    Raises NotOurs when the output folder holds something else, PortTaken when the port can't be had.
    """
    logging.getLogger("tornado").setLevel(logging.ERROR)
    logging.getLogger("livereload").setLevel(logging.ERROR)
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
    state = State(output=options.output, base_path=base_path(options.base_url or ""), hosts=_hosts(host))
    builder = Builder(options=options, state=state, colour=colour)
    folders = (options.site / "content", *template_folders(options.site))
    watcher = SaveWatcher(folders, builder)
    watcher.watch(str(folders[0]))
    server = PreviewServer(watcher, state)
    asyncio.set_event_loop(asyncio.new_event_loop())
    server.application(port, host)
    builder.build()
    shown_host = "127.0.0.1" if host in _EVERYWHERE else host
    address = f"http://{f'[{shown_host}]' if ':' in shown_host else shown_host}:{server.port}{state.base_path}"
    print(f"Serving {address} (stop with Ctrl-C)", file=sys.stderr, flush=True)
    if open_browser:
        webbrowser.open(address)
    server.run()


def _hosts(host: str) -> frozenset[str]:
    names = {"localhost", "127.0.0.1", "::1", host}
    return frozenset(names | {"*"}) if host in _EVERYWHERE else frozenset(names)
