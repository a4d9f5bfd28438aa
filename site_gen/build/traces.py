"""What earlier builds have left behind: of each file its stamp, its facts and what was asked for its page.

One SQLite file. It may vanish, be cut off or be from another version at any time: then it is empty, and the build a
whole one. It is written in one transaction, after the site was published.
"""

from __future__ import annotations

import contextlib
import json
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from site_gen.record import record

FORMAT: Final = 1
"""Raised when what is stored changes its shape."""

_DIGEST: Final = 8
_TABLES: Final = """
CREATE TABLE documents (key TEXT PRIMARY KEY, size INTEGER, modified INTEGER, is_sure INTEGER, content BLOB,
  asks INTEGER, origin TEXT, target TEXT, due INTEGER, has_page INTEGER, facts BLOB, names BLOB, is_faultless INTEGER)
  WITHOUT ROWID;
CREATE TABLE gathered (key TEXT PRIMARY KEY, packed BLOB) WITHOUT ROWID;
CREATE TABLE asks (id INTEGER PRIMARY KEY, names TEXT);
CREATE TABLE outputs (name TEXT PRIMARY KEY, asks INTEGER, addresses TEXT) WITHOUT ROWID;
CREATE TABLE notes (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class DocumentTrace:
    """What is known of one file of prose.

    `modified` is in nanoseconds; a stamp that is not sure may hide a later change of the same moment. `content`,
    `facts` and `names` are digests: of its bytes, of what lists show of it, and of what other files are judged by.
    `due` is the ordinal of the day it is published on, 0 for none and -1 for a draft.
    """

    key: str
    size: int
    modified: int
    is_sure: bool
    content: bytes
    asks: frozenset[str]
    origin: str
    target: str
    due: int
    has_page: bool
    facts: bytes
    names: bytes
    is_faultless: bool


@dataclass(frozen=True, slots=True)
class OutputTrace:
    """What a page of the whole site, or a kind of output, has asked for, and the addresses of what was made."""

    name: str
    asks: frozenset[str]
    addresses: tuple[str, ...]

    @property
    def is_page(self) -> bool:
        """Whether it is a page, which goes by its address."""
        return self.addresses == (self.name,)


@record
class Update:
    """What a build adds to the traces, all at once. `packed` are gathered values by key, pickled."""

    documents: Iterable[DocumentTrace]
    packed: Mapping[str, bytes]
    removed: Iterable[str]
    outputs: Iterable[OutputTrace] | None
    notes: Mapping[str, Any] = field(default_factory=dict)


class Broken(Exception):  # noqa: N818 - not an error of the program: the file was cut off or is another's
    """What is stored can't be trusted."""


