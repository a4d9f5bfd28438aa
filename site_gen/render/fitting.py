"""A text becomes the room that it takes at most, and the lines that fit a given room.

Nobody knows at build time which font a reader has. The widths are those of a wide one, so that in others there is some
room left over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_NARROW: Final = frozenset("ijl.,:;'’|!()[] fIrt-")
_WIDE: Final = frozenset("mwMW@%&")
_SHARES: Final = {"narrow": 0.4, "usual": 0.63, "capital": 0.75, "wide": 0.95}
"""How wide a character is, in parts of the size of the font."""


def width_of(text: str, size: float) -> float:
    """The most that a line takes in a font of a size, in the unit of that size."""
    return size * sum(_SHARES[_kind(character)] for character in text)


def lines_of(text: str, size: float, room: float) -> tuple[str, ...]:
    """The words of a text in lines of so much room; a word that takes more is broken with a hyphen."""
    lines: list[str] = []
    for word in (part for whole in text.split() for part in _broken(whole, size, room)):
        longer = f"{lines[-1]} {word}" if lines else ""
        if lines and width_of(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _broken(word: str, size: float, room: float) -> Iterator[str]:
    rest = word
    while len(rest) > 3 and width_of(rest, size) > room:
        fit = next((at for at in range(len(rest) - 2, 2, -1) if width_of(rest[:at] + "-", size) <= room), 2)
        yield f"{rest[:fit]}-"
        rest = rest[fit:]
    yield rest


def _kind(character: str) -> str:
    if character in _NARROW:
        return "narrow"
    if character in _WIDE or ord(character) > 0x2E7F:
        return "wide"
    return "capital" if character.isupper() else "usual"
