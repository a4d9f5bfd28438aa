"""A key inside braces that stands without a value to what its author meant: a space or a colon that is missing, or
the rest of a text that a comma has cut.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from site_gen.diagnostic import Fix, Place
from site_gen.edits import change_line, inserting, replacing, written_at
from site_gen.read.front_matter import Mapping
from site_gen.read.plain_front_matter import Path
from site_gen.read.yaml_mistakes import quoted, ticked
from site_gen.record import record


@record
class Meant:
    """What to say of such a key, and the `key` it was to be; without a message it is told with the one before it."""

    message: str = ""
    help: str = ""
    fix: Fix | None = None
    key: str = ""


def meant_in_braces(mapping: Mapping, path: Path, known: Sequence[str]) -> Meant | None:
    """What a key that is none of the `known` ones was meant as; None where it means nothing else."""
    parent, place = _value_at(mapping.values, path[:-1]), mapping.keys.get(path)
    if not isinstance(parent, dict) or place is None:
        return None
    free = [each for each in known if each not in parent]
    if meant := _without_space(place, free):
        return meant
    if not _is_bare(mapping, path):
        return None
    if meant := _without_colon(place, free):
        return meant
    siblings = list(parent)
    at = siblings.index(str(path[-1]))
    if any(_covers(mapping.keys[(*path[:-1], each)], place, free) for each in siblings[:at]):
        return Meant()
    return _rest_of_text(mapping, path, siblings)


def _value_at(values: Any, path: Path) -> Any:
    for step in path:
        values = values[step]
    return values


def _is_bare(mapping: Mapping, path: Path) -> bool:
    """Whether a key has neither a colon nor a value behind it."""
    if _value_at(mapping.values, path) is not None:
        return False
    place = mapping.keys[path]
    return re.match(r"\s*(?:[,}]|$)", place.excerpt[place.column - 1 + place.length :]) is not None


def _pair(place: Place, known: Sequence[str]) -> re.Match[str] | None:
    """A known key, its colon and, without a space between, its value, which may be in quotes."""
    keys = "|".join(map(re.escape, known)) or "(?!)"
    pattern = rf"""(?P<key>{keys}):(?P<value>(?P<quote>["'])[^"']*(?P=quote)|[^\s,{{}}][^,{{}}]*)"""
    return re.compile(pattern).match(place.excerpt, place.column - 1)


def _without_space(place: Place, known: Sequence[str]) -> Meant | None:
    found = _pair(place, known)
    if found is None:
        return None
    key, value = found["key"], found["value"].rstrip()
    return Meant(
        message=f"there is no space after the colon of `{key}`",
        help=f"write {ticked(f'{key}: {value}')}",
        fix=inserting(replace(place, length=len(key) + 1), " ", safe=True),
        key=key,
    )


def _without_colon(place: Place, known: Sequence[str]) -> Meant | None:
    keys = "|".join(map(re.escape, known)) or "(?!)"
    found = re.fullmatch(rf"(?P<key>{keys})[ =]+(?P<value>.*)", written_at(place))
    if found is None:
        return None
    whole = f"{found['key']}: {found['value']}"
    return Meant(
        message=f"there is no colon after `{found['key']}`",
        help=f"write {ticked(whole)}",
        fix=replacing(place, whole),
        key=found["key"],
    )


def _covers(earlier: Place, place: Place, known: Sequence[str]) -> bool:
    """Whether a key is the end of a text in quotes that begins in an earlier key, for want of a space."""
    found = _pair(earlier, known) if earlier.line == place.line else None
    return found is not None and found.start() < place.column - 1 < found.end()


def _rest_of_text(mapping: Mapping, path: Path, siblings: Sequence[str]) -> Meant | None:
    """What follows a comma in an unquoted text; said at the first of several such rests."""
    at = siblings.index(str(path[-1]))
    first, last = at, at
    while first > 0 and _is_bare(mapping, (*path[:-1], siblings[first - 1])):
        first -= 1
    while last + 1 < len(siblings) and _is_bare(mapping, (*path[:-1], siblings[last + 1])):
        last += 1
    head = (*path[:-1], siblings[first - 1]) if first else ()
    start, end = mapping.places.get(head), mapping.keys[(*path[:-1], siblings[last])]
    if start is None or start.line != end.line or not isinstance(_value_at(mapping.values, head), str):
        return None
    if first != at:
        return Meant()
    text = start.excerpt[start.column - 1 : end.column - 1 + end.length]
    if text[:1] in {'"', "'"}:
        return None
    return Meant(
        message=f"the comma before this ends the text of `{head[-1]}`: inside braces it stands between two keys",
        help=f"put the whole text in quotes: {ticked(f'{head[-1]}: {quoted(text)}')}",
        fix=change_line(start.line, start.column - 1, start.column - 1 + len(text), quoted(text)),
    )
