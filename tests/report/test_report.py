"""The forms are the files of a folder, each with a test; what they share can be written down whatever a text holds."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from site_gen.diagnostic import Diagnostic, Place, Related
from site_gen.report import ReportType, Run, columns_of, fingerprints, report_types, said
from tests.report.making import SAMPLES, UNREADABLE, WRONG_HTML, WRONG_ROLE, made, reports, runs
from tests.sites import REPOSITORY


def named(name: str) -> ReportType:
    (form,) = (each for each in report_types() if each.name == name)
    return form


FORMS = [each.name for each in report_types()]


def test_every_file_of_the_folder_is_a_form() -> None:
    files = {path.stem for path in (REPOSITORY / "site_gen/report").glob("*.py")} - {"__init__"}
    assert FORMS == sorted(files) == ["github", "gitlab", "json", "junit", "markdown", "sarif", "text"]


def test_every_form_has_a_test() -> None:
    for name in FORMS:
        assert (Path(__file__).parent / f"test_{name}.py").is_file()


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=60, deadline=None)
@given(found=reports, run=runs)
def test_any_text_can_be_written_in_every_form(name: str, found: tuple[Diagnostic, ...], run: Run) -> None:
    text = named(name).write(found, run)
    assert text.encode("utf-8").decode("utf-8") == text
    assert text.endswith("\n") or (name == "github" and not found and not text)
    assert named(name).write(found, run) == text


@pytest.mark.parametrize("name", FORMS)
def test_order_of_the_diagnostics_is_kept(name: str) -> None:
    text = named(name).write(SAMPLES, Run(checked=(), version="1"))
    places = [text.index(each.message) for each in SAMPLES]
    assert places == sorted(places)


def test_words_of_a_diagnostic_are_its_message_related_places_notes_and_help() -> None:
    assert said(WRONG_ROLE) == [
        "no role is called `barker`",
        "also: content/roles/baker.md:2:7 the nearest role is here",
        "note: 100% of it is taken from [the list](list.md)",
        "help: write `baker` {content/roles/baker.md} (fix: --unsafe-fixes)",
    ]
    assert said(WRONG_HTML) == ["HTML is shown as it is", "help: write `**c**` (fix: --fix)"]


def test_line_ends_in_words_are_shown_as_codes() -> None:
    also = Related(place=Place(path="b\n.md", line=1), message="here\nthere")
    assert said(made(message="a\nb", help="c\x1bd", notes=("e\u202ef",), related=(also,))) == [
        "a<U+000A>b",
        "also: b<U+000A>.md:1:1 here<U+000A>there",
        "note: e<U+202E>f",
        "help: c<U+001B>d",
    ]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        pytest.param(Place(path="a", line=1), None, id="a file as a whole"),
        pytest.param(Place(path="a", line=1, column=2, length=2, excerpt="abcd"), (2, 4), id="inside the line"),
        pytest.param(Place(path="a", line=1, column=3, length=9, excerpt="abcd"), (3, 5), id="over the end"),
        pytest.param(Place(path="a", line=1, column=9, length=2, excerpt="abcd"), (5, 5), id="past the end"),
        pytest.param(Place(path="a", line=1, column=1, length=1, excerpt="🎉b"), (1, 2), id="characters, not bytes"),
    ],
)
def test_columns_stay_inside_the_line(place: Place, expected: tuple[int, int] | None) -> None:
    assert columns_of(place) == expected


def test_fingerprints_stay_when_lines_are_added_above() -> None:
    moved = [replace(each, place=replace(each.place, line=each.place.line + 7, column=1)) for each in SAMPLES]
    assert fingerprints(moved) == fingerprints(SAMPLES)


def test_fingerprint_does_not_know_the_line_that_a_message_names() -> None:
    assert fingerprints([made(message="first on line 3")]) == fingerprints([made(message="first on line 12")])


def test_fingerprints_of_equals_are_counted() -> None:
    twice = [made("abc", line=1), made("abc", line=2)]
    assert len(set(fingerprints(twice))) == 2
    assert fingerprints(twice[:1]) == fingerprints(twice)[:1]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(WRONG_ROLE, message="another"), id="message"),
        pytest.param(replace(WRONG_ROLE, fault=UNREADABLE.fault, message=WRONG_HTML.message), id="fault and message"),
        pytest.param(replace(WRONG_ROLE, fault=WRONG_HTML.fault), id="fault"),
        pytest.param(replace(WRONG_ROLE, place=replace(WRONG_ROLE.place, path="b.md")), id="file"),
        pytest.param(replace(WRONG_ROLE, place=replace(WRONG_ROLE.place, excerpt="x")), id="line's text"),
    ],
)
def test_fingerprint_tells_diagnostics_apart(other: Diagnostic) -> None:
    assert fingerprints([other]) != fingerprints([WRONG_ROLE])


@given(found=reports)
def test_no_fingerprint_stands_twice_in_a_report(found: tuple[Diagnostic, ...]) -> None:
    marks = fingerprints(found + found)
    assert len(set(marks)) == len(marks)
