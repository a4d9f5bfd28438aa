"""Outside links to the addresses worth asking: each page once, whatever heading of it is meant."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Sequence
from typing import Final

from site_gen.links import OutsideLink, scheme_of

_WEB: Final = frozenset({"http", "https"})


def page_of(url: str) -> str | None:
    """The address of the page that a link leads to, without the heading; None where it isn't on the web."""
    if scheme_of(url) not in _WEB:
        return None
    page = url.strip().partition("#")[0]
    return f"https:{page}" if page.startswith("//") else page


def to_ask(links: Iterable[OutsideLink], allowed: Sequence[str]) -> tuple[str, ...]:
    """Every page that the links lead to, once each, in the order of the links; those that may fail are left out."""
    pages = (page_of(link.url) for link in links if not is_allowed(link.url, allowed))
    return tuple(dict.fromkeys(page for page in pages if page is not None))


def is_allowed(url: str, allowed: Iterable[str]) -> bool:
    """Whether a pattern covers the address or its page; `*` stands for any characters, all others for themselves."""
    addresses = {url, page_of(url) or url}
    return any(_pattern(each).fullmatch(address) for each in allowed for address in addresses)


def _pattern(allowed: str) -> re.Pattern[str]:
    # fnmatch's patterns never backtrack, however many stars there are; `?` and `[` are plain in an address.
    plain = re.sub(r"[?\[]", r"[\g<0>]", allowed)
    return re.compile(fnmatch.translate(plain), re.IGNORECASE)
