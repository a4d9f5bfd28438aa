"""A link as the author wrote it becomes a link as the page needs it, with what it leads to inside the site."""

from __future__ import annotations

import posixpath
import re
from typing import Final
from urllib.parse import unquote

from site_gen.addresses import address_of, relative
from site_gen.diagnostic import Place
from site_gen.record import record

_SCHEME: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto"})


@record
class Link:
    """A link or image that points inside the site.

    `target` is the content file meant, as a key below content/ (`pathways/a-to-b.md`); `anchor` the heading, if any.
    """

    target: str
    anchor: str
    image: bool
    written: str
    place: Place


@record
class OutsideLink:
    """A link to a page of another site: its whole address, and where it stands."""

    url: str
    place: Place


def scheme_of(href: str) -> str | None:
    """The scheme of an address in lower case (`https`), or None where it has none; `//host` counts as `https`."""
    squeezed = re.sub(r"[\x00-\x20]", "", href)
    if squeezed.startswith("//"):
        return "https"
    found = _SCHEME.match(squeezed)
    return found[0][:-1].lower() if found else None


def target_of(href: str, key: str) -> tuple[str, str]:
    """The content file that a relative `href` in the file `key` means, and the anchor after `#`."""
    path, _, anchor = href.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return key, unquote(anchor)
    if path.startswith("/"):
        return path.lstrip("/"), unquote(anchor)
    return posixpath.normpath(posixpath.join(posixpath.dirname(key), path)), unquote(anchor)


def href_for(target: str, anchor: str, key: str) -> str | None:
    """The link to write on the page of `key`; None where the target has no address."""
    address, own = address_of(target), address_of(key)
    if address is None or own is None:
        return None
    fragment = f"#{anchor}" if anchor else ""
    if target == key:
        return fragment or posixpath.basename(own)
    return relative(address, own) + fragment
