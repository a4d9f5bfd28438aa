"""`python -m benchmarks`: this project beside other generators on the same made-up site, as a table and as JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final

from benchmarks.generators import GENERATORS, Generator, NotInstalled, versions
from benchmarks.measure import Failed
from benchmarks.ratios import MARGIN, Ratios, ratios, table, worse
from benchmarks.rounds import Costs, Lacking, Plan, run_rounds

BASELINE: Final = Path(__file__).parent / "baseline.json"
OURS: Final = "waymark"
MEASURE: Final = "hugo"
_MEMORY: Final = Path("/dev/shm")


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, compare with the baseline; gives 1 where a ratio is worse or a generator doesn't do its work."""
    given = _parser().parse_args(words)
    names = (OURS, MEASURE, *(name for name in given.peers if name != MEASURE))
    generators = [GENERATORS[name](given.jobs) for name in names]
    if os.getloadavg()[0] > 1:
        _say(f"the machine is busy (load {os.getloadavg()[0]:.1f}): read processor time and ratios, not the clock")
    folder = Path(tempfile.mkdtemp(prefix="waymark-bench-", dir=given.work))
    plan = Plan(pathways=given.pathways, rounds=given.rounds, seed=given.seed, folder=folder)
    try:
        costs = run_rounds(generators, plan, _say)
    except (NotInstalled, Failed, Lacking) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(folder)
    found = ratios(costs, OURS, MEASURE)
    print(f"{plan.pathways} pathways, rounds: {plan.rounds}, the middle of each\n\n{table(costs, MEASURE)}\n")
    if given.json:
        given.json.write_text(_report(plan, generators, costs, found), encoding="utf-8")
    if given.write_baseline:
        _write_baseline(plan.pathways, found)
        return 0
    return _compare(found, _baselines().get(str(plan.pathways)))


def _parser() -> argparse.ArgumentParser:
    peers = [name for name in GENERATORS if name != OURS]
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--pathways", type=_positive, default=1000, metavar="N", help="how many (default: 1000)")
    parser.add_argument("--rounds", type=_positive, default=3, metavar="N", help="how often (default: 3)")
    parser.add_argument("--jobs", type=_positive, default=2, metavar="N", help="processors for each (default: 2)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the made-up guides (default: 1)")
    parser.add_argument("--peers", nargs="*", choices=peers, default=peers, help=f"besides {MEASURE} (default: all)")
    parser.add_argument("--work", type=Path, default=_memory(), help="a folder to work in (default: in memory)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run and the ratios")
    parser.add_argument("--write-baseline", action="store_true", help="keep these ratios as those to hold")
    return parser


def _positive(word: str) -> int:
    number = int(word)
    if number < 1:
        raise ValueError
    return number


def _memory() -> Path | None:
    return _MEMORY if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK) else None


def _say(words: str) -> None:
    print(f"bench: {words}", file=sys.stderr, flush=True)


def _report(plan: Plan, generators: Sequence[Generator], costs: Costs, found: Ratios) -> str:
    report = {
        "machine": {"cores": os.cpu_count(), "python": platform.python_version(), "load": os.getloadavg()},
        "jobs": generators[0].jobs,
        "versions": [version for generator in generators for version in versions(generator)],
        "pathways": plan.pathways,
        "seed": plan.seed,
        "ratios": found,
        "costs": {
            step: {name: [asdict(cost) for cost in runs] for name, runs in by_name.items()}
            for step, by_name in costs.items()
        },
    }
    return json.dumps(report, indent=1) + "\n"


def _baselines() -> dict[str, Ratios]:
    """The ratios to hold, by the number of pathways."""
    found: dict[str, Ratios] = json.loads(BASELINE.read_text(encoding="utf-8"))
    return found


def _write_baseline(pathways: int, found: Ratios) -> None:
    baselines = dict(sorted({**_baselines(), str(pathways): found}.items(), key=lambda each: int(each[0])))
    BASELINE.write_text(json.dumps(baselines, indent=2) + "\n", encoding="utf-8")
    _say(f"{BASELINE.name} holds these ratios for {pathways} pathways now")


def _compare(found: Ratios, baseline: Ratios | None) -> int:
    if baseline is None:
        _say("the baseline says nothing of this number of pathways; --write-baseline keeps these ratios")
        return 0
    lines = worse(found, baseline)
    for line in lines:
        _say(f"WORSE: {line}")
    if not lines:
        _say(f"no ratio is more than {MARGIN:.0%} above its baseline")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
