"""Everything on a picture has its place: inside of it, legible, and nothing on anything else."""

from itertools import combinations

import pytest

from site_gen.render.picture import measure, place_words
from site_gen.render.picture_layout import (
    HEIGHT,
    LABEL_SIZE,
    MARGIN,
    NAME_SIZES,
    SITE_SIZE,
    VALUE_SIZES,
    WIDTH,
    Box,
    Layout,
    Shape,
    wrap,
)
from site_gen.render.picture_words import PictureWords
from tests.render.pictures import WORDS

LONG_TITLE = "The Waymark Guide to Changing Careers in the Middle of Life, Second Edition"
CASES = [
    pytest.param(words, title, id=f"{name}-{len(title)}")
    for name, words in WORDS.items()
    for title in ("W", LONG_TITLE)
]


def places(layout: Layout) -> list[tuple[str, Box]]:
    return [(each.words, each.box) for each in layout.texts] + [(each.kind, each.box) for each in layout.shapes]


def names_of(layout: Layout) -> list[str]:
    return [each.words for each in layout.texts if each.size in NAME_SIZES and each.is_bold and each.base < 400]


def touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize(("words", "title"), CASES)
def test_nothing_leaves_the_picture(words: PictureWords, title: str) -> None:
    layout = place_words(words, title)
    outside = [
        name
        for name, (left, top, right, bottom) in places(layout)
        if not (0 <= left < right <= WIDTH and 0 <= top < bottom <= HEIGHT)
    ]
    assert outside == []
    assert [each.words for each in layout.texts if each.box[0] < MARGIN or each.box[2] > WIDTH - MARGIN] == []


@pytest.mark.parametrize(("words", "title"), CASES)
def test_no_words_lie_on_others_or_on_a_shape(words: PictureWords, title: str) -> None:
    layout = place_words(words, title)
    texts = [(each.words, each.box) for each in layout.texts]
    shapes = [(each.kind, each.box) for each in layout.shapes]
    pairs = [*combinations(texts, 2), *((text, shape) for text in texts for shape in shapes)]
    assert [(one[0], other[0]) for one, other in pairs if touch(one[1], other[1])] == []


@pytest.mark.parametrize(("words", "title"), CASES)
def test_letters_are_large_enough_for_a_picture_a_quarter_as_wide(words: PictureWords, title: str) -> None:
    assert min(each.size for each in place_words(words, title).texts) >= 36
    assert min(*NAME_SIZES, *VALUE_SIZES, SITE_SIZE, LABEL_SIZE) >= 36


def test_short_names_are_as_large_as_can_be_and_long_ones_smaller() -> None:
    sizes = {name: place_words(words, "W").texts[1].size for name, words in WORDS.items()}
    assert sizes["short names"] == sizes["a short title"] == NAME_SIZES[0]
    assert NAME_SIZES[0] > sizes["a fall in pay"] > sizes["names of two lines"] >= NAME_SIZES[-1]
    assert sizes["names without an end"] == NAME_SIZES[-1]


def test_names_that_fit_are_whole_and_others_say_that_there_is_more() -> None:
    for name in ("short names", "a fall in pay", "names of two lines", "a title of its own", "a short title"):
        assert " ".join(names_of(place_words(WORDS[name], "W"))) == " ".join(WORDS[name].names)
    for name in ("a title without an end", "names without an end", "words that can't be broken"):
        shown = names_of(place_words(WORDS[name], "W"))
        assert sum(each.endswith("…") for each in shown) == len(WORDS[name].names)
        assert len(shown) <= 4


def test_a_long_name_of_the_site_is_cut() -> None:
    shown = place_words(WORDS["short names"], LONG_TITLE).texts[0]
    assert shown.words.startswith("The Waymark Guide")
    assert shown.words.endswith("…")


def test_all_badges_are_whole_with_their_labels() -> None:
    for words in WORDS.values():
        shown = {each.words for each in place_words(words, "W").texts}
        assert {text for each in words.badges for text in (each.label, each.value)} <= shown


def bars(layout: Layout, left: int) -> list[Shape]:
    return [
        each for each in layout.shapes if each.kind == "bar" and left <= each.box[0] < left + 60 and each.box[1] > 390
    ]


@pytest.mark.parametrize(
    ("name", "difficulty", "demand"), [("short names", 3, 4), ("a fall in pay", 4, 1), ("names of two lines", 1, 0)]
)
def test_meters_have_as_many_full_bars_as_their_level(name: str, difficulty: int, demand: int) -> None:
    layout = place_words(WORDS[name], "W")
    assert [each.colour for each in bars(layout, 64)] == ["difficulty"] * difficulty + ["line"] * (4 - difficulty)
    assert [each.colour for each in bars(layout, 632)] == ["ink"] * demand + ["line"] * (4 - demand)


def test_the_arrow_of_pay_goes_where_pay_goes() -> None:
    for name, goes in (("short names", -1), ("a fall in pay", 1), ("names of two lines", 0)):
        arrow = next(each for each in place_words(WORDS[name], "W").shapes if each.kind == "path" and each.box[0] == 64)
        rise = arrow.points[-1][1] - arrow.points[0][1]
        assert (rise > 0) - (rise < 0) == goes


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_the_hollow_dot_is_above_the_solid_one(words: PictureWords) -> None:
    layout = place_words(words, "W")
    ring = next(each for each in layout.shapes if each.kind == "ring")
    disc = next(each for each in layout.shapes if each.kind == "disc")
    assert (ring.colour, disc.colour) == ("from", "to")
    assert ring.box[3] + 20 <= disc.box[1]


def test_lines_are_as_full_as_their_width_lets_them_be() -> None:
    assert wrap("a bb ccc", 4, len) == ["a bb", "ccc"]
    assert wrap("a bbbbbb c", 4, len) == ["a", "bbbbbb", "c"]
    assert wrap("", 4, len) == [""]


def test_words_are_wider_when_bold_and_dashes_have_a_width() -> None:
    assert measure("Cook", 88, is_bold=True) > measure("Cook", 88, is_bold=False)
    assert measure("9–12", 50, is_bold=False) > measure("912", 50, is_bold=False) + 20
    assert measure("a\u00adb", 50, is_bold=False) == measure("ab", 50, is_bold=False)
