"""Pydantic's list of errors becomes diagnostics at the places of the values."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_gen.decode.fields import Fields
from site_gen.decode.values import NO_VALUE, NO_VALUE_HELP
from site_gen.diagnostic import Findings, Place
from site_gen.faults import EMPTY_VALUE, FAULTS, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE
from site_gen.nearest import listed, nearest
from site_gen.read.front_matter import Mapping, Path

_FAULTS_BY_NAME: Final = {fault.name: fault for fault in FAULTS.values()}
Some = TypeVar("Some", bound=Fields)


def decode(kind: type[Some], mapping: Mapping, findings: Findings) -> Some | None:
    """Validate a mapping as one kind of file; every fault of it goes to `findings`, and then there is no value."""
    try:
        return kind.model_validate(mapping.values)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=True)
        meant = {
            (*path[:-1], guess)
            for details in errors
            if details["type"] == "extra_forbidden"
            for path in [tuple(details["loc"])]
            if (guess := _key_meant(kind, path, mapping))
        }
        for details in errors:
            if details["type"] != "missing" or tuple(details["loc"]) not in meant:
                _report(kind, details, mapping, findings)
        return None


def _key_meant(kind: type[Fields], path: Path, mapping: Mapping) -> str | None:
    """The key that a misspelt one stands for: of the nearest, one that is not there yet goes first."""
    key = str(path[-1])
    known = _keys_of(_model_at(kind, path[:-1]))
    return nearest(key, [each for each in known if (*path[:-1], each) not in mapping.keys]) or nearest(key, known)


def _report(kind: type[Fields], details: ErrorDetails, mapping: Mapping, findings: Findings) -> None:
    path = tuple(details["loc"])
    name = details["type"]
    if name == "missing":
        _report_missing(kind, path, mapping, findings)
    elif name == "extra_forbidden":
        _report_unknown(kind, path, mapping, findings)
    elif name in _FAULTS_BY_NAME:
        context = details.get("ctx", {})
        findings.add(_FAULTS_BY_NAME[name], place_of(mapping, path), str(context["message"]), help=str(context["help"]))
    elif details.get("input") is None:
        findings.add(EMPTY_VALUE, place_of(mapping, path), NO_VALUE, help=NO_VALUE_HELP)
    else:
        keys = _keys_of(_model_at(kind, path))
        findings.add(
            WRONG_TYPE,
            place_of(mapping, path),
            "keys and values belong here, not one text or a list",
            help=f"write {listed(f'`{key}:`' for key in keys)} on lines of their own, indented by two spaces"
            if keys
            else "write `key: value` lines, indented by two spaces",
        )


def _report_missing(kind: type[Fields], path: Path, mapping: Mapping, findings: Findings) -> None:
    key = str(path[-1])
    example = _example(_model_at(kind, path[:-1]), key)
    parent = place_of(mapping, path[:-1])
    place = parent if len(path) == 1 else mapping.keys.get(path[:-1], parent)
    inside = f" of `{path[-2]}`" if len(path) > 1 and isinstance(path[-2], str) else ""
    findings.add(
        MISSING_KEY,
        place,
        f"the key `{key}`{inside} is missing",
        help=f"add a line `{key}: {example}`" if len(path) == 1 else f"add `{key}: {example}` under it",
    )


def _report_unknown(kind: type[Fields], path: Path, mapping: Mapping, findings: Findings) -> None:
    key = str(path[-1])
    known = _keys_of(_model_at(kind, path[:-1]))
    guess = _key_meant(kind, path, mapping)
    findings.add(
        UNKNOWN_KEY,
        mapping.keys.get(path, mapping.whole),
        f"there is no key `{key}`",
        help=f"write `{guess}`" if guess else f"remove the line; the keys are {listed(known)}",
    )


def place_of(mapping: Mapping, path: Iterable[str | int]) -> Place:
    """The place of a value, else of its key, else of the nearest thing around it."""
    way = tuple(path)
    while way:
        place = mapping.places.get(way)
        key = mapping.keys.get(way)
        if place is not None and (place.column <= len(place.excerpt) or key is None):
            return place if place.excerpt.strip() and _covers_text(place) else key or place
        if key is not None:
            return key
        way = way[:-1]
    return mapping.whole


def places_of(mapping: Mapping) -> dict[str, Place]:
    """The place of every top-level value; of the key where the value is a block of its own."""
    places: dict[str, Place] = {}
    for path, place in mapping.places.items():
        if len(path) == 1:
            key = mapping.keys[path]
            places[str(path[0])] = place if place.line == key.line else key
    return places


def _covers_text(place: Place) -> bool:
    return bool(place.excerpt[place.column - 1 : place.column - 1 + place.length].strip())


def _model_at(kind: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The model that stands for the mapping at `path`, or None where a plain value is meant."""
    current: type[BaseModel] | None = kind
    for step in path:
        if current is None or isinstance(step, int):
            continue
        field = next((each for name, each in current.model_fields.items() if (each.alias or name) == step), None)
        current = _first_model(field.annotation) if field is not None else None
    return current


def _first_model(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in cast("tuple[object, ...]", getattr(annotation, "__args__", ())):
        if (found := _first_model(inner)) is not None:
            return found
    return None


def _keys_of(kind: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in kind.model_fields.items()] if kind else []


def _example(kind: type[BaseModel] | None, key: str) -> str:
    for name, field in (kind.model_fields if kind else {}).items():
        if (field.alias or name) == key and field.examples:
            return str(field.examples[0])
    return "…"
