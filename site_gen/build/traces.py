"""What the last build has left behind: of each file its state, its facts and what was asked for its page.

One SQLite file. It may vanish, be cut off, be damaged or be from another version at any time: then it is empty, and the
build a whole one. It is written in one transaction, after the site was published.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from urllib.parse import quote

from site_gen.build.staleness import Answers
from site_gen.diagnostic import Diagnostic
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.options import Options

FORMAT: Final = 4
"""Raised when what is stored changes its shape."""

_STORE: Final = "traces"
_DIGEST: Final = 16
_TABLES: Final = """
CREATE TABLE book (code TEXT, seal BLOB, pages BLOB);
CREATE TABLE gathered (key TEXT PRIMARY KEY, packed BLOB) WITHOUT ROWID;
CREATE TABLE standing (name TEXT PRIMARY KEY, seal BLOB, content BLOB) WITHOUT ROWID;
"""


# Tuples, because thousands of them are stored and taken up by every build, which takes dataclasses ten times as long.
class FileTrace(NamedTuple):
    """What is known of a file that is copied.

    `modified` is in nanoseconds; a stamp that is not sure may hide a later change of the same moment. `content` is a
    digest of its bytes.
    """

    size: int
    modified: int
    is_sure: bool
    content: bytes


class DocumentTrace(NamedTuple):
    """What is known of one file of prose: as of every file, and what became of it.

    `facts`, `names` and `packed` are digests: of what lists show of it, of what other files are judged by, and of what
    was gathered. `due` is the ordinal of the day it is published on, 0 for none and -1 for a draft.
    """

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
    packed: bytes
    is_faultless: bool


class OutputTrace(NamedTuple):
    """What a page of the whole site, or a kind of output, has asked for, and the addresses of what was made.

    It would have had the addresses `denied`, too, if they had been free.
    """

    name: str
    asks: frozenset[str]
    addresses: tuple[str, ...]
    denied: tuple[str, ...] = ()

    @property
    def is_page(self) -> bool:
        """Whether it is a page, which goes by its address."""
        return self.addresses == (self.name,) and self.name.endswith(".html")


@record
class Book:
    """Everything that a build keeps but what it gathered of each file, which is seldom asked for again.

    `generation` names the tree that it belongs to. `answers` are those to all that can be asked; `judged` is what was
    found between files, on the day `today`; `files` are all there were, and the author knows their folder as `shown`.
    """

    generation: str = ""
    shown: str = ""
    today: date | None = None
    answers: Answers = field(default_factory=dict)
    documents: Mapping[str, DocumentTrace] = field(default_factory=dict)
    copied: Mapping[str, FileTrace] = field(default_factory=dict)
    outputs: tuple[OutputTrace, ...] = ()
    judged: tuple[Diagnostic, ...] = ()
    files: frozenset[str] = frozenset()


@record
class Later:
    """What builds upon the last whole one have changed in its book, of which `base` is the generation.

    Each of them leaves all of it, so that none has to write the book, which is as long as the site is large.
    """

    base: str
    generation: str
    documents: Mapping[str, DocumentTrace] = field(default_factory=dict)


def _with_later(book: Book, packed: bytes) -> Book:
    """A book with what has changed in it later."""
    later: Later | None = pickle.loads(packed) if packed else None
    if later is None or later.base != book.generation:
        return book
    return replace(book, generation=later.generation, documents={**book.documents, **later.documents})


class Broken(Exception):  # noqa: N818 - not an error of the program: the file was cut off or is another's
    """What is stored can't be trusted."""


_DAMAGE: Final = (sqlite3.Error, ValueError, OverflowError, MemoryError)
"""What SQLite raises of a file that was damaged: its words and figures can be any."""


