"""Sketches are kept for files that are the same, and never when they may be others."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.build import sketches
from site_gen.build.sketches import Sketches, keep, recall, stamp_of
from site_gen.decode.glance import Sketch

SKETCH: Sketch = (("a", 2, 7, 1, "from: a"), ("b", 3, 5, 1, "to: b"), (("Graphs", 9, 5, 6, "### Graphs"),))
OLD: Sketches = {"pathways/a-to-b.md": ((120, 1_000_000_000), SKETCH)}


def test_no_folder_keeps_no_sketch(tmp_path: Path) -> None:
    assert recall(tmp_path / "cache") == {}


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    keep(tmp_path / "cache", OLD)
    assert recall(tmp_path / "cache") == OLD
    assert sorted(path.name for path in (tmp_path / "cache").iterdir()) == [".gitignore", "sketches"]


def test_a_file_that_may_change_within_its_moment_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.touch()
    stamp = stamp_of(str(file))
    assert stamp is not None
    keep(tmp_path, {**OLD, "pathways/new.md": (stamp, SKETCH)})
    assert recall(tmp_path) == OLD


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda held: held[:-1], id="cut off"),
        pytest.param(lambda held: held[:8], id="nearly nothing"),
        pytest.param(lambda held: held[:0], id="empty"),
        pytest.param(lambda held: held[:40] + b"?" + held[41:], id="a byte is another"),
    ],
)
def test_a_damaged_file_is_none(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    keep(tmp_path, OLD)
    file = tmp_path / "sketches"
    file.write_bytes(damage(file.read_bytes()))
    assert recall(tmp_path) == {}


def test_another_version_trusts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(tmp_path, OLD)
    monkeypatch.setattr(sketches, "of_code", lambda: {"code": "00ff"})
    assert recall(tmp_path) == {}


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep(tmp_path / "file" / "cache", OLD)
    assert recall(tmp_path / "file" / "cache") == {}


def test_a_stamp_tells_a_changed_file_and_trusts_no_link(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("one", "utf-8")
    before = stamp_of(str(file))
    assert before == stamp_of(str(file))
    state = file.stat()
    file.write_text("two", "utf-8")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    after = stamp_of(str(file))
    assert after is not None
    assert before is not None
    assert (after[0], after[1] > before[1]) == (3, True), "a time that is set back hides nothing"
    (tmp_path / "link.md").symlink_to(file)
    assert stamp_of(str(tmp_path / "link.md")) is None
    assert stamp_of(str(tmp_path / "none.md")) is None
