"""Finds and reads content files: the only reader of content, folder in, `Source` values out."""

from __future__ import annotations

import os
import re
import stat
from codecs import BOM_UTF8
from dataclasses import InitVar, field
from math import ceil
from pathlib import Path, PurePosixPath
from typing import Final

from site_gen.diagnostic import Diagnostic, Edit, Findings, Fix, Place
from site_gen.faults import CONTROL_CHARACTER, NOT_UTF8, TOO_LARGE, UNREADABLE_FILE
from site_gen.record import record

LARGEST_FILE = 256 * 1024
"""Bytes; the longest real guide seen was 60 kB, and Markdown can cost 46 ms a kB at its worst."""

FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_FORBIDDEN_RUN: Final = re.compile(f"(?:{FORBIDDEN.pattern})+")

_PLAIN_BYTES: Final = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
"""The ASCII characters that a text may have."""

_PLAIN_KEY: Final = re.compile(r"(?:[\w-]+/)*[\w-]+\.\w+")
"""A place below content/ that is written in the one way there is for it, so that a path need not be made of it."""

_PLAIN_FILE: Final = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
)
"""Opens neither a link nor, for ever, a pipe that nobody writes to."""


@record
class Source:
    """One text file: `path` as shown to the author, `key` its place below content/, its text with plain line ends.

    `encoded` is the text in UTF-8. Who has read the text from bytes can give them as `raw`.
    """

    path: str
    key: str
    text: str
    encoded: bytes = field(init=False, repr=False, compare=False)
    raw: InitVar[bytes | None] = None
    _lines: tuple[str, ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self, raw: bytes | None) -> None:
        """Keep the bytes, or make them once."""
        object.__setattr__(self, "encoded", self.text.encode(errors="replace") if raw is None else raw)

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, which is cut into them when they are first asked for."""
        if not self._lines:
            object.__setattr__(self, "_lines", tuple(self.text.split("\n")))
        return self._lines

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; empty past the end."""
        return self.lines[number - 1] if number <= len(self.lines) else ""

    def place(self, line: int, column: int = 1, length: int = 1) -> Place:
        """A place in this file with its line as the excerpt."""
        return Place(path=self.path, line=line, column=column, length=max(1, length), excerpt=self.line(line))


def find_files(content: Path) -> tuple[str, ...]:
    """Every file below `content` as a sorted posix path relative to it; hidden files and folders are left out.

    A folder that is called like a guide, is a link or can't be listed counts as a file, one that can't be opened.
    """
    found: list[str] = []
    root = os.fspath(content)

    def note(error: OSError) -> None:
        found.append(Path(str(error.filename)).relative_to(content).as_posix())

    for folder, folders, files in os.walk(root, onerror=note):
        closed = {name for name in folders if name.endswith(".md") or (Path(folder) / name).is_symlink()}
        folders[:] = sorted(name for name in folders if name not in closed and not name.startswith("."))
        below = "" if folder == root else f"{Path(folder).relative_to(content).as_posix()}/"
        found += [f"{below}{name}" for name in (*files, *closed) if not name.startswith(".") and not name.endswith("~")]
    return tuple(sorted(found))


def unreadable(file: Path, content: Path) -> str:
    """Why a file below the folder `content` can't be opened, or must not be; empty where it can."""
    if _is_plain(file):
        return "" if os.access(file, os.R_OK) else "you may not read it"
    if file.is_symlink() and not file.is_file():
        return "it is a link to a folder" if file.is_dir() else "it is a link that leads nowhere"
    if file.is_symlink() and not file.resolve().is_relative_to(content.resolve()):
        return "it is a link out of the content folder"
    if not os.access(file, os.R_OK):
        return "you may not read it"
    if file.is_dir():
        return "it is a folder"
    return "" if file.is_file() else "it is not a file"


def _is_plain(file: Path) -> bool:
    """Whether a file is itself one with bytes in it, neither a link nor a folder: so are nearly all."""
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except OSError:
        return False


def unreadable_file(path: str, reason: str) -> Diagnostic:
    """The diagnostic for a file that can't be opened."""
    findings = Findings()
    findings.add(
        UNREADABLE_FILE,
        Place(path=path, line=1),
        f"the file cannot be opened: {reason}",
        help="put a file that can be read in its place, or remove it",
    )
    return findings.found[0]


