"""A generation upon another: what may be built upon, what an update costs, and that nothing of it is seen too early."""

import errno
import os
import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from site_gen.build.publish import MARKER, NotOurs, publish, recover, staging, write_file
from site_gen.build.records import load_records
from tests.build.generations import SITES, build, expected, holdings, names
from tests.build.touches import TOUCHES


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder with generation 2 in it, and a spare that was generation 1."""
    folder = tmp_path / "output"
    build(folder, None, "1")
    assert build(folder, "1", "2")
    return folder


def _is_update(output: Path, generation: str | None) -> bool:
    with staging(output, generation) as tree:
        return tree.is_update


def test_an_update_gives_the_tree_of_a_clean_build(output: Path, tmp_path: Path) -> None:
    for old, new in (("2", "3"), ("3", "4"), ("4", "1"), ("1", "1"), ("1", "3")):
        assert build(output, old, new)
        assert holdings(output) == expected(new)
        build(tmp_path / new / "clean", None, new)
        assert holdings(tmp_path / new / "clean") == expected(new)
        shutil.rmtree(tmp_path / new)
    assert names(output.parent) == [".output.spare", ".output.state", "output"]
    assert (output / MARKER).is_file()


def test_looking_costs_and_changes_nothing(output: Path) -> None:
    before = holdings(output.parent)
    assert _is_update(output, "2")
    assert not _is_update(output, "1")
    assert not _is_update(output, None)
    assert holdings(output.parent) == before


def test_a_spare_is_of_no_generation_while_it_is_changed(output: Path) -> None:
    file = output.with_name(".output.state")
    assert [each.generation for each in load_records(file).trees] == ["2", "1"]
    with staging(output, "2") as tree:
        tree.write("index.html", b"new")
        assert [each.generation for each in load_records(file).trees] == ["2"]


def test_an_update_is_in_the_tree_not_in_what_is_published(output: Path) -> None:
    with staging(output, "2") as tree:
        assert holdings(tree.folder) == expected("2")
        for address in SITES["2"]:
            write_file(tree.folder, address, b"half-made")
        assert holdings(output) == expected("2")
        tree.remove("roles/cook.html")
        assert holdings(output) == expected("2")
    assert holdings(output) == expected("2")


def test_a_generation_is_not_known_before_it_is_published(tmp_path: Path) -> None:
    assert not _is_update(tmp_path / "output", "1")
    assert names(tmp_path) == []


def test_what_is_published_without_a_generation_leaves_nothing_beside_it(output: Path) -> None:
    publish(output, [("index.html", b"")])
    assert names(output.parent) == ["output"]
    assert not _is_update(output, "2")


def test_an_update_to_no_generation_leaves_nothing_beside_it(output: Path) -> None:
    with staging(output, "2") as tree:
        tree.write("index.html", b"none")
        tree.publish(None)
    assert names(output.parent) == ["output"]
    assert holdings(output) == {**expected("2"), "index.html": b"none"}


ADDRESSES = {"index.html": b"1", "a/b/c.html": b"2", "a/d.html": b"3", "e/f.html": b"4"}


@pytest.mark.parametrize("touch", TOUCHES)
def test_what_somebody_has_touched_is_not_built_upon(tmp_path: Path, touch: str) -> None:
    output = tmp_path / "site" / "output"
    with staging(output, None) as tree:
        for address, content in ADDRESSES.items():
            tree.write(address, content)
        tree.publish("a")
    assert _is_update(output, "a")
    TOUCHES[touch](output)
    assert not _is_update(output, "a")
    build(output, "a", "1")
    assert holdings(output) == expected("1")


@pytest.mark.parametrize("touch", [touch for touch in TOUCHES if not touch.startswith("a file is edited")])
def test_a_spare_that_somebody_has_touched_is_not_used(tmp_path: Path, touch: str) -> None:
    output = tmp_path / "site" / "output"
    for old, new in ((None, "a"), ("a", "b")):
        with staging(output, old) as tree:
            for address, content in ADDRESSES.items():
                tree.write(address, content + new.encode())
            tree.publish(new)
    TOUCHES[touch](output.with_name(".output.spare"))
    elsewhere = holdings(tmp_path / "site" / "elsewhere") if (tmp_path / "site" / "elsewhere").is_dir() else None
    with staging(output, "b") as tree:
        assert tree.is_update
        tree.write("index.html", b"new")
        tree.publish("c")
    bytes_by_address = {address: content + b"b" for address, content in ADDRESSES.items()}
    assert {address: content for address, content in holdings(output).items() if content is not None} == {
        **bytes_by_address,
        "index.html": b"new",
    }
    if elsewhere is not None:
        assert holdings(tmp_path / "site" / "elsewhere") == elsewhere


def _edit(output: Path, address: str) -> None:
    (output / address).write_bytes(b"by hand")


def _copy(output: Path) -> None:
    copy = shutil.copytree(output, output.with_name("copy"))
    output.rename(output.with_name("first"))
    copy.rename(output)


def _empty(output: Path) -> None:
    shutil.rmtree(output)
    output.mkdir()


BESIDE: dict[str, tuple[Callable[[Path], object], bool]] = {
    "the spare is deleted": (lambda output: shutil.rmtree(output.with_name(".output.spare")), True),
    "a file in the spare is edited, and it is published too": (
        lambda output: _edit(output.with_name(".output.spare"), "roles/cook.html"),
        False,
    ),
    "a file in the spare is edited, and it is not": (
        lambda output: _edit(output.with_name(".output.spare"), "index.html"),
        True,
    ),
    "the records are deleted": (lambda output: output.with_name(".output.state").unlink(), False),
    "the records are empty": (lambda output: output.with_name(".output.state").write_bytes(b""), False),
    "the output is a copy": (_copy, False),
    "the output is deleted": (shutil.rmtree, False),
    "the output is emptied": (_empty, False),
}


@pytest.mark.parametrize("change", BESIDE)
def test_an_update_is_right_whatever_has_become_of_the_rest(output: Path, change: str) -> None:
    act, may_be_built_upon = BESIDE[change]
    act(output)
    assert build(output, "2", "3") == may_be_built_upon
    assert holdings(output) == expected("3")
    assert build(output, "3", "4")
    assert holdings(output) == expected("4")


def test_a_site_that_is_deleted_does_not_come_back_from_the_spare(output: Path) -> None:
    shutil.rmtree(output)
    recover(output)
    with staging(output, "2"):
        pass
    assert not output.exists()


def test_a_site_that_is_moved_with_all_beside_it_is_built_upon(output: Path) -> None:
    moved = output.parent.rename(output.parent.with_name("moved")) / output.name
    assert build(moved, "2", "3")
    assert holdings(moved) == expected("3")


def test_a_file_that_another_process_has_written_is_built_upon_if_it_is_told(output: Path) -> None:
    with staging(output, "2") as tree:
        with ProcessPoolExecutor(max_workers=1) as executor:
            executor.submit(write_file, tree.folder, "roles/cook.html", b"by a worker").result()
            executor.submit(write_file, tree.folder, "new/folder.html", b"by a worker").result()
        tree.wrote(["roles/cook.html", "new/folder.html"])
        tree.publish("a")
    written = {**expected("2"), "roles/cook.html": b"by a worker", "new/folder.html": b"by a worker", "new": None}
    assert holdings(output) == written
    with staging(output, "a") as tree:
        assert tree.is_update
        assert holdings(tree.folder) == written


def test_an_update_that_was_not_told_of_a_file_is_not_built_upon(output: Path) -> None:
    with staging(output, "2") as tree:
        write_file(tree.folder, "roles/cook.html", b"in secret")
        tree.publish("a")
    assert not _is_update(output, "a")


def test_a_clean_tree_needs_not_be_told(output: Path) -> None:
    with staging(output, None) as tree:
        write_file(tree.folder, "roles/cook.html", b"by a worker")
        tree.publish("a")
    assert holdings(output) == {"roles": None, "roles/cook.html": b"by a worker"}
    assert _is_update(output, "a")


def test_an_update_may_write_the_same_file_twice(output: Path) -> None:
    with staging(output, "2") as tree:
        tree.write("index.html", b"one")
        tree.write("index.html", b"other")
        tree.publish("a")
    assert (output / "index.html").read_bytes() == b"other"
    assert _is_update(output, "a")


def _count_links(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    link, linked = os.link, list[str]()

    def count(source: str, target: str) -> None:
        linked.append(source)
        link(source, target)

    monkeypatch.setattr(os, "link", count)
    return linked


def _many(output: Path, count: int) -> None:
    with staging(output, None) as tree:
        for number in range(count):
            tree.write(f"pages/{number}.html", b"old")
        tree.publish("0")


def test_an_update_costs_what_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    _many(output, 60)
    linked = _count_links(monkeypatch)
    costs = []
    for number in range(4):
        with staging(output, str(number)) as tree:
            assert tree.is_update
            tree.write(f"pages/{number}.html", b"new")
            tree.publish(str(number + 1))
        costs.append(len(linked))
        linked.clear()
    assert costs == [60, 1, 1, 1]


def test_an_update_that_is_given_up_does_not_cost_the_next_one_its_spare(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "output"
    _many(output, 60)
    linked = _count_links(monkeypatch)
    for _ in range(3):
        with staging(output, "0") as tree:
            tree.write("pages/1.html", b"half-made")
            tree.remove("pages/2.html")
    assert len(linked) == 60 + 2 + 2
    with staging(output, "0") as tree:
        tree.write("pages/3.html", b"new")
        tree.publish("1")
    files = {f"pages/{number}.html": b"new" if number == 3 else b"old" for number in range(60)}
    assert holdings(output) == {"pages": None, **files}


def test_a_tree_that_others_have_written_into_is_not_kept_when_it_is_given_up(output: Path) -> None:
    with staging(output, "2") as tree:
        write_file(tree.folder, "secret.html", b"")
    assert names(output.parent) == [".output.state", "output"]
    assert build(output, "2", "3")
    assert holdings(output) == expected("3")


@pytest.mark.parametrize(
    ("number", "copy"),
    [
        pytest.param(errno.EPERM, shutil.copy2, id="not allowed"),
        pytest.param(errno.EXDEV, shutil.copy2, id="on two disks"),
        pytest.param(errno.EMLINK, shutil.copyfile, id="too many, and times are not copied"),
    ],
)
def test_where_files_cannot_be_linked_they_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, copy: Callable[..., object]
) -> None:
    def refuse(_source: str, target: str) -> None:
        raise OSError(number, os.strerror(number), target)

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(shutil, "copy2", copy)
    output = tmp_path / "output"
    build(output, None, "1")
    for old, new in (("1", "2"), ("2", "3"), ("3", "4"), ("4", "1")):
        assert build(output, old, new)
        assert holdings(output) == expected(new)


def test_a_tree_that_could_not_be_begun_is_not_published(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(output.with_name(".output.spare"))

    def refuse(*_given: Any, **_more: Any) -> None:
        raise OSError(errno.ENOSPC, "full")

    with staging(output, "2") as tree:
        with monkeypatch.context() as patch, pytest.raises(OSError, match="full"):
            patch.setattr(os, "link", refuse)
            patch.setattr(shutil, "copy2", refuse)
            tree.write("index.html", b"new")
        with pytest.raises(RuntimeError):
            tree.publish("3")
    assert holdings(output) == expected("2")


def test_someones_folder_at_the_place_of_the_spare_is_kept(output: Path) -> None:
    spare = output.with_name(".output.spare")
    shutil.rmtree(spare)
    spare.mkdir()
    (spare / "thesis.txt").write_bytes(b"mine")
    with pytest.raises(NotOurs, match=r"\.output\.spare is in the way, and was not made by Waymark$"):
        build(output, "2", "3")
    assert holdings(spare) == {"thesis.txt": b"mine"}
    assert holdings(output) == expected("2")
