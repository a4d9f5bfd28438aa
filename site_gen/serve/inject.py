"""A finished page becomes a previewed one: scripts that reload it and show mistakes, and leave to connect.

The files in output/ stay as they will be published; only what is sent to the browser is changed.
"""

from __future__ import annotations

from typing import Final

ASSETS: Final = "__waymark/"
"""Addresses of the preview's own files; no page of a site can begin so."""

_CONNECT: Final = b"connect-src 'self'"
_HEAD_END: Final = b"</head>"


def inject(page: bytes, *, host: str) -> bytes:
    """Add the preview to a page that is served at `host` (name and port)."""
    port = host.rpartition(":")[2]
    additions = (
        f'<link rel="stylesheet" href="/{ASSETS}preview.css">'
        f'<script src="/{ASSETS}preview.js" defer></script>'
        f'<script src="/livereload.js?port={port}" defer></script>'
    ).encode()
    page = page.replace(_CONNECT, _CONNECT + f" ws://{host}".encode(), 1)
    if _HEAD_END in page:
        return page.replace(_HEAD_END, additions + _HEAD_END, 1)
    return page + additions
