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
    ],
)
def test_a_comment_is_about_its_line_or_the_next(text: str, expected: list[str]) -> None:
    assert overrides(text) == expected


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
    ],
)
def test_what_a_comment_gets_wrong_is_told_at_its_place(said_there: str, expected: str) -> None:
    assert overrides(BODY + f"x <!-- waymark: {said_there} -->\n") == [expected]
