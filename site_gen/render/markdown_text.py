"""Words, links, lists and tables become Markdown that shows them as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import quote

_SIGN: Final = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
"""What Markdown may take for its own wherever it stands."""

_LIKELY: Final = re.compile(r"[\\`*_\[\]<>|~&]")
"""A quick look: most texts have none."""

_AT_START: Final = re.compile(r"(?:#{1,6}|[+=-]+|\d{1,9}(?=[.)])[.)])(?=\s|$)")
"""What begins a heading, a list or a line at the beginning of a text."""


def plain(text: str) -> str:
    """A text on one line, with a backslash before each sign that Markdown would take for its own."""
    words = " ".join(text.split()) if "\n" in text else text
    if _LIKELY.search(words):
        words = _SIGN.sub(r"\\\g<0>", words)
    found = _AT_START.match(words)
    if found is None:
        return words
    at = found.end() - 1 if found[0][0].isdigit() else 0
    return f"{words[:at]}\\{words[at:]}"


def link(text: str, address: str) -> str:
    """A link by its name to an address, which is a path or a whole one."""
    safe = address if "://" in address else quote(address, safe="/#._-~%", errors="surrogateescape")
    return f"[{plain(text)}]({safe.replace('(', '%28').replace(')', '%29').replace(' ', '%20')})"


def bullets(entries: Iterable[str]) -> str:
    """A list of entries, which are Markdown themselves."""
    return "\n".join([f"- {each}" for each in entries])


def numbered(entries: Iterable[str]) -> str:
    """A list of entries in an order that counts, which are Markdown themselves."""
    return "\n".join([f"{number}. {each}" for number, each in enumerate(entries, 1)])


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells, which are Markdown themselves."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def document(title: str, parts: Iterable[str]) -> bytes:
    """A file of Markdown: a title, then its parts with an empty line between; parts that are empty are left out."""
    whole = "\n\n".join((f"# {plain(title)}", *(part for part in parts if part)))
    return f"{whole}\n".encode(errors="replace")
