"""Words of a site shown as Markdown are read as the same words."""

import pytest
from markdown_it import MarkdownIt

from site_gen.render.markdown_text import bullets, document, link, numbered, plain, table
from site_gen.render.plain_text import plain_text

READER = MarkdownIt("commonmark")
WORDS = [
    *(
        "Plain words.",
        "C++",
        "C#",
        "R&D",
        "AT&amp;T",
        "# no heading",
        "- no entry",
        "1. no entry",
        "12) no entry",
        "+ no",
    ),
    *(
        "*no* _stress_",
        "a_b_c",
        "<b>no tag</b>",
        "`no code`",
        "[no](link)",
        "![no](image)",
        "~no~",
        "a | b",
        "\\",
        "==",
    ),
    *("$83,680 to $102,740: +23%.", "9 + 9 = 18", "4/3", "2024–34", "https://a.example/", "---", "***", "> no"),
]


@pytest.mark.parametrize("words", WORDS)
def test_words_are_read_as_they_are(words: str) -> None:
    assert plain_text(READER.render(plain(words))) == words
    assert READER.render(plain(words)).startswith("<p>")
    assert plain_text(READER.render(bullets([plain(words)]))) == words


@pytest.mark.parametrize("words", ["Financial modeling: 9 + 9 = 18 (a, b).", "R&D, C# and C++", "+23%"])
def test_usual_words_need_no_backslash(words: str) -> None:
    assert plain(words) == words


@pytest.mark.parametrize(
    ("address", "expected"),
    [("../roles/a b.md", "../roles/a%20b.md"), ("https://a.example/x_(y)", "https://a.example/x_%28y%29")],
)
def test_link_leads_where_it_should_by_its_name(address: str, expected: str) -> None:
    assert READER.render(link("A [b]", address)) == f'<p><a href="{expected}">A [b]</a></p>\n'


def test_entries_in_an_order_are_numbered() -> None:
    assert numbered(["b", "a"]) == "1. b\n2. a"
    assert READER.render(numbered(["b", "a"])) == "<ol>\n<li>b</li>\n<li>a</li>\n</ol>\n"


def test_parts_that_are_empty_are_left_out() -> None:
    assert document("A", ("", "b", "", "c")) == b"# A\n\nb\n\nc\n"


def test_table_has_a_rule_below_its_head() -> None:
    assert table(("A", "B"), [("1", "2")]) == "| A | B |\n| --- | --- |\n| 1 | 2 |"
