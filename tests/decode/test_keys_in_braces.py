"""A key inside braces that has no value is told as what its author meant, once."""

import pytest

from site_gen.decode.role import read_role
from site_gen.diagnostic import Fix
from site_gen.fixing import apply_fixes
from tests.said import said, source


def role(line: str) -> str:
    return f"---\nname: A\nfamily: B\n{line}\n---\n\nWords.\n"


def told(line: str) -> tuple[list[str], list[Fix]]:
    found = read_role(source(role(line), "roles/a.md"), currency="USD")[1]
    return said(found), [each.fix for each in found if each.fix]


@pytest.mark.parametrize(
    ("line", "expected", "fixed"),
    [
        pytest.param(
            "outlook: { growth 15.8%, period: 2024-34, source: B }",
            "4:12+12 W101 there is no colon after `growth` -- write `growth: 15.8%`",
            "outlook: { growth: 15.8%, period: 2024-34, source: B }",
            id="no colon",
        ),
        pytest.param(
            "outlook: { growth: 1%, period = 2024-34, source: B }",
            "4:24+16 W101 there is no colon after `period` -- write `period: 2024-34`",
            "outlook: { growth: 1%, period: 2024-34, source: B }",
            id="an equals sign",
        ),
        pytest.param(
            "outlook: {growth: 1%, period:2024-34, source: B}",
            "4:23+14 W101 there is no space after the colon of `period` -- write `period: 2024-34`",
            "outlook: {growth: 1%, period: 2024-34, source: B}",
            id="no space",
        ),
        pytest.param(
            'outlook: {growth: 1%, period: 2024-34, source:"B, C, D"}',
            '4:40+9 W101 there is no space after the colon of `source` -- write `source: "B, C, D"`',
            'outlook: {growth: 1%, period: 2024-34, source: "B, C, D"}',
            id="no space before quotes with commas",
        ),
        pytest.param(
            "outlook: {growth: 1%, source: B, C, and D, period: 2024-34}",
            "4:34+1 W101 the comma before this ends the text of `source`: inside braces it stands between two keys -- "
            'put the whole text in quotes: `source: "B, C, and D"`',
            'outlook: {growth: 1%, source: "B, C, and D", period: 2024-34}',
            id="commas in a text",
        ),
    ],
)
def test_a_key_without_a_value_is_told_as_it_was_meant(line: str, expected: str, fixed: str) -> None:
    lines, fixes = told(line)
    assert lines == [expected]
    assert apply_fixes(role(line).encode(), fixes).raw == role(fixed).encode()


KEYS = "remove the line; the keys are growth, period, openings or source"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(
            "outlook: {growth: 1%, period: 2024-34, source: B, colour: }",
            [f"4:51+6 W101 there is no key `colour` -- {KEYS}"],
            id="it has a colon",
        ),
        pytest.param(
            "outlook: {what, growth: 1%, period: 2024-34, source: B}",
            [f"4:11+4 W101 there is no key `what` -- {KEYS}"],
            id="no text before it",
        ),
        pytest.param(
            'outlook: {growth: 1%, period: 2024-34, source: "B", C}',
            [f"4:53+1 W101 there is no key `C` -- {KEYS}"],
            id="quotes before it",
        ),
        pytest.param(
            "outlook:\n  growth: 1%\n  period: 2024-34\n  source: B\n  what:",
            [f"8:3+4 W101 there is no key `what` -- {KEYS}"],
            id="no braces",
        ),
    ],
)
def test_any_other_key_is_one_that_is_not_there(line: str, expected: list[str]) -> None:
    assert told(line) == (expected, [])


def test_what_is_missing_inside_braces_is_added_inside_them() -> None:
    assert told("salary: {low: 1, high: 2}")[0] == [
        "4:1+6 W103 the key `source` of `salary` is missing -- add `source: BLS OEWS` inside the braces"
    ]
