"""A finished page becomes a previewed one: scripts that reload it and show mistakes, and leave to connect.

The files in output/ stay as they will be published; only what is sent to the browser is changed.
"""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import livereload

from site_gen.addresses import digest_of

ASSETS: Final = "__waymark/"
"""Addresses of the preview's own files; no page of a site can begin so."""

_HERE: Final = Path(__file__).parent
OWN_FILES: Final = {
    "preview.css": _HERE / "preview.css",
    "preview.js": _HERE / "preview.js",
    "livereload.js": Path(livereload.__file__).parent / "vendors" / "livereload.js",
}

_CONNECT: Final = b"connect-src 'self'"
_HEAD_END: Final = b"</head>"


@cache
def own_file(name: str) -> bytes:
    """One of the preview's own files."""
    return OWN_FILES[name].read_bytes()


@cache
def own_address(name: str) -> str:
    """Where one of the preview's own files is: another file would be elsewhere, so a browser may keep it for ever."""
    return f"/{ASSETS}{name}?version={digest_of(own_file(name))}"


def inject(page: bytes, *, host: str, edition: str, title: str = "", text: str = "") -> bytes:
    """Add the preview to a page of an edition of the site that is served at `host` (name and port).

    `title` and `text` say what is wrong with the content, if anything is.
    """
    place = urlsplit(f"//{host}")
    name = f"[{place.hostname}]" if ":" in (place.hostname or "") else place.hostname
    additions = (
        f'<link rel="stylesheet" href="{own_address("preview.css")}">'
        f'<script src="{own_address("preview.js")}" data-edition="{edition}" data-title="{escape(title)}"'
        f' data-text="{escape(text)}" defer></script>'
        f'<script src="{own_address("livereload.js")}&amp;host={name}&amp;port={place.port or 80}" defer></script>'
    ).encode(errors="replace")
    page = page.replace(_CONNECT, _CONNECT + f" ws://{host}".encode(), 1)
    if _HEAD_END in page:
        return page.replace(_HEAD_END, additions + _HEAD_END, 1)
    return page + additions
