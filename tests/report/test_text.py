"""Diagnostics as text: the carets stand under the fault, and nothing in a file or its name can disturb the terminal."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from site_gen.build.site import check_site
from site_gen.diagnostic import Diagnostic, Place, Related, Severity
from site_gen.faults import RAW_HTML, UNKNOWN_ROLE
from site_gen.report.text import COLOUR, MOST_OF_ONE_KIND, PLAIN, REPORT, WIDEST_EXCERPT, report, summary
from tests.report.making import DATA, RUN, SAMPLES, fix, made
from tests.sites import options, small_site

MISTAKES = yaml.safe_load((DATA / "samples.yaml").read_text("utf-8"))
KEY = "pathways/backend-developer-to-algorithm-engineer.md"


def lines_of(diagnostic: Diagnostic) -> list[str]:
    return next(report([diagnostic])).split("\n")


def excerpt_and_carets(excerpt: str, column: int, length: int) -> tuple[str, str]:
    _, _, line, carets, *_ = lines_of(made(excerpt, column=column, length=length))
    return line, carets


def cells(text: str) -> int:
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def under_the_carets(line: str, carets: str) -> str:
    """The characters of a line that stand above the carets, cell by cell."""
    start, end = carets.index("^"), carets.rindex("^") + 1
    at, found = 0, ""
    for char in line:
        if start <= at < end if cells(char) else start < at <= end:
            found += char
        at += cells(char)
    return found


def test_nothing_found_is_nothing_to_print() -> None:
    assert list(report([])) == []


@pytest.mark.parametrize("sample", MISTAKES, ids=lambda each: each["write"])
def test_a_mistake_is_said_in_the_shape_that_is_promised(sample: dict[str, str], tmp_path: Path) -> None:
    guide = (DATA / "guide.md").read_text("utf-8")
    assert sample["find"] in guide
    role = "---\nname: {}\nfamily: Software\n---\n\nWork.\n"
    site = small_site(
        tmp_path,
        {
            "roles/algorithm-engineer.md": role.format("Algorithm engineer"),
            "roles/backend-developer.md": role.format("Backend developer"),
            KEY: guide.replace(sample["find"], sample["write"]),
        },
    )
    diagnostics = check_site(options(site)).diagnostics
    assert "\n".join(report(diagnostics)) == sample["expect"]


def test_a_file_as_a_whole_has_no_excerpt() -> None:
    assert lines_of(made()) == ["a.md:1:1: error W201 unknown-role", "  it is so", "  help: mend it", ""]


def test_notes_stand_between_excerpt_and_help() -> None:
    block = lines_of(made("abc", notes=("one", "two")))
    assert block[2:] == ["   1 | abc", "     | ^", "  note: one", "  note: two", "  help: mend it", ""]


@pytest.mark.parametrize(("safe", "option"), [(True, "--fix"), (False, "--unsafe-fixes")], ids=["safe", "a guess"])
@pytest.mark.parametrize("help_", ["mend it", "mend it " * 40 + "(now)"], ids=["short", "long"])
def test_help_ends_with_the_option_that_applies_the_fix(safe: bool, option: str, help_: str) -> None:
    assert lines_of(made(help=help_, fix=fix(safe=safe)))[-2] == f"  help: {help_}   fix: {option}"


def test_related_places_stand_below_the_excerpt_each_with_its_own() -> None:
    first = Related(place=Place(path="b.md", line=12, column=4, length=3, excerpt="to: abc"), message="it begins here")
    other = Related(place=Place(path="c.md", line=1), message="a file as a whole")
    assert lines_of(made("abc", notes=("one",), related=(first, other))) == [
        "a.md:1:1: error W201 unknown-role",
        "  it is so",
        "   1 | abc",
        "     | ^",
        "  also: b.md:12:4 it begins here",
        "  12 | to: abc",
        "     |    ---",
        "  also: c.md:1:1 a file as a whole",
        "  note: one",
        "  help: mend it",
        "",
    ]


@pytest.mark.parametrize("line", [7, 42, 100, 12345])
def test_the_bars_of_excerpt_and_carets_stand_in_one_column(line: int) -> None:
    _, _, excerpt, carets, *_ = lines_of(made("abc", line=line))
    assert excerpt.index("|") == carets.index("|")
    assert excerpt.strip() == f"{line} | abc"


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "marked"),
    [
        pytest.param("to: baker", 5, 5, "baker", id="plain letters"),
        pytest.param("職: 料理人", 4, 3, "料理人", id="wide characters before and under"),
        pytest.param("ﬀ：ｂａｋｅｒ", 3, 5, "ｂａｋｅｒ", id="full-width letters"),
        pytest.param("to: e\u0301clair x", 13, 1, "x", id="combining marks before"),
        pytest.param("to: cre\u0300me", 5, 6, "cre\u0300me", id="combining marks under"),
        pytest.param("to: 🍞 baker", 7, 5, "baker", id="an emoji before"),
        pytest.param("a\tb", 3, 1, "b", id="a tab before"),
        pytest.param("to: x   ", 5, 1, "x", id="blanks at the end"),
        pytest.param("\u3000x", 2, 1, "x", id="an ideographic space"),
    ],
)
def test_carets_stand_under_what_is_meant(excerpt: str, column: int, length: int, marked: str) -> None:
    line, carets = excerpt_and_carets(excerpt, column, length)
    assert under_the_carets(line, carets) == marked


def test_a_tab_that_is_meant_is_shown_as_wide_as_its_carets() -> None:
    assert excerpt_and_carets("\tx", 1, 1) == ("       1 |     x".replace("    1", "1", 1), "     | ^^^^")


def test_a_place_past_the_end_gets_one_caret_there() -> None:
    assert excerpt_and_carets("abc", 9, 4) == ("   1 | abc", "     |    ^")


@pytest.mark.parametrize("letter", ["a", "料", "e\u0301"], ids=["narrow", "wide", "combining"])
@pytest.mark.parametrize("at", [0, 40, 95, 150, 299], ids=lambda at: f"at {at}")
def test_a_long_line_is_cut_around_the_fault(letter: str, at: int) -> None:
    excerpt = letter * at + "!?!" + letter * (300 - at)
    line, carets = excerpt_and_carets(excerpt, at * len(letter) + 1, 3)
    shown = line.removeprefix("   1 | ")
    assert under_the_carets(line, carets) == "!?!"
    assert WIDEST_EXCERPT - 2 <= cells(shown) <= WIDEST_EXCERPT
    assert (shown[0] == "…") is (at >= 40 and not (at == 40 and letter != "料"))
    assert shown.endswith("…") is (at < 299)
    assert not any(unicodedata.combining(char) for char in shown.lstrip("…")[:1])


@pytest.mark.parametrize("letter", ["a", "料"], ids=["narrow", "wide"])
def test_a_long_fault_is_cut_itself(letter: str) -> None:
    line, carets = excerpt_and_carets(f"to: {letter * 300}", 5, 300)
    assert line == f"   1 | to: {letter * (66 // cells(letter))}…"
    assert carets == f"     |     {'^' * 66}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain — “text” 料理 é", "plain — “text” 料理 é", id="text stays"),
        pytest.param("\x1b[2J", "<U+001B>[2J", id="an escape sequence"),
        pytest.param("a\rb", "a<U+000D>b", id="a carriage return"),
        pytest.param("a\u202eb", "a<U+202E>b", id="a right-to-left override"),
        pytest.param("a\u2066b\u2069", "a<U+2066>b<U+2069>", id="isolates"),
        pytest.param("a\u200bb", "a<U+200B>b", id="a space without width"),
        pytest.param("a\u00a0b", "a<U+00A0>b", id="a space that looks like another"),
        pytest.param("a\nb", "a<U+000A>b", id="a line end in a name"),
        pytest.param("a\udcffb", "a<U+DCFF>b", id="a byte that is no text, in a name"),
    ],
)
def test_what_could_hide_or_disturb_is_shown_as_its_code(text: str, shown: str) -> None:
    place = Place(path=f"{text}.md", line=1, length=len(text), excerpt=text)
    also = (Related(place=place, message=text),)
    block = lines_of(
        made(text, length=len(text), path=place.path, message=text, help=text, notes=(text,), related=also)
    )
    assert block == [
        f"{shown}.md:1:1: error W201 unknown-role",
        f"  {shown}",
        f"   1 | {shown}",
        f"     | {'^' * cells(shown)}",
        f"  also: {shown}.md:1:1 {shown}",
        f"   1 | {shown}",
        f"     | {'-' * cells(shown)}",
        f"  note: {shown}",
        f"  help: {shown}",
        "",
    ]


def test_without_colour_there_is_no_escape_sequence() -> None:
    assert "\x1b" not in "".join(report([made("abc")], style=PLAIN))


@pytest.mark.parametrize(
    ("fault", "start"), [(UNKNOWN_ROLE, COLOUR.error), (RAW_HTML, COLOUR.warning)], ids=["error", "warning"]
)
def test_colour_changes_no_word(fault: object, start: str) -> None:
    also = Related(place=Place(path="b.md", line=2, excerpt="def"), message="here")
    diagnostic = made("abc", fault=fault, related=(also,), fix=fix(safe=True))
    coloured = "".join(report([diagnostic], style=COLOUR))
    assert f"{start}{diagnostic.severity}{COLOUR.end}" in coloured
    for sequence in (COLOUR.error, COLOUR.warning, COLOUR.path, COLOUR.help, COLOUR.end):
        coloured = coloured.replace(sequence, "")
    assert coloured == "".join(report([diagnostic]))


def test_the_code_is_a_link_where_the_terminal_opens_one() -> None:
    style = replace(PLAIN, link=lambda code: f"https://x.y/{code}.html?a=b#c")
    (block,) = report([made()], style=style)
    link = "\x1b]8;;https://x.y/W201.html?a=b#c\x1b\\W201\x1b]8;;\x1b\\"
    assert block == f"a.md:1:1: error {link} unknown-role\n  it is so\n  help: mend it\n"


def test_no_address_of_a_link_can_end_it() -> None:
    (block,) = report([made()], style=replace(PLAIN, link=lambda _: "https://x.y/\x1b\\\x07é a"))
    assert block.startswith("a.md:1:1: error \x1b]8;;https://x.y/%1B%5C%07%C3%A9%20a\x1b\\W201\x1b]8;;\x1b\\ ")


def test_a_screenful_of_one_kind_is_shown_whole() -> None:
    many = [made(line=number) for number in range(MOST_OF_ONE_KIND)]
    assert len(list(report(many))) == MOST_OF_ONE_KIND


def test_more_than_a_screenful_of_one_kind_is_counted() -> None:
    many = [made(line=number) for number in range(MOST_OF_ONE_KIND + 3)]
    blocks = list(report([*many, made(fault=RAW_HTML)]))
    assert len(blocks) == MOST_OF_ONE_KIND + 2
    assert blocks[-2].startswith("a.md:1:1: warning W402 raw-html")
    assert blocks[-1] == "… and 3 more of W201 unknown-role\n"


@pytest.mark.parametrize(
    ("errors", "warnings", "checked", "published", "expected"),
    [
        pytest.param(0, 0, 5, None, "5 files checked: nothing to mend.", id="clean"),
        pytest.param(0, 0, 1, True, "1 file checked: nothing to mend.", id="one file"),
        pytest.param(4, 1, 5, False, "5 files checked: 4 errors, 1 warning. Nothing was published.", id="both"),
        pytest.param(1, 0, 5, None, "5 files checked: 1 error.", id="a check publishes nothing anyway"),
        pytest.param(0, 2, 5, True, "5 files checked: 2 warnings.", id="warnings"),
    ],
)
def test_the_summary_counts(errors: int, warnings: int, checked: int, published: bool | None, expected: str) -> None:
    found = [made() for _ in range(errors)] + [made(fault=RAW_HTML) for _ in range(warnings)]
    assert {each.severity for each in found} <= {Severity.ERROR, Severity.WARNING}
    assert summary(found, checked=checked, published=published) == expected


@pytest.mark.parametrize(
    ("safe", "unsafe", "expected"),
    [
        pytest.param(0, 0, "3 errors.", id="none"),
        pytest.param(1, 0, "3 errors; 1 can be fixed with --fix.", id="safe"),
        pytest.param(0, 2, "3 errors; 2 can be fixed with --unsafe-fixes.", id="guesses"),
        pytest.param(1, 2, "3 errors; 1 can be fixed with --fix, 2 more with --unsafe-fixes.", id="both"),
    ],
)
def test_the_summary_counts_what_can_be_fixed(safe: int, unsafe: int, expected: str) -> None:
    fixes = [fix(safe=True)] * safe + [fix(safe=False)] * unsafe
    found = [made(fix=each) for each in [*fixes, None, None, None][:3]]
    assert summary(iter(found), checked=1, published=None) == f"1 file checked: {expected}"


def test_the_whole_document_is_every_block_and_the_count() -> None:
    blocks = [*report(SAMPLES), summary(SAMPLES, checked=2, published=False)]
    assert REPORT.write(SAMPLES, replace(RUN, published=False)) == "".join(f"{block}\n" for block in blocks)
    assert REPORT.write((), RUN) == "2 files checked: nothing to mend.\n"
