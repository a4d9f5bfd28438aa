"""Changes in percent as words."""

from fractions import Fraction

import pytest

from site_gen.model.pathway import PercentRange
from site_gen.render.change import change, percent

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
    ("value", "words"),
    [(Fraction(83, 2), "+42%"), (Fraction(-83, 2), "−42%"), (Fraction(1, 3), "0%"), (Fraction(-1, 3), "0%")],
)
def test_percent_rounds_halves_away_from_nothing(value: Fraction, words: str) -> None:
    assert percent(value) == words