def _deletions(text: str) -> tuple[Edit, ...]:
    """The edits that delete every character that no text has."""
    return tuple(
        Edit(line=number, column=found.start() + 1, end_line=number, end_column=found.end() + 1, text="")
        for number, line in enumerate(text.split("\n"), 1)
        for found in _FORBIDDEN_RUN.finditer(line)
    )


def read_source(
    content: Path, key: str, *, shown: PurePosixPath, raw: bytes | None = None
) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Read one file below `content`; `shown` is the content folder as the author would type it.

    `raw` are bytes to take instead of those on the disk: what an author is still writing, or a fix would write.

    Gives no source, and one diagnostic, when the file can't be opened, is too large, is not UTF-8 or holds
    control characters.
    """
    path = shown_path(shown, key)
    if raw is None and (plain := _bytes_of_plain(f"{content}/{key}")) and (text := _plain_text(plain)):
        return Source(path=path, key=key, text=text, raw=plain), ()
    findings = Findings()
    file = content / key
    reason = unreadable(file, content)
    try:
        held, size = _bytes_of(file, raw) if not reason else (b"", 0)
    except OSError as error:
        reason = error.strerror or "the reason is not known"
    if reason:
        return None, (unreadable_file(path, reason),)
    if len(held) > LARGEST_FILE:
        findings.add(
            TOO_LARGE,
            Place(path=path, line=1),
            f"the file has {ceil(size / 1024)} kB, more than the {LARGEST_FILE // 1024} kB a page may have",
            help="split it into several pages",
        )
        return None, findings.as_tuple
    text = _decode(held, path, findings)
    return (Source(path=path, key=key, text=text) if text is not None else None), findings.as_tuple


def read_plain_text(path: str) -> str | None:
    """The text of a file that can be taken as it is, as nearly all can; None for one that takes a closer look."""
    raw = _bytes_of_plain(path)
    return None if raw is None else _plain_text(raw)


def shown_path(shown: PurePosixPath, key: str) -> str:
    """The path of a file as the author would type it."""
    folder = str(shown)
    if _PLAIN_KEY.fullmatch(key) is None or folder in {".", "/", "//"}:
        return (shown / key).as_posix()
    return f"{folder}/{key}"


def _bytes_of_plain(path: str) -> bytes | None:
    """The bytes of a file that is itself one and not too large; None for all else, which takes a closer look.

    So are nearly all, and to open one says more in one call than to ask first what it is.
    """
    if not hasattr(os, "O_NOFOLLOW"):
        return None
    try:
        file = os.open(path, _PLAIN_FILE)
    except OSError:
        return None
    try:
        status = os.fstat(file)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST_FILE:
            return None
        held = os.read(file, status.st_size + 1)
        return held if len(held) == status.st_size else None
    except OSError:
        return None
    finally:
        os.close(file)


def _bytes_of(path: Path, given: bytes | None) -> tuple[bytes, int]:
    """The bytes of a file, at most one more than are allowed, and how many it has in all."""
    if given is not None:
        return given, len(given)
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        return file.read(min(size, LARGEST_FILE) + 1), size


def _plain_text(raw: bytes) -> str | None:
    """The text of a file as most are: UTF-8 without marks, other line ends or characters that no text has."""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return None
    return None if b"\r" in raw or _holds_forbidden(raw) else text


def _holds_forbidden(raw: bytes) -> bool:
    """Whether a text in UTF-8 holds a character that no text has: only those that are not plain ASCII are looked at."""
    return FORBIDDEN.search(raw.translate(None, _PLAIN_BYTES).decode()) is not None


def _decode(raw: bytes, path: str, findings: Findings) -> str | None:
    raw = raw.removeprefix(BOM_UTF8)
    try:
        text = raw.decode()
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
    if b"\r" in raw:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = FORBIDDEN.search(text) if _holds_forbidden(raw) else None
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
        fix=Fix(title="delete the characters that belong in no text", edits=_deletions(text), safe=True),
    )
    return None
