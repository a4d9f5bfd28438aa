"""What the picture of a pathway says, and which words can't be drawn."""

from dataclasses import replace

import pytest
from PIL import ImageFont

from site_gen.model.card import BadgeFigures
from site_gen.model.duration import Months
from site_gen.model.pathway import Demand, Difficulty, PercentRange
from site_gen.render import picture
from site_gen.render.picture_words import PictureWords, can_be_drawn, picture_words, words_of_listing
from tests.render.pictures import FALL, RISE, UNKNOWN, WORDS
from tests.samples import sample

FIGURES = BadgeFigures(
    difficulty=Difficulty.CHALLENGING,
    months=Months(low=9, high=12),
    pay=PercentRange(low=40, high=60),
    is_estimate=True,
    demand=Demand.VERY_HIGH,
    is_authors_view=True,
)
NOTHING_KNOWN = BadgeFigures(
    difficulty=Difficulty.EASY, months=None, pay=None, is_estimate=False, demand=None, is_authors_view=False
)
COOK = WORDS["short names"]


def test_badges_are_those_of_the_page() -> None:
    assert picture_words("", "Cook", "Baker", FIGURES) == PictureWords(names=("Cook", "Baker"), badges=RISE)


def test_a_fall_in_pay_is_called_so() -> None:
    figures = replace(FIGURES, pay=PercentRange(low=-12, high=-12), is_estimate=False)
    assert picture_words("", "Cook", "Baker", figures).badges[2] == FALL[2]


def test_what_is_not_known_is_said_to_be_so() -> None:
    words = picture_words("", "Cook", "Baker", NOTHING_KNOWN)
    assert words.badges == UNKNOWN
    assert [each.is_known for each in words.badges] == [True, False, False, False]


def test_a_title_of_its_own_stands_for_the_two_roles() -> None:
    assert picture_words("To the oven", "Cook", "Baker", FIGURES).names == ("To the oven",)


def test_a_listed_pathway_says_the_same() -> None:
    (listing,) = (each for each in sample().catalog.listings if each.slug == "cook-to-baker")
    assert listing.facts.figures is not None
    assert words_of_listing(listing) == picture_words("", "Cook", "Baker", listing.facts.figures)


@pytest.mark.parametrize(
    "name", ["Cook", "Chef’s helper", "C++ & C# coder (50% / 7–9)", "R\N{NO-BREAK SPACE}&\N{NO-BREAK SPACE}D", "So…"]
)
def test_letters_of_english_and_its_signs_can_be_drawn(name: str) -> None:
    assert can_be_drawn(replace(COOK, names=(name, "Baker")), "Waymark")
    assert can_be_drawn(COOK, name)


@pytest.mark.parametrize("name", ["Maître d’hôtel", "パン屋", "Пекарь", "Cook 🍞", "e\u0301", "Cook\u202e", ""])
def test_other_letters_cannot(name: str) -> None:
    assert not can_be_drawn(replace(COOK, names=("Cook", name)), "Waymark")
    assert not can_be_drawn(COOK, name)


def test_the_typeface_has_every_letter_that_is_taken_for_drawable() -> None:
    font = ImageFont.load_default(40)
    assert isinstance(font, ImageFont.FreeTypeFont)
    none = bytes(font.getmask("\uffff"))
    letters = [chr(each) for each in range(0x2E80) if can_be_drawn(replace(COOK, names=(chr(each),)), "Waymark")]
    made_otherwise = {*"–—−", *"\u00a0\u202f\u00ad"}
    assert len(letters) > 100
    assert made_otherwise < set(letters)
    assert [each for each in letters if bytes(font.getmask(each)) == none and each not in made_otherwise] == []


def test_every_sample_of_words_can_be_drawn() -> None:
    assert [name for name, words in WORDS.items() if not can_be_drawn(words, "Waymark")] == []
    assert picture.draw_picture(COOK, "Waymark").startswith(b"\x89PNG")
