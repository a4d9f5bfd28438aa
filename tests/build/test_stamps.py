"""A file has changed when its size or time is another and its bytes are; a stamp that may deceive is not believed."""

import os
from pathlib import Path, PurePosixPath

import pytest

from site_gen.build.documents import Reader
from site_gen.build.files import ContentFolder
from site_gen.build.stamps import Stamp, copied, edited, look_at
from site_gen.build.traces import DocumentTrace, FileTrace
from tests.build.test_traces import TRACE

SECOND = 1_000_000_000
LATER = 10**30
"""A time of the disk so late that all files are surely older."""


def reader(folder: Path) -> Reader:
    return Reader(folder=ContentFolder(path=folder, shown=PurePosixPath("content")), currency="USD", overlay={})


def trace_of(folder: Path, key: str, *, moment: int = LATER) -> DocumentTrace:
    stamp = look_at(folder, [key], {}, lambda: moment)[key]
    return TRACE._replace(
        size=stamp.size, modified=stamp.modified, is_sure=stamp.is_sure, content=reader(folder).digest(key)
    )


def write(folder: Path, text: str) -> None:
    (folder / "a.md").write_text(text)


def is_edited(folder: Path, before: DocumentTrace, *, moment: int = LATER) -> bool:
    stamps = look_at(folder, ["a.md"], {"a.md": before}, lambda: moment)
    return edited(stamps, {"a.md": before}, reader(folder)) == {"a.md"}


def test_a_file_that_nobody_touched_is_neither_read_nor_is_the_time_asked(tmp_path: Path) -> None:
    write(tmp_path, "one")
    before = trace_of(tmp_path, "a.md")
    os.replace(tmp_path / "a.md", tmp_path / "b.md")  # noqa: PTH105 - nothing but the name changes
    os.replace(tmp_path / "b.md", tmp_path / "a.md")  # noqa: PTH105
    before = trace_of(tmp_path, "a.md")._replace(content=b"would be another if it were read")

    def asked() -> int:
        raise AssertionError

    stamps = look_at(tmp_path, ["a.md"], {"a.md": before}, asked)
    assert stamps == {"a.md": Stamp(before.size, before.modified, is_sure=True)}
    assert edited(stamps, {"a.md": before}, reader(tmp_path)) == frozenset()


def test_a_file_that_was_touched_is_not_edited(tmp_path: Path) -> None:
    write(tmp_path, "one")
    before = trace_of(tmp_path, "a.md")
    os.utime(tmp_path / "a.md", (1, 1))
    assert not is_edited(tmp_path, before)


@pytest.mark.parametrize("text", ["two", "three"], ids=["of the same size", "of another size"])
def test_a_file_with_other_bytes_is_edited(tmp_path: Path, text: str) -> None:
    write(tmp_path, "one")
    before = trace_of(tmp_path, "a.md")
    write(tmp_path, text)
    assert is_edited(tmp_path, before)


def test_a_file_whose_time_was_set_back_is_edited(tmp_path: Path) -> None:
    write(tmp_path, "one")
    times = (tmp_path / "a.md").stat()
    before = trace_of(tmp_path, "a.md")
    write(tmp_path, "two")
    os.utime(tmp_path / "a.md", ns=(times.st_atime_ns, times.st_mtime_ns))
    assert is_edited(tmp_path, before)


def test_a_file_that_changed_within_the_grain_of_the_clock_is_edited(tmp_path: Path) -> None:
    """Its stamp is the same: only that it was not sure gives it away."""
    write(tmp_path, "one")
    made = (tmp_path / "a.md").stat().st_mtime_ns
    before = trace_of(tmp_path, "a.md", moment=made + SECOND)
    write(tmp_path, "two")
    stamp = look_at(tmp_path, ["a.md"], {}, lambda: LATER)["a.md"]
    assert is_edited(tmp_path, before._replace(modified=stamp.modified))
    assert not is_edited(tmp_path, before._replace(modified=stamp.modified, is_sure=True)), "the test would not notice"


def test_a_stamp_is_sure_when_the_file_is_older_than_any_grain(tmp_path: Path) -> None:
    write(tmp_path, "one")
    state = (tmp_path / "a.md").stat()
    made = max(state.st_mtime_ns, state.st_ctime_ns)

    def is_sure(moment: int) -> bool:
        return look_at(tmp_path, ["a.md"], {}, lambda: moment)["a.md"].is_sure

    assert [is_sure(made), is_sure(made + SECOND), is_sure(made + 4 * SECOND)] == [False, False, True]


def test_a_file_that_is_gone_or_none_is_edited_and_has_no_stamp(tmp_path: Path) -> None:
    write(tmp_path, "one")
    before = trace_of(tmp_path, "a.md")
    (tmp_path / "a.md").unlink()
    assert is_edited(tmp_path, before)
    (tmp_path / "a.md").mkdir()
    assert is_edited(tmp_path, before)
    assert look_at(tmp_path, ["a.md"], {}, lambda: 0) == {}


def test_a_file_that_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    write(tmp_path, "one")
    assert is_edited(tmp_path, trace_of(tmp_path, "a.md")._replace(content=b""))


def test_files_that_are_copied_are_known_by_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/x").write_bytes(b"\xff")
    keys = ["assets/x"]

    def known(before: dict[str, FileTrace]) -> dict[str, FileTrace]:
        return copied(look_at(tmp_path, keys, before, lambda: LATER), before, tmp_path)

    first = known({})
    assert known({"assets/x": first["assets/x"]._replace(content=b"not read")})["assets/x"].content == b"not read"
    os.utime(tmp_path / "assets/x", (1, 1))
    assert known(first)["assets/x"].content == first["assets/x"].content
    (tmp_path / "assets/x").write_bytes(b"\xfe")
    assert known(first)["assets/x"].content != first["assets/x"].content
    assert copied(look_at(tmp_path, ["x.md"], {}, lambda: 0), {}, tmp_path) == {}
