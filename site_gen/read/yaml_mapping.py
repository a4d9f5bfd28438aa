"""Any YAML becomes a mapping with the place of every key and value, or a diagnostic that says what to write instead.

Anchors, aliases, tags and merge keys are refused, and depth is bounded before any value is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import yaml

from site_gen.diagnostic import Fault, Findings, Place, Related
from site_gen.edits import change_line
from site_gen.faults import (
    BAD_YAML,
    CONTROL_CHARACTER,
    DUPLICATE_KEY,
    HASH_IN_VALUE,
    NOT_A_MAPPING,
    TOO_DEEP,
    YAML_FEATURE,
)
from site_gen.read.front_matter import Mapping, Value
from site_gen.read.plain_front_matter import NULLS, Path
from site_gen.read.source import FORBIDDEN, Source
from site_gen.read.yaml_failure import Mistake
from site_gen.read.yaml_mistakes import explain, explain_line, quoted, ticked

DEEPEST: Final = 8
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Refused(Exception):  # noqa: N818 - not an error of the program: a fault of the text, already reported
    """Ends the reading of one mapping after its fault was reported."""


def read_yaml(source: Source, first: int, last: int, findings: Findings) -> Mapping | None:
    """Read the lines from `first` up to `last`, counted from 0, as one mapping; its faults go to `findings`."""
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
