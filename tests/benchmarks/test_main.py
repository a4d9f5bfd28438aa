"""`python -m benchmarks` keeps ratios and fails on worse ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks.generators import GENERATORS, NotInstalled, Step
from benchmarks.measure import Cost
from benchmarks.rounds import Costs, Plan


def costs(ours: float) -> Costs:
    both = {
        name: [Cost(wall=seconds, processor=seconds, largest=10**8, together=10**8)]
        for name, seconds in (("waymark", ours), ("hugo", 1.0))
    }
    return {Step.CLEAN: both}


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs the command with made-up costs and a baseline of its own."""
    monkeypatch.setattr(command, "BASELINE", tmp_path / "baseline.json")
    (tmp_path / "baseline.json").write_text("{}", encoding="utf-8")

    def run(ours: float, *words: str) -> int:
        monkeypatch.setattr(command, "run_rounds", lambda *_given: costs(ours))
        return command.main(["--work", str(tmp_path), *words])

    return run


def test_worse_ratio_than_the_kept_one_fails(run: Callable[..., int], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(1.0, "--write-baseline") == 0
    assert run(1.2) == 0
    assert run(1.3) == 1
    assert "WORSE: clean build: 1.30 of the peer's, and 1.00 in the baseline" in capsys.readouterr().err


def test_each_number_of_pathways_has_its_own_baseline(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(1.0, "--write-baseline")
    assert run(9.0, "--pathways", "200") == 0
    assert "the baseline says nothing of this number of pathways" in capsys.readouterr().err
    run(9.0, "--pathways", "200", "--write-baseline")
    kept = json.loads((tmp_path / "baseline.json").read_text("utf-8"))
    assert [(count, each["clean build"]) for count, each in kept.items()] == [("200", 9.0), ("1000", 1.0)]


def test_report_has_every_run(run: Callable[..., int], tmp_path: Path) -> None:
    run(2.0, "--json", str(tmp_path / "report.json"))
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert report["ratios"] == {"clean build": 2.0, "clean build, memory": 1.0}
    assert report["costs"]["clean build"]["waymark"][0]["processor"] == 2.0


def test_peer_that_is_missing_fails_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(_generators: object, plan: Plan, _say: object) -> Costs:
        (plan.folder / "site").mkdir()
        raise NotInstalled("there is no hugo")

    monkeypatch.setattr(command, "run_rounds", missing)
    assert command.main(["--work", str(tmp_path)]) == 1
    assert "bench: there is no hugo" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_kept_ratios_are_of_what_ci_measures() -> None:
    kept = json.loads(command.BASELINE.read_text("utf-8"))
    ci = (Path(command.__file__).parents[1] / ".ci" / "run").read_text("utf-8")
    assert "make bench" in ci
    assert f"--pathways {next(iter(kept))} " in ci
    assert list(GENERATORS)[:2] == [command.OURS, command.MEASURE]
