"""Strict YAML with the place of every key and value: text in, plain values of text, lists and mappings out.

Scalars stay the text the author wrote (`no`, `9:30` and `3.10` mean what they say); only an empty value, `~`
and `null` are None. Duplicate keys, anchors, aliases, tags and merge keys are refused, and depth is bounded
before any value is built.
"""

from __future__ import annotations

from collections import abc
from typing import Any

from site_gen.diagnostic import Diagnostic, Findings, Place
from site_gen.faults import NO_FRONT_MATTER, UNCLOSED_FRONT_MATTER
from site_gen.read.plain_front_matter import Path, read_plain, read_plain_file
from site_gen.read.source import Source
from site_gen.record import record

Value = Any
"""A text, None, a list of values or a mapping of text to values."""


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
    mapping = _read_yaml(source, 1, end - 1, findings)
    return (FrontMatter(mapping=mapping, body_line=end + 1) if mapping else None), findings.as_tuple


def read_mapping(source: Source) -> tuple[Mapping | None, tuple[Diagnostic, ...]]:
    """Read a whole file as one mapping (site.yaml, skills.yaml); an empty file is an empty mapping."""
    if plain := read_plain_file(source):
        return Mapping(values=plain.values, keys=plain.keys, places=plain.places, whole=source.place(1, 1, 3)), ()
    findings = Findings()
    mapping = _read_yaml(source, 0, len(source.lines), findings)
    return mapping, findings.as_tuple


def _read_yaml(source: Source, first: int, last: int, findings: Findings) -> Mapping | None:
    from site_gen.read.yaml_mapping import read_yaml  # loads the parser, which most files do without

    return read_yaml(source, first, last, findings)
