"""Strict YAML with the place of every key and value: text in, plain values of text, lists and mappings out.

Scalars stay the text the author wrote (`no`, `9:30` and `3.10` mean what they say); only an empty value, `~` and
`null` are None. Duplicate keys, anchors, aliases, tags and merge keys are refused, and depth is bounded before any
value is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import yaml

from site_gen.diagnostic import Diagnostic, Findings, Place
from site_gen.faults import (
    BAD_YAML,
    COLON_IN_VALUE,
    DUPLICATE_KEY,
    HASH_IN_VALUE,
    NO_FRONT_MATTER,
    NOT_A_MAPPING,
    TEXT_AFTER_QUOTE,
    TOO_DEEP,
    UNCLOSED_FRONT_MATTER,
    YAML_FEATURE,
)
from site_gen.read.source import Source

Value = Any
"""A text, None, a list of values or a mapping of text to values."""

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of lists."""

DEEPEST: Final = 8
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """A mapping as the author wrote it: its values, and where each key and each value stands."""

    values: dict[str, Value]
    keys: dict[Path, Place]
    places: dict[Path, Place]
    whole: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The head of a Markdown file and the line (counted from 1) on which its body begins."""

    mapping: Mapping
    body_line: int


class _Refused(Exception):  # noqa: N818 - not an error of the program: a fault of the text, already reported
    """Ends the reading of one mapping after its fault was reported."""


def split_front_matter(source: Source) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    """Read the front matter between the first two `---` lines; no front matter and a diagnostic when it can't be."""
    findings = Findings()
    lines = source.lines
    if lines[0].rstrip() != "---":
        findings.add(
            NO_FRONT_MATTER,
            source.place(1, 1, len(lines[0])),
            "the file does not begin with front matter",
            help="begin the file with a line `---`, then `key: value` lines, then another `---`",
        )
        return None, findings.as_tuple
    end = next((number for number, line in enumerate(lines[1:], 2) if line.rstrip() == "---"), None)
    if end is None:
        findings.add(
            UNCLOSED_FRONT_MATTER,
            source.place(1, 1, 3),
            "the front matter begins here and never ends",
            help="add a line `---` after the last `key: value` line",
        )
        return None, findings.as_tuple
    mapping = _read(source, 1, end - 1, findings)
    return (FrontMatter(mapping=mapping, body_line=end + 1) if mapping else None), findings.as_tuple


def read_mapping(source: Source) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """Read a whole file as one mapping (site.yaml, skills.yaml); an empty file is an empty mapping."""
    findings = Findings()
    mapping = _read(source, 0, len(source.lines), findings)
    return mapping, findings.as_tuple


def _read(source: Source, first: int, last: int, findings: Findings) -> Mapping | None:
    """Read the lines from `first` up to `last`, counted from 0, as one mapping."""
    text = "\n".join(source.lines[first:last]) + "\n"
    reader = _Reader(source=source, offset=first, findings=findings)
    try:
        values = reader.read(text)
    except _Refused:
        return None
    except yaml.YAMLError as error:
        _explain(error, source, first, last, findings)
        return None
    return Mapping(values=values, keys=reader.keys, places=reader.places, whole=source.place(first + 1, 1, 3))


