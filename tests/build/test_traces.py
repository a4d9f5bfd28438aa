"""What a build leaves for the next one is believed only where it is whole: otherwise that is one from nothing."""

import multiprocessing
import os
import random
import signal
import sqlite3
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest

from site_gen.build.site import Report
from site_gen.build.traces import FORMAT, Book, Broken, DocumentTrace, Traces, digest_of_packed
from tests.build.generations import killed_at
from tests.build.workshop import workshop
from tests.sites import tree

STORE = ".cache/waymark/traces.sqlite"
SUMMARIES = ("From pans to ovens.", "To the ovens.")

ANOTHER = "the last build was made by another version, or what it has left was changed"


class Pair:
    """One site with two states that it is changed between, and what each of them is when it is built from nothing."""

    def __init__(self, folder: Path) -> None:
        self.site = workshop(folder / "site")
        self.store = self.site.folder / STORE
        self.clean: dict[str, tuple[dict[str, bytes], Report]] = {}
        for summary in SUMMARIES:
            self._write(summary)
            elsewhere = folder / f"clean{len(self.clean)}"
            report = self.site.build_clean(elsewhere)
            self.clean[summary] = tree(elsewhere / "output"), report
        self.states = cycle(SUMMARIES)
        self.turn()
        self.build()

    def _write(self, summary: str) -> None:
        self.site.guide("cook-to-baker", front={"summary": summary})
        if summary == SUMMARIES[0]:
            self.site.guide("potter-to-cook")
        else:
            self.site.remove("content/pathways/potter-to-cook.md")

    def turn(self) -> None:
        """Change the content to the other state."""
        self.summary = next(self.states)
        self._write(self.summary)

    def build(self) -> Report:
        """Build, and hold the site to what is built from nothing."""
        report = self.site.build()
        whole, clean = self.clean[self.summary]
        assert report.published
        assert report.diagnostics == clean.diagnostics
        assert (report.pages, report.files) == (clean.pages, clean.files)
        assert tree(self.site.folder / "output") == whole
        return report


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return Pair(tmp_path_factory.mktemp("pair"))


def is_whole(report: Report) -> bool:
    """Whether everything was made, for want of something to go by."""
    return report.made_again == report.pages


def test_traces_that_are_whole_are_gone_by(pair: Pair) -> None:
    pair.build()
    pair.turn()
    assert not is_whole(pair.build())


def _make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


SPOILED: dict[str, Callable[[Path], object]] = {
    "gone": Path.unlink,
    "empty": lambda file: file.write_bytes(b""),
    "something else": lambda file: file.write_bytes(b"SQLite format 3\0" + bytes(8000)),
    "of another form": lambda file: sqlite3.connect(file).execute(f"PRAGMA user_version = {FORMAT + 1}"),
    "of other code": lambda file: _change(file, "UPDATE book SET code = 'x'"),
    "without a seal": lambda file: _change(file, "UPDATE book SET seal = x'00'"),
    "without a value": lambda file: _change(file, "UPDATE book SET pages = NULL"),
    "without a book": lambda file: _change(file, "DELETE FROM book"),
    "without what was gathered": lambda file: _change(file, "DELETE FROM gathered WHERE key LIKE '%waiter%'"),
    "mixed up": lambda file: _change(
        file, "UPDATE gathered SET packed = (SELECT packed FROM gathered WHERE key = 'roles/cook.md')"
    ),
    "a folder": _make_folder,
}


def _change(file: Path, statement: str) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED)
def test_traces_that_are_not_right_are_no_traces(pair: Pair, spoil: Callable[[Path], object]) -> None:
    pair.build()
    pair.turn()
    spoil(pair.store)
    report = pair.build()
    assert is_whole(report)
    if spoil is not SPOILED["gone"]:
        assert ANOTHER in report.reasons.values()
    if pair.store.is_dir():
        pair.store.rmdir()


def _cuts(size: int, number: random.Random) -> Iterator[int]:
    yield from range(0, size, 4096)
    yield from (number.randrange(size) for _ in range(4))


