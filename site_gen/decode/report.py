"""What is wrong with the keys and values of a mapping becomes diagnostics at their places."""

from __future__ import annotations

import re
from collections import abc
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, TypeVar

from site_gen.decode.hashes import drop_true_comments
from site_gen.decode.keys import Fields, Why, Wrong
from site_gen.decode.keys_in_braces import meant_in_braces
from site_gen.decode.values import NO_LIST, NO_VALUE, NO_VALUE_HELP, Refused
from site_gen.diagnostic import Findings, Fix, Place
from site_gen.edits import replacing, value_fix, written_at
from site_gen.faults import BAD_NUMBER, EMPTY_VALUE, MISSING_KEY, UNKNOWN_KEY, WRONG_TYPE
from site_gen.nearest import listed, nearest
from site_gen.read.front_matter import Mapping
from site_gen.read.plain_front_matter import Path, TopPlaces
from site_gen.read.yaml_mistakes import quoted, ticked

_TEXT_IN_COMMENT: Final = re.compile(r"\s+#(?!waymark\b)[^\s#]", re.IGNORECASE)
Some = TypeVar("Some", bound=Fields)


def decode(kind: type[Some], mapping: Mapping, findings: Findings) -> Some | None:
    """Read a mapping as one kind of file; every fault of it goes to `findings`, and then there is no value."""
    drop_true_comments(kind, mapping, findings)
    faults: list[Wrong] = []
    decoded = kind.decode(mapping.values, (), faults)
    if not faults:
        return decoded
    unknown = (each.path for each in faults if each.why is Why.UNKNOWN)
    meant = {(*path[:-1], guess) for path in unknown if (guess := _key_meant(kind, path, mapping))}
    for each in faults:
        if each.why is not Why.MISSING or each.path not in meant:
            _report(kind, each, mapping, findings)
    return None


def _key_meant(kind: type[Fields], path: Path, mapping: Mapping) -> str | None:
    """The key that a misspelt one stands for: of the nearest, one that is not there yet goes first."""
    key = str(path[-1])
    known = _keys_of(_kind_at(kind, path[:-1]))
    if meant := meant_in_braces(mapping, path, known):
        return meant.key or None
    return nearest(key, [each for each in known if (*path[:-1], each) not in mapping.keys]) or nearest(key, known)


def _report(kind: type[Fields], wrong: Wrong, mapping: Mapping, findings: Findings) -> None:
    path = wrong.path
    if wrong.why is Why.MISSING:
        _report_missing(kind, path, mapping, findings)
    elif wrong.why is Why.UNKNOWN:
        _report_unknown(kind, path, mapping, findings)
    elif wrong.refused is not None:
        findings.add(
            wrong.refused.fault,
            place_of(mapping, path),
            wrong.refused.message,
            help=_list_help(wrong.refused, wrong.value, mapping, path) or wrong.refused.help,
            fix=_value_fix(wrong.refused, wrong.value, mapping, path),
        )
    elif wrong.value is None:
        findings.add(EMPTY_VALUE, place_of(mapping, path), NO_VALUE, help=NO_VALUE_HELP)
    else:
        keys = _keys_of(_kind_at(kind, path))
        findings.add(
            WRONG_TYPE,
            place_of(mapping, path),
            "keys and values belong here, not one text or a list",
            help=f"write {listed(f'`{key}:`' for key in keys)} on lines of their own, indented by two spaces"
            if keys
            else "write `key: value` lines, indented by two spaces",
        )


def _list_help(refused: Refused, value: object, mapping: Mapping, path: Path) -> str | None:
    """The help for a text where a list belongs, as far as it takes a look at how the text is written."""
    place, key = mapping.places.get(path), mapping.keys.get(path)
    if refused.message != NO_LIST or place is None or not isinstance(value, str):
        return None
    if key is not None and key.line < place.line and re.match(r"-\w", value):
        return f"put a space after each `-`: {ticked(f'- {value.split()[0][1:]}')}"
    written = written_at(place)
    if _TEXT_IN_COMMENT.match(place.excerpt, _end(place)):
        whole = quoted(place.excerpt[place.column - 1 :].rstrip())
        return f"write it as a list: {ticked(f'[{whole}]')}, or {ticked(f'[{value}]')} without what is behind it"
    if written[:1] not in {'"', "'"}:
        return None
    one = written if len(written) > 1 and written[-1] == written[0] else quoted(value)
    several = ", ".join(quoted(each.strip()) for each in value.split(","))
    advice = f"write it as a list: {ticked(f'[{one}]')}"
    return f"{advice}, or {ticked(f'[{several}]')} for several entries" if "," in value else advice