class _Reader:
    """Builds values from YAML events, refusing what front matter has no use for."""

    def __init__(self, *, source: Source, offset: int, findings: Findings) -> None:
        self.source = source
        self.offset = offset
        self.findings = findings
        self.keys: dict[Path, Place] = {}
        self.places: dict[Path, Place] = {}

    def read(self, text: str) -> dict[str, Value]:
        """Read one document that must be a mapping, or nothing at all."""
        events = yaml.parse(text, Loader=_LOADER)
        for event in events:
            if isinstance(event, yaml.DocumentEndEvent | yaml.StreamEndEvent):
                return {}
            if isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                continue
            if isinstance(event, yaml.ScalarEvent) and _is_plain(event) and event.value in _NULLS:
                return {}
            if not isinstance(event, yaml.MappingStartEvent):
                self._refuse(
                    NOT_A_MAPPING,
                    self._place(event),
                    "this is not a list of `key: value` lines",
                    help="write one `key: value` on each line",
                )
            values: dict[str, Value] = self._value(event, events, (), 1)
            self._refuse_second_document(events)
            return values
        return {}

    def _refuse_second_document(self, events: Iterator[Any]) -> None:
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._refuse(
                    BAD_YAML,
                    self._place(event),
                    "a second document begins here",
                    help="remove this line",
                )

    def _value(self, event: Any, events: Iterator[Any], path: Path, depth: int) -> Value:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            kind = "alias" if isinstance(event, yaml.AliasEvent) else "anchor"
            name = ("*" if kind == "alias" else "&") + str(event.anchor)
            self._refuse(
                YAML_FEATURE,
                self._place(event, len(name)),
                f"`{name}` is a YAML {kind}, which front matter does not use",
                help="write the value out, or put it in quotes if it is meant as text",
            )
        if event.tag is not None:
            self._refuse(
                YAML_FEATURE,
                self._place(event),
                f"`{_short_tag(event.tag)}` is a YAML tag, which front matter does not use",
                help="leave the tag out, or put the value in quotes if it is meant as text",
            )
        if depth > DEEPEST:
            self._refuse(
                TOO_DEEP,
                self._place(event),
                f"values are nested more than {DEEPEST} levels deep",
                help="no field needs this: write a text or a simple list",
            )
        if isinstance(event, yaml.ScalarEvent):
            self.places[path] = self._scalar_place(event)
            self._warn_of_hash(event)
            return None if _is_plain(event) and event.value in _NULLS else event.value
        self.places[path] = self._place(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path, depth)
        return self._mapping(events, path, depth)

    def _list(self, events: Iterator[Any], path: Path, depth: int) -> list[Value]:
        values: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._value(event, events, (*path, len(values)), depth + 1))
        return values

    def _mapping(self, events: Iterator[Any], path: Path, depth: int) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event)
            at = (*path, key)
            place = self._scalar_place(event)
            if key in values:
                self._refuse(
                    DUPLICATE_KEY,
                    place,
                    f"`{key}` stands twice: first on line {self.keys[at].line}",
                    help="keep one of the two lines",
                )
            self.keys[at] = place
            values[key] = self._value(next(events), events, at, depth + 1)
        return values

    def _key(self, event: Any) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None or event.tag is not None:
            self._refuse(
                YAML_FEATURE,
                self._place(event),
                "a key must be plain text",
                help="write `key: value`, with a word as the key",
            )
        if event.value == "<<" and _is_plain(event):
            self._refuse(
                YAML_FEATURE,
                self._place(event, 2),
                "`<<` is a YAML merge key, which front matter does not use",
                help="write the keys out",
            )
        return str(event.value)

    def _warn_of_hash(self, event: Any) -> None:
        if not _is_plain(event) or not event.value:
            return
        rest = self.source.line(self.offset + event.end_mark.line + 1)[event.end_mark.column :]
        if found := re.match(r"(\s+)(#[^\s#].*)", rest):
            column = event.end_mark.column + len(found[1]) + 1
            self.findings.add(
                HASH_IN_VALUE,
                self.source.place(self.offset + event.end_mark.line + 1, column, len(found[2])),
                f"`{found[2]}` is read as a comment and left out",
                help=f'put the whole text in quotes: `"{event.value}{rest.rstrip()}"`, or write `# ` for a comment',
            )

    def _refuse(self, fault: Any, place: Place, message: str, *, help: str) -> None:  # noqa: A002 - the word authors see
        self.findings.add(fault, place, message, help=help)
        raise _Refused

    def _place(self, event: Any, length: int = 1) -> Place:
        mark = event.start_mark
        return self.source.place(self.offset + mark.line + 1, mark.column + 1, length)

    def _scalar_place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        line = self.source.line(self.offset + start.line + 1)
        stop = end.column if end.line == start.line else len(line.rstrip())
        return Place(
            path=self.source.path,
            line=self.offset + start.line + 1,
            column=start.column + 1,
            length=max(1, stop - start.column),
            excerpt=line,
        )


