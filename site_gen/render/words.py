"""Numbers become words: `five`, `1 way in`, `a, b and c`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_WORDS: Final = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip


def number_word(number: int) -> str:
    """A count as a word up to twelve, then in figures."""
    return _WORDS[number] if number < len(_WORDS) else grouped(number)


def counted(number: int, one: str, many: str = "") -> str:
    """A count and its noun: `1 way`, `3 ways`."""
    return f"{grouped(number)} {one if number == 1 else many or one + 's'}"


def grouped(number: int) -> str:
    """A whole number with its thousands set apart: `115,200`."""
    return f"{number:,}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words in a row: `a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
