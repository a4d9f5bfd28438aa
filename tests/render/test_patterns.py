"""Patterns: gaps for words, for numbers, and for numbers with their nouns."""

import pytest

from site_gen.render.patterns import fill


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        pytest.param("nothing to fill", "nothing to fill", id="no-gap"),
        pytest.param("{name} again", "Cook {x} again", id="a-word-that-looks-like-a-gap-stays"),
        pytest.param("{many}", "1,200", id="a-number"),
        pytest.param("{many|hour|hours}", "1,200 hours", id="a-number-and-its-noun"),
        pytest.param("{one|hour|hours}", "1 hour", id="one-of-it"),
    ],
)
def test_pattern_is_filled(pattern: str, expected: str) -> None:
    assert fill(pattern, {"name": "Cook {x}", "many": 1200, "one": 1}) == expected


def test_gap_without_a_value_is_refused() -> None:
    with pytest.raises(KeyError, match="x"):
        fill("{x}", {})