def test_traces_that_were_cut_off_are_no_traces(pair: Pair) -> None:
    pair.build()
    for cut in _cuts(pair.store.stat().st_size, random.Random(1)):
        pair.turn()
        os.truncate(pair.store, cut)
        pair.build()


def _damage(pair: Pair, rounds: int, seed: int) -> None:
    number = random.Random(seed)
    for _ in range(rounds):
        pair.build()
        pair.turn()
        held = bytearray(pair.store.read_bytes())
        for _ in range(number.choice((1, 1, 8, 200))):
            held[number.randrange(len(held))] ^= 1 << number.randrange(8)
        pair.store.write_bytes(held)
        pair.build()


def test_no_damage_to_traces_is_seen_in_the_site(pair: Pair) -> None:
    _damage(pair, 20, seed=2)


@pytest.mark.soak
def test_no_damage_to_traces_is_seen_in_the_site_for_long(pair: Pair) -> None:
    _damage(pair, 1000, seed=3)


def test_a_journal_that_somebody_left_is_no_part_of_new_traces(pair: Pair) -> None:
    pair.build()
    journal = pair.store.with_name(f"{pair.store.name}-journal")
    for is_alone in (False, True):
        pair.turn()
        journal.write_bytes(pair.store.read_bytes())
        if is_alone:
            pair.store.unlink()
        pair.build()
        pair.turn()
        assert not is_whole(pair.build())


def test_traces_of_a_change_that_was_cut_short_are_those_before_it(pair: Pair) -> None:
    """A killed writer leaves a journal, by which SQLite takes its change back; without it the seals don't fit."""
    for keeps_journal in (True, False):
        pair.build()
        pair.turn()
        child = multiprocessing.get_context("fork").Process(target=_write_and_die, args=(pair.store,))
        child.start()
        child.join()
        journal = pair.store.with_name(f"{pair.store.name}-journal")
        assert journal.exists()
        if not keeps_journal:
            journal.unlink()
        assert is_whole(pair.build()) is not keeps_journal


def _write_and_die(store: Path) -> None:
    connection = sqlite3.connect(store, isolation_level=None)
    connection.execute("PRAGMA cache_size = 1")  # so that pages are written before the change is complete
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute("BEGIN")
    connection.execute("UPDATE gathered SET packed = packed || zeroblob(20000)")
    os.kill(os.getpid(), signal.SIGKILL)


def test_without_a_place_for_traces_every_build_is_whole(pair: Pair) -> None:
    cache = pair.site.folder / ".cache"
    cache.rename(pair.site.folder / "away")
    cache.write_text("a file")
    for _ in range(2):
        pair.turn()
        assert is_whole(pair.build())
    cache.unlink()


