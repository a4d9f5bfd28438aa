"""Turns a folder of built pages into a site on this machine, at the root and under a path."""

import contextlib
import gzip
import io
import threading
from collections.abc import Iterator
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

PACKED = frozenset({".css", ".html", ".js", ".json", ".md", ".svg", ".xml"})
"""The files that every host packs on their way to a browser."""


class StaticHandler(SimpleHTTPRequestHandler):
    """Files of one folder, texts packed as hosts do, `404.html` for what is not there, and no log."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # heads and bodies are sent apart, and would wait for each other
    extensions_map: dict[str, str] = {  # noqa: RUF012 - the base class declares it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".ics": "text/calendar",
        ".js": "text/javascript",
        ".json": "application/json",
        ".svg": "image/svg+xml",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }

    def __init__(self, *args: Any, under: str, **kwargs: Any) -> None:
        self.under = under
        super().__init__(*args, **kwargs)

    def translate_path(self, path: str) -> str:
        """The file of a request, which may stand at the root or under the path."""
        place = urlsplit(path).path
        if place.startswith(self.under):
            place = "/" + place.removeprefix(self.under)
        return super().translate_path(place)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer with the head; gives what is to follow it."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        accepts = "gzip" in self.headers.get("Accept-Encoding", "")
        if not accepts or path.suffix not in PACKED or not path.is_file():
            return super().send_head()
        body = _packed(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own 404 page, where it has one."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests say what matters."""


@lru_cache(maxsize=512)
def _packed(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


@contextlib.contextmanager
def serve(folder: Path, *, under: str = "/") -> Iterator[str]:
    """The address of the folder's root, `http://127.0.0.1:<port>`, for as long as the server runs.

    `under` is the path, with a slash at both ends, where the same files are found a second time.
    """
    handler = partial(StaticHandler, directory=str(folder), under=under)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
