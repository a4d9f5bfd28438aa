"""Comments are found where the parsers see them, with what they are about."""

import pytest

from site_gen.read.comment_places import Comments
from tests.said import source


def comments(text: str, key: str = "pages/a.md") -> list[tuple[str, tuple[int, int], int]]:
    """Each comment, where it begins, and the line it is about."""
    found = Comments(source(text, key))
    return [(each.text, found.line_and_column(each.start), found.line_meant(each)) for each in found.found]


@pytest.mark.parametrize("text", ["", "\n", "---\n", "---\n---\n", "Words & `<!-- code -->`.\n", "<!-- no end"])
def test_a_text_without_comments_has_none(text: str) -> None:
    assert comments(text) == []


def test_both_halves_of_a_page_have_their_own_comments() -> None:
    text = "---\n# one\na: b # two\n---\n# no\n<!-- three --> x\n<!-- four\n-->\n"
    assert comments(text) == [
        ("# one", (2, 1), 3),
        ("# two", (3, 6), 3),
        ("<!-- three -->", (6, 1), 6),
        ("<!-- four\n-->", (7, 1), 8),
    ]


def test_a_file_of_settings_is_yaml_from_its_first_line() -> None:
    text = "# one\na: '# no'\nb: |\n  # no\n# two\nc: [d, # three\n  e]\n"
    assert comments(text, "site.yaml") == [("# one", (1, 1), 2), ("# two", (5, 1), 6), ("# three", (6, 8), 6)]


def test_comments_end_where_the_settings_cannot_be_read() -> None:
    assert comments("a: b # one\nc: @d # two\n", "site.yaml") == [("# one", (1, 6), 1)]


def test_what_cannot_end_is_looked_for_once() -> None:
    assert comments("`<!-- " * 50_000) == []
