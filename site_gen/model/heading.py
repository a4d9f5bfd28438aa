"""What a heading says in its last parentheses: `Graph algorithms (critical, 12 weeks)` holds a name and two facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from site_gen.model.duration import Duration, likely_duration, parse_duration
from site_gen.model.skill import Priority, likely_priority
from site_gen.record import record
from site_gen.typeset import plain

ONGOING: Final = "ongoing"
Fact = TypeVar("Fact", Priority, Duration)

_PRIORITIES: Final = {each.value: each for each in Priority}
_SEPARATOR: Final = re.compile(r"[,;](?![0-9])")
"""Between facts, not inside a figure: `1,5 months`."""

_TAIL: Final = re.compile(r"(?P<name>\S.{0,200}?)\s*(?:\[|[:,–—]|\s-)\s*(?P<tail>[^\[\]:]{2,40}?)\]?")


@record
class Heading:
    """A heading taken apart: `unknown` are the parts of its parentheses that should be a fact and are none.

    `repeated` are those that say again, or otherwise, what one before them has said.
    """

    name: str
    priority: Priority | None = None
    duration: Duration | None = None
    ongoing: bool = False
    unknown: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()


@lru_cache(maxsize=4096)  # a heading is taken apart by each who asks whether it is a phase, a part or a skill
def parse_heading(text: str) -> Heading:
    """Take a heading apart; parentheses that hold no fact, nor anything meant as one, stay part of the name."""
    name, inside = _last_parentheses(text)
    said = _facts(inside) if name else None
    if said is None:
        return Heading(name=text)
    return Heading(
        name=name,
        priority=said.priority,
        duration=said.duration,
        ongoing=said.ongoing,
        unknown=said.unknown,
        repeated=said.repeated,
    )


@lru_cache(maxsize=1024)  # all guides together have few different ones
def _facts(inside: str) -> Heading | None:
    """What parentheses say, as a heading without a name; None where they hold no fact, nor anything meant as one."""
    parts = [part for each in _SEPARATOR.split(plain(inside)) if (part := each.strip())]
    facts = [_fact(part) for part in parts]
    if not (any(facts) or (parts and all(_is_meant_as_fact(part) for part in parts))):
        return None
    return Heading(
        name="",
        priority=_first(facts, Priority),
        duration=_first(facts, Duration),
        ongoing=ONGOING in facts,
        unknown=tuple(part for part, fact in zip(parts, facts, strict=True) if fact is None),
        repeated=tuple(_repeated(parts, facts)),
    )


def _repeated(parts: Sequence[str], facts: Sequence[object]) -> Iterator[str]:
    said: set[bool] = set()
    for part, fact in zip(parts, facts, strict=True):
        is_priority = isinstance(fact, Priority)
        if fact is not None and is_priority in said:
            yield part
        if fact is not None:
            said.add(is_priority)


def _last_parentheses(text: str) -> tuple[str, str]:
    """The heading before its last parentheses and what they hold; both empty where it does not end in any."""
    bare = text.rstrip()
    opening = bare.rfind("(")
    if opening < 0 or bare.find(")", opening) != len(bare) - 1:
        return "", ""
    return bare[:opening].rstrip(), bare[opening + 1 : -1]


def _fact(part: str) -> Priority | Duration | str | None:
    folded = re.sub(r"[\s\-]+", " ", part.casefold())
    if folded in _PRIORITIES:
        return _PRIORITIES[folded]
    if folded == ONGOING:
        return ONGOING
    try:
        return parse_duration(part)
    except ValueError:
        return None


def _is_meant_as_fact(part: str) -> bool:
    return likely_duration(part) is not None or likely_priority(part) is not None


def _first(facts: Iterable[object], kind: type[Fact]) -> Fact | None:
    return next((fact for fact in facts if isinstance(fact, kind)), None)


def likely_heading(text: str) -> str | None:
    """A heading that says its facts in other ways than in its last parentheses, as it should be written."""
    return _balanced(text.rstrip()) or _joined(text) or _in_parentheses(text)


def _balanced(text: str) -> str | None:
    """A heading whose last parentheses hold facts once they are closed, or closed only once."""
    missing = text.count("(") - text.count(")")
    likely = f"{text.rstrip(']}.,;:')})" if missing == 1 else text[:-1] if missing == -1 and text[-1:] == ")" else ""
    heading = parse_heading(likely)
    return likely if heading.name != likely and not heading.unknown else None


def _joined(text: str) -> str | None:
    """A heading whose two facts stand in parentheses of their own, with both in one pair."""
    name, last = _last_parentheses(text)
    name, first = _last_parentheses(name)
    pair = [_fact(plain(each).strip()) for each in (first, last)]
    if not name or [isinstance(each, Priority) for each in pair] not in ([True, False], [False, True]) or None in pair:
        return None
    priority, length = (first, last) if isinstance(pair[0], Priority) else (last, first)
    return f"{name} ({priority.strip()}, {length.strip()})"


def _in_parentheses(text: str) -> str | None:
    found = _TAIL.fullmatch(text.rstrip())
    length = likely_duration(plain(found["tail"])) if found else None
    return f"{found['name']} ({length})" if found and length else None
