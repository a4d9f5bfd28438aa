"""Front matter that is plain `key: value` lines becomes values and places without a YAML parser: text in, values out.

What is written in any other way, or in one that YAML may read otherwise, is declined and left to the parser. Of the
places, only those that are asked for are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from site_gen.diagnostic import Place
from site_gen.read.source import Source

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of lists."""

NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
"""What a value without quotes says where there is none."""

_ODD: Final = re.compile("[\x80-\xa0\u2028\u2029\ud800-\U0010ffff]")
"""Characters above the ASCII ones that are a space or a line end, or may be more to YAML than text.

They are looked for in the whole text: a set that names them is slow to compile, and stood a dozen times in a pattern.
"""

_KEY: Final = "[a-z_]{1,40}"
_IN_TEXT: Final = r"\x00-\x1f#:\x7f"
_TEXT: Final = rf"[A-Za-z0-9$€£][^{_IN_TEXT}]*+(?::[^ {_IN_TEXT}][^{_IN_TEXT}]*+)*+(?<! )"
"""A text without quotes: no `: ` and no `#` in it, no space at its end, no sign at its beginning."""

_QUOTED: Final = r"\"[^\x00-\x1f\"\\\x7f]*+\"|'[^\x00-\x1f'\x7f]*+'"
"""A text in quotes that holds neither such a quote nor a backslash, and so says just what it shows."""

_IN_ENTRY: Final = r"\x00-\x20!\"#*,:;<=>?@\[\\\]\^`{|}~\x7f"
_ENTRY: Final = rf"(?:[A-Za-z0-9$][^{_IN_ENTRY}]*+(?: [^{_IN_ENTRY}]++)*+|{_QUOTED})"
"""A text inside brackets or braces."""

_LIST: Final = rf"\[ ?{_ENTRY}(?:, {_ENTRY})*+ ?\]"
_PAIRS: Final = rf"\{{ ?{_KEY}: {_ENTRY}(?:, {_KEY}: {_ENTRY})*+ ?\}}"
_VALUE: Final = rf"{_TEXT}|{_QUOTED}|{_LIST}|{_PAIRS}"
_LINE: Final = re.compile(rf"^( *)(?:({_KEY}):(?:$| ({_VALUE})$)|- ({_VALUE})$)", re.MULTILINE)
_ENTRIES: Final = re.compile(rf"(?:({_KEY}): )?({_ENTRY})(?:, | ?.$)")

Line = tuple[str, str, str, str]
"""A line taken apart: its indentation, its key, the value behind that, or that of an entry of a list."""

Spot = tuple[int, int, int]
"""A line and a column, both from 1, and a length."""


class _Doubtful(Exception):  # noqa: N818 - no error: the text is left to the parser
    """A line is plain, but not where it stands."""


class PlainFront:
    """Front matter of plain lines: its `values`, and where each key and each value stands.

    `first` is the line of the file that it begins with, counted from 1.
    """

    __slots__ = ("_first", "_lines", "_source", "_text", "values")

    def __init__(self, source: Source, first: int, *, text: str, lines: list[Line], values: dict[str, Any]) -> None:
        self._source = source
        self._first = first
        self._text = text
        self._lines = lines
        self.values = values

    @property
    def written(self) -> tuple[str, ...]:
        """Its lines as they are written."""
        return tuple(self._text.split("\n"))

    @property
    def keys(self) -> Mapping[Path, Place]:
        """The place of each key by the way to its value."""
        return _Places(self._source, self._first, self._lines, of_keys=True)

    @property
    def places(self) -> Mapping[Path, Place]:
        """The place of each value by the way to it."""
        return _Places(self._source, self._first, self._lines, of_keys=False)


class _Places(Mapping[Path, Place]):
    """Places of front matter, made one by one when they are asked for."""

    def __init__(self, source: Source, first: int, lines: list[Line], *, of_keys: bool) -> None:
        self._source = source
        self._first = first
        self._lines = lines
        self._of_keys = of_keys

    @cached_property
    def _spots(self) -> dict[Path, Spot]:
        return {path: spot for is_key, path, spot in _spots(self._lines, self._first) if is_key is self._of_keys}

    def __getitem__(self, path: Path) -> Place:
        return self._source.place(*self._spots[path])

    def __iter__(self) -> Iterator[Path]:
        return iter(self._spots)

    def __len__(self) -> int:
        return len(self._spots)


