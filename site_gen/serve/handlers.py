"""What the preview server answers: pages of output/ with the preview injected, its own files, the reload socket.

livereload's own handlers take requests from any host and any origin; these take only those of the preview
itself, so that no other page open in the browser can listen in or make it reload.
"""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado import web
from tornado.escape import url_unescape

from site_gen.serve.inject import ASSETS, inject

_HERE: Final = Path(__file__).parent
_NOTHING_YET: Final = (
    b"<!DOCTYPE html><html lang=en><head><title>Nothing built yet</title></head>"
    b"<body><h1>Nothing built yet</h1></body></html>"
)


@dataclass(slots=True)
class State:
    """What the handlers know of the last build: `title` and `text` are empty when all was well."""

    output: Path
    base_path: str
    hosts: frozenset[str]
    title: str = ""
    text: str = ""


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
        address = self.request.path.removeprefix(self.state.base_path) or "index.html"
        file = self._find(url_unescape(address, plus=False))
        if file is None:
            self.set_status(404)
            missing = self.state.output / "404.html"
            self._send_page(missing.read_bytes() if missing.is_file() else _NOTHING_YET)
            return
        if file.suffix == ".html":
            self._send_page(file.read_bytes())
            return
        self.set_header("Content-Type", _KINDS.get(file.suffix, "application/octet-stream"))
        self._send(file.read_bytes())

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

    def _send_page(self, page: bytes) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self._send(inject(page, host=self.request.host))

    def _send(self, body: bytes) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.finish(body)


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
    """The preview's own script, style and report."""

    def get(self, path: str = "") -> None:
        """Send one of them."""
        if path == "report.json":
            self.set_header("Content-Type", "application/json")
            self._send(json.dumps({"title": self.state.title, "text": self.state.text}).encode())
            return
        file = _HERE / path
        if path not in {"preview.css", "preview.js"}:
            raise web.HTTPError(404)
        self.set_header("Content-Type", _KINDS[file.suffix])
        self._send(file.read_bytes())


class Socket(_Local, LiveReloadHandler):
    """livereload's socket, for this server's own pages only."""

    def check_origin(self, origin: str) -> bool:
        """Whether the page that asks is one of this server."""
        return bool(urlsplit(origin).netloc == self.request.host)


class Script(_Local, LiveReloadJSHandler):
    """livereload's script."""


def make_application(state: State) -> web.Application:
    """The routes of the preview."""
    known = {"state": state}
    routes: list[tuple[str, Callable[..., Any], dict[str, State]]] = [
        (r"/livereload", Socket, known),
        (r"/livereload\.js", Script, known),
        (rf"/{ASSETS}(.*)", OwnFile, known),
        (r"/(.*)", Page, known),
    ]
    return web.Application(routes)
