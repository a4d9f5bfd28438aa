"""One file a form of diagnostics: text for people, JSON for programs, and what code hosts and build servers read.

The folder is the register: every module here names one constant `REPORT`. Here stands what the forms share: the words
of a diagnostic line by line, where a place begins and ends, and what tells one diagnostic from another.
"""

from __future__ import annotations

import hashlib
import importlib
import pkgutil
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from functools import cache
from typing import Final

from site_gen.diagnostic import Diagnostic, Fix, Place
from site_gen.record import record

SAFE_OPTION: Final = "--fix"
UNSAFE_OPTION: Final = "--unsafe-fixes"

_TAB: Final = "    "
_SPACES: Final = frozenset({" ", "\N{IDEOGRAPHIC SPACE}"})
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LINE_NUMBER: Final = re.compile(r"\blines? \d+")


@record
class Run:
    """What was checked, and by what: the paths as the author would type them, and the version of Waymark.

    `published` is None where nothing was to be published. `explanations` are the pages of faults as Markdown, by code,
    for forms that carry them along; a form does without those that are missing. `lines_at` is the address below which
    the files can be read, for forms with links; empty where there is none.
    """

    checked: tuple[str, ...]
    version: str
    published: bool | None = None
    explanations: Mapping[str, str] = field(default_factory=dict)
    lines_at: str = ""


@record
class ReportType:
    """A form of diagnostics: `write` gives the whole document, which can be encoded as UTF-8."""

    name: str
    write: Callable[[Sequence[Diagnostic], Run], str]


@cache
def report_types() -> tuple[ReportType, ...]:
    """Every form in the folder, by name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}").REPORT for name in names)


def option_for(fix: Fix) -> str:
    """The option of `waymark check` that applies a fix."""
    return SAFE_OPTION if fix.safe else UNSAFE_OPTION


def said(diagnostic: Diagnostic) -> list[str]:
    """All that a diagnostic says in words, a line each: message, related places, notes, help."""
    also = (f"also: {place_of(each.place)} {visible(each.message)}" for each in diagnostic.related)
    fix = f" (fix: {option_for(diagnostic.fix)})" if diagnostic.fix else ""
    return [
        visible(diagnostic.message),
        *also,
        *(f"note: {visible(note)}" for note in diagnostic.notes),
        f"help: {visible(diagnostic.help)}{fix}",
    ]


def place_of(place: Place) -> str:
    """A place as editors and terminals open it: `file:line:column`."""
    return f"{visible(place.path)}:{place.line}:{place.column}"


def columns_of(place: Place) -> tuple[int, int] | None:
    """The first column of a place and the one after its last, neither beyond its line; None for a file as a whole."""
    if not place.excerpt:
        return None
    end = len(place.excerpt) + 1
    return min(place.column, end), min(place.column + place.length, end)


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """A mark for each diagnostic, none twice, that stays the same when lines are added or taken away elsewhere.

    It is made of the file, the fault, the message without line numbers and the line's text, and of a count of those
    that have all four in common.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    marks = []
    for each in diagnostics:
        parts = (each.place.path, each.fault.code, _LINE_NUMBER.sub("line", each.message), each.place.excerpt)
        whole = "\0".join((*parts, str(seen[parts]))).encode("utf-8", "surrogatepass")
        marks.append(hashlib.sha256(whole).hexdigest()[:32])
        seen[parts] += 1
    return marks


def encodable(text: str) -> str:
    """Text without halves of characters, which a file name that is no UTF-8 has in it."""
    return _LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def visible(text: str) -> str:
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
