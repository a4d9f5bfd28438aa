"""Reading easy Markdown without tokens changes nothing: blocks, links and faults are those of the library alone."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from site_gen.decode.loose_lines import report_loose_lines
from site_gen.diagnostic import Diagnostic, Findings
from site_gen.read.blocks import Block, Body, Entry, Heading, Other, Paragraph
from site_gen.read.doubled import has_doubled_word
from site_gen.read.markdown import parse_body, read_by_library
from site_gen.read.places import OutsideLinks
from site_gen.read.plain import PlainReader, Unread
from site_gen.read.source import Source
from tests.said import source

CONTENT = sorted((Path(__file__).parents[2] / "content").rglob("*.md"))


def by_library(page: Source, first_line: int, findings: Findings) -> Body:
    body = Body()
    doubled = has_doubled_word("\n".join(page.lines[first_line - 1 :]).encode())
    read_by_library(Unread(first_line - 1, len(page.lines)), page, body, findings, look_for_doubled=doubled)
    return body


def entry(each: Entry) -> object:
    return each.start, each.html, each.is_empty, each.task(), each.naming()


def block(each: Block) -> object:
    if isinstance(each, Heading | Paragraph | Other):
        return each
    return each.start, each.html, [entry(one) for one in each.entries]


def whole(body: Body, page: Source, findings: Findings) -> object:
    """All that the stages after this one may look at."""
    meant = report_loose_lines(body, page, findings)
    return (
        [block(each) for each in body.blocks],
        body.links,
        tuple(OutsideLinks(page, body.outside)),
        meant,
        in_order(findings),
    )


def in_order(findings: Findings) -> list[Diagnostic]:
    return sorted(findings.found, key=lambda each: each.sort_key)


def assert_same(text: str, first_line: int = 1) -> None:
    page = source(text)
    plainly, library = Findings(), Findings()
    body = parse_body(page, first_line, plainly)
    assert whole(body, page, plainly) == whole(by_library(page, first_line, library), page, library)


def body_line(text: str) -> int:
    return text[: text.index("\n---\n", 3) + 5].count("\n") + 1


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in CONTENT])
def test_real_pages_are_read_as_by_the_library(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert_same(text, body_line(text))


def read_plainly(text: str) -> PlainReader:
    page = source(text)
    lines = "\n".join(page.lines[body_line(text) - 1 :])
    reader = PlainReader(page, is_doubtful=has_doubled_word(lines.encode()))
    reader.read(lines, body_line(text) - 1)
    return reader


def test_nearly_all_of_real_pages_is_plain() -> None:
    found = [read_plainly(path.read_text(encoding="utf-8")) for path in CONTENT]
    unread = sum(len(each.unread) for each in found)
    plain = sum(len(each.body.blocks) for each in found)
    assert plain > 3000
    assert unread / plain < 0.03


PIECES = (
    *(
        "word",
        "a",
        "Über",
        "5",
        "5-6",
        "1,5",
        "don't",
        '"quoted"',
        "(so)",
        "a-b",
        " - ",
        " -- ",
        "...",
        "…",
        "—",
        ".",
        ",",
    ),
    *(
        "*em*",
        "**strong**",
        "*em",
        "em*",
        "**",
        "*",
        "_em_",
        "__",
        "`code`",
        "`a",
        "``",
        "`a](b`",
        "*a*b",
        "a*b*",
        "(*a*)",
    ),
    *("*a*,", "**a.**b", "*a* *b*", "***a***", "[a](https://x.y/z)", "[a](b.md)", "[a b](../roles/x.md#c)", "[a](#c)"),
    *("[a](x:y)", "[](https://x.y)", "[a]( b)", "![a](b.png)", "[a][b]", "[a]", "](", "!", "[*a*](b.md)", "x](y"),
    *("[a\nb](https://x.y)", "https://x.y", "<b>", "<!-- x -->", "<!--", "-->", "<https://x.y>", "<!-->", ">", "日本"),
    *(
        "&",
        "&amp;",
        "&c",
        "R&D",
        "~~x~~",
        "~",
        "\\",
        "\\*",
        "the the",
        "a a",
        ":",
        " ",
        "  ",
        "\u00a0",
        "[ ]",
        "[x]",
        "$5",
    ),
    *("a_b", "|"),
)
STARTS = (
    *(
        "",
        "",
        "",
        "",
        "- ",
        "- ",
        "- ",
        "- ",
        "-",
        "-  ",
        "* ",
        "+ ",
        "1. ",
        "12) ",
        "> ",
        "> ",
        ">",
        "> - ",
        "# ",
        "## ",
    ),
    *(
        "### ",
        "#",
        "####### ",
        "    ",
        "  ",
        "   ",
        " ",
        "```",
        "~~~",
        "---",
        "===",
        "***",
        "[a]: /b",
        "<!-- ",
        "- [ ] ",
    ),
    *("- [x] ", "- > ", "- ## ", "  - ", "\t", "-\t"),
)
ROWS = ("| a | b |", "| - | -: |", "|:-:|---|", "| *c* | `d` |", "| a |", "|---|", "a | b", "-|-", "| 5-6 | [a](b) |")
gaps = st.sampled_from(("\n", "\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "  \n", " \n", "\n  ", "\n\n  ", "\n \n"))
inlines = st.lists(st.sampled_from((*PIECES, " ", " ", " ")), min_size=1, max_size=6).map("".join)
easy = st.sampled_from(("- item", "- other", "word and more", "# head", "## b", "> said", "```", "", "- a *b*", "1. x"))
lines = st.one_of(st.tuples(st.sampled_from(STARTS), inlines).map("".join), easy, easy, st.sampled_from(ROWS))
texts = st.lists(st.tuples(lines, gaps).map("".join), max_size=8).map("".join)


def test_links_keep_their_order_around_what_is_left() -> None:
    assert_same("[a](b.md)\n\n[c](d.md) e_f\n\n[g](h.md) i_j\n\n[k](l.md)\n\n[m](n.md) o_p")


def test_doubled_word_between_links_is_left() -> None:
    assert_same("[a](#c)the the[a](#c)\n\nb b")


@given(texts)
@settings(deadline=None, max_examples=2500)
def test_any_text_is_read_as_by_the_library(text: str) -> None:
    assert_same(text)


@given(inlines)
@settings(deadline=None, max_examples=2500)
def test_any_line_is_read_as_by_the_library(text: str) -> None:
    assert_same(f"Word {text}\n\n- {text}\n\n> {text}\n\n### {text}\n")


@cache
def paragraphs() -> tuple[str, ...]:
    texts = (path.read_text(encoding="utf-8") for path in CONTENT)
    own = tuple(part for text in texts for part in text[text.index("\n---\n", 3) + 5 :].split("\n\n") if part)
    others = (part for text in written_by_others() for part in text.split("\n\n") if part)
    return own + tuple(others) if "WAYMARK_MARKDOWN" in os.environ else own


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A few pieces of real pages, also of others' where there are such, with some characters changed or removed."""
    text = draw(st.sampled_from(("\n\n", "\n"))).join(draw(st.lists(st.sampled_from(paragraphs()), max_size=4)))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = (
            text[:at] + draw(st.sampled_from((*PIECES, *STARTS, "\n", "\n\n"))) + text[at + draw(st.integers(0, 2)) :]
        )
    return text


