"""Comments that change a severity at one place."""

import pytest

from site_gen.decode.overrides import read_overrides
from tests.said import said, source

BODY = "---\nfrom: a\n---\n\n"


def overrides(text: str, key: str = "pathways/a-to-b.md") -> list[str]:
    """Each override as `line code severity`, and what is wrong with the others."""
    found, wrong = read_overrides(source(text, key))
    return [*(f"{each.line} {each.fault.code} {each.severity}" for each in found), *said(wrong)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\nfrom: a\n---\n\nWords about waymark: the tool.\n", id="words"),
        pytest.param(BODY + "<!-- ask waymark: W401 off -->\n", id="a comment about something else"),
        pytest.param(BODY + "```\n<!-- waymark: W401 off -->\n```\n", id="code"),
        pytest.param(BODY + "Write `<!-- waymark: W401 off -->` behind it.\n", id="code in a sentence"),
        pytest.param(BODY + "# waymark: W401 off\n", id="a heading"),
        pytest.param(BODY + "<!-- waymark is what makes this site -->\n", id="a note on the tool"),
        pytest.param(BODY + "<!-- waymark: W401 off\n", id="a comment without an end"),
        pytest.param(BODY + "~~~~\n~~~\n<!-- waymark: W401 off -->\n", id="code without an end"),
        pytest.param(BODY + "`` ` <!-- waymark: W401 off -->``\n", id="code between two backquotes"),
        pytest.param('---\na: "Write # waymark: W304 off"\n---\n', id="a text in quotes"),
        pytest.param("---\na: 'one\n  # waymark: W304 off'\n---\n", id="a text in quotes over two lines"),
        pytest.param("---\na: |\n  # waymark: W304 off\n---\n", id="a block of text"),
        pytest.param("---\na: b\n# waymark: W304 off\n", id="front matter without an end"),
        pytest.param("---\na: @b\n# waymark: W304 off\n---\n", id="front matter that can't be read"),
    ],
)
def test_what_is_no_such_comment_changes_nothing(text: str) -> None:
    assert overrides(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("---\nfrom: a  # waymark: W304 off\n---\n", ["2 W304 off"], id="behind a value"),
        pytest.param("---\n# waymark: W304 off\n\n# why\nfrom: a\n---\n", ["5 W304 off"], id="above a value"),
        pytest.param(BODY + "### Is it <!-- waymark: W401 off -->\n", ["5 W401 off"], id="behind a heading"),
        pytest.param(BODY + "<!-- waymark: W401 off -->\n\n### Is it\n", ["7 W401 off"], id="above a heading"),
        pytest.param(
            BODY + "<!-- waymark: W401 off -->\n<!-- waymark: W403 error -->\n### Is it\n",
            ["7 W401 off", "7 W403 error"],
            id="two above a heading",
        ),
        pytest.param(
            BODY + "x <!-- waymark: w401 off, bare-address warning -->\n",
            ["5 W401 off", "5 W403 warning"],
            id="two in one, by code and by name",
        ),
        pytest.param("---\na: 1\n# waymark: W304 off\n---\n", ["4 W304 off"], id="above the end of front matter"),
        pytest.param(BODY + "x\n\n<!-- waymark: W401 off -->\n", ["7 W401 off"], id="above nothing"),
        pytest.param(
            BODY + "<!-- a\nb --> x\n<!-- waymark: W401 off -->\n<!-- c\nd -->\n\ny", ["11 W401 off"], id="long"
        ),
        pytest.param("---\na: >- # waymark: W304 off\n  b\n---\n", ["2 W304 off"], id="behind the sign of a block"),
    ],
)
def test_a_comment_is_about_its_line_or_the_next(text: str, expected: list[str]) -> None:
    assert overrides(text) == expected


@pytest.mark.parametrize(
    "words",
    [
        "waymark: W304 off - the rule is wrong here",
        "waymark: W304 off – it's fine",
        "waymark: W304 off — 2 of 3",
        "waymark: W304 off: fine",
        "waymark: W304 off (see W305 off)",
        "waymark: W304 off because the rule is wrong here",
        "waymark: W304 off,",
        "waymark: W304: off",
        "waymark: W304=off",
        "waymark: Difficulty-Too-Low OFF",
        "waymark W304 off",
        "waymark difficulty-too-low off",
        "Waymark : W304 off",
    ],
)
def test_a_comment_may_give_its_reason_and_takes_signs_as_they_come(words: str) -> None:
    assert overrides(BODY + f"x <!-- {words} -->\n") == ["5 W304 off"]
    assert overrides(f"---\na: x #{words}\n---\n") == ["2 W304 off"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "x <!-- waymark: W401 off --> <!-- waymark: W403 off -->\n",
            ["5 W401 off", "5 W403 off"],
            id="two on a line",
        ),
        pytest.param("<!--\n  waymark: W401 off,\n  W403 off\n-->\nx", ["9 W401 off", "9 W403 off"], id="over lines"),
        pytest.param("x <!-- waymark: W401 off; W403 off -->\n", ["5 W401 off", "5 W403 off"], id="a semicolon"),
        pytest.param("x <!-- waymark: W401 off W403 off -->\n", ["5 W401 off", "5 W403 off"], id="no comma"),
        pytest.param("```x``` <!-- waymark: W401 off -->\n", ["5 W401 off"], id="behind code"),
    ],
)
def test_every_comment_counts(body: str, expected: list[str]) -> None:
    assert overrides(BODY + body) == expected


def test_settings_take_comments_of_yaml() -> None:
    assert overrides("title: x\n# waymark: W502 off\nlanguage: en\n", "site.yaml") == ["3 W502 off"]


@pytest.mark.parametrize(
    ("said_there", "expected"),
    [
        pytest.param(
            "W999 off",
            "5:17+4 W502 no diagnostic is called `W999` -- write a code such as `W309` or its name, `review-overdue`",
            id="no such code",
        ),
        pytest.param(
            "bare-adress off",
            "5:17+11 W502 no diagnostic is called `bare-adress` -- write `bare-address`",
            id="nearly a name",
        ),
        pytest.param(
            "W401 of",
            "5:22+2 W503 `of` is not a severity -- write `off` (error, warning or off)",
            id="no such severity",
        ),
        pytest.param(
            "W401",
            "5:17+4 W503 the code has no severity after it -- write `error`, `warning` or `off` after the code",
            id="no severity",
        ),
        pytest.param(
            "W401 - it is fine",
            "5:17+4 W503 the code has no severity after it -- write `error`, `warning` or `off` after the code",
            id="a reason without a severity",
        ),
        pytest.param(
            "W3 off",
            "5:17+2 W502 no diagnostic is called `W3` -- "
            "write a whole code, one fault at a time, such as `W309` or its name, `review-overdue`",
            id="the beginning of a code",
        ),
        pytest.param(
            "",
            "5:3+13 W502 the comment names no diagnostic -- write a code and a severity into it, such as `W309 off`",
            id="nothing",
        ),
    ],
)
def test_what_a_comment_gets_wrong_is_told_at_its_place(said_there: str, expected: str) -> None:
    assert overrides(BODY + f"x <!-- waymark: {said_there} -->\n") == [expected]


def test_what_follows_the_severity_is_told_once() -> None:
    assert overrides(BODY + "x <!-- waymark: W401 off the rule is wrong -->\n") == [
        "5 W401 off",
        "5:26+17 W502 the comment goes on after the severity -- "
        "write ` - ` before a reason, or a comma before another code",
    ]
