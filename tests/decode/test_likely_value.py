"""Lists and figures in other ways of writing."""

import pytest

from site_gen.decode.likely_value import likely_figure, likely_list, without_brackets


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a", "[a]"),
        ("a, b", "[a, b]"),
        ("a,, b,", "[a, b]"),
        ("C++, R&D at x.y", "[C++, R&D at x.y]"),
        ("a (b), - c", '["a (b)", "- c"]'),
        ("a: b, #c", '["a: b", "#c"]'),
    ],
)
def test_entries_are_quoted_where_they_need_it(text: str, meant: str) -> None:
    assert likely_list(text) == meant


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("a, b", "a, b"),
        ("(a, b)", "a, b"),
        ("a, b]", "a, b"),
        ("[ a", "a"),
        ("a (b)", "a (b)"),
        ("(a) b (c)", "(a) b (c)"),
    ],
)
def test_brackets_around_a_list_are_put_aside(text: str, bare: str) -> None:
    assert without_brackets(text) == bare


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("10", 10),
        ("12 hours", 12),
        ("10.0", 10),
        ("$105210", 105210),
        ("$105,210.00", 105210),
        ("USD 105210", 105210),
        ("105k", 105000),
        ("105.2K", 105200),
        ("105 210", 105210),
        ("105210 a year", 105210),
        ("105.21", None),
        ("1,05", None),
        ("8-10", None),
        ("a lot", None),
        ("9" * 5000, None),
    ],
)
def test_a_figure_is_the_number_it_means(text: str, meant: int | None) -> None:
    assert likely_figure(text) == meant
