"""What was found becomes what is said: once for each root fault, and of comments those that change nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from site_gen.diagnostic import Diagnostic, Fault, Findings, Override, Severity
from site_gen.faults import (
    BARE_ADDRESS,
    DEAD_LINK,
    PLACE_TO_FILL_IN,
    RESOURCE_WITHOUT_NAME,
    SEVERITY_WITHOUT_EFFECT,
)


def settle(
    found: Sequence[Diagnostic], overrides: Iterable[Override], *, faulty_settings: str = ""
) -> tuple[Diagnostic, ...]:
    """Everything there is to say, once each: no echoes of one fault, and each comment that changes nothing.

    `faulty_settings` is site.yaml as shown to the author where that has an error. What is said of one file depends on
    no other.
    """
    kept = _without_echoes(found, faulty_settings)
    return (*kept, *_without_effect(overrides, kept))


def _without_echoes(found: Sequence[Diagnostic], faulty_settings: str) -> tuple[Diagnostic, ...]:
    """One diagnostic for one root fault.

    A resource without a name is not also an address without one; a place to fill in is nothing else; and while
    site.yaml has an error there are no warnings, for it may be where they are silenced.
    """
    nameless = _lines(found, RESOURCE_WITHOUT_NAME)
    marked = _lines(found, PLACE_TO_FILL_IN)
    kept = [
        each
        for each in found
        if not (each.fault is BARE_ADDRESS and (each.place.path, each.place.line) in nameless)
        and (each.fault is PLACE_TO_FILL_IN or (each.place.path, each.place.line) not in marked)
    ]
    if not faulty_settings:
        return tuple(kept)
    return tuple(each for each in kept if each.severity is Severity.ERROR or each.place.path == faulty_settings)


def _lines(found: Iterable[Diagnostic], fault: Fault) -> frozenset[tuple[str, int]]:
    return frozenset((each.place.path, each.place.line) for each in found if each.fault is fault)


def _without_effect(overrides: Iterable[Override], found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Report each override of a severity at a place without such a fault; dead links are looked for later."""
    places = {(each.place.path, each.place.line, each.fault.code) for each in found}
    findings = Findings()
    for each in overrides:
        if each.fault is not DEAD_LINK and (each.place.path, each.line, each.fault.code) not in places:
            findings.add(
                SEVERITY_WITHOUT_EFFECT,
                each.place,
                f"there is no {each.fault.name} on line {each.line} for this to change",
                help="remove the comment, or put it on the line of the fault or above it",
            )
    return findings.found
