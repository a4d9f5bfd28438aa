"""Diagnostics as text for people: place, fault, the line with a caret, and what to write."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from site_gen.diagnostic import Diagnostic, Place, Severity

WIDEST_EXCERPT: Final = 100
"""Cells of a terminal: a longer line is cut around the fault."""

MOST_OF_ONE_KIND: Final = 20
"""About a screenful of one fault; the rest are counted."""

_WIDEST_MARK: Final = 66
_TAB: Final = "    "
_ELLIPSIS: Final = "…"
_SPACES: Final = frozenset({" ", "\N{IDEOGRAPHIC SPACE}"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Escape sequences around the parts of a message; all empty where there is no colour."""

    error: str = ""
    warning: str = ""
    path: str = ""
    caret: str = ""
    help: str = ""
    end: str = ""


PLAIN: Final = Style()
COLOUR: Final = Style(
    error="\x1b[1;31m",
    warning="\x1b[1;33m",
    path="\x1b[1m",
    caret="\x1b[1;31m",
    help="\x1b[36m",
    end="\x1b[0m",
)


def report(diagnostics: Sequence[Diagnostic], *, style: Style = PLAIN) -> Iterator[str]:
    """One block of lines a diagnostic, each ending in an empty line; of one kind no more than a screenful."""
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        seen[diagnostic.fault.code] += 1
        if seen[diagnostic.fault.code] <= MOST_OF_ONE_KIND:
            yield "\n".join(_block(diagnostic, style)) + "\n"
    for code, count in sorted(seen.items()):
        if count > MOST_OF_ONE_KIND:
            name = next(each.fault.name for each in diagnostics if each.fault.code == code)
            yield f"… and {count - MOST_OF_ONE_KIND} more of {code} {name}\n"


def summary(diagnostics: Iterable[Diagnostic], *, checked: int, published: bool | None) -> str:
    """The count at the end; `published` is None where nothing was to be published."""
    counts = Counter(each.severity for each in diagnostics)
    parts = [
        _plural(counts[severity], str(severity)) for severity in (Severity.ERROR, Severity.WARNING) if counts[severity]
    ]
    end = {True: "", False: " Nothing was published.", None: ""}[published]
    return f"{_plural(checked, 'file')} checked: {', '.join(parts) or 'nothing to mend'}.{end}"


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _block(diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    place, fault = diagnostic.place, diagnostic.fault
    tint = style.error if diagnostic.severity is Severity.ERROR else style.warning
    yield (
        f"{style.path}{_visible(place.path)}:{place.line}:{place.column}{style.end}: "
        f"{tint}{diagnostic.severity}{style.end if tint else ''} {fault.code} {fault.name}"
    )
    yield f"  {_visible(diagnostic.message)}"
    if place.excerpt.strip():
        yield from _excerpt(place, style)
    for note in diagnostic.notes:
        yield f"  note: {_visible(note)}"
    yield f"  {style.help}help:{style.end} {_visible(diagnostic.help)}"


def _excerpt(place: Place, style: Style) -> Iterator[str]:
    """The line and a caret line under it, aligned by the width that characters take on a terminal."""
    start = min(place.column - 1, len(place.excerpt))
    before, marked = _visible(place.excerpt[:start]), _visible(place.excerpt[start : start + place.length])
    after = _visible(place.excerpt[start + place.length :].rstrip())
    if _width(before) + _width(marked) + _width(after) > WIDEST_EXCERPT:
        before, marked, after = _cut(before, marked, after)
    gutter = f"  {place.line:>2} | "
    yield f"{gutter}{before}{marked}{after}".rstrip()
    carets = "^" * max(1, _width(marked))
    yield f"{' ' * (len(gutter) - 2)}| {' ' * _width(before)}{style.caret}{carets}{style.end}"


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """A line too long for the terminal, cut around what is marked."""
    if _width(marked) > _WIDEST_MARK:
        marked, after = _head(marked, _WIDEST_MARK), _ELLIPSIS
    room = WIDEST_EXCERPT - _width(marked)
    wanted = max(room // 2, room - _width(after))
    if _width(before) > wanted:
        before = _ELLIPSIS + _tail(before, wanted - 1)
    if _width(after) > room - _width(before):
        after = _head(after, room - _width(before) - 1) + _ELLIPSIS
    return before, marked, after


def _head(text: str, cells: int) -> str:
    """As much of the beginning of a text as fits, combining marks not parted from their letters."""
    taken = 0
    for at, char in enumerate(text):
        taken += _cells(char)
        if taken > cells:
            return text[:at]
    return text


def _tail(text: str, cells: int) -> str:
    """As much of the end of a text as fits, without the marks of a letter that does not."""
    taken = 0
    for at in range(len(text) - 1, -1, -1):
        taken += _cells(text[at])
        if taken > cells:
            return text[at + 1 :].lstrip("".join(char for char in text[at + 1 :] if not _cells(char)))
    return text


def _visible(text: str) -> str:
    """Text that moves no cursor and hides nothing: tabs as spaces, control and direction marks as codes."""
    if text.isprintable():
        return text
    return "".join(_visible_char(char) for char in text)


def _visible_char(char: str) -> str:
    if char == "\t":
        return _TAB
    if char.isprintable() or char in _SPACES:
        return char
    return f"<U+{ord(char):04X}>"


def _width(text: str) -> int:
    """The cells that a text takes on a terminal: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
