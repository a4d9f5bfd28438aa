"""The name of a role and a table of occupations become the few whose titles are most like the name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from math import log
from typing import Final

from site_gen.model.skill import skill_key
from site_gen.scaffold.naming import same_name
from site_gen.scaffold.occupations import OccupationFigures

_EMPTY_WORDS: Final = frozenset({"and", "except", "in", "of", "or", "the"})
_STEM: Final = 6
"""Letters that `engineer` and `engineering`, `product` and `production` have in common."""

_LEAST: Final = 0.7
"""Below this a title has no more in common with a name than chance gives."""


def nearest_titles(name: str, occupations: Sequence[OccupationFigures], *, most: int = 5) -> list[OccupationFigures]:
    """The occupations whose titles are most like a name, best first; rare words in common count most."""
    words_by_code = {each.code: _words(each.title) for each in occupations}
    spread = Counter(word for words in words_by_code.values() for word in words)
    wanted = _words(name)

    def weight(words: frozenset[str]) -> float:
        return sum(log((len(occupations) + 1) / (spread[word] + 1)) for word in sorted(words))

    def score(each: OccupationFigures) -> float:
        words = words_by_code[each.code]
        shared, both = weight(wanted & words), weight(wanted) + weight(words)
        ratio = SequenceMatcher(None, skill_key(name), skill_key(each.title), autojunk=False).ratio()
        return 2 * (2 * shared / both if both else 0.0) + ratio

    scored = sorted(((score(each), each) for each in occupations), key=lambda pair: (-pair[0], pair[1].code))
    return [each for points, each in scored[:most] if points >= _LEAST]


def of_that_name(name: str, occupations: Sequence[OccupationFigures]) -> OccupationFigures | None:
    """The occupation whose title is the name of the role."""
    return next((each for each in occupations if same_name(name, each.title)), None)


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z0-9]+", skill_key(text))
    return frozenset(re.sub(r"(?<=[a-z]{3})s$", "", word)[:_STEM] for word in words if word not in _EMPTY_WORDS)
