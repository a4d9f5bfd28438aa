"""Safe HTML that was made of an author's Markdown becomes plain text."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_TAG: Final = re.compile(r"<[^>]*>")


def plain_text(html: str) -> str:
    """The words of a piece of HTML, without its tags and entities, on one line."""
    if "<" in html:
        html = _TAG.sub("", html)
    if "&" in html:
        html = unescape(html)
    return " ".join(html.split()) if "\n" in html else html
