"""Strict YAML with the place of every key and value: text in, plain values of text, lists and mappings out.

Scalars stay the text the author wrote (`no`, `9:30` and `3.10` mean what they say); only an empty value, `~`
and `null` are None. Duplicate keys, anchors, aliases, tags and merge keys are refused, and depth is bounded
before any value is built.
"""

from __future__ import annotations

import re
from collections import abc
from collections.abc import Iterable, Iterator
from typing import Any, Final

import yaml

from site_gen.diagnostic import Diagnostic, Fault, Findings, Place, Related
from site_gen.edits import change_line
from site_gen.faults import (
    BAD_YAML,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    HASH_IN_VALUE,
    NO_FRONT_MATTER,
    NOT_A_MAPPING,
    TOO_DEEP,
    UNCLOSED_FRONT_MATTER,
    YAML_FEATURE,
)
from site_gen.read.plain_front_matter import NULLS, Path, read_plain
from site_gen.read.source import FORBIDDEN, Source
from site_gen.read.yaml_failure import Mistake
from site_gen.read.yaml_mistakes import explain, explain_line, quoted, ticked
from site_gen.record import record

Value = Any
"""A text, None, a list of values or a mapping of text to values."""

DEEPEST: Final = 8
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@record
class Mapping:
    """A mapping as the author wrote it: its values, and where each key and each value stands.

    `plain` are its lines where each is a plain `key: value`, or stands in the block of one; else there are none.
    """

    values: dict[str, Value]
    keys: abc.Mapping[Path, Place]
    places: abc.Mapping[Path, Place]
    whole: Place
    plain: tuple[str, ...] = ()


@record
class FrontMatter:
    """The head of a Markdown file and the line (counted from 1) on which its body begins."""

    mapping: Mapping
    body_line: int


class _Refused(Exception):  # noqa: N818 - not an error of the program: a fault of the text, already reported
    """Ends the reading of one mapping after its fault was reported."""


def split_front_matter(source: Source) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    """Read the front matter between the first two `---` lines; none, and a diagnostic, when it can't be read."""
    if plain := read_plain(source):
        mapping = Mapping(
            values=plain.values, keys=plain.keys, places=plain.places, whole=source.place(1, 1, 3), plain=plain.written
        )
        return FrontMatter(mapping=mapping, body_line=len(plain.written) + 3), ()
    return parse_front_matter(source)


def parse_front_matter(source: Source) -> tuple[FrontMatter | None, tuple[Diagnostic, ...]]:
    """Read any front matter by the YAML parser, as `split_front_matter` does with what is not plain."""
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
        mistake = explain(error, text, reader.last)
        findings.found.clear()  # a warning of the same text would say the same thing twice
        reader.report(mistake)
        return None
    return Mapping(values=values, keys=reader.keys, places=reader.places, whole=source.place(max(first, 1), 1, 3))


class _Reader:
    """Builds values from YAML events, refusing what front matter has no use for."""

    def __init__(self, *, source: Source, offset: int, findings: Findings) -> None:
        self.source = source
        self.offset = offset
        self.findings = findings
        self.keys: dict[Path, Place] = {}
        self.places: dict[Path, Place] = {}
        self.last: yaml.ScalarEvent | None = None

    def report(self, mistake: Mistake) -> None:
        """Add a mistake that was found in the text of this reader."""
        line = self.offset + mistake.row + 1
        place = self.source.place(line, mistake.column + 1, mistake.length)
        change = mistake.change
        fix = change_line(line, change.start, change.end, change.text, safe=change.safe) if change else None
        self.findings.add(mistake.fault, place, mistake.message, help=mistake.help, fix=fix)

    def _events(self, text: str) -> Iterator[Any]:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.ScalarEvent):
                self.last = event
            yield event

    def read(self, text: str) -> dict[str, Value]:
        """Read one document that must be a mapping, or nothing at all."""
        events = self._events(text)
        for event in events:
            if isinstance(event, yaml.DocumentEndEvent | yaml.StreamEndEvent):
                return {}
            if isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
                continue
            if isinstance(event, yaml.ScalarEvent) and _is_plain(event) and event.value in NULLS:
                return {}
            if not isinstance(event, yaml.MappingStartEvent):
                row = event.start_mark.line
                if mistake := explain_line(self.source.line(self.offset + row + 1), row):
                    self.report(mistake)
                    raise _Refused
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
                self._place(event, len(_short_tag(event.tag))),
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
            self._refuse_escaped(event)
            self._warn_of_hash(event)
            return None if _is_plain(event) and event.value in NULLS else event.value
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
                    related=[Related(place=self.keys[at], message=f"`{key}` stands here first")],
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
        self._refuse_escaped(event)
        return str(event.value)

    def _refuse_escaped(self, event: Any) -> None:
        """Refuse a character that no text has, written as an escape: the file itself was looked through when read."""
        if found := FORBIDDEN.search(event.value):
            self._refuse(
                CONTROL_CHARACTER,
                self._scalar_place(event),
                f"the character U+{ord(found[0]):04X} does not belong in a text",
                help="leave out its escape, the one that begins with a backslash",
            )

    def _warn_of_hash(self, event: Any) -> None:
        if not _is_plain(event) or not event.value:
            return
        row, column = self.offset + event.end_mark.line, event.end_mark.column
        rest = self.source.lines[row][column:].rstrip() if row < len(self.source.lines) else ""
        if found := re.match(r"(\s+)(#(?!waymark\b)[^\s#].*)", rest, re.IGNORECASE):
            whole = quoted(event.value + rest)
            start = event.start_mark
            on_one_line = start.line == event.end_mark.line
            self.findings.add(
                HASH_IN_VALUE,
                self.source.place(row + 1, column + len(found[1]) + 1, len(found[2])),
                f"{ticked(found[2])} is read as a comment and left out",
                help=f"put the whole text in quotes: {ticked(whole)}, or write `# ` for a comment",
                fix=change_line(row + 1, start.column, column + len(rest), whole) if on_one_line else None,
            )

    def _refuse(self, fault: Fault, place: Place, message: str, *, help: str, related: Iterable[Related] = ()) -> None:
        self.findings.add(fault, place, message, help=help, related=related)
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
    """Whether a scalar stands without quotes: its style is empty in the C parser, None in the Python one."""
    return not event.style


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
