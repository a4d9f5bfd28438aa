"""Costs become ratios to a peer's, a table of them, and what is worse than a kept baseline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from statistics import median
from typing import Final

from benchmarks.generators import Step
from benchmarks.measure import Cost
from benchmarks.rounds import Costs

MARGIN: Final = 0.25
"""How much worse than its baseline a ratio may be; docs/performance.md says why so much."""

Ratios = dict[str, float]
"""By the name of what is compared, such as `clean build` or `clean build, memory`."""

_PARTS: Final[Mapping[str, Callable[[Cost], float]]] = {
    "": lambda cost: cost.processor,
    ", memory": lambda cost: cost.largest,
}


def ratios(costs: Costs, ours: str, peer: str) -> Ratios:
    """Our processor time to the peer's for each step that both have, and our largest process to its for a clean build.

    Each round gives a pair, which a slow spell of the machine hits alike; the ratio is the median of the pairs'.
    """
    found: Ratios = {}
    for step, by_name in costs.items():
        for suffix, part in _PARTS.items():
            if suffix and step is not Step.CLEAN:
                continue
            pairs = zip(by_name.get(ours, ()), by_name.get(peer, ()), strict=False)
            values = [part(own) / part(other) for own, other in pairs]
            if values:
                found[f"{step}{suffix}"] = round(median(values), 3)
    return found


def worse(now: Ratios, baseline: Ratios) -> list[str]:
    """A line for each ratio that is beyond the margin above its baseline."""
    return [
        f"{name}: {now[name]:.2f} of the peer's, and {before:.2f} in the baseline"
        for name, before in baseline.items()
        if name in now and now[name] > before * (1 + MARGIN)
    ]


def table(costs: Costs, peer: str) -> str:
    """A Markdown table: the middle of each figure's rounds, and the ratios to a peer's processor time and clock."""
    rows: list[tuple[str, ...]] = [
        ("", "generator", "processor s", f"to {peer}'s", "wall s", f"to {peer}'s", "largest MB", "together MB")
    ]
    for step, by_name in costs.items():
        rows += _rows(step, by_name, peer)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(_padded(row, widths)) + " |" for row in rows]
    rule = "|" + "|".join("-" * (width + 2) if at < 2 else "-" * (width + 1) + ":" for at, width in enumerate(widths))
    return "\n".join([lines[0], f"{rule}|", *lines[1:]])


def _rows(step: Step, by_name: Mapping[str, list[Cost]], peer: str) -> Iterator[tuple[str, ...]]:
    for name, runs in by_name.items():
        others = by_name.get(peer, [])
        yield (
            step,
            name,
            f"{median(cost.processor for cost in runs):.2f}",
            _ratio((own.processor, other.processor) for own, other in zip(runs, others, strict=False)),
            f"{median(cost.wall for cost in runs):.2f}",
            _ratio((own.wall, other.wall) for own, other in zip(runs, others, strict=False)),
            f"{median(cost.largest for cost in runs) / 1e6:.0f}",
            f"{median(cost.together for cost in runs) / 1e6:.0f}",
        )


def _ratio(pairs: Iterable[tuple[float, float]]) -> str:
    values = [own / other for own, other in pairs]
    return f"{median(values):.2f}" if values else ""


def _padded(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    """Words to the left, figures to the right."""
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.ljust(width) if at < 2 else cell.rjust(width)
