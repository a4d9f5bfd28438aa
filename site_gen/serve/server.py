"""A site folder becomes a preview server that builds again on every save."""

from __future__ import annotations

import asyncio
import logging
import sys
import warnings
import webbrowser
from typing import Any, Final

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets

from site_gen.build.site import Options
from site_gen.render.frame import base_path
from site_gen.serve.builder import Builder
from site_gen.serve.handlers import State, make_application
from site_gen.serve.lookout import Lookout

STORED_AFTER: Final = 1.0
"""Seconds without a save after which what is in memory is stored: not while a browser asks for pages."""

_EVERYWHERE: Final = frozenset({"0.0.0.0", "::", ""})


class PortTaken(Exception):  # noqa: N818 - told to the author as wrong usage, not an error of the program
    """The port to listen on can't be had."""


class SaveWatcher(Watcher):
    """livereload's watcher with eyes of its own: a build for a burst of saves, none missed, a reload for news."""

    def __init__(self, lookout: Lookout, builder: Builder) -> None:
        super().__init__()
        self.lookout = lookout
        self.builder = builder

    def start(self, callback: Any) -> bool:
        """Look out for saves from now on; `callback`, livereload's own look, is not needed."""
        del callback
        IOLoop.current().add_callback(self.lookout.keep_looking)
        IOLoop.current().add_callback(self._build_again_and_again)
        return True

    async def _build_again_and_again(self) -> None:
        loop = asyncio.get_running_loop()
        later: asyncio.TimerHandle | None = None
        while True:
            changed = await self.lookout.next_burst()
            if later is not None:
                later.cancel()
            # In a thread of its own, so that pages are served and changes noticed meanwhile.
            if await loop.run_in_executor(self.builder.worker, self.builder.build_again, changed):
                LiveReloadHandler.reload_waiters("*")
            later = loop.call_later(STORED_AFTER, self.builder.worker.submit, self.builder.store)


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
    logging.getLogger("watchdog").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
    LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
    state = State(output=options.output, base_path=base_path(options.base_url or ""), hosts=_hosts(host))
    builder = Builder(options=options, state=state, colour=colour)
    watcher = SaveWatcher(Lookout(options.site, builder.worker), builder)
    watcher.watch(str(options.site))  # livereload looks out for nothing if there is nothing that it was told
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
    builder.store()


def _hosts(host: str) -> frozenset[str]:
    names = {"localhost", "127.0.0.1", "::1", host}
    return frozenset(names | {"*"}) if host in _EVERYWHERE else frozenset(names)
