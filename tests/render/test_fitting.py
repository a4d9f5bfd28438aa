"""Texts and the room they take."""

import pytest

from site_gen.render.fitting import lines_of, width_of


def test_wide_characters_take_more_than_narrow_ones() -> None:
    assert width_of("il", 10) < width_of("ab", 10) < width_of("AB", 10) < width_of("mw", 10) == width_of("職種", 10)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        pytest.param("", 100, (), id="nothing"),
        pytest.param("QA Engineer", 100, ("QA Engineer",), id="one-line"),
        pytest.param("Data  Engineer", 60, ("Data", "Engineer"), id="a-line-a-word"),
        pytest.param("Chief of Staff", 60, ("Chief of", "Staff"), id="short-words-together"),
        pytest.param("Bankkauffrau", 60, ("Bankkau-", "ffrau"), id="a-word-too-long"),
        pytest.param("abc", 1, ("abc",), id="no-room-at-all"),
    ],
)
def test_words_fill_lines(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert lines_of(text, 12, room) == lines


def test_no_line_takes_more_than_its_room() -> None:
    lines = lines_of("Donaudampfschifffahrtsgesellschaftskapitänin in Wanne-Eickel", 12, 100)
    assert len(lines) == 5
    assert [line for line in lines if width_of(line, 12) > 100] == []
