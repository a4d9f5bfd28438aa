"""Ratios are those of pairs, and only what is beyond the margin is worse."""

from __future__ import annotations

import pytest

from benchmarks.generators import Step
from benchmarks.measure import Cost
from benchmarks.ratios import MARGIN, ratios, table, worse


def cost(seconds: float, megabytes: int = 100) -> Cost:
    return Cost(wall=2 * seconds, processor=seconds, largest=megabytes * 10**6, together=2 * megabytes * 10**6)


def test_ratio_is_the_middle_of_the_pairs_and_not_the_pair_of_the_middles() -> None:
    costs = {Step.AGAIN: {"ours": [cost(1), cost(20), cost(3)], "peer": [cost(2), cost(10), cost(3)]}}
    assert ratios(costs, "ours", "peer") == {"nothing changed": 1.0}


def test_memory_is_compared_for_clean_builds_alone() -> None:
    both = {"ours": [cost(1, 50)], "peer": [cost(4, 200)]}
    found = ratios({Step.CLEAN: both, Step.EDIT: both}, "ours", "peer")
    assert found == {"clean build": 0.25, "clean build, memory": 0.25, "one paragraph added": 0.25}


def test_step_that_the_peer_lacks_has_no_ratio() -> None:
    assert ratios({Step.CHECK: {"ours": [cost(1)]}}, "ours", "peer") == {}


@pytest.mark.parametrize(
    ("now", "lines"),
    [
        pytest.param({"a": 1.0, "b": 0.1}, [], id="same-and-better"),
        pytest.param({"a": 1 + MARGIN}, [], id="at-the-margin"),
        pytest.param({"b": 1.0, "c": 9.0}, [], id="what-one-of-them-lacks"),
        pytest.param({"a": 1.01 + MARGIN}, ["a: 1.26 of the peer's, and 1.00 in the baseline"], id="beyond-it"),
    ],
)
def test_only_what_is_beyond_the_margin_is_worse(now: dict[str, float], lines: list[str]) -> None:
    assert worse(now, {"a": 1.0, "b": 1.0}) == lines


def test_table_has_a_row_for_each_step_and_generator() -> None:
    costs = {Step.START: {"ours": [cost(1)], "peer": [cost(2)]}, Step.CHECK: {"ours": [cost(0.5)]}}
    assert table(costs, "peer").splitlines() == [
        "|                    | generator | processor s | to peer's | wall s | to peer's | largest MB | together MB |",
        "|--------------------|-----------|------------:|----------:|-------:|----------:|-----------:|------------:|",
        "| --version          | ours      |        1.00 |      0.50 |   2.00 |      0.50 |        100 |         200 |",
        "| --version          | peer      |        2.00 |      1.00 |   4.00 |      1.00 |        100 |         200 |",
        "| check of one guide | ours      |        0.50 |           |   1.00 |           |        100 |         200 |",
    ]
