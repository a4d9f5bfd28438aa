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

_TAB: Final = "    "


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
    error="\x1b[1;31m", warning="\x1b[1;33m", path="\x1b[1m", caret="\x1b[1;31m", help="\x1b[36m", end="\x1b[0m"
)


def report(diagnostics: Sequence[Diagnostic], *, style: Style = PLAIN) -> Iterator[str]:
    """One block of lines for each diagnostic, each ending in an empty line; of one kind no more than a screenful."""
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
        f"{style.path}{place.path}:{place.line}:{place.column}{style.end}: "
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
    after = _visible(place.excerpt[start + place.length :])
    if _width(before) + _width(marked) + _width(after) > WIDEST_EXCERPT:
        before, marked, after = _cut(before, marked, after)
    gutter = f"  {place.line} | "
    yield f"{gutter}{before}{marked}{after}".rstrip()
    carets = "^" * max(1, _width(marked))
    yield f"{' ' * (len(gutter) - 2)}| {' ' * _width(before)}{style.caret}{carets}{style.end}"


def _cut(before: str, marked: str, after: str) -> tuple[str, str, str]:
    if _width(marked) > WIDEST_EXCERPT * 2 // 3:
        marked = marked[: WIDEST_EXCERPT * 2 // 3]
        after = "…"
    room = max(0, WIDEST_EXCERPT - _width(marked))
    if _width(before) > room // 2:
        before = "…" + before[-(room // 2) :]
    if _width(before) + _width(marked) + _width(after) > WIDEST_EXCERPT:
        after = after[: max(0, room - _width(before) - 1)] + "…"
    return before, marked, after


def _visible(text: str) -> str:
    """Text that moves no cursor and hides nothing: tabs as spaces, control and direction marks as their codes."""
    if text.isprintable():
        return text
    return "".join(_visible_char(char) for char in text)


def _visible_char(char: str) -> str:
    if char == "\t":
        return _TAB
    if char.isprintable() or char == " ":
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
