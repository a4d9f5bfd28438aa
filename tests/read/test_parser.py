"""The rule that makes parsing faster changes nothing: the tokens are those of the library alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from site_gen.read.parser import make_parser

CONTENT = sorted((Path(__file__).parents[2] / "content").rglob("*.md"))
LIBRARY = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
OURS = make_parser()

indents = st.sampled_from(("", "", "", " ", "  ", "   ", "    ", "      ", "\t", "> ", ">", "- ", "  - ", "1. ", "* "))
STARTS = """\
word and more|Über|- item|-item|- |-|---|- - -|===|# head|#|```|~~~|> quote|[a]: /b|[a]|1. one|2. two|12) x|* x|+ x|<b>
*em* a|`c`|5 apples|(x)|line  |line\\|a\tb|:-|\u00a0nbsp|日本|- 1|- é"""
TABLES = ("a | b", "-|-", "--- | ---", "| a |", ":-: | :-:", "")
starts = st.sampled_from((*re.split(r"[|\n]", STARTS), *TABLES))
plain = st.sampled_from(
    ("- item", "- other item", "word and more", "", "  word", "# head", "## b\n-- | -", "- a\n\n\n", " - x")
)
lines = st.one_of(plain, st.tuples(indents, indents, starts).map("".join))
texts = st.lists(lines, max_size=9).map("\n".join)


def tokens(parser: MarkdownIt, text: str) -> list[object]:
    return [token.as_dict() for token in parser.parse(text)]


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in CONTENT])
def test_real_pages_parse_as_by_the_library(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert tokens(OURS, text) == tokens(LIBRARY, text)


@given(texts)
@settings(deadline=None, max_examples=600)
def test_any_lines_parse_as_by_the_library(text: str) -> None:
    assert tokens(OURS, text) == tokens(LIBRARY, text)


@pytest.mark.soak
@given(st.lists(lines, max_size=25).map("\n".join))
@settings(deadline=None, max_examples=30_000)
def test_many_lines_parse_as_by_the_library(text: str) -> None:
    assert tokens(OURS, text) == tokens(LIBRARY, text)


def test_corpus_is_not_empty() -> None:
    assert len(CONTENT) > 15
