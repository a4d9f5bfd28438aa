"""The keys of skill names become pairs of which one is the other misspelt, in time that grows with the names alone.

Two names are one when their words are the same but for spaces, order around `and`, a plural, and a slip inside a word.
Different words make different skills, however long the words are that the names share.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from itertools import combinations
from typing import Final

from site_gen.model.slips import are_slips, stumps
from site_gen.model.twins import RIGHT_WORDS

_UNPAIRED: Final = 3
"""In how many names two words stand that are both right for all we know, however near they are."""
_RARER: Final = 20
"""How much rarer a word is that is misspelt in several names."""
_SILENT: Final = str.maketrans("", "", ".'")


def better_by_key(used: Mapping[str, int], listed: Set[str]) -> dict[str, str]:
    """For each key that is another one misspelt, the one that it should be: a listed one, or one that is used more.

    Of two that are used as often, it is the one whose words stand in more names, then the first by alphabet.
    """
    words_by_key = {key: _words(key) for key in {*used, *listed}}
    names_by_word = Counter(word for words in words_by_key.values() for word in set(words))
    near = _near_words(names_by_word, {word for key in listed for word in words_by_key[key]} | RIGHT_WORDS)

    def worth(key: str) -> tuple[bool, int, int, str]:
        rarest = min([names_by_word[word] for word in words_by_key[key]], default=0)
        return key not in listed, -used.get(key, 0), -rarest, key

    best_by_form: dict[str, str] = {}
    better: dict[str, str] = {}
    for key in sorted(words_by_key, key=worth):
        words = words_by_key[key]
        form = _form(words)
        if not form:
            continue
        forms = [form] if near.keys().isdisjoint(words) else [form, *_slips(words, near)]
        # Whatever has a form by now is worth more than this key.
        rivals = [best_by_form[each] for each in forms if each in best_by_form]
        if rivals and key not in listed:
            best = min(rivals, key=worth)
            better[key] = better.get(best, best)
        best_by_form.setdefault(form, key)
    return better


def _words(key: str) -> tuple[str, ...]:
    """The words of a name in the singular, without accents and dots, with every `and` written out."""
    if not key.isascii():
        key = "".join(char for char in unicodedata.normalize("NFD", key) if not unicodedata.combining(char))
    if not key.replace(" ", "").isalnum():
        key = key.replace(", and ", " and ").replace(", ", " and ").replace("&", " and ")
        key = " ".join(word if any(map(str.isdigit, word)) else word.translate(_SILENT) for word in key.split())
    return tuple([_singular(word) for word in key.split()])


def _singular(word: str) -> str:
    """A word without its plural ending; `process`, `status`, `NodeJS` and very short words have none."""
    if word[-1:] != "s" or len(word) < 4 or word[-2] in "suj" or word in RIGHT_WORDS or not word.isalpha():
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes")) else word[:-1]


def _form(words: Collection[str]) -> str:
    """What names with these words have in common, wherever the spaces are and whatever comes first beside an `and`."""
    text = " ".join(words)
    if " and " in text:
        text = "&".join(sorted(text.split(" and ")))
    return text.replace(" ", "")


def _slips(words: tuple[str, ...], near: Mapping[str, Collection[str]]) -> Iterator[str]:
    """The forms that a name has with one word or two spelt as words near to them."""
    slips = [(at, other) for at, word in enumerate(words) if word in near for other in near[word]]
    for at, other in slips:
        yield _form((*words[:at], other, *words[at + 1 :]))
    for (at, one), (later, other) in combinations(slips, 2):
        if at != later:
            yield _form((*words[:at], one, *words[at + 1 : later], other, *words[later + 1 :]))


def _near_words(names_by_word: Mapping[str, int], right: Set[str]) -> dict[str, list[str]]:
    """For each word the others that it may be a slip for, found among those alone that share a stump with it."""
    near: defaultdict[str, set[str]] = defaultdict(set)
    for kin in _kin(names_by_word):
        for one, other in combinations(kin, 2):
            if other in near[one] or (one in right and other in right):
                continue
            if are_slips(one, other) and not _both_usual(names_by_word[one], names_by_word[other]):
                near[one].add(other)
                near[other].add(one)
    return {word: sorted(others) for word, others in near.items() if others}


def _kin(words: Iterable[str]) -> Collection[list[str]]:
    """The groups of words that share a stump; most stumps are of one word, which makes no group."""
    first: dict[str, str] = {}
    kin_by_stump: dict[str, list[str]] = {}
    for word in words:
        for stump in stumps(word):
            other = first.setdefault(stump, word)
            if other is not word:
                kin = kin_by_stump.setdefault(stump, [other])
                # A word with a doubled letter has one stump twice.
                if kin[-1] is not word:
                    kin.append(word)
    return kin_by_stump.values()


def _both_usual(one: int, other: int) -> bool:
    """Whether two words are right by the numbers of names that they stand in."""
    return min(one, other) >= _UNPAIRED and max(one, other) < _RARER * min(one, other)
