"""A page of the docs becomes its tables and its blocks of code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]

_FENCE: Final = re.compile(r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<code>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_CODE: Final = re.compile(r"`([^`]+)`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A block of code: its language, the rest of its info string (what a test does with it), and its text."""

    language: str
    purpose: str
    code: str


def read(name: str) -> str:
    """The text of a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def table(text: str, *header: str) -> list[tuple[str, ...]]:
    """The rows of every table whose header begins with `header`, cut to its columns; at least one row."""
    rows = []
    inside = False
    for line in text.splitlines():
        cells = tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip())[1:-1])
        if not cells:
            inside = False
        elif cells[: len(header)] == header:
            inside = True
        elif inside and set("".join(cells)) - set("-: "):
            rows.append(cells[: len(header)])
    assert rows, f"no table begins with {header}"
    return rows


def code_in(cell: str) -> list[str]:
    """What stands in backquotes in a cell."""
    return _CODE.findall(cell)


def snippets(text: str) -> list[Snippet]:
    """Every fenced block, in order."""
    found = []
    for block in _FENCE.finditer(text):
        language, _, purpose = block["info"].partition(" ")
        found.append(Snippet(language=language, purpose=purpose.strip(), code=block["code"]))
    return found
