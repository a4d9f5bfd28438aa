"""Two folders change places in one step or two, and a lock ends with the process that took it."""

import os
from pathlib import Path

import pytest

from site_gen.build.swap import alone_in, beside, swap
from tests.build.generations import names, no_exchange


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder, and another one beside it."""
    for place in (tmp_path / "output", tmp_path / ".output.new"):
        place.mkdir()
        (place / place.name).write_bytes(b"")
    return tmp_path / "output"


@pytest.mark.parametrize("by_renames", [False, True], ids=["exchange", "two renames"])
def test_two_folders_change_places(output: Path, monkeypatch: pytest.MonkeyPatch, by_renames: bool) -> None:
    if by_renames:
        no_exchange(monkeypatch)
    fresh = beside(output, "new")
    swap(fresh, output)
    assert (names(output), names(fresh)) == ([".output.new"], ["output"])
    assert names(output.parent) == [".output.new", "output"]


def test_a_folder_takes_a_place_that_is_free(output: Path) -> None:
    swap(output, output.with_name("site"))
    assert names(output.parent) == [".output.new", "site"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process is a copy of another here")
def test_a_process_that_outlives_a_build_does_not_keep_its_lock(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    is_up, says_up = os.pipe()
    is_over, says_over = os.pipe()
    with alone_in(tmp_path):
        child = os.fork()
        if child == 0:
            os.close(says_over)
            os.write(says_up, b"!")
            os.read(is_over, 1)  # until the other end is closed
            os._exit(0)
        os.read(is_up, 1)
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    finally:
        for each in (handle, is_up, says_up, is_over, says_over):
            os.close(each)
        os.waitpid(child, 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process is a copy of another here")
def test_a_copy_of_a_process_does_not_end_its_lock(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    with alone_in(tmp_path):
        child = os.fork()
        if child == 0:
            os._exit(0)
        os.waitpid(child, 0)
        handle = os.open(tmp_path, os.O_RDONLY)
        with pytest.raises(BlockingIOError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.close(handle)
