"""What a heading says in its last parentheses: `Graph algorithms (critical, 12 weeks)` holds a name and two facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from site_gen.model.duration import Duration, parse_duration
from site_gen.model.skill import Priority
from site_gen.typeset import plain

_LAST_PARENTHESES: Final = re.compile(r"(?P<name>[^()].*?)\s*\((?P<facts>[^()]*)\)\s*")
ONGOING: Final = "ongoing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading taken apart: `unknown` are the parts of its parentheses that are no fact, beside others that are."""

    name: str
    priority: Priority | None = None
    duration: Duration | None = None
    ongoing: bool = False
    unknown: tuple[str, ...] = ()


def parse_heading(text: str) -> Heading:
    """Take a heading apart; parentheses that hold no fact at all stay part of the name."""
    found = _LAST_PARENTHESES.fullmatch(text)
    if found is None:
        return Heading(name=text)
    priority: Priority | None = None
    duration: Duration | None = None
    ongoing = False
    unknown = []
    for part in (plain(each).strip() for each in found["facts"].split(",")):
        folded = part.casefold()
        length = _duration(part)
        if folded in set(Priority):
            priority = Priority(folded)
        elif length is not None:
            duration = length
        elif folded == ONGOING:
            ongoing = True
        else:
            unknown.append(part)
    if priority is None and duration is None and not ongoing:
        return Heading(name=text)
    return Heading(name=found["name"], priority=priority, duration=duration, ongoing=ongoing, unknown=tuple(unknown))


def _duration(part: str) -> Duration | None:
    try:
        return parse_duration(part)
    except ValueError:
        return None
