"""Finds and reads content files: the only reader of content, folder in, `Source` values out."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from site_gen.diagnostic import Diagnostic, Findings, Place
from site_gen.faults import CONTROL_CHARACTER, NOT_UTF8, TOO_LARGE, UNREADABLE_FILE

LARGEST_FILE = 256 * 1024
"""Bytes; the longest real guide seen was 60 kB, and Markdown can cost 46 ms a kB at its worst."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One text file: `path` as shown to the author, `key` its place below content/, and its text with `\\n` ends."""

    path: str
    key: str
    text: str
    lines: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Cut the text into lines once."""
        object.__setattr__(self, "lines", tuple(self.text.split("\n")))

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty past the end."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def place(self, line: int, column: int = 1, length: int = 1) -> Place:
        """A place in this file with its line as the excerpt."""
        return Place(path=self.path, line=line, column=column, length=max(1, length), excerpt=self.line(line))


def find_files(content: Path) -> tuple[str, ...]:
    """Every file below `content` as a sorted posix path relative to it; hidden files and folders are left out."""
    found = []
    for folder, folders, files in os.walk(content):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        base = Path(folder).relative_to(content)
        found += [(base / name).as_posix() for name in files if not name.startswith(".") and not name.endswith("~")]
    return tuple(sorted(found))


def read_source(content: Path, key: str, *, shown: PurePosixPath) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Read one file below `content`; `shown` is the content folder as the author would type it.

    Gives no source, and one diagnostic, when the file can't be opened, is too large, is not UTF-8 or holds
    control characters.
    """
    findings = Findings()
    path = (shown / key).as_posix()
    try:
        raw = (content / key).read_bytes()
    except OSError as error:
        findings.add(
            UNREADABLE_FILE,
            Place(path=path, line=1),
            f"the file cannot be opened: {error.strerror or 'unknown reason'}",
            help="make the file readable, or remove it",
        )
        return None, findings.as_tuple
    if len(raw) > LARGEST_FILE:
        findings.add(
            TOO_LARGE,
            Place(path=path, line=1),
            f"the file has {len(raw) // 1024} kB, more than the {LARGEST_FILE // 1024} kB a page may have",
            help="split it into several pages",
        )
        return None, findings.as_tuple
    text = _decode(raw, path, findings)
    return (Source(path=path, key=key, text=text) if text is not None else None), findings.as_tuple


def _decode(raw: bytes, path: str, findings: Findings) -> str | None:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        start_of_line = before.rfind(b"\n") + 1
        excerpt = raw[start_of_line:].split(b"\n", 1)[0].decode("utf-8", "replace").rstrip("\r")
        column = len(raw[start_of_line : error.start].decode("utf-8", "replace")) + 1
        findings.add(
            NOT_UTF8,
            Place(path=path, line=before.count(b"\n") + 1, column=column, excerpt=excerpt),
            f"the byte 0x{raw[error.start]:02x} is not UTF-8 text",
            help="save the file as UTF-8",
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _FORBIDDEN.search(text)
    if found is None:
        return text
    bad = found.start()
    line_start = text.rfind("\n", 0, bad) + 1
    excerpt = text[line_start:].split("\n", 1)[0]
    place = Place(path=path, line=text.count("\n", 0, bad) + 1, column=bad - line_start + 1, excerpt=excerpt)
    findings.add(
        CONTROL_CHARACTER,
        place,
        f"the character U+{ord(text[bad]):04X} does not belong in a text",
        help="delete the character",
    )
    return None

