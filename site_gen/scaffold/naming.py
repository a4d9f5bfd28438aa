"""What an author types for a role becomes its id and name, and is found again among the roles that exist."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from site_gen.model.role import Role
from site_gen.model.skill import skill_key
from site_gen.nearest import nearest

ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NEARLY: Final = 0.88
"""How alike two names of one role are: `Data Enginer` and `Data Engineer`, but no frontend and backend role."""

_SMALL_WORDS: Final = frozenset({"and", "at", "for", "in", "of", "on", "the", "to"})


def role_id(name: str) -> str:
    """The id that a name makes: small letters, digits and hyphens, accents dropped; empty where none are left."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare.replace("'", "")).strip("-")


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


def nearest_role(typed: str, roles: Iterable[Role], *, cutoff: float = 0.7) -> Role | None:
    """The role whose id or one of whose names is most like what was typed."""
    roles_by_key = dict(sorted(((key, each) for each in roles for key in _keys(each)), key=lambda pair: pair[0]))
    guess = nearest(skill_key(typed), roles_by_key, cutoff=cutoff)
    return roles_by_key[guess] if guess is not None else None


def _keys(role: Role) -> Iterator[str]:
    yield from map(skill_key, (role.id, role.name, *role.aliases))
