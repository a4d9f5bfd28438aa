"""Diagnostics as text for people: place, fault, the line with a caret, and what to write."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import quote

from site_gen.diagnostic import Diagnostic, Place, Related, Severity
from site_gen.record import record
from site_gen.report import SAFE_OPTION, UNSAFE_OPTION, ReportType, Run, option_for, place_of, visible

WIDEST_EXCERPT: Final = 100
"""Cells of a terminal: a longer line is cut around the fault."""

MOST_OF_ONE_KIND: Final = 20
"""About a screenful of one fault; the rest are counted."""

_WIDEST_MARK: Final = 66
_ELLIPSIS: Final = "…"
_URL_SIGNS: Final = "/:?#[]@!$&'()*+,;=%"


@record
class Style:
    """Escape sequences around the parts of a message; all empty where there is no colour.

    `link` gives the address of a code's page, for terminals that open one; without it no code is a link.
    """

    error: str = ""
    warning: str = ""
    path: str = ""
    caret: str = ""
    help: str = ""
    end: str = ""
    link: Callable[[str], str] | None = None


PLAIN: Final = Style()
COLOUR: Final = Style(
    error="\x1b[1;31m",
    warning="\x1b[1;33m",
    path="\x1b[1m",
    caret="\x1b[1;31m",
    help="\x1b[36m",
    end="\x1b[0m",
)


def write(diagnostics: Sequence[Diagnostic], run: Run) -> str:
    """Every block and the count at the end, without colour."""
    counted = summary(diagnostics, checked=len(run.checked), published=run.published)
    return "\n".join((*report(diagnostics), f"{counted}\n"))


def report(
    diagnostics: Sequence[Diagnostic], *, style: Style = PLAIN, most_of_one_kind: int | None = MOST_OF_ONE_KIND
) -> Iterator[str]:
    """One block of lines a diagnostic, each ending in an empty line; of one kind no more than a screenful.

    `most_of_one_kind` None leaves no one out.
    """
    most = len(diagnostics) if most_of_one_kind is None else most_of_one_kind
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        seen[diagnostic.fault.code] += 1
        if seen[diagnostic.fault.code] <= most:
            yield "\n".join(_block(diagnostic, style)) + "\n"
    for code, count in sorted(seen.items()):
        if count > most:
            name = next(each.fault.name for each in diagnostics if each.fault.code == code)
            yield f"… and {count - most} more of {code} {name}\n"


def summary(diagnostics: Iterable[Diagnostic], *, checked: int, published: bool | None) -> str:
    """The count at the end; `published` is None where nothing was to be published."""
    found = tuple(diagnostics)
    counts = Counter(each.severity for each in found)
    parts = [
        _plural(counts[severity], str(severity)) for severity in (Severity.ERROR, Severity.WARNING) if counts[severity]
    ]
    fixable = _fixable(found, command="" if published is None else "waymark check ")
    end = {True: "", False: " Nothing was published.", None: ""}[published]
    return f"{_plural(checked, 'file')} checked: {', '.join(parts) or 'nothing to mend'}{fixable}.{end}"


def _fixable(diagnostics: Sequence[Diagnostic], *, command: str) -> str:
    """How many diagnostics have a fix, and the options that apply them, of another command where this has none."""
    options = Counter(option_for(each.fix) for each in diagnostics if each.fix)
    safe, unsafe = options[SAFE_OPTION], options[UNSAFE_OPTION]
    if safe and unsafe:
        return f"; {safe} can be fixed with {command}{SAFE_OPTION}, {unsafe} more with {UNSAFE_OPTION}"
    return "".join(f"; {count} can be fixed with {command}{option}" for option, count in options.items())


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _block(diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    place, fault = diagnostic.place, diagnostic.fault
    is_error = diagnostic.severity is Severity.ERROR
    tint = style.error if is_error else style.warning
    yield (
        f"{style.path}{place_of(place)}{style.end}: "
        f"{tint}{diagnostic.severity}{style.end if tint else ''} {_code(fault.code, style)} {fault.name}"
    )
    yield f"  {visible(diagnostic.message)}"
    if place.excerpt.strip():
        yield from _excerpt(place, "^", tint=style.caret if is_error else style.warning, end=style.end)
    for related in diagnostic.related:
        yield from _related(related, style)
    for note in diagnostic.notes:
        yield f"  note: {visible(note)}"
    # Set off by blanks, because a help often ends in parentheses of its own.
    fix = f"   fix: {option_for(diagnostic.fix)}" if diagnostic.fix else ""
    yield f"  {style.help}help:{style.end} {visible(diagnostic.help)}{fix}"


def _code(code: str, style: Style) -> str:
    """The code, as a link (OSC 8) where the terminal opens one."""
    if style.link is None:
        return code
    return f"\x1b]8;;{quote(style.link(code), safe=_URL_SIGNS)}\x1b\\{code}\x1b]8;;\x1b\\"


def _related(related: Related, style: Style) -> Iterator[str]:
    """Another place that has to do with the fault, underlined more quietly than the fault itself."""
    yield f"  also: {style.path}{place_of(related.place)}{style.end} {visible(related.message)}"
    if related.place.excerpt.strip():
        yield from _excerpt(related.place, "-", tint=style.help, end=style.end)


def _excerpt(place: Place, sign: str, *, tint: str, end: str) -> Iterator[str]:
    """The line and a line of signs under it, aligned by the width that characters take on a terminal."""
    start = min(place.column - 1, len(place.excerpt))
    before, marked = visible(place.excerpt[:start]), visible(place.excerpt[start : start + place.length])
    after = visible(place.excerpt[start + place.length :].rstrip())
    if _width(before) + _width(marked) + _width(after) > WIDEST_EXCERPT:
        before, marked, after = _cut(before, marked, after)
    gutter = f"  {place.line:>2} | "
    yield f"{gutter}{before}{marked}{after}".rstrip()
    signs = sign * max(1, _width(marked))
    yield f"{' ' * (len(gutter) - 2)}| {' ' * _width(before)}{tint}{signs}{end}"


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


def _width(text: str) -> int:
    """The cells that a text takes on a terminal: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


REPORT = ReportType(name="text", write=write)
