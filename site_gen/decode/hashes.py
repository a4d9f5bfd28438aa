"""Of the warnings that a `#` may have cut a text, those that can't be: where the whole would be no value of the key."""

from __future__ import annotations

from typing import Any

from site_gen.decode.keys import Fields, Wrong
from site_gen.diagnostic import Findings, Place
from site_gen.faults import HASH_IN_VALUE
from site_gen.read.front_matter import Mapping
from site_gen.read.plain_front_matter import Path


def drop_true_comments(kind: type[Fields], mapping: Mapping, findings: Findings) -> None:
    """Drop each warning of a `#` behind a value that can't go on: `challenging #mine` is no difficulty."""
    findings.found[:] = [
        each for each in findings.found if each.fault is not HASH_IN_VALUE or _may_go_on(kind, mapping, each.place)
    ]


def _may_go_on(kind: type[Fields], mapping: Mapping, hash_place: Place) -> bool:
    """Whether a value with the text behind its `#` would be taken too, alone or as the one entry of a list."""
    before = [
        (place.column, path)
        for path, place in mapping.places.items()
        if place.line == hash_place.line and place.column < hash_place.column
    ]
    if not before:
        return True
    column, path = max(before)
    whole = hash_place.excerpt[column - 1 :].rstrip()
    return any(_is_taken(kind, _with(mapping.values, path, value), path) for value in (whole, [whole]))


def _with(values: Any, path: Path, value: Any) -> Any:
    """The same values with another one at `path`."""
    if not path:
        return value
    if isinstance(values, list):
        return [_with(each, path[1:], value) if at == path[0] else each for at, each in enumerate(values)]
    return {key: _with(each, path[1:], value) if key == path[0] else each for key, each in values.items()}


def _is_taken(kind: type[Fields], values: Any, path: Path) -> bool:
    wrong: list[Wrong] = []
    kind.decode(values, (), wrong)
    return all(each.path[: len(path)] != path for each in wrong)
