"""A body becomes the tree of its headings; anchors are those of code hosts, and never the page's own."""

import re

import pytest

from site_gen.diagnostic import Findings
from site_gen.read.blocks import Entry, html_of
from site_gen.read.markdown import parse_body
from site_gen.read.outline import Node, entry_place, list_entries, outline, slug_of
from tests.said import said, source


def read(text: str) -> tuple[Node, list[str]]:
    findings = Findings()
    body = parse_body(source(text), 1, findings)
    return outline(body.blocks, source(text), 1, findings), said(findings.found)


def tree(node: Node) -> list[object]:
    """Headings as nested lists: a heading, then the list of those below it."""
    return [part for child in node.children for part in (child.text, *([tree(child)] if child.children else []))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("only text", [], id="no headings"),
        pytest.param("## A\n### B\n### C\n## D", ["A", ["B", "C"], "D"], id="two levels"),
        pytest.param("## A\n### B\n#### C\n##### D\n## E", ["A", ["B", ["C", ["D"]]], "E"], id="back up at once"),
        pytest.param("A\n---\n\nx", ["A"], id="underlined"),
        pytest.param("## A\n> ## B\n\n- ## C", ["A"], id="headings in quotes and lists are none of the page's"),
        pytest.param("## A\n\n```\n## B\n```", ["A"], id="headings in code are code"),
    ],
)
def test_headings_make_a_tree(text: str, expected: list[object]) -> None:
    root, found = read(text)
    assert (tree(root), found) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected", "fault"),
    [
        pytest.param(
            "# A\n### B",
            ["A", ["B"]],
            "1:3+1 W405 `# A` would be a second title of the page -- write `## A`",
            id="a title counts as a section",
        ),
        pytest.param(
            "## A\n#### B\n#### C",
            ["A", ["B", "C"]],
            "2:6+1 W404 the heading is at level 4, but the one above it at level 2 -- "
            "write `### B` instead of `#### B`",
            id="a skipped level stands where it would",
        ),
        pytest.param(
            "### A",
            ["A"],
            "1:5+1 W404 the heading is at level 3, but the one above it at level 1 -- write `## A` instead of `### A`",
            id="the first heading",
        ),
    ],
)
def test_wrong_level_is_reported_and_mended(text: str, expected: list[object], fault: str) -> None:
    root, found = read(text)
    assert (tree(root), found) == (expected, [fault])


def test_blocks_end_at_the_next_heading_and_whole_does_not() -> None:
    node = read("## A\n\nx\n\n### B\n\ny\n\n## C")[0].children[0]
    assert (html_of(node.blocks), html_of(node.whole)) == ("<p>x</p>", '<p>x</p>\n<h3 id="b">B</h3>\n<p>y</p>')


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Reality check", "reality-check"),
        ("What you'll love", "what-youll-love"),
        ("C++ & C#", "c--c"),
        ("Été à Zürich", "été-à-zürich"),
        ("a_b-c  d", "a_b-c--d"),
        ("🎉", ""),
    ],
)
def test_anchor_is_the_one_of_code_hosts(title: str, slug: str) -> None:
    assert slug_of(title) == slug


@pytest.mark.parametrize(
    ("text", "anchors"),
    [
        pytest.param("## a\n## a\n## a-1\n## a", ["a", "a-1", "a-1-1", "a-2"], id="twice"),
        pytest.param("## wm-top\n## WM-top", ["heading-wm-top", "heading-wm-top-1"], id="the page's own prefix"),
        pytest.param("## 🎉\n## ?\n##", ["heading", "heading-1", "heading-2"], id="no letters"),
        pytest.param("## 6-8 weeks - 'all'", ["6-8-weeks---all"], id="signs as typed"),
        pytest.param("## `a` *b* [c](https://x.y)", ["a-b-c"], id="markup"),
    ],
)
def test_anchors_are_unique_and_leave_the_pages_own_alone(text: str, anchors: list[str]) -> None:
    root, _ = read(text)
    assert [node.anchor for node in root.walk()][1:] == anchors


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("## A b", (1, 4, 3)),
        ("\n\n###   日本  ", (3, 7, 2)),
        ("x\n\nA b\n---", (3, 1, 3)),
        ("## **A** ##", (1, 4, 5)),
        ("one\ntwo\n---", (1, 1, 3)),
    ],
)
def test_heading_knows_its_place(text: str, place: tuple[int, int, int]) -> None:
    found = read(text)[0].children[0].place
    assert (found.line, found.column, found.length) == place


def entries(text: str) -> tuple[list[Entry], str]:
    root, _ = read(text)
    found, others = list_entries(root.blocks)
    return found, html_of(others)


@pytest.mark.parametrize(
    ("text", "words", "others"),
    [
        pytest.param("no list", [], "<p>no list</p>", id="none"),
        pytest.param(
            "> - a", [], "<blockquote>\n<ul>\n<li>a</li>\n</ul>\n</blockquote>", id="a list in a quote stays there"
        ),
        pytest.param("x\n\n- a\n- b\n\ny", ["a", "b"], "<p>x</p>\n<p>y</p>", id="between paragraphs"),
        pytest.param("- a\n* b\n+ c\n\n1. d\n2) e", ["a", "b", "c", "d", "e"], "", id="every kind of list"),
        pytest.param("- a\n  - b\n    1. c\n- d", ["a b c", "d"], "", id="inner lists belong to their entry"),
        pytest.param("- a\n\n  > - b\n- c", ["a b", "c"], "", id="a list in a quote in a list"),
        pytest.param("-\n- a", ["", "a"], "", id="an empty entry"),
    ],
)
def test_lists_are_told_from_what_stands_around(text: str, words: list[str], others: str) -> None:
    found, rest = entries(text)
    assert [" ".join(re.sub(r"<[^>]*>", " ", each.html).split()) for each in found] == words
    assert rest == others


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- ab", (1, 3, 2)),
        ("x\n\n  *   日本  ", (3, 7, 2)),
        ("10. ab", (1, 5, 2)),
        ("1) ab", (1, 4, 2)),
        ("-", (1, 2, 1)),
    ],
)
def test_entry_knows_its_place(text: str, place: tuple[int, int, int]) -> None:
    found = entry_place(entries(text)[0][0], source(text))
    assert (found.line, found.column, found.length) == place
