"""Diagnostics are ordered, said once, and weighed by the site's own severities."""

from typing import Any

import pytest

from site_gen.diagnostic import Diagnostic, Fault, Findings, Place, Severity, has_errors, weigh
from site_gen.faults import BAD_DATE, REVIEW_OVERDUE, UNKNOWN_ROLE, UNREACHED_ROLE

OFF, WARNING, ERROR = Severity.OFF, Severity.WARNING, Severity.ERROR


def made(fault: Fault = UNREACHED_ROLE, *, line: int = 1, column: int = 1, **more: str) -> Diagnostic:
    findings = Findings()
    given = {"path": "a.md", "message": "it is so", "help": "mend it"} | more
    place = Place(path=given["path"], line=line, column=column)
    findings.add(fault, place, given["message"], help=given["help"])
    return findings.found[0]


def weighed(
    *diagnostics: Diagnostic, severities: dict[str, Severity] | None = None, strict: bool = False
) -> tuple[Diagnostic, ...]:
    return weigh(diagnostics, severities=severities or {}, strict=strict)


def test_nothing_found_is_nothing_to_weigh() -> None:
    assert weighed(strict=True) == ()


def test_a_diagnostic_has_the_severity_of_its_fault() -> None:
    assert [each.severity for each in weighed(made(), made(BAD_DATE))] == [ERROR, WARNING]


def test_a_diagnostic_found_twice_is_said_once() -> None:
    assert weighed(made(), made()) == (made(),)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"path": "a.md", "line": 9}, {"path": "b.md"}, id="by file before line"),
        pytest.param({"line": 2}, {"line": 10}, id="by line as a number"),
        pytest.param({"column": 2}, {"column": 10}, id="by column as a number"),
        pytest.param({"fault": BAD_DATE}, {"fault": UNKNOWN_ROLE}, id="by code at one place"),
        pytest.param({"message": "a"}, {"message": "b"}, id="by message for one code"),
    ],
)
def test_diagnostics_are_ordered_by_file_and_place(first: dict[str, Any], second: dict[str, Any]) -> None:
    earlier, later = made(**first), made(**second)
    assert weighed(later, earlier) == weighed(earlier, later) == (earlier, later)


def test_what_nothing_tells_apart_stays_in_the_order_it_was_found() -> None:
    many = [made(help=f"help {number}") for number in range(20)]
    assert weighed(*many) == tuple(many)


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        pytest.param({}, [ERROR, WARNING], id="none"),
        pytest.param({"W309": ERROR}, [ERROR, ERROR], id="raised by code"),
        pytest.param({"review-overdue": ERROR}, [ERROR, ERROR], id="raised by name"),
        pytest.param({"W201": WARNING}, [WARNING, WARNING], id="lowered"),
        pytest.param({"W309": OFF}, [ERROR], id="silenced by code"),
        pytest.param({"unknown-role": OFF}, [WARNING], id="silenced by name"),
        pytest.param({"W309": ERROR, "review-overdue": OFF}, [ERROR, ERROR], id="code before name"),
    ],
)
def test_a_site_decides_on_severities(severities: dict[str, Severity], expected: list[Severity]) -> None:
    found = weighed(made(UNKNOWN_ROLE), made(REVIEW_OVERDUE), severities=severities)
    assert [each.severity for each in found] == expected


def test_strict_makes_warnings_errors_but_brings_nothing_silenced_back() -> None:
    found = weighed(
        made(UNKNOWN_ROLE), made(REVIEW_OVERDUE), made(UNREACHED_ROLE), strict=True, severities={"W207": OFF}
    )
    assert [(each.fault, each.severity) for each in found] == [(UNKNOWN_ROLE, ERROR), (REVIEW_OVERDUE, ERROR)]


@pytest.mark.parametrize(
    ("diagnostics", "expected"),
    [
        pytest.param((), False, id="nothing"),
        pytest.param((made(UNREACHED_ROLE),), False, id="a warning"),
        pytest.param((made(UNREACHED_ROLE), made(UNKNOWN_ROLE)), True, id="an error among warnings"),
    ],
)
def test_only_errors_stop_a_build(diagnostics: tuple[Diagnostic, ...], expected: bool) -> None:
    assert has_errors(diagnostics) is expected
