"""Numbers and lists as words."""

import pytest

from site_gen.render.words import counted, listed, number_word, sentence


@pytest.mark.parametrize(("number", "word"), [(0, "no"), (5, "five"), (12, "twelve"), (13, "13"), (1200, "1,200")])
def test_small_counts_are_words(number: int, word: str) -> None:
    assert number_word(number) == word


@pytest.mark.parametrize(("number", "words"), [(1, "1 way"), (0, "0 ways"), (1200, "1,200 ways")])
def test_noun_follows_its_count(number: int, words: str) -> None:
    assert counted(number, "way") == words


@pytest.mark.parametrize(
    ("names", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_list_reads_as_one(names: list[str], words: str) -> None:
    assert listed(names) == words


def test_sentence_keeps_capitals_inside() -> None:
    assert sentence("very high in the US") == "Very high in the US"
