"""What was asked while something was made, and what would be answered now: whether it has to be made again, and why."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import Final

NEW: Final = "it is new"
EDITED: Final = "its file has changed"
DUE: Final = "it is published now"
WITHHELD: Final = "it is no longer published"
Answers = Mapping[str, str]
"""Names of what can be asked, such as `role:cook` or `template:base.html`, with a digest of the answer to each."""

_WORDS = {
    "code": "Waymark itself or a library of its is another version",
    "skills": "content/skills.yaml has changed",
    "frame": "the navigation, a style sheet or a script has changed",
    "listings": "a pathway's facts have changed, or one was added or removed",
    "roles": "a role has changed, or one was added or removed",
    "pages": "a plain page has changed, or one was added or removed",
    "role": "the role `{}` has changed",
    "facts": "the name or a figure of the role `{}` has changed, or moved",
    "day": "its last commit is of another day",
    "ways": "the role `{}` has other ways out",
    "ways_in": "the pathways that lead to `{}` have changed",
    "ways_out": "the pathways that begin at `{}` have changed",
    "route_list": "other roles than before have a page of routes between them",
    "routes_from": "other roles than before have a page of routes from `{}`",
    "skill_list": "a skill was added or removed, or has another name",
    "skill": "the pathways that teach or use the skill `{}` have changed",
    "card": "a name or badge of the pathway `{}` has changed",
    "page": "the page `{}` has changed",
    "setting": "the setting `{}` in content/site.yaml has changed",
    "template": "the template {} has changed",
    "file": "the file content/{} has changed",
}

_KEYS = {
    "setting:allowed_links": "links",
    "setting:hours_a_week": "hours_per_week",
    "setting:severities": "severity",
}
"""What some settings are called in site.yaml."""


def changed(old: Answers, new: Answers) -> frozenset[str]:
    """The names whose answer is another one now; one that is not known on both sides counts as changed."""
    return frozenset(name for name in {*old, *new} if old.get(name) != new.get(name))


def reason(asked: Set[str], changed_names: Set[str]) -> str:
    """Why something that has asked for these has to be made again, in words; empty where it need not be."""
    names = asked & changed_names
    return in_words(min(names, key=_weight)) if names else ""


def in_words(name: str) -> str:
    """What it means that the answer to a name has changed."""
    kind, _, what = name.partition(":")
    return _WORDS[kind].format(_KEYS.get(name, what))


def _weight(name: str) -> tuple[int, str]:
    """The order in which reasons are told: the one that explains most goes first."""
    return list(_WORDS).index(name.partition(":")[0]), name