def test_a_full_disk_leaves_no_traces_but_a_site(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    pair.build()
    real = Traces._run

    def full(self: Traces, statement: str, *values: object) -> sqlite3.Cursor:
        if statement.startswith("INSERT INTO book"):
            message = "database or disk is full"
            raise sqlite3.OperationalError(message)
        return real(self, statement, *values)

    pair.turn()
    with monkeypatch.context() as patch:
        patch.setattr(Traces, "_run", full)
        assert not is_whole(pair.build())
    assert not pair.store.exists()
    assert is_whole(pair.build())


def test_a_build_that_is_killed_before_it_left_traces_is_not_built_upon(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The content is the same, but not what was published of it."""
    site = workshop(tmp_path)
    site.guide("potter-to-cook", front={"draft": "true"})
    site.build()
    whole = tree(tmp_path / "output")
    site.drafts = True
    with monkeypatch.context() as patch:
        patch.setattr(Traces, "store", lambda *_given, **_more: None)
        site.build()
    assert tree(tmp_path / "output") != whole
    site.drafts = False
    site.build()
    assert tree(tmp_path / "output") == whole


def _kill_at_steps(pair: Pair, first: int, stride: int) -> None:
    pair.build()
    turn = first
    while True:
        pair.turn()
        killed = killed_at(turn, pair.site.build)
        pair.build()
        if not killed:
            break
        turn += stride
    assert turn > 100


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of this process is to be killed")
def test_a_build_that_is_killed_leaves_nothing_wrong_for_the_next(pair: Pair) -> None:
    _kill_at_steps(pair, first=5, stride=13)


@pytest.mark.soak
def test_a_build_that_is_killed_at_any_step_leaves_nothing_wrong_for_the_next(pair: Pair) -> None:
    _kill_at_steps(pair, first=1, stride=1)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="copies of this process are to build")
def test_builds_at_the_same_time_give_the_same_site(pair: Pair) -> None:
    for _ in range(3):
        pair.turn()
        children = [multiprocessing.get_context("fork").Process(target=pair.site.build) for _ in range(3)]
        for child in children:
            child.start()
        for child in children:
            child.join()
        assert [child.exitcode for child in children] == [0, 0, 0]
        assert pair.build().reasons == {}


TRACE = DocumentTrace(
    size=1,
    modified=2,
    is_sure=True,
    content=b"c",
    asks=frozenset({"setting:title"}),
    origin="cook",
    target="baker",
    due=0,
    has_page=True,
    facts=b"f",
    names=b"n",
    packed=digest_of_packed(b"kept"),
    is_faultless=True,
)


def test_what_is_stored_comes_back(tmp_path: Path) -> None:
    book = Book(generation="1", documents={"a": TRACE, "b": TRACE})
    traces = Traces(tmp_path / "x/y/traces")
    assert (traces.book, traces.is_strange, list(traces.gathered([]))) == (None, False, [])
    traces.store(book, {"a": b"kept", "b": b"kept", "c": b"of no document"}, {}, code="code", afresh=True)
    traces.close()
    again = Traces(tmp_path / "x/y/traces")
    again.take_up("code")
    assert again.book == book
    assert dict(again.gathered(["a"])) == {"a": b"kept"}
    smaller = Book(generation="2", documents={"a": TRACE})
    again.store(smaller, {}, {}, code="code", afresh=False)
    with pytest.raises(Broken):
        list(again.gathered(["b"]))
    assert dict(again.gathered(["a"])) == {"a": b"kept"}


@pytest.mark.parametrize("many", [1, 1000], ids=["looked up one by one", "looked up in one go"])
def test_what_was_gathered_has_to_be_there_and_right(tmp_path: Path, many: int) -> None:
    documents = {f"{number:04}": TRACE for number in range(many)}
    traces = Traces(tmp_path / "traces")
    traces.store(Book(documents=documents), dict.fromkeys(documents, b"kept"), {}, code="code", afresh=True)
    assert len(list(traces.gathered(documents))) == many
    _change(traces.file, "UPDATE gathered SET packed = x'00' WHERE key = '0000'")
    with pytest.raises(Broken):
        list(traces.gathered(documents))
    _change(traces.file, "DELETE FROM gathered WHERE key = '0000'")
    with pytest.raises(Broken):
        list(traces.gathered(documents))


def test_the_time_of_the_disk_is_that_of_a_file_made_now(tmp_path: Path) -> None:
    (tmp_path / "before").touch()
    moment = Traces(tmp_path / "cache/traces").moment()
    (tmp_path / "after").touch()
    assert (tmp_path / "before").stat().st_mtime_ns <= moment <= (tmp_path / "after").stat().st_mtime_ns
    assert list((tmp_path / "cache").iterdir()) == []
    (tmp_path / "file").touch()
    assert Traces(tmp_path / "file/traces").moment() == 0


def test_words_of_the_store_that_are_no_text_are_damage(pair: Pair) -> None:
    """SQLite puts the names of its tables into what it complains of."""
    pair.build()
    pair.turn()
    pair.store.write_bytes(pair.store.read_bytes().replace(b"CREATE TABLE book", b"CREATE\xa0\xffABLE book"))
    assert is_whole(pair.build())