def _is_plain(event: Any) -> bool:
    """Whether a scalar stands without quotes: the C parser says so with an empty style, the Python one with None."""
    return not event.style


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _explain(error: yaml.YAMLError, source: Source, first: int, last: int, findings: Findings) -> None:
    """Turn a YAML error into the mistake the author most likely made."""
    mark = getattr(error, "problem_mark", None)
    row = min(first + (mark.line if mark else 0), max(last - 1, 0))
    column = mark.column if mark else 0
    for explain in (_unclosed_bracket, _tab, _text_after_quote, _unclosed_quote, _colon_in_value):
        if explain(source, first, last, row, findings):
            return
    problem = getattr(error, "problem", None) or "this cannot be read"
    findings.add(
        BAD_YAML,
        source.place(row + 1, column + 1),
        f"the line cannot be read as `key: value` ({problem})",
        help="write `key: value`, and put a text with special characters in double quotes",
    )


def _rows_back(source: Source, first: int, row: int) -> Iterator[tuple[int, str]]:
    for number in range(min(row, len(source.lines) - 1), first - 1, -1):
        yield number, source.lines[number]


def _unclosed_bracket(source: Source, first: int, last: int, row: int, findings: Findings) -> bool:
    for number, line in _rows_back(source, first, row):
        found = re.match(r"(\s*(?:-\s+|[\w-]+:\s+))([\[{])(.*)$", line)
        if not found:
            continue
        opened, closing = found[2], "]" if found[2] == "[" else "}"
        until = "\n".join(source.lines[number:last])
        if until.count(opened) <= until.count(closing):
            return False
        findings.add(
            BAD_YAML,
            source.place(number + 1, len(found[1]) + 1),
            f"this value opens `{opened}` and never closes it",
            help=f"add `{closing}` at the end of the line",
        )
        return True
    return False


def _tab(source: Source, first: int, last: int, row: int, findings: Findings) -> bool:  # noqa: ARG001 - one shape for all
    line = source.line(row + 1)
    if not re.match(r" *\t", line):
        return False
    findings.add(
        BAD_YAML,
        source.place(row + 1, line.index("\t") + 1),
        "the line is indented with a tab, which YAML does not allow",
        help="indent with two spaces",
    )
    return True


def _text_after_quote(source: Source, first: int, last: int, row: int, findings: Findings) -> bool:  # noqa: ARG001
    for number, line in _rows_back(source, first, row):
        found = re.match(r"""(\s*(?:-\s+)?(?:[\w-]+:\s+)?)(?P<q>['"])(?P<in>(?:(?!(?P=q)).)*)(?P=q)(?P<rest>\s*[^\s#,\]}:].*)$""", line)
        if found:
            text = found["in"] + found["q"] + found["rest"].rstrip()
            whole = found["q"] + text
            column = len(found[1]) + len(found["in"]) + 3
            findings.add(
                TEXT_AFTER_QUOTE,
                source.place(number + 1, column, len(found["rest"].rstrip())),
                f"the text goes on after its closing {found['q']}",
                help=f"put the whole text in quotes: `{_quoted(whole)}`",
            )
            return True
        if number < row - 1:
            return False
    return False


def _unclosed_quote(source: Source, first: int, last: int, row: int, findings: Findings) -> bool:  # noqa: ARG001
    for number, line in _rows_back(source, first, row):
        found = re.match(r"""(\s*(?:-\s+)?(?:[\w-]+:\s+)?)(['"])(.*)$""", line)
        if found and len(found[2]) and found[3].count(found[2]) % 2 == 0:
            findings.add(
                BAD_YAML,
                source.place(number + 1, len(found[1]) + 1),
                f"this value opens {found[2]} and never closes it",
                help=f"add {found[2]} at the end of the value",
            )
            return True
    return False


def _colon_in_value(source: Source, first: int, last: int, row: int, findings: Findings) -> bool:  # noqa: ARG001
    line = source.line(row + 1)
    found = re.match(r"(\s*(?:-\s+)?[\w-]+:\s+)([^'\"\[{\s].*?:(?:\s.*|$))", line)
    if not found:
        return False
    value = found[2].rstrip()
    at = len(found[1]) + found[2].index(": " if ": " in found[2] else ":") + 1
    findings.add(
        COLON_IN_VALUE,
        source.place(row + 1, at),
        "this colon makes a second key of an unquoted text",
        help=f"put the text in quotes: `{found[1].strip()} {_quoted(value)}`",
    )
    return True


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
