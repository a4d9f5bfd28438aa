"""What an author types for a role becomes its id and name, and is found again among the roles that exist."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

from site_gen.model.role import Role
from site_gen.model.skill import skill_key

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID: Final = 100
"""Characters: the file of a pathway is called after two roles, and a name of a file may have 255."""

LIKE: Final = 0.85
"""How alike a name and the role are that its author may have meant."""

NEARLY: Final = 0.88
"""How alike two names of one role are: `Data Enginer` and `Data Engineer`, but no frontend and backend role."""

_LIKE_WORDS: Final = 0.7
"""How alike each word must be to its counterpart: one word is what tells a security from a software engineer."""

_SMALL_WORDS: Final = frozenset({"and", "at", "for", "in", "of", "on", "the", "to"})


def role_id(name: str) -> str:
    """The id that a name makes: small letters, digits and hyphens, accents dropped; empty where none are left.

    `C`, `C++` and `C#` are three languages, so these signs become words.
    """
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    worded = re.sub(r"(?<=[a-z])#", "-sharp-", bare.replace("'", "").replace("+", "-plus-"))
    return re.sub(r"[^a-z0-9]+", "-", worded).strip("-")


def role_name(typed: str) -> str:
    """The name of a role: an id as words with capitals, `data-engineer` as `Data Engineer`; all else as typed."""
    if not ID.fullmatch(typed):
        return typed
    first, *others = typed.split("-")
    return " ".join([first.capitalize(), *(word if word in _SMALL_WORDS else word.capitalize() for word in others)])


def plural_of(name: str) -> str:
    """The usual plural of a name."""
    if re.search(r"[^aeiou]y$", name):
        return f"{name[:-1]}ies"
    if name.endswith("man"):
        return f"{name[:-3]}men"
    return f"{name}es" if re.search(r"(?:s|x|z|ch|sh)$", name) else f"{name}s"


def same_name(one: str, other: str) -> bool:
    """Whether two names are one, capitals, spaces and hyphens put aside, in the singular or the plural."""
    forms = {skill_key(one), skill_key(plural_of(one))}
    return bool(forms & {skill_key(other), skill_key(plural_of(other))})


def called(typed: str, roles: Iterable[Role]) -> tuple[Role, ...]:
    """The roles that are called so: the one of that id or name, else all that have it as another name."""
    known = sorted(roles, key=lambda each: each.id)
    key = skill_key(typed)
    first = [each for each in known if key in {skill_key(each.id), skill_key(each.name)}]
    if first:
        return tuple(first)
    return tuple(each for each in known if key in map(skill_key, (each.plural, *each.aliases)))


def nearest_role(typed: str, roles: Iterable[Role], *, cutoff: float = LIKE) -> Role | None:
    """The role whose id or one of whose names is most like what was typed, word by word."""
    name = skill_key(typed)
    scored = ((_likeness(name, key), each.id, each) for each in roles for key in _keys(each))
    best = max(scored, key=lambda found: (found[0], found[1]), default=None)
    return best[2] if best is not None and best[0] >= cutoff else None


def _likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1; 0 where one has a word that the other has nothing like."""
    words, others = one.split(), other.split()
    if len(words) == len(others):
        pairs = zip(words, others, strict=True)
        return _ratio(one, other) if all(_ratio(*pair) >= _LIKE_WORDS for pair in pairs) else 0.0
    # A word more is another role, but `front end` is `frontend`.
    if set(words) < set(others) or set(others) < set(words):
        return 0.0
    return _ratio("".join(words), "".join(others))


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _keys(role: Role) -> Iterator[str]:
    yield from map(skill_key, (role.id, role.name, *role.aliases))
