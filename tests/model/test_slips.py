"""Slips inside a word, and other words that only look like them."""

import pytest

from site_gen.model.slips import are_slips, stumps
from site_gen.model.twins import RIGHT_WORDS


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("analysis", "synthesis", id="nothing in common"),
        pytest.param("probability", "robability", id="another first letter"),
        pytest.param("unit", "unity", id="a short word with one letter more"),
        pytest.param("stock", "stack", id="a short word with a vowel changed"),
        pytest.param("coding", "coping", id="a letter changed for one that sounds otherwise"),
        pytest.param("tracking", "trucking", id="a short stem before an ending"),
        pytest.param("manage", "manager", id="the one who does it"),
        pytest.param("director", "directory", id="where the ones who do it stand"),
        pytest.param("journalism", "journalist", id="a last letter changed"),
        pytest.param("conversion", "conversation", id="two letters more"),
        pytest.param("interaction", "integration", id="two slips with other consonants"),
    ],
)
def test_words_that_look_alike_are_two(one: str, other: str) -> None:
    assert not are_slips(one, other)
    assert not are_slips(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("probablity", "probability", id="a letter missing"),
        pytest.param("writting", "writing", id="a letter doubled"),
        pytest.param("traning", "training", id="a letter missing before an ending"),
        pytest.param("pyhton", "python", id="letters swapped"),
        pytest.param("trail", "trial", id="letters swapped in a short word"),
        pytest.param("licence", "license", id="a letter changed for one that sounds alike"),
        pytest.param("developnent", "development", id="any letter changed in a long word"),
        pytest.param("maintainance", "maintenance", id="other vowels"),
        pytest.param("catalogue", "catalog", id="vowels at the end"),
        pytest.param("programme", "program", id="a doubled letter and a vowel at the end"),
    ],
)
def test_words_with_a_slip_are_one_and_share_a_stump(one: str, other: str) -> None:
    assert are_slips(one, other)
    assert are_slips(other, one)
    assert {*stumps(one)} & {*stumps(other)}


@pytest.mark.parametrize("word", ["sql", "c++", "3d", "web2", "python/c++", ""])
def test_what_is_no_long_word_has_no_stumps(word: str) -> None:
    assert not stumps(word)


def test_words_listed_as_right_stand_once_and_look_like_another_one() -> None:
    plurals = {"arms", "customs", "goods", "https", "lens", "means", "news", "series"}
    singular = RIGHT_WORDS - plurals
    alone = {word for word in singular if not any(word != other and are_slips(word, other) for other in singular)}
    assert alone == set()
