"""A `#` is warned about where the text behind it may belong to the value, and only there."""

import pytest

from site_gen.decode.pathway import read_pathway
from tests.said import FRONT, WHOLE, said, source


def told(line: str) -> list[str]:
    """What is said of front matter with one line more, as line 7."""
    front = FRONT.replace("reviewed: 2026-11-22\n", f"reviewed: 2026-11-22\n{line}\n")
    return said(read_pathway(source(front + WHOLE), currency="USD")[1])


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("demand: high  #mine", id="one of a few words"),
        pytest.param("timeline: 8-9 months #mine", id="a duration"),
        pytest.param(
            "sources:\n  - {title: A, url: https://x.y}\n  - title: B\n    url: https://x.y #z", id="an address"
        ),
        pytest.param("demand: high  #waymark:W304 off", id="a comment that changes a severity"),
    ],
)
def test_a_value_that_cannot_go_on_has_a_comment_behind_it(line: str) -> None:
    assert told(line) == []


WORDS = "is read as a comment and left out -- put the whole text in quotes:"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "title: Move #2", [f'7:13+2 W012 `#2` {WORDS} `"Move #2"`, or write `# ` for a comment'], id="a text"
        ),
        pytest.param(
            "authors:\n  - Jane #1",
            [f'8:10+2 W012 `#1` {WORDS} `"Jane #1"`, or write `# ` for a comment'],
            id="an entry of a list",
        ),
        pytest.param(
            "demand: hihg #mine",
            ["7:9+4 W108 `hihg` is not a level of demand -- write `high` (very high, high, average, low or shrinking)"],
            id="a word that is none either way",
        ),
        pytest.param(
            "authors: Jane #1",
            [
                f'7:15+2 W012 `#1` {WORDS} `"Jane #1"`, or write `# ` for a comment',
                '7:10+4 W104 a list belongs here -- write it as a list: `["Jane #1"]`, '
                "or `[Jane]` without what is behind it",
            ],
            id="a text for a list",
        ),
    ],
)
def test_a_text_may_have_lost_its_end(line: str, expected: list[str]) -> None:
    assert told(line) == expected


def test_an_end_that_may_be_lost_is_not_lost_to_a_fix() -> None:
    front = FRONT.replace("reviewed", "authors: Jane #1\nreviewed")
    (_, list_wanted) = read_pathway(source(front + WHOLE), currency="USD")[1]
    assert (list_wanted.fault.name, list_wanted.fix) == ("wrong-type", None)
