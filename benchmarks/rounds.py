"""Generators and a number of pathways become costs: every step of every generator, round after round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from benchmarks.corpus import Guide, make_guides, make_roles
from benchmarks.generators import Generator, Step, usual_environment
from benchmarks.measure import Cost, measure

Costs = dict[Step, dict[str, list[Cost]]]
"""What each step cost each generator, by name, in each round."""

_SMALL: Final = 2
_SAMPLES: Final = 5
_PIECE: Final = 1 << 20
_OVERLAP: Final = 100


class Lacking(Exception):  # noqa: N818 - what a site is
    """A site has less than all of what was to be made; the text says what it lacks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much is measured: pathways, rounds, the seed of the corpus, and a folder to work in."""

    pathways: int
    rounds: int
    seed: int
    folder: Path


def run_rounds(generators: Sequence[Generator], plan: Plan, say: Callable[[str], None]) -> Costs:
    """Measure every step of every generator, one of each and then again, so that a slow spell hits all of them.

    Raises `Failed`, `NotInstalled` or `Lacking` where a generator doesn't do its work.
    """
    guides = list(_some(make_guides(plan.pathways, seed=plan.seed), plan.pathways))
    for generator in generators:
        say(f"writing {plan.pathways} pathways for {generator.name}")
        generator.prepare(plan.folder / generator.name, plan.pathways, plan.seed)
        _warm_up(generator, plan.folder / f"{generator.name}-small")
    costs: Costs = {}
    for turn in range(plan.rounds):
        for step in Step:
            say(f"round {turn + 1} of {plan.rounds}: {step}")
            for generator in generators:
                cost = _measured(generator, plan.folder / generator.name, step, guide=guides[0], turn=turn)
                if cost is not None:
                    costs.setdefault(step, {}).setdefault(generator.name, []).append(cost)
                if step is Step.CLEAN and turn == 0:
                    check_work(generator, plan.folder / generator.name / generator.output, plan, guides)
    return costs


def check_work(generator: Generator, site: Path, plan: Plan, guides: Sequence[Guide]) -> None:
    """Look whether a finished site is whole: every page, and what stands on those of a few guides.

    To leave things out is quick. Raises `Lacking`.
    """
    roles = len(make_roles(plan.pathways, seed=plan.seed))
    for folder, count in (("pathways", plan.pathways), ("roles", roles)):
        made = sum(1 for _ in (site / folder).glob("*.html"))
        if made < count:
            message = f"{generator.name} has made {made} of {count} pages in {folder}/"
            raise Lacking(message)
    for guide in guides:
        page = f"pathways/{guide.slug}.html"
        _look_for(generator, site / page, _contents(guide))
    every = [guide.slug for guide in guides]
    _look_for(generator, site / "index.html", every)
    _look_for(generator, site / "sitemap.xml", every)
    _look_for(generator, site / generator.feed, ["<item>" if generator.feed == "index.xml" else "<entry"])


def _contents(guide: Guide) -> Iterator[str]:
    """What stands on a guide's page: the four badges, both roles, and the last section."""
    yield from ("Difficulty", "months", "%", "Demand", guide.origin.name, guide.target.name, "Do I need a degree?")


def _look_for(generator: Generator, file: Path, parts: Iterable[str]) -> None:
    lacks = _lacking(file, {part.lower() for part in parts}) if file.is_file() else set(parts)
    if lacks:
        message = f"{generator.name} has made {file.name} without {', '.join(sorted(lacks))}"
        raise Lacking(message)


def _lacking(file: Path, parts: set[str]) -> set[str]:
    """Those of `parts` that a file doesn't hold, in whatever case its letters are.

    It is read in pieces, since the system counts the peak of this process's memory against every program it starts.
    """
    tail = b""
    with file.open("rb") as opened:
        while parts and (piece := opened.read(_PIECE)):
            text = tail + piece.lower()
            parts = {part for part in parts if part.encode() not in text}
            tail = text[-_OVERLAP:]
    return parts


def _measured(generator: Generator, home: Path, step: Step, *, guide: Guide, turn: int) -> Cost | None:
    """What a step costs; what it begins with, a deleted site or an edited guide, is made before."""
    file = generator.guide_file(home, guide.slug)
    command = generator.command(home, step, file)
    if command is None:
        return None
    if step is Step.CLEAN:
        generator.forget(home)
    if step is Step.EDIT:
        before, heading, after = file.read_text(encoding="utf-8").partition("## Transferable skills")
        file.write_text(f"{before}Added in round {turn}, *just now*.\n\n{heading}{after}", encoding="utf-8")
    return measure(command, home, _environment(generator, home))


def _warm_up(generator: Generator, home: Path) -> None:
    """Build a small site, so that the first round doesn't pay for reading the program from the disk."""
    generator.prepare(home, _SMALL, 1)
    guide = next(make_guides(_SMALL))
    command = generator.command(home, Step.CLEAN, generator.guide_file(home, guide.slug))
    assert command is not None
    measure(command, home, _environment(generator, home))


def _environment(generator: Generator, home: Path) -> dict[str, str]:
    return {**usual_environment(), **generator.environment(home)}


def _some(guides: Iterable[Guide], count: int) -> Iterator[Guide]:
    """A few of `count` guides, evenly."""
    return islice(guides, 0, None, max(1, count // _SAMPLES))
