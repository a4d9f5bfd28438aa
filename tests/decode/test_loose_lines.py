"""Lines that lack one sign are reported and read as they were meant; others are left alone."""

import pytest

from site_gen.decode.body import read_document
from site_gen.diagnostic import Findings
from site_gen.read.blocks import html_of
from tests.said import FRONT, said, source

ENTRY = "makes no list entry as it stands here -- begin the line with `- `, a hyphen and a space"
ROWS = "the lines look like a table, but have no line of hyphens below the first, so they are shown as text"


def read(body: str) -> tuple[str, list[str]]:
    findings = Findings()
    document = read_document(source(f"{FRONT}\n{body}"), findings)
    return html_of(document.root.whole), said(findings.found)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Yours,\n-Ann", id="a signature"),
        pytest.param("- It is\n-5 degrees.", id="a figure"),
        pytest.param("- a\n\n```\n-b\n• c\n```", id="code"),
        pytest.param("- a\n\\-b", id="a backslash"),
        pytest.param("A • B", id="a dot inside"),
        pytest.param("A\n\n---\n\nB\n\n---\n\nC", id="rules"),
        pytest.param("| a | b |", id="one row"),
        pytest.param("| a |\n|---|\n| b |", id="a table"),
        pytest.param("|x| is small,\nand so is |y|", id="strokes in text"),
    ],
)
def test_other_lines_are_left_alone(body: str) -> None:
    assert read(body)[1] == []


TWO = "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


@pytest.mark.parametrize(
    ("body", "html", "place", "sign"),
    [
        pytest.param("- a\n-b", TWO, "10:1+1", "-", id="in a list"),
        pytest.param("-a\n- b", TWO, "9:1+1", "-", id="above a list"),
        pytest.param("-a\n-b", TWO, "9:1+1", "-", id="every entry"),
        pytest.param("• a\n• b", TWO, "9:1+1", "•", id="dots"),
        pytest.param("•\u00a0a\n- b", TWO, "9:1+1", "•", id="a dot and a space of another kind"),
    ],
)
def test_entry_with_a_wrong_sign_is_one(body: str, html: str, place: str, sign: str) -> None:
    shown, found = read(body)
    assert found == [f"{place} W409 the sign `{sign}` {ENTRY}"]
    assert shown == html


@pytest.mark.parametrize(("rows", "rule"), [("| a | b |\n| c | d |", "|---|---|"), ("|a|\n|b|", "|---|")])
def test_rows_without_a_rule_are_told_which_line_they_lack(rows: str, rule: str) -> None:
    length = len(rows.split("\n", 1)[0])
    assert read(rows)[1] == [f"9:1+{length} W410 {ROWS} -- add a line `{rule}` below this one"]


@pytest.mark.parametrize(
    ("space", "name"),
    [
        ("\u00a0", "a no-break space (U+00A0)"),
        ("\u3000", "a wide space (U+3000)"),
        ("\u2009", "a space of another kind (U+2009)"),
    ],
)
def test_space_that_begins_no_heading_is_named(space: str, name: str) -> None:
    html, found = read(f"##{space}Plan\n\nx")
    assert html == '<h2 id="plan">Plan</h2>\n<p>x</p>'
    assert found == [
        f"9:1+3 W407 `##` is followed by {name}, so it begins no heading -- write `## Plan` with a plain space"
    ]


def test_marks_of_a_merge_in_code_are_code() -> None:
    assert read("```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n```")[1] == []


def test_file_with_marks_of_a_merge_is_not_looked_at_further() -> None:
    assert read("#### A\n\n<<<<<<< HEAD\na <b>\n=======\nb\n>>>>>>> c\n") == (
        "",
        [
            "11:1+12 W017 Git has left two versions of a text here, up to line 15 -- keep the lines that are right, "
            "and delete the others with the marks `<<<<<<<`, `=======` and `>>>>>>>`"
        ],
    )


def test_heading_behind_a_strange_space_is_read_as_one() -> None:
    html, found = read("a\n\n\u00a0## B\n")
    assert html == '<p>a</p>\n<h2 id="b">B</h2>'
    assert found == [
        "11:2+3 W407 `##` stands behind a no-break space (U+00A0), so it begins no heading "
        "-- write `## B` at the beginning of the line"
    ]
