"""Drawings: where their shapes stand, and what no drawing may carry."""

import re
from fractions import Fraction

import pytest
from markupsafe import Markup

from site_gen.render.figures import (
    demand_meter,
    difficulty_meter,
    effort_bar,
    pay_bar,
    pay_scale,
    phase_track,
    share_bar,
    week_axis,
)

SCALE = pay_scale([85_000, 140_000])
DRAWINGS = [
    pytest.param(difficulty_meter(3), id="difficulty"),
    pytest.param(demand_meter(0), id="demand"),
    pytest.param(phase_track((8, 1), (18, 1), (36, 1)), id="phase"),
    pytest.param(week_axis([(8, 1), (36, 1)], ["8", "36"]), id="axis"),
    pytest.param(effort_bar(Fraction(6), Fraction(12)), id="effort"),
    pytest.param(effort_bar(None, Fraction(12)), id="effort-without-end"),
    pytest.param(share_bar(2, 3), id="share"),
    pytest.param(pay_bar(85, 140, 100, scale=SCALE, kind="to", labels=("<85", "140")), id="pay"),
]


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_drawing_is_hidden_and_has_no_style(drawing: Markup) -> None:
    assert drawing.startswith("<svg ")
    assert 'aria-hidden="true"' in drawing
    assert "style=" not in drawing
    assert "<85" not in drawing


def places(drawing: str, attribute: str) -> list[float]:
    return [float(found) for found in re.findall(rf' {attribute}="([\d.]+)%"', drawing)]


def test_phase_stands_where_its_weeks_are() -> None:
    assert places(phase_track((9, 1), (18, 1), (36, 1)), "x") == [25.0]
    assert places(phase_track((9, 1), (18, 1), (36, 1)), "width") == [25.0]


def test_phase_of_a_plan_without_weeks_has_no_length() -> None:
    assert places(phase_track((0, 1), (0, 1), (0, 1)), "width") == [0.0]


def test_label_that_would_run_into_the_next_is_left_out() -> None:
    axis = week_axis([(8, 1), (33, 1), (36, 1)], ["8", "33", "36"])
    assert re.findall(r">(\d+)<", axis) == ["8", "36"]


def test_pay_bar_leaves_room_for_words_at_both_ends() -> None:
    left, right = SCALE.place(85_000), SCALE.place(140_000)
    assert left > 10
    assert right < 90


def test_pay_that_is_one_figure_still_has_a_scale() -> None:
    assert pay_scale([50_000, 50_000]).place(50_000) == 50


@pytest.mark.parametrize(("level", "strokes"), [(1, 1), (4, 4)])
def test_meter_fills_as_many_segments_as_its_level(level: int, strokes: int) -> None:
    found = re.search(r'class="on" d="([^"]*)"', difficulty_meter(level))
    assert found is not None
    assert found[1].count("M") == strokes
