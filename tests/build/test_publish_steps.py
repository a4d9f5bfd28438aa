"""Whichever step of publishing fails, or is the last one before the process is killed, a whole site is there."""

import errno
import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from site_gen.build.publish import recover
from tests.build.generations import build, expected, holdings, interrupted, names, no_exchange

BEFORE: dict[str, tuple[tuple[str | None, str], ...]] = {
    "a first build": (),
    "a clean build": ((None, "1"),),
    "a clean build that leaves a spare unused": ((None, "4"), ("4", "1")),
    "an update without a spare": ((None, "2"),),
    "an update of the spare": ((None, "1"), ("1", "2")),
}
"""The builds (from which generation to which) that have gone before."""
UPDATES = {"an update without a spare", "an update of the spare"}
MOST_STEPS = 200

SWAPS = [
    *(pytest.param(before, False, id=before) for before in BEFORE),
    pytest.param("a clean build", True, id="a clean build, by two renames"),
    pytest.param("an update of the spare", True, id="an update of the spare, by two renames"),
]
FAULTS = [
    *(pytest.param(*swap.values, errno.ENOSPC, id=f"{swap.id}, disk full") for swap in SWAPS),
    pytest.param("an update without a spare", False, errno.EPERM, id="an update without a spare, not allowed"),
]


def _prepare(folder: Path, before: str) -> Path:
    output = folder / "output"
    for old, new in BEFORE[before]:
        build(output, old, new)
    return output


def _holds(output: Path, generation: str | None) -> bool:
    if generation is None:
        return not output.exists()
    return holdings(output) == expected(generation)


def _is_built_upon(output: Path) -> None:
    """Nothing that went wrong before can be seen in this build and the one after it."""
    build(output, "2", "3")
    assert _holds(output, "3")
    assert build(output, "3", "4")
    assert _holds(output, "4")
    assert names(output.parent) == [".output.spare", ".output.state", "output"]


@pytest.mark.parametrize(("before", "by_renames", "number"), FAULTS)
def test_a_step_that_fails_leaves_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, by_renames: bool, number: int
) -> None:
    """Let each step fail in turn; without a complaint the new site must be there, with one the old."""
    if by_renames:
        no_exchange(monkeypatch)
    old = BEFORE[before][-1][1] if BEFORE[before] else None
    turn, failures = 0, 0
    while (turn := turn + 1) < MOST_STEPS:
        output = _prepare(tmp_path / str(turn), before)
        failed = False
        with interrupted(turn, _raise(number)) as begun:
            try:
                build(output, old if before in UPDATES else None, "3")
            except OSError as error:
                assert error.errno == number
                failed = True
        failures += failed
        if failed:
            assert _holds(output, old), f"step {turn}, {begun[turn - 1]}"
        else:
            assert _holds(output, "3"), f"step {turn}"
        _is_built_upon(output)
        if len(begun) < turn:
            break
    assert 5 < failures < turn < MOST_STEPS


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a copy of this process is to be killed")
@pytest.mark.parametrize(("before", "by_renames"), SWAPS)
def test_a_build_killed_at_any_step_leaves_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, by_renames: bool
) -> None:
    if by_renames:
        no_exchange(monkeypatch)
    old = BEFORE[before][-1][1] if BEFORE[before] else None
    turn, seen = 0, set()
    while (turn := turn + 1) < MOST_STEPS:
        output = _prepare(tmp_path / str(turn), before)
        killed = _kill(turn, partial(build, output, old if before in UPDATES else None, "3"))
        recover(output)
        assert _holds(output, old) or _holds(output, "3"), f"step {turn}"
        seen.add(_holds(output, "3"))
        _is_built_upon(output)
        if not killed:
            break
    assert seen == {True, False}
    assert 10 < turn < MOST_STEPS


def _kill(turn: int, act: Callable[[], object]) -> bool:
    """Do something in another process that is killed at a step; False where it has fewer."""
    child = os.fork()
    if child == 0:
        with interrupted(turn, lambda: os.kill(os.getpid(), signal.SIGKILL)):
            act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in {0, -signal.SIGKILL}
    return os.WIFSIGNALED(status)


def _raise(number: int) -> Callable[[], None]:
    def fault() -> None:
        raise OSError(number, os.strerror(number))

    return fault