class Traces:
    """The traces of one site and one output folder, in one file."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._connection: sqlite3.Connection | None = None
        self._names_by_id: dict[int, frozenset[str]] = {}
        self._open()

    def _open(self) -> None:
        try:
            if not _is_whole(self.file):
                return
            connection = sqlite3.connect(f"file:{self.file}?mode=rw", uri=True, isolation_level=None)
            if connection.execute("PRAGMA user_version").fetchone() != (FORMAT,):
                connection.close()
                return
            for number, names in connection.execute("SELECT id, names FROM asks"):
                self._names_by_id[number] = frozenset(json.loads(names))
        except (sqlite3.Error, OSError, ValueError, TypeError):
            return
        self._connection = connection

    def moment(self) -> int:
        """The time of the disk, in nanoseconds: that of a file made here and now."""
        probe = self.file.with_name(f"{self.file.name}-moment")
        try:
            probe.parent.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"")
            return probe.stat().st_mtime_ns
        except OSError:
            return 0
        finally:
            with contextlib.suppress(OSError):
                probe.unlink(missing_ok=True)

    def forget(self) -> None:
        """Go by nothing of what is stored."""
        self.close()
        self._names_by_id = {}

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to go by."""
        return self._connection is None

    def note(self, name: str) -> Any:
        """A value that the last build has noted, or None. Raises Broken."""
        for (packed,) in self._rows("SELECT value FROM notes WHERE name = ?", (name,)):
            return pickle.loads(_unsealed(packed))
        return None

    def documents(self) -> dict[str, DocumentTrace]:
        """Every file of prose that the last build has seen, by key. Raises Broken."""
        names = self._names_by_id
        return {row[0]: _document(row, names) for row in self._rows("SELECT * FROM documents")}

    def outputs(self) -> dict[str, OutputTrace]:
        """Every page of the whole site and kind of output, by name. Raises Broken."""
        return {
            name: OutputTrace(name, self._names_by_id.get(asks, frozenset()), tuple(json.loads(addresses)))
            for name, asks, addresses in self._rows("SELECT * FROM outputs")
        }

    def gathered(self, keys: Iterable[str] | None = None) -> Iterator[tuple[str, bytes]]:
        """What was gathered of some files, or of all, as it was packed. Raises Broken."""
        if keys is None:
            for key, sealed in self._rows("SELECT * FROM gathered"):
                yield key, _unsealed(sealed)
            return
        for wanted in keys:
            for key, sealed in self._rows("SELECT * FROM gathered WHERE key = ?", (wanted,)):
                yield key, _unsealed(sealed)

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> Iterator[Any]:
        if self._connection is None:
            return
        try:
            yield from self._connection.execute(query, values)
        except sqlite3.Error as error:
            raise Broken(str(error)) from error

    def store(self, update: Update, *, afresh: bool) -> None:
        """Add what a build has found out; `afresh` forgets everything before. What can't be written is let go."""
        with contextlib.suppress(sqlite3.Error, OSError):
            self._store(update, afresh=afresh)
            return
        self.close()
        with contextlib.suppress(OSError):
            self.file.unlink(missing_ok=True)

    def _store(self, update: Update, *, afresh: bool) -> None:
        if afresh or self._connection is None:
            self._begin_anew()
        assert self._connection is not None
        run = self._connection
        run.execute("BEGIN IMMEDIATE")
        ids = {names: number for number, names in self._names_by_id.items()}

        def number_of(names: frozenset[str]) -> int:
            if names not in ids:
                ids[names] = len(ids) + 1
                run.execute("INSERT INTO asks VALUES (?, ?)", (ids[names], json.dumps(sorted(names))))
            return ids[names]

        removed = [(key,) for key in update.removed]
        run.executemany("DELETE FROM documents WHERE key = ?", removed)
        run.executemany("DELETE FROM gathered WHERE key = ?", removed)
        run.executemany(
            f"INSERT OR REPLACE INTO documents VALUES ({', '.join('?' * 13)})",
            (
                (
                    *(each.key, each.size, each.modified, each.is_sure, each.content, number_of(each.asks)),
                    *(each.origin, each.target, each.due, each.has_page, each.facts, each.names, each.is_faultless),
                )
                for each in update.documents
            ),
        )
        packed = ((key, _sealed(value)) for key, value in update.packed.items())
        run.executemany("INSERT OR REPLACE INTO gathered VALUES (?, ?)", packed)
        if update.outputs is not None:
            run.execute("DELETE FROM outputs")
            rows = ((each.name, number_of(each.asks), json.dumps(each.addresses)) for each in update.outputs)
            run.executemany("INSERT INTO outputs VALUES (?, ?, ?)", rows)
        values = ((name, _sealed(pickle.dumps(value, pickle.HIGHEST_PROTOCOL))) for name, value in update.notes.items())
        run.executemany("INSERT OR REPLACE INTO notes VALUES (?, ?)", values)
        run.execute("COMMIT")
        self._names_by_id = {number: names for names, number in ids.items()}

    def _begin_anew(self) -> None:
        self.close()
        self.file.unlink(missing_ok=True)
        self.file.with_name(f"{self.file.name}-journal").unlink(missing_ok=True)
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self._names_by_id = {}
        self._connection = sqlite3.connect(self.file, isolation_level=None)
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {FORMAT}; COMMIT")


def _document(row: tuple[Any, ...], names: Mapping[int, frozenset[str]]) -> DocumentTrace:
    key, size, modified, is_sure, content, asks, origin, target, due, has_page, facts, other, is_faultless = row
    asked = names.get(asks, frozenset())
    return DocumentTrace(
        key, size, modified, is_sure, content, asked, origin, target, due, has_page, facts, other, is_faultless
    )


def _is_whole(file: Path) -> bool:
    """Whether a file has all the pages that its head promises: a copy that was cut off has not."""
    with file.open("rb") as stream:
        head = stream.read(100)
    if len(head) < 100 or not head.startswith(b"SQLite format 3\x00"):
        return False
    page = int.from_bytes(head[16:18], "big")
    return file.stat().st_size == (65536 if page == 1 else page) * int.from_bytes(head[28:32], "big")


def _sealed(packed: bytes) -> bytes:
    return blake2b(packed, digest_size=_DIGEST).digest() + packed


def _unsealed(sealed: bytes) -> bytes:
    packed = sealed[_DIGEST:]
    if blake2b(packed, digest_size=_DIGEST).digest() != sealed[:_DIGEST]:
        message = "a value has been damaged"
        raise Broken(message)
    return packed
