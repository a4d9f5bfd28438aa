"""What is wrong, where, and what to write instead: values, never print statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from site_gen.record import record


class Severity(StrEnum):
    """How much a fault matters: an error stops the build, a warning does not, `off` is not said at all."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


@record
class Fault:
    """One kind of mistake: a code to search for and a name to remember, neither ever reused."""

    code: str
    name: str
    severity: Severity
    summary: str

    def __reduce__(self) -> tuple[Callable[..., Fault], tuple[str, str, Severity, str]]:
        """A fault that comes from another process is the one that is known here, not an equal one."""
        return _known, (self.code, self.name, self.severity, self.summary)


def _known(code: str, name: str, severity: Severity, summary: str) -> Fault:
    from site_gen.faults import FAULTS

    return FAULTS.get(code) or Fault(code=code, name=name, severity=severity, summary=summary)


@record
class Place:
    """Where in a file: `line` and `column` count from 1, in characters; `length` is what the caret covers.

    `excerpt` is the text of the line, so that a report can be drawn without reading the file again.
    """

    path: str
    line: int
    column: int = 1
    length: int = 1
    excerpt: str = ""


@record
class Related:
    """Another place that has to do with a fault, and what stands there: the other file of a duplicate."""

    place: Place
    message: str


@record
class Edit:
    """One change to the file of a diagnostic: what stands from one position up to another becomes `text`.

    Lines and columns count from 1, in characters; `end_column` is that of the first character that stays. A line
    end is one character, whatever the file uses for it.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@record
class Fix:
    """The edits that mend a fault, all or none, and what they do, as an imperative.

    A `safe` fix can't change what the author means: quoting, spacing, a figure that is computed. Any other guesses.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool


@record
class Diagnostic:
    """One fault at one place: the message stands alone, `help` says what to write."""

    fault: Fault
    message: str
    place: Place
    help: str
    notes: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The order of a report: by file, then place, then code."""
        return (self.place.path, self.place.line, self.place.column, self.fault.code, self.message)


@record
class Override:
    """What a comment says of one place: faults of a code found on `line` of its file matter so much there."""

    fault: Fault
    severity: Severity
    line: int
    place: Place


def finding(
    fault: Fault,
    place: Place,
    message: str,
    *,
    help: str,
    notes: Iterable[str] = (),
    related: Iterable[Related] = (),
    fix: Fix | None = None,
) -> Diagnostic:
    """A diagnostic at the fault's usual severity."""
    return Diagnostic(
        fault=fault,
        message=message,
        place=place,
        help=help,
        notes=tuple(notes),
        related=tuple(related),
        fix=fix,
        severity=fault.severity,
    )


@dataclass(slots=True)
class Findings:
    """Gathers the diagnostics of one stage over one file, in the order they are found."""

    found: list[Diagnostic] = field(default_factory=list)

    def add(
        self,
        fault: Fault,
        place: Place,
        message: str,
        *,
        help: str,
        notes: Iterable[str] = (),
        related: Iterable[Related] = (),
        fix: Fix | None = None,
    ) -> None:
        """Add one diagnostic at the fault's usual severity."""
        self.found.append(finding(fault, place, message, help=help, notes=notes, related=related, fix=fix))

    @property
    def as_tuple(self) -> tuple[Diagnostic, ...]:
        """What was found so far, as a value."""
        return tuple(self.found)


def weigh(
    diagnostics: Iterable[Diagnostic],
    *,
    severities: Mapping[str, Severity],
    overrides: Iterable[Override] = (),
    strict: bool,
) -> tuple[Diagnostic, ...]:
    """Sort diagnostics, drop repeats, and apply the site's severities by code or name, then comments, then `strict`.

    An error never becomes less than an error through `strict`; a code set to `off` is dropped.
    """
    weighed = []
    by_place = {(each.place.path, each.line, each.fault.code): each.severity for each in overrides}
    for diagnostic in sorted(dict.fromkeys(diagnostics), key=lambda each: each.sort_key):
        fault, place = diagnostic.fault, diagnostic.place
        severity = severities.get(fault.code, severities.get(fault.name, diagnostic.severity))
        severity = by_place.get((place.path, place.line, fault.code), severity)
        if severity is Severity.OFF:
            continue
        if strict and severity is Severity.WARNING:
            severity = Severity.ERROR
        weighed.append(replace(diagnostic, severity=severity))
    return tuple(weighed)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether anything here stops the build."""
    return any(each.severity is Severity.ERROR for each in diagnostics)