class Traces:
    """The traces of one site and one output folder, in one file.

    `book` is None until it is taken up, and where there is nothing to go by: the file isn't there, or `is_strange`.
    """

    def __init__(self, file: Path) -> None:
        """Open a file, if it is there and has the form that this Waymark gives it."""
        self.file = file
        self.book: Book | None = None
        self.is_strange = False
        self._connection: sqlite3.Connection | None = None
        with contextlib.suppress(*_DAMAGE, OSError, Broken):
            self._open()

    def _open(self) -> None:
        if not self.file.exists():
            return
        self.is_strange = True
        self._connect("rw")
        if self._one("PRAGMA user_version") != FORMAT:
            raise Broken("of another form")
        self.is_strange = False

    def take_up(self, code: str) -> None:
        """Take up what the last build has left, if it was one by this `code`; any other is taken for strange."""
        if self._connection is None or self.is_strange:
            return
        self.is_strange = True
        with contextlib.suppress(*_DAMAGE, Broken):
            written_by, seal, pages = self._run("SELECT code, seal, pages FROM book").fetchone() or ("", b"", b"")
            if written_by == code and digest_of_packed(pages) == seal:
                self.book = _with_later(pickle.loads(pages), self.part("later"))
                self.is_strange = False

    def part(self, name: str) -> bytes:
        """A part of how the last build has left the site; empty where there is none. Raises Broken."""
        try:
            seal, content = self._run("SELECT seal, content FROM standing WHERE name = ?", name).fetchone() or ("", b"")
        except _DAMAGE as error:
            raise Broken(str(error)) from error
        if content and digest_of_packed(content) != seal:
            raise Broken(name)
        return content if isinstance(content, bytes) else b""

    def moment(self) -> int:
        """The time of the disk, in nanoseconds: that of a file made here and now; 0 where none can be made."""
        probe = self.file.with_name(f"{self.file.name}-moment-{os.getpid()}")
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
        self.book = None
        self.is_strange = True

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def gathered(self, keys: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """What was gathered of some files, as it was packed. Raises Broken."""
        wanted = set(keys)
        documents = self.book.documents if self.book else {}
        try:
            for key, packed in self._rows(frozenset(wanted)):
                if key in wanted:
                    wanted.discard(key)
                    if not isinstance(packed, bytes) or digest_of_packed(packed) != documents[key].packed:
                        raise Broken(key)
                    yield key, packed
        except (*_DAMAGE, KeyError) as error:
            raise Broken(str(error)) from error
        if wanted:
            raise Broken(min(wanted))

    def _rows(self, keys: frozenset[str]) -> Iterator[tuple[str, object]]:
        if self.book is not None and len(keys) * _A_LOOK > len(self.book.documents):
            yield from self._run("SELECT key, packed FROM gathered")
            return
        for key in keys:
            yield from self._run("SELECT key, packed FROM gathered WHERE key = ?", key)

    def store(
        self, book: Book, packed: Mapping[str, bytes], parts: Mapping[str, bytes], *, code: str, afresh: bool
    ) -> None:
        """Keep the book of a build by this `code`, what it gathered of files, and how it left the site.

        `afresh` forgets everything before. What can't be written is let go, and the next build is a whole one.
        """
        with self._writing():
            removed = set(self.book.documents if self.book else ()) - book.documents.keys()
            if afresh or self._connection is None:
                self._begin_anew()
            pages = pickle.dumps(book, pickle.HIGHEST_PROTOCOL)
            self._run("BEGIN IMMEDIATE")
            self._run_all("DELETE FROM gathered WHERE key = ?", ((key,) for key in removed))
            self._run_all(_GATHER, ((key, value) for key, value in packed.items() if key in book.documents))
            self._run("DELETE FROM book")
            self._run("INSERT INTO book VALUES (?, ?, ?)", code, digest_of_packed(pages), pages)
            self._run("DELETE FROM standing")
            self._put(parts)
            self._run("COMMIT")
            self.book = book

    def update(self, packed: Mapping[str, bytes], parts: Mapping[str, bytes]) -> None:
        """Keep what a build upon the last one gathered, and the parts of how it left the site that are new."""
        with self._writing():
            self._run("BEGIN IMMEDIATE")
            self._run_all(_GATHER, packed.items())
            self._put(parts)
            self._run("COMMIT")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Let go of the whole file where something can't be written into it."""
        try:
            yield
        except (*_DAMAGE, OSError, Broken):  # a file whose name is no text is such a value, too
            self.close()
            self._remove()

    def _put(self, parts: Mapping[str, bytes]) -> None:
        rows = ((name, digest_of_packed(content), content) for name, content in parts.items())
        self._run_all("INSERT OR REPLACE INTO standing VALUES (?, ?, ?)", rows)

    def _run_all(self, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
        if self._connection is None:
            raise Broken("there is no file")
        self._connection.executemany(statement, rows)

    def _begin_anew(self) -> None:
        self.close()
        self._remove()
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self._connect("rwc")
        assert self._connection is not None
        self._connection.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {FORMAT}; COMMIT")

    def _remove(self) -> None:
        """Remove the file, and before it a journal that would be written back into the next one of its name."""
        with contextlib.suppress(OSError):
            self.file.with_name(f"{self.file.name}-journal").unlink(missing_ok=True)
            self.file.unlink(missing_ok=True)

    def _connect(self, mode: str) -> None:
        # Path.as_uri would do, but since Python 3.14 it loads all that servers are asked with: that takes long.
        path = quote(os.fsencode(self.file.absolute().as_posix().lstrip("/")))
        address = f"file:///{path}?mode={mode}"
        self._connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=_PATIENCE)
        # What a power cut leaves half written is found out by the seals.
        self._run("PRAGMA synchronous = OFF")

    def _run(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if self._connection is None:
            raise Broken("there is no file")
        return self._connection.execute(statement, values)

    def _one(self, question: str) -> Any:
        found = self._run(question).fetchone()
        return found[0] if found else None


_GATHER: Final = "INSERT OR REPLACE INTO gathered VALUES (?, ?)"

_A_LOOK: Final = 4
"""To look one file up costs as much as to go through so many."""

_PATIENCE: Final = 1.0
"""Seconds to wait for somebody else who has the file open."""


def digest_of_packed(packed: object) -> bytes:
    """The digest by which a damaged value is known; empty for what is no value at all."""
    return blake2b(packed, digest_size=_DIGEST).digest() if isinstance(packed, bytes) else b""


def file_of(options: Options) -> Path:
    """Where the traces of a site are kept: those of another output folder in a file of their own.

    It is named after the way there, where that is below the site: both together may be moved, or restored elsewhere.
    """
    folder, output = folder_of(options), options.output
    if output == options.site / "output":
        return folder / f"{_STORE}.sqlite"
    way = output.relative_to(options.site) if output.is_relative_to(options.site) else output
    name = blake2b(str(way).encode(errors="surrogatepass"), digest_size=4).hexdigest()
    return folder / f"{_STORE}-{name}.sqlite"


def folder_of(options: Options) -> Path:
    """Where a site keeps what only saves time."""
    return options.site / ".cache" / "waymark"