def _value_fix(refused: Refused, old: object, mapping: Mapping, path: Path) -> Fix | None:
    """The fix that writes the value which the refusal named."""
    place, new = mapping.places.get(path), refused.write
    if place is None or not isinstance(old, str) or new is None:
        return None
    if new.startswith("[") and (written_at(place) != old or _TEXT_IN_COMMENT.match(place.excerpt, _end(place))):
        return None  # in the quotes of the text, a list would be a text again; behind it, a `#1` would be lost for good
    return value_fix(place, old, new, safe=refused.safe)


def _report_missing(kind: type[Fields], path: Path, mapping: Mapping, findings: Findings) -> None:
    key = str(path[-1])
    example = _example(_kind_at(kind, path[:-1]), key)
    parent = place_of(mapping, path[:-1])
    place = parent if len(path) == 1 else mapping.keys.get(path[:-1], parent)
    in_braces = len(path) > 1 and written_at(parent).startswith("{")
    if in_braces and re.search(r"[,\[\]{}]", example):
        example = quoted(example)
    inside = f" of `{path[-2]}`" if len(path) > 1 and isinstance(path[-2], str) else ""
    findings.add(
        MISSING_KEY,
        place,
        f"the key `{key}`{inside} is missing",
        help=f"add a line `{key}: {example}`"
        if len(path) == 1
        else f"add `{key}: {example}` {'inside the braces' if in_braces else 'under it'}",
    )


def _report_unknown(kind: type[Fields], path: Path, mapping: Mapping, findings: Findings) -> None:
    key = str(path[-1])
    known = _keys_of(_kind_at(kind, path[:-1]))
    guess = _key_meant(kind, path, mapping)
    place = mapping.keys.get(path, mapping.whole)
    if figure := _figure_cut_by_comma(place):
        _report_comma(place, figure, findings)
        return
    if meant := meant_in_braces(mapping, path, known):
        if meant.message:
            findings.add(UNKNOWN_KEY, place, meant.message, help=meant.help, fix=meant.fix)
        return
    is_free = guess is not None and (*path[:-1], guess) not in mapping.keys
    findings.add(
        UNKNOWN_KEY,
        place,
        f"there is no key `{key}`",
        help=f"write `{guess}`" if guess else f"remove the line; the keys are {listed(known)}",
        fix=value_fix(place, key, guess, safe=_same_letters(key, guess)) if guess and is_free else None,
    )


def _figure_cut_by_comma(place: Place) -> re.Match[str] | None:
    """The figure with commas, inside braces, that a key of three digits is the end of."""
    figures = re.finditer(r"(?<![\d,])[0-9]{1,3}(?:,[0-9]{3})+(?!,?\d)", place.excerpt)
    return next((each for each in figures if each.start() < place.column - 1 < each.end()), None)


def _report_comma(place: Place, figure: re.Match[str], findings: Findings) -> None:
    if place.column - 1 > figure.start() + figure[0].index(",") + 1:
        return  # the third part of one figure: told already
    whole = replace(place, column=figure.start() + 1, length=len(figure[0]))
    digits = figure[0].replace(",", "")
    findings.add(
        BAD_NUMBER,
        whole,
        f"the comma in `{figure[0]}` ends the value: inside braces it stands between two keys",
        help=f"write `{digits}`",
        fix=replacing(whole, digits, safe=True),
    )


def _same_letters(key: str, other: str) -> bool:
    """Whether two keys differ in nothing but capitals, spaces, hyphens and underlines."""
    return re.sub(r"[\s_-]", "", key.casefold()) == re.sub(r"[\s_-]", "", other.casefold())


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


def places_of(mapping: Mapping) -> abc.Mapping[str, Place]:
    """The place of every top-level value; of the key where the value is a block of its own."""
    if mapping.plain:
        return TopPlaces(mapping.whole.path, mapping.plain)
    places: dict[str, Place] = {}
    for path, place in mapping.places.items():
        if len(path) == 1:
            key = mapping.keys[path]
            places[str(path[0])] = place if place.line == key.line else key
    return places


def _end(place: Place) -> int:
    """The index in its line of the first character behind a place."""
    return place.column - 1 + place.length


def _covers_text(place: Place) -> bool:
    return bool(place.excerpt[place.column - 1 : place.column - 1 + place.length].strip())


def _kind_at(kind: type[Fields], path: Path) -> type[Fields] | None:
    """What stands for the mapping at `path`, or None where a plain value is meant."""
    current: type[Fields] | None = kind
    for step in path:
        if current is not None and isinstance(step, str):
            key = current.keys.get(step)
            current = key.inner if key is not None else None
    return current


def _keys_of(kind: type[Fields] | None) -> list[str]:
    return list(kind.keys) if kind else []


def _example(kind: type[Fields] | None, key: str) -> str:
    found = kind.keys.get(key) if kind else None
    return found.example if found is not None and found.example else "…"
