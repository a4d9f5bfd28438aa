"""An old address and where it leads for good to whether that is another page, and the fix that writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import SplitResult, unquote, urlsplit

from site_gen.diagnostic import Edit, Fix, Place
from site_gen.edits import edit_of, written_at
from site_gen.links import OutsideLink

_WRITABLE: Final = re.compile(r"https?://[A-Za-z0-9\-._~:/?#@$&+;=%]{1,500}")
"""Addresses that end neither a Markdown link nor a YAML value."""


def is_another_page(old: str, new: str) -> bool:
    """Whether two addresses differ by more than `https`, `www.`, a last slash or the language of a front page."""
    before, after = _split(old), _split(new)
    if before is None or after is None:
        return False
    if _is_front(before) and _host(before) == _host(after):
        return False
    return (_host(before), _path(before), before.query) != (_host(after), _path(after), after.query)


def is_front_page(url: str) -> bool:
    """Whether an address is that of a whole site: where pages that are gone are often sent."""
    split = _split(url)
    return split is not None and _is_front(split)


def moving(links: Iterable[OutsideLink], new: str) -> Fix | None:
    """The fix that writes a new address wherever the old one stands letter for letter; it keeps the heading."""
    if not _WRITABLE.fullmatch(new):
        return None
    edits = tuple(edit for link in links if (edit := _edit(link, new)) is not None)
    return Fix(title=f"write `{new}`", edits=edits, safe=False) if edits else None


def _edit(link: OutsideLink, new: str) -> Edit | None:
    old, place = link.url.partition("#")[0], link.place
    written = written_at(place)
    if written.strip("\"'<>") not in {link.url, old}:
        return None
    start = place.column + written.index(old)
    at = Place(path=place.path, line=place.line, column=start, length=len(old), excerpt=place.excerpt)
    return edit_of(at, new)


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _host(split: SplitResult) -> str:
    return (split.hostname or "").removeprefix("www.")


def _path(split: SplitResult) -> str:
    return unquote(split.path).rstrip("/")


def _is_front(split: SplitResult) -> bool:
    return _path(split) == "" and not split.query
