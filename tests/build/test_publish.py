"""A new tree takes the place of the old one in one step, whatever happens on the way."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from site_gen.build.publish import MARKER, NotOurs, publish, recover, refuse_foreign
from tests.build.generations import names, no_exchange
from tests.sites import tree

OLD = [("index.html", b"old"), ("roles/cook.html", b"old cook")]
NEW = [("index.html", b"new"), ("pathways/a-to-b.html", b"new way"), ("media/x/y.png", b"\x89")]


def without_marker(folder: Path) -> list[tuple[str, bytes]]:
    return sorted((key, content) for key, content in tree(folder).items() if key != MARKER)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder with a published site in it."""
    folder = tmp_path / "output"
    publish(folder, OLD)
    return folder


@pytest.fixture(params=["exchange", "two renames"])
def swapping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to swap two folders: in one system call, and for systems without it."""
    if request.param == "two renames":
        no_exchange(monkeypatch)
    return str(request.param)


@pytest.mark.parametrize("make", [False, True], ids=["no folder yet", "an empty folder"])
def test_a_site_is_published_where_nothing_was(tmp_path: Path, make: bool) -> None:
    output = tmp_path / "deep" / "er" / "output"
    if make:
        output.mkdir(parents=True)
    assert publish(output, NEW) == len(NEW)
    assert without_marker(output) == sorted(NEW)
    assert names(output.parent) == ["output"]


def test_a_new_site_replaces_the_old_one_whole(output: Path, swapping: str) -> None:
    assert publish(output, NEW) == len(NEW), swapping
    assert without_marker(output) == sorted(NEW)
    assert names(output.parent) == ["output"]


def test_the_exchange_is_one_system_call_here(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("other systems swap by two renames")
    monkeypatch.setattr(Path, "rename", _raise(OSError("no rename expected")))
    publish(output, NEW)
    assert without_marker(output) == sorted(NEW)


def test_a_tree_is_made_while_it_is_written_not_before(output: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        assert (output.parent / ".output.new" / "index.html").read_bytes() == b"new"
        assert without_marker(output) == OLD

    publish(output, files())


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        pytest.param(lambda path: path.write_bytes(b"mine"), "it is not a folder", id="a file"),
        pytest.param(
            lambda path: (path.mkdir(), (path / "thesis.txt").write_bytes(b"mine")),
            "it is not empty and was not made by Waymark",
            id="somebody's folder",
        ),
        pytest.param(
            lambda path: path.symlink_to(path.parent), "it is a link to another place", id="a link to a folder"
        ),
        pytest.param(lambda path: path.symlink_to("nowhere"), "it is a link to another place", id="a link to nowhere"),
        pytest.param(lambda path: path.symlink_to(path), "it is a link to another place", id="a link to itself"),
    ],
)
def test_what_is_not_ours_is_refused_and_kept(tmp_path: Path, spoil: Callable[[Path], object], reason: str) -> None:
    output = tmp_path / "output"
    spoil(output)
    before = tree(tmp_path), names(tmp_path)
    for act in (lambda: refuse_foreign(output), lambda: publish(output, NEW)):
        with pytest.raises(NotOurs, match=f"^{reason}$"):
            act()
    assert (tree(tmp_path), names(tmp_path)) == before


@pytest.mark.parametrize("name", [".output.new", ".output.old", ".output.spare"])
def test_a_folder_of_someone_else_beside_the_output_is_kept(output: Path, name: str) -> None:
    mine = output.parent / name
    mine.mkdir()
    (mine / "thesis.txt").write_bytes(b"mine")
    with pytest.raises(NotOurs, match=f"{name} is in the way, and was not made by Waymark$"):
        publish(output, NEW)
    assert tree(mine) == {"thesis.txt": b"mine"}
    assert without_marker(output) == OLD


def test_what_somebody_puts_there_during_a_build_is_refused_and_kept(tmp_path: Path) -> None:
    output = tmp_path / "output"

    def files() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        output.mkdir()
        (output / "thesis.txt").write_bytes(b"mine")

    with pytest.raises(NotOurs):
        publish(output, files())
    assert tree(tmp_path) == {"output/thesis.txt": b"mine"}


@pytest.mark.parametrize(
    "left",
    [[".output.new"], [".output.old"], [".output.spare"], [".output.new", ".output.old", ".output.spare"]],
    ids=["new", "old", "spare", "all at once"],
)
def test_leftovers_of_a_killed_build_are_cleared_away(output: Path, left: list[str], swapping: str) -> None:
    for name in left:
        (output.parent / name / "pathways").mkdir(parents=True)
        for file in (MARKER, "index.html", "pathways/half.html"):
            (output.parent / name / file).write_bytes(b"")
    assert publish(output, NEW) == len(NEW), swapping
    assert without_marker(output) == sorted(NEW)
    assert names(output.parent) == ["output"]


def test_a_removal_cut_short_can_be_taken_up_again(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "rmtree", _raise(OSError(errno.EBUSY, "busy")))
    publish(output, NEW)
    assert (output.parent / ".output.new" / MARKER).is_file()
    monkeypatch.undo()
    publish(output, NEW)
    assert names(output.parent) == ["output"]


@pytest.mark.parametrize("error", [ValueError("a bug"), KeyboardInterrupt()], ids=["a bug", "Ctrl-C"])
def test_files_that_raise_leave_the_old_site_and_nothing_beside_it(output: Path, error: BaseException) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield from NEW[:2]
        raise error

    with pytest.raises(type(error)):
        publish(output, files())
    assert without_marker(output) == OLD
    assert names(output.parent) == ["output"]


def test_two_files_at_one_address_are_refused(output: Path) -> None:
    with pytest.raises(FileExistsError):
        publish(output, [("index.html", b"one"), ("index.html", b"two")])
    assert without_marker(output) == OLD


def test_a_parent_that_is_a_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match="file"):
        publish(tmp_path / "file" / "output", NEW)


def test_a_build_after_a_killed_one_puts_the_old_site_back_before_it_can_fail(output: Path) -> None:
    output.rename(output.parent / ".output.old")
    with pytest.raises(FileExistsError):
        publish(output, [("index.html", b"one"), ("index.html", b"two")])
    assert without_marker(output) == OLD


def test_recovering_does_nothing_where_all_is_well(output: Path) -> None:
    before = tree(output.parent)
    recover(output)
    assert tree(output.parent) == before


def test_recovering_takes_no_folder_of_someone_else(tmp_path: Path) -> None:
    mine = tmp_path / ".output.old"
    mine.mkdir()
    (mine / "thesis.txt").write_bytes(b"mine")
    recover(tmp_path / "output")
    assert names(tmp_path) == [".output.old"]


def test_a_second_build_waits_for_the_first(output: Path) -> None:
    fcntl = pytest.importorskip("fcntl")

    def files() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        handle = os.open(output.parent, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(handle)

    publish(output, files())
    handle = os.open(output.parent, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    os.close(handle)


def _raise(error: Exception) -> Callable[..., Any]:
    def act(*_given: object, **_more: object) -> None:
        raise error

    return act