@dataclass(frozen=True, slots=True, eq=False)
class TopPlaces(Mapping[str, Place]):
    """The place of every top-level value of plain `lines` by its key; of the key where the value is a block.

    Made when asked for, since hardly any is: a file without a fault needs none but those of its two roles.
    """

    path: str
    lines: tuple[str, ...]

    def __getitem__(self, key: str) -> Place:
        for number, line in enumerate(self.lines, 2):
            if line.startswith(key) and line[len(key) : len(key) + 1] == ":":
                column, length = _top_spot(line, len(key))
                return Place(path=self.path, line=number, column=column, length=length, excerpt=line)
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return (line.partition(":")[0] for line in self.lines if line[0] not in " -")

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _top_spot(line: str, key: int) -> tuple[int, int]:
    """The column and the length of a value on the line of its key, which is so many characters long, else the key's."""
    value = line[key + 2 :]
    if not value:
        return 1, key
    return key + 3, 1 if value[0] in "[{" else len(value)


def read_plain(source: Source) -> PlainFront | None:
    """Read the front matter of a page where it is plain; None where it has to be parsed."""
    text = source.text
    end = text.find("\n---\n", 4)
    if end < 0 or not text.startswith("---\n"):
        return None
    return _read_lines(source, 2, 4, end)


def read_plain_file(source: Source) -> PlainFront | None:
    """Read a whole file of keys and values where it is plain; None where it has to be parsed."""
    return _read_lines(source, 1, 0, len(source.text) - source.text.endswith("\n"))


def _read_lines(source: Source, first: int, start: int, end: int) -> PlainFront | None:
    """Read the text from one character up to another, which begins with line `first`."""
    text = source.text[start:end]
    if not text.isascii() and _ODD.search(text):
        return None
    lines: list[Line] = _LINE.findall(text)
    if len(lines) != text.count("\n") + 1:
        return None
    try:
        return PlainFront(source, first, text=text, lines=lines, values=_values(lines))
    except _Doubtful:
        return None


def _values(lines: list[Line]) -> dict[str, Any]:
    """The values by their keys; a key without one has those of the block under it."""
    values: dict[str, Any] = {}
    owner = width = ""
    block: dict[str, Any] | list[Any] | None = None
    for indent, key, value, entry in lines:
        if key and not indent:
            if (owner and block is None) or key in values:
                raise _Doubtful
            values[key] = _value(value) if value else None
            owner, block = "" if value else key, None
            continue
        if block is None:
            if not owner:
                raise _Doubtful
            values[owner] = block = {} if key else []
            width = indent
        if indent != width:
            raise _Doubtful
        if isinstance(block, list) and entry:
            block.append(_value(entry))
        elif isinstance(block, dict) and value and key not in block:
            block[key] = _value(value)
        else:
            raise _Doubtful
    if owner and block is None:
        raise _Doubtful
    return values


def _value(written: str) -> Any:
    """What a value on one line says: a text, a list or a mapping."""
    sign = written[0]
    if sign in "\"'":
        return written[1:-1]
    if sign == "[":
        return [_value(entry) for _, entry in _ENTRIES.findall(written, 1)]
    if sign == "{":
        pairs = _ENTRIES.findall(written, 1)
        values = {key: _value(entry) for key, entry in pairs}
        if len(values) < len(pairs):
            raise _Doubtful
        return values
    return None if written in NULLS else written


def _spots(lines: list[Line], first: int) -> Iterator[tuple[bool, Path, Spot]]:
    """Where each key (true) and each value (false) stands, in the order of the text; a block stands at its first."""
    yield False, (), (first, 1, 1)
    owner: Path = ()
    entries = -1
    for number, (indent, key, value, entry) in enumerate(lines, first):
        column = len(indent) + 1
        if key and not indent:
            parent: Path = ()
            owner, entries = (key,), -1
        elif entries < 0:
            parent, entries = owner, 0
            yield False, owner, (number, column, 1)
        if key:
            yield True, (*parent, key), (number, column, len(key))
            yield from _value_spots((*parent, key), number, column + len(key) + 2, value)
        else:
            yield from _value_spots((*parent, entries), number, column + 2, entry)
            entries += 1


def _value_spots(path: Path, number: int, column: int, written: str) -> Iterator[tuple[bool, Path, Spot]]:
    """Where a value on one line stands, and what is inside its brackets or braces."""
    if not written:
        return
    if written[0] not in "[{":
        yield False, path, (number, column, len(written))
        return
    yield False, path, (number, column, 1)
    for at, found in enumerate(_ENTRIES.finditer(written, 1)):
        inside = (*path, found[1] or at)
        if found[1]:
            yield True, inside, (number, column + found.start(1), len(found[1]))
        yield False, inside, (number, column + found.start(2), len(found[2]))
