"""Each generator is given the same guides, and a command where it can do a step."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import generators
from benchmarks.corpus import make_guides
from benchmarks.generators import GENERATORS, Generator, Hugo, NotInstalled, Step, Waymark

EVERY = [pytest.param(each(2), id=name) for name, each in GENERATORS.items()]


@pytest.mark.parametrize("generator", EVERY)
def test_bodies_of_guides_are_the_same_for_all(generator: Generator, tmp_path: Path) -> None:
    home = tmp_path / "home"
    generator.prepare(home, 4, 1)
    for guide in make_guides(4):
        assert generator.guide_file(home, guide.slug).read_text("utf-8").endswith(f"\n\n{guide.body}")


@pytest.mark.parametrize("generator", EVERY)
def test_what_builds_have_left_is_forgotten_and_the_sources_are_not(generator: Generator, tmp_path: Path) -> None:
    home = tmp_path / "home"
    generator.prepare(home, 2, 1)
    sources = set(home.rglob("*"))
    for name in (generator.output, *generator.kept):
        (home / name).mkdir()
    (home / generator.output / "index.html").touch()
    generator.forget(home)
    assert set(home.rglob("*")) == sources


@pytest.mark.parametrize("generator", EVERY)
def test_generator_that_is_not_installed_says_how_to_get_it(
    generator: Generator, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generators, "PEERS", tmp_path / "bench")
    if isinstance(generator, Waymark):
        assert generator.command(tmp_path, Step.CLEAN, tmp_path) is not None
        return
    with pytest.raises(NotInstalled, match="`make bench` installs it"):
        generator.command(tmp_path, Step.CLEAN, tmp_path)


def test_each_step_is_a_command_of_its_own_kind(tmp_path: Path) -> None:
    guide = tmp_path / "a.md"
    words = {step: Waymark(2).command(tmp_path, step, guide)[3:] for step in Step}
    assert words[Step.START] == ["--version"]
    assert words[Step.CHECK][0] == "check"
    assert words[Step.CHECK][-1] == str(guide)
    assert words[Step.CLEAN] == words[Step.AGAIN] == words[Step.EDIT]
    assert words[Step.CLEAN][0] == "build"


@pytest.mark.parametrize(("cores", "told"), [(1, False), (2, False), (8, True)])
def test_no_generator_uses_more_processors_than_it_may(
    cores: int, told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    command = Waymark(2).command(tmp_path, Step.CLEAN, tmp_path)
    assert (command[-2:] == ["--jobs", "2"]) is told
    assert Hugo(2).environment(tmp_path)["GOMAXPROCS"] == "2"
