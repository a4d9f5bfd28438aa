"""Guides and roles are plain, kind to everybody, and free of hype."""

import re
from typing import Final

import pytest

from tests.content.written import FILES, blocks, expression, sentences, split_sentences
from tests.sites import REPOSITORY

HYPE: Final = expression("hype")
"""Words that promise and say nothing."""

UNKIND: Final = expression("unkind")
"""Words that leave somebody out, where a plain one would do."""

GRADE: Final = 10.0
"""The school year of readers of 14 to 15, by the Automated Readability Index."""

LONGEST: Final = 45
"""Words in the longest sentence; lists of parts may make one long."""


def readability_index(file: str) -> float:
    """The Automated Readability Index (Senter and Smith, 1967): letters and figures a word, and words a sentence."""
    told = _told(file)
    said = [word for sentence in told for word in sentence.split()]
    characters = sum(character.isalnum() for word in said for character in word)
    return 4.71 * characters / len(said) + 0.5 * len(said) / len(told) - 21.43


@pytest.mark.parametrize("file", FILES)
def test_no_word_of_hype(file: str) -> None:
    assert _found(HYPE, file) == []


def test_words_that_authors_are_told_of_are_on_the_list() -> None:
    page = (REPOSITORY / "docs" / "writing.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"These words promise and say nothing: \*([^*]*)\*", page)
    assert [word for word in re.split(r",\s+", told) if not HYPE.fullmatch(word)] == []


@pytest.mark.parametrize("file", FILES)
def test_no_word_that_leaves_somebody_out(file: str) -> None:
    assert _found(UNKIND, file) == []


@pytest.mark.parametrize("file", FILES)
def test_readers_of_fourteen_can_follow(file: str) -> None:
    assert readability_index(file) <= GRADE


@pytest.mark.parametrize("file", FILES)
def test_no_sentence_takes_two_breaths(file: str) -> None:
    assert [each for each in sentences(file) if len(each.split()) > LONGEST] == []


@pytest.mark.parametrize("file", [each for each in FILES if each.startswith("pathways/")])
def test_reader_is_addressed(file: str) -> None:
    text = " ".join(each.text.lower() for each in blocks(file))
    assert len(re.findall(r"\b(you|your|yours)\b", text)) >= 15
    assert re.findall(r"\b(the learner|one should|utiliz\w+)\b", text) == []


@pytest.mark.parametrize("file", FILES)
def test_no_em_dash_or_curly_mark(file: str) -> None:
    assert [each.text for each in blocks(file) if re.search(r"[—“”‘’]", each.text)] == []


def _found(pattern: re.Pattern[str], file: str) -> list[str]:
    text = [each.text for each in blocks(file) if "Resources" not in each.under]
    return [match[0] for each in text for match in pattern.finditer(each)]


def _told(file: str) -> list[str]:
    """The sentences that one reads on: neither headings nor names of resources."""
    told = [each.text for each in blocks(file) if each.kind != "heading" and "Resources" not in each.under]
    return [sentence for text in told for sentence in split_sentences(text)]
