"""What a look at folders sees, and the story of an author's saves, each line saying how long is to be waited."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from site_gen.serve.watch import LONGEST, PAUSE, Burst, differing, state_of, take_snapshot


def test_nothing_saved_is_nothing_to_wait_for() -> None:
    assert (Burst().left(60.0), Burst().take()) == (0.0, frozenset())


def test_save_is_over_after_a_pause() -> None:
    burst = Burst()
    burst.add(["a.md"], 1.0)
    assert [burst.left(now) for now in (1.0, 1.0 + PAUSE)] == pytest.approx([PAUSE, 0.0])
    assert burst.take() == {"a.md"}
    assert burst.take() == frozenset()


def test_saves_in_a_row_are_over_a_pause_after_the_last() -> None:
    burst = Burst()
    burst.add(["a.md"], 1.0)
    burst.add(["b.md"], 1.0 + PAUSE / 2)
    assert burst.left(1.0 + PAUSE) == pytest.approx(PAUSE / 2)
    assert burst.take() == {"a.md", "b.md"}


def test_saves_without_an_end_are_built_in_between() -> None:
    burst = Burst()
    for step in range(100):
        burst.add(["a.md"], 1.0 + step * LONGEST / 99)
    assert burst.left(1.0 + LONGEST) <= 0


def test_change_that_is_not_known_makes_a_burst_vague_until_it_is_taken() -> None:
    burst = Burst()
    burst.add([], 1.0, is_vague=True)
    burst.add(["a.md"], 1.0)
    assert burst.is_vague
    assert burst.take() == {"a.md"}
    assert not burst.is_vague


def test_snapshot_leaves_out_hidden_files_and_backups(tmp_path: Path) -> None:
    for name in ("kept.md", ".hidden.md", "backup.md~"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "index").write_text("x", encoding="utf-8")
    assert list(take_snapshot([tmp_path]).states) == [str(tmp_path / "kept.md")]


def test_snapshot_sees_a_file_replaced_within_one_moment(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("one", encoding="utf-8")
    before = take_snapshot([tmp_path]).states
    state = file.stat()
    other = tmp_path / "b.tmp"
    other.write_text("two", encoding="utf-8")
    other.rename(file)
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert differing(before, take_snapshot([tmp_path]).states) == {str(file)}


def test_snapshot_of_a_missing_folder_is_empty(tmp_path: Path) -> None:
    assert take_snapshot([tmp_path / "nothing"]).states == {}


def test_snapshot_says_which_files_are_links_and_follows_none_to_a_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.md").write_text("x", encoding="utf-8")
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "file.md").symlink_to(elsewhere / "a.md")
    (folder / "folder").symlink_to(elsewhere)
    found = take_snapshot([folder])
    assert found.links == found.states.keys() == {str(folder / "file.md"), str(folder / "folder")}
    assert found.states[str(folder / "file.md")] == state_of(str(elsewhere / "a.md"))


def test_folder_is_other_only_when_it_is_another(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    before = take_snapshot([tmp_path]).states
    assert before == {str(folder): state_of(str(folder))}
    (folder / "a.md").write_text("x", encoding="utf-8")
    assert differing(before, take_snapshot([tmp_path]).states) == {str(folder / "a.md")}
