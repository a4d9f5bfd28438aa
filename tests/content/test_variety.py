"""No guide or role repeats another's sentence: each was written for its own reader."""

from collections import defaultdict
from itertools import chain
from typing import Final

from tests.content.written import FILES, blocks, sentences, words

LONG: Final = 12
"""Words that a sentence, or a run of words, may share with another file; a longer one is a copy."""


def test_no_two_files_share_a_long_sentence() -> None:
    files_by_sentence: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for file in FILES:
        for sentence in sentences(file):
            said = tuple(words(sentence))
            if len(said) > LONG:
                files_by_sentence[said].add(file)
    assert len(files_by_sentence) > 1000
    assert {" ".join(said): sorted(files) for said, files in files_by_sentence.items() if len(files) > 1} == {}


def test_no_two_files_share_a_long_run_of_words() -> None:
    files_by_run: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for file in FILES:
        for run in set(chain.from_iterable(_runs(each.text) for each in blocks(file) if "Resources" not in each.under)):
            files_by_run[run].add(file)
    assert len(files_by_run) > 10_000
    assert {" ".join(run): sorted(files) for run, files in files_by_run.items() if len(files) > 1} == {}


def _runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[at : at + LONG + 1]) for at in range(len(said) - LONG)}
