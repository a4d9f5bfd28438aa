"""Files are written, linked and removed without a trace in another tree, and whoever touches a tree is found out."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.build.tree import (
    has_same_names,
    is_unchanged,
    link_file,
    link_tree,
    new_file,
    remove_file,
    stamps_after,
    stamps_of,
    write_file,
)
from tests.build.generations import holdings
from tests.build.touches import TOUCHES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small tree."""
    return _grown(tmp_path / "tree")


def _grown(folder: Path) -> Path:
    for address in ("index.html", "a/b/c.html", "a/d.html", "e/f.html"):
        new_file(folder, address, address.encode())
    return folder


def test_a_file_is_written_with_the_folders_above_it(folder: Path) -> None:
    assert (folder / "a/b/c.html").read_bytes() == b"a/b/c.html"
    assert (folder / "index.html").stat().st_mode & 0o111 == 0


def test_a_file_that_is_there_is_not_new(folder: Path) -> None:
    with pytest.raises(FileExistsError):
        new_file(folder, "index.html", b"")
    assert (folder / "index.html").read_bytes() == b"index.html"


def test_a_file_is_whole_where_the_system_takes_a_few_bytes_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: write(handle, content[:3]))
    new_file(tmp_path, "index.html", b"ten bytes.")
    assert (tmp_path / "index.html").read_bytes() == b"ten bytes."


@pytest.mark.parametrize("make", [os.link, os.symlink], ids=["a hard link", "a symbolic link"])
def test_a_file_is_never_written_through_a_link(folder: Path, make: Callable[[Path, Path], None]) -> None:
    other = folder / "other.html"
    make(folder / "index.html", other)
    write_file(folder, "other.html", b"new")
    assert (other.read_bytes(), other.is_symlink()) == (b"new", False)
    assert (folder / "index.html").read_bytes() == b"index.html"


def test_removing_a_file_removes_the_folders_that_it_leaves_empty(folder: Path) -> None:
    remove_file(folder, "a/b/c.html")
    remove_file(folder, "e/f.html")
    assert holdings(folder) == {"index.html": b"index.html", "a": None, "a/d.html": b"a/d.html"}


@pytest.mark.parametrize("address", ["gone.html", "gone/too.html", "index.html/too.html", "a/b/gone.html"])
def test_removing_what_is_not_there_changes_nothing(folder: Path, address: str) -> None:
    before = holdings(folder)
    remove_file(folder, address)
    assert holdings(folder) == before


def test_the_tree_itself_stays_when_its_last_file_is_removed(tmp_path: Path) -> None:
    new_file(tmp_path / "tree", "index.html", b"")
    remove_file(tmp_path / "tree", "index.html")
    assert holdings(tmp_path) == {"tree": None}


def test_linked_files_are_the_same_files(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    assert list(link_tree(folder, other, stamps_of(folder))) == []
    assert holdings(other) == holdings(folder)
    assert (other / "a/b/c.html").samefile(folder / "a/b/c.html")
    remove_file(other, "a/b/c.html")
    assert link_file(folder, other, "a/b/c.html")
    assert (other / "a/b/c.html").samefile(folder / "a/b/c.html")


def test_linking_never_writes_into_a_file_that_is_there(folder: Path, tmp_path: Path) -> None:
    new_file(tmp_path / "other", "index.html", b"other")
    with pytest.raises(FileExistsError):
        link_file(folder, tmp_path / "other", "index.html")
    assert (tmp_path / "other/index.html").read_bytes() == b"other"


def test_files_are_copied_and_named_where_there_are_no_links(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "link")
    other = tmp_path / "other"
    other.mkdir()
    assert sorted(link_tree(folder, other, stamps_of(folder))) == ["a/b/c.html", "a/d.html", "e/f.html", "index.html"]
    assert holdings(other) == holdings(folder)
    assert not (other / "index.html").samefile(folder / "index.html")
    remove_file(other, "a/b/c.html")
    assert not link_file(folder, other, "a/b/c.html")
    assert holdings(other) == holdings(folder)


def test_a_tree_that_nobody_touched_is_unchanged(folder: Path) -> None:
    stamps = stamps_of(folder)
    assert set(stamps) == {"", "a", "a/b", "e"}
    holdings(folder)
    assert is_unchanged(folder, stamps)
    folder.rename(folder.with_name("moved"))
    assert is_unchanged(folder.with_name("moved"), stamps)


def test_the_state_of_a_tree_is_the_same_however_its_folders_are_opened(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamps = stamps_of(folder)
    monkeypatch.setattr(os, "supports_fd", frozenset())
    assert stamps_of(folder) == stamps


@pytest.mark.parametrize("touch", TOUCHES)
def test_a_tree_that_was_touched_is_not_unchanged(folder: Path, touch: str) -> None:
    stamps = stamps_of(folder)
    TOUCHES[touch](folder)
    assert not is_unchanged(folder, stamps)
    assert has_same_names(folder, stamps) == touch.startswith("a file is edited")


def test_a_link_to_a_tree_is_not_the_tree(folder: Path) -> None:
    stamps = stamps_of(folder)
    link = folder.with_name("link")
    link.symlink_to(folder)
    assert not is_unchanged(link, stamps)


def test_the_state_after_some_changes_is_that_of_the_tree_anew(folder: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    new.mkdir()
    stamps = stamps_of(folder)
    list(link_tree(folder, new, stamps))
    for gone in ("a/b/c.html", "a/d.html", "e/f.html"):
        remove_file(new, gone)
    write_file(new, "index.html", b"longer than it was")
    write_file(new, "a", b"a file")
    write_file(new, "g/h/i.html", b"deep")
    touched = {"a/b/c.html", "a/d.html", "e/f.html", "index.html", "a", "g/h/i.html", "never/there.html"}
    assert stamps_after(stamps, folder, new, touched) == stamps_of(new)
