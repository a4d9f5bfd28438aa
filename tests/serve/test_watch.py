"""The story of an author's saves, each line saying whether it is time to build."""

from __future__ import annotations

import os
from pathlib import Path

from site_gen.serve.watch import QUIET, Saves, take_snapshot

BEFORE = {"a.md": (1, 10, 1)}
AFTER = {"a.md": (2, 10, 1)}
LATER = {"a.md": (3, 11, 1)}


def test_nothing_saved_never_builds() -> None:
    saves = Saves(seen=BEFORE)
    assert [saves.look(now, BEFORE) for now in (0.0, 1.0, 60.0)] == [False, False, False]


def test_one_save_builds_once_after_it_is_quiet() -> None:
    saves = Saves(seen=BEFORE)
    story = [
        saves.look(0.0, AFTER),
        saves.look(QUIET / 2, AFTER),
        saves.look(QUIET, AFTER),
        saves.look(QUIET * 2, AFTER),
    ]
    assert story == [False, False, True, False]


def test_saves_in_a_row_build_once_after_the_last() -> None:
    saves = Saves(seen=BEFORE)
    story = [
        saves.look(0.0, AFTER),
        saves.look(QUIET / 2, LATER),
        saves.look(QUIET, LATER),
        saves.look(QUIET * 2, LATER),
        saves.look(QUIET * 3, LATER),
    ]
    assert story == [False, False, False, True, False]


def test_two_saves_apart_build_twice() -> None:
    saves = Saves(seen=BEFORE)
    assert [saves.look(at, AFTER) for at in (0.0, 1.0)] == [False, True]
    assert [saves.look(at, LATER) for at in (1.5, 2.5)] == [False, True]


def test_snapshot_leaves_out_hidden_files_and_backups(tmp_path: Path) -> None:
    for name in ("kept.md", ".hidden.md", "backup.md~"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_text("x", encoding="utf-8")
    assert list(take_snapshot([tmp_path])) == [str(tmp_path / "kept.md")]


def test_snapshot_sees_a_file_replaced_within_one_moment(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("one", encoding="utf-8")
    before = take_snapshot([tmp_path])
    state = file.stat()
    other = tmp_path / "b.tmp"
    other.write_text("two", encoding="utf-8")
    other.rename(file)
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert take_snapshot([tmp_path]) != before


def test_snapshot_of_a_missing_folder_is_empty(tmp_path: Path) -> None:
    assert take_snapshot([tmp_path / "nothing"]) == {}
