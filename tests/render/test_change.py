"""Changes in percent as words."""

from fractions import Fraction

import pytest

from site_gen.model.pathway import PercentRange
from site_gen.render.change import change, percent, step

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        pytest.param(40, 60, "+40–60%", id="a-rise"),
        pytest.param(40, 40, "+40%", id="one-figure"),
        pytest.param(-12, -12, "−12%", id="a-fall"),
        pytest.param(-20, -10, f"−20%{SPACE}to{SPACE}−10%", id="a-fall-of-a-range"),
        pytest.param(-10, 20, f"−10%{SPACE}to{SPACE}+20%", id="both-sides-of-nothing"),
        pytest.param(0, 20, f"0%{SPACE}to{SPACE}+20%", id="from-nothing"),
        pytest.param(0, 0, "0%", id="nothing"),
    ],
)
def test_change_has_real_signs_and_never_breaks(low: int, high: int, words: str) -> None:
    assert change(PercentRange(low=low, high=high)) == words


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param(85_000, 120_000, "+41%", id="a-rise"),
        pytest.param(200, 283, "+42%", id="half-a-percent-up"),
        pytest.param(200, 117, "−42%", id="half-a-percent-down"),
        pytest.param(140_000, 140_000, "0%", id="none"),
    ],
)
def test_step_is_the_change_from_one_amount_to_another(old: int, new: int, words: str) -> None:
    assert step(old, new) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(Fraction(83, 2), "+42%"), (Fraction(-83, 2), "−42%"), (Fraction(1, 3), "0%"), (Fraction(-1, 3), "0%")],
)
def test_percent_rounds_halves_away_from_nothing(value: Fraction, words: str) -> None:
    assert percent(value) == words