@given(spoilt())
@settings(deadline=None, max_examples=2000)
def test_spoilt_pages_are_read_as_by_the_library(text: str) -> None:
    assert_same(text)


@pytest.mark.soak
@given(st.one_of(texts, spoilt(), st.tuples(texts, spoilt(), texts).map("\n\n".join)))
@settings(deadline=None, max_examples=1_000_000)
def test_many_texts_are_read_as_by_the_library(text: str) -> None:
    assert_same(text)


def written_by_others() -> Iterator[str]:
    """Texts in the folder that WAYMARK_MARKDOWN names: its Markdown files, and its lists of examples (as JSON)."""
    folder = Path(os.environ["WAYMARK_MARKDOWN"])
    assert folder.is_dir(), f"WAYMARK_MARKDOWN names no folder: {folder}"
    for path in sorted(folder.rglob("*.md")):
        yield path.read_text(encoding="utf-8", errors="replace")
    for path in sorted(folder.rglob("*.json")):
        yield from (each["markdown"] for each in json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.soak
@pytest.mark.skipif("WAYMARK_MARKDOWN" not in os.environ, reason="WAYMARK_MARKDOWN names no folder of Markdown")
def test_texts_of_others_are_read_as_by_the_library() -> None:
    texts = list(written_by_others())
    assert texts
    for text in texts:
        assert_same(text)
        assert_same(f"Word.\n\n{text}\n\nWord.\n\n- a\n\n## B\n\n| a |\n|---|\n| b |\n")
