"""What the preview server answers: pages of output/ with the preview injected, its own files, the reload socket.

livereload's own handlers take requests from any host and any origin; these take only those of the preview
itself, so that no other page open in the browser can listen in or make it reload.
"""

from __future__ import annotations

import ipaddress
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler
from tornado import web
from tornado.escape import url_unescape

from site_gen.addresses import digest_of
from site_gen.serve.inject import ASSETS, OWN_FILES, inject, own_file

_NAMED_AFTER_CONTENT: Final = re.compile(r"assets/\w+-([0-9a-f]{8})\.\w+")
_NOTHING_YET: Final = (
    b"<!DOCTYPE html><html lang=en><head><title>Nothing built yet</title></head>"
    b"<body><h1>Nothing built yet</h1></body></html>"
)


@dataclass(slots=True)
class State:
    """What the handlers know of the last build: `title` and `text` are empty when all was well.

    `edition` names what there is to be shown now, other than ever before: a page of another one is out of date.
    """

    output: Path
    base_path: str
    hosts: frozenset[str]
    title: str = ""
    text: str = ""
    edition: str = ""

    def name_edition(self) -> None:
        """Give what there is to be shown a name of its own."""
        self.edition = str(time.time_ns())


class _Local:
    """Refuses requests that name another host, which is what a page on the net can make a browser send."""

    request: Any
    state: State

    def initialize(self, state: State) -> None:
        """Remember what the server knows."""
        self.state = state

    def prepare(self) -> None:
        """Refuse what was not meant for this server, before anything else is looked at."""
        if not is_allowed_host(self.request.host, self.state.hosts):
            raise web.HTTPError(403)


def is_allowed_host(host: str, allowed: frozenset[str]) -> bool:
    """Whether a request's Host is the preview's own; with `*` allowed, any address in figures is."""
    name = urlsplit(f"//{host}").hostname or ""
    if name in allowed:
        return True
    if "*" not in allowed:
        return False
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Page(_Local, web.RequestHandler):
    """A file of output/: HTML with the preview injected, a wrong address with the site's own 404 page."""

    def get(self, path: str = "") -> None:
        """Send one file; `path` lacks what the server knows of escapes, so the whole request is looked at."""
        del path
        if not self.request.path.startswith(self.state.base_path):
            self.redirect(self.state.base_path)
            return
        edition = (
            self.state.edition
        )  # before the file is read: a page newer than it says is reloaded in vain, an older one would stay
        address = self.request.path.removeprefix(self.state.base_path) or "index.html"
        file = self._find(url_unescape(address, plus=False))
        if file is None:
            self.set_status(404)
            missing = self.state.output / "404.html"
            self._send_page(missing.read_bytes() if missing.is_file() else _NOTHING_YET, edition)
            return
        if file.suffix == ".html":
            self._send_page(file.read_bytes(), edition)
            return
        self.set_header("Content-Type", _KINDS.get(file.suffix, "application/octet-stream"))
        body = file.read_bytes()
        self._send(body, may_be_kept=is_named_after(address, body))

    head = get

    def _find(self, address: str) -> Path | None:
        """The file at an address; none for one that is hidden or outside."""
        parts = address.split("/")
        if any(part.startswith(".") for part in parts) or "\0" in address:
            return None
        file = self.state.output / address
        if address.endswith("/"):
            file /= "index.html"
        return file if file.is_file() else None

    def _send_page(self, page: bytes, edition: str) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        known = self.state
        self._send(inject(page, host=self.request.host, edition=edition, title=known.title, text=known.text))

    def _send(self, body: bytes, *, may_be_kept: bool = False) -> None:
        """Send a file; one that `may_be_kept` a browser does not ask for again at every reload."""
        self.set_header("Cache-Control", "max-age=31536000, immutable" if may_be_kept else "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.finish(body)


def is_named_after(address: str, content: bytes) -> bool:
    """Whether the name of a file is that of its content, as those of Waymark's scripts and styles are."""
    named = _NAMED_AFTER_CONTENT.fullmatch(address)
    return named is not None and named[1] == digest_of(content)


_KINDS: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
    ".pdf": "application/pdf",
}


class OwnFile(Page):
    """The preview's own scripts and style, and what edition of the site there is now."""

    def get(self, path: str = "") -> None:
        """Send one of them."""
        if path == "edition":
            self.set_header("Content-Type", _KINDS[".txt"])
            self._send(self.state.edition.encode())
            return
        if path not in OWN_FILES:
            raise web.HTTPError(404)
        self.set_header("Content-Type", _KINDS[OWN_FILES[path].suffix])
        self._send(own_file(path), may_be_kept=True)


class Socket(_Local, LiveReloadHandler):
    """livereload's socket, for this server's own pages only."""

    def check_origin(self, origin: str) -> bool:
        """Whether the page that asks is one of this server."""
        return bool(urlsplit(origin).netloc == self.request.host)

    def on_message(self, message: str) -> None:
        """Take a page for one that waits as soon as it is greeted, so that it can ask what it has missed till then."""
        super().on_message(message)
        LiveReloadHandler.waiters.add(self)


def make_application(state: State) -> web.Application:
    """The routes of the preview."""
    known = {"state": state}
    routes: list[tuple[str, Callable[..., Any], dict[str, State]]] = [
        (r"/livereload", Socket, known),
        (rf"/{ASSETS}(.*)", OwnFile, known),
        (r"/(.*)", Page, known),
    ]
    return web.Application(routes)
