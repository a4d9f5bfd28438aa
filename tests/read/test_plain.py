"""What can be read in one way only is taken; what is left begins at the first doubt and ends where it surely does."""

import pickle

import pytest

from site_gen.read.places import OutsideLinks
from site_gen.read.plain import PlainReader, Unread
from tests.said import source


def left(text: str) -> list[tuple[int, str]]:
    """The runs of lines that are left unread: the first, from 0, and what stands on it."""
    reader = read(text)
    return [(each.start, reader.source.lines[each.start]) for each in reader.unread]


def read(text: str) -> PlainReader:
    reader = PlainReader(source(text))
    reader.read(text, 0)
    return reader


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("\n\n\n# A\n## B\nText\nand more.\n\n", id="headings without a line between"),
        pytest.param('**Bold**, *said* `code` & "more" [a](https://x.y): [b](../roles/c.md#d)', id="marks in a line"),
        pytest.param(r"A footnote\*, and 5 \* 6.", id="stars that are no marks"),
        pytest.param("- a\n- b\n  and on\n\n## C", id="a list"),
        pytest.param("> a\n> b\n\nc", id="a quote"),
        pytest.param("| a | b |\n|---|--:|\n| 1 | *2* |", id="a table"),
        pytest.param("```text\n- a\n```\n\nb", id="code"),
    ],
)
def test_easy_text_is_taken(text: str) -> None:
    assert left(text) == []


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        pytest.param("a\n\nb_c\n\n- d\n\ne", [(2, "b_c")], id="a paragraph alone"),
        pytest.param('a\n\n"\\*b"\n\nc', [(2, '"\\*b"')], id="a quote that opens before a star"),
        pytest.param("- a_b\n\n- c\n\n  d\n\ne", [(0, "- a_b")], id="a list to its end"),
        pytest.param("- a\n\n  b\n\n## C", [(0, "- a")], id="a list that goes on"),
        pytest.param("a\n\n~~~\nb\n\nc\n~~~\n\nd", [(2, "~~~")], id="code with an empty line"),
        pytest.param("> ```\n> a\n\nb\n\nc", [(0, "> ```")], id="a fence inside another block"),
        pytest.param("<!-- a\n\nb_b -->\n\nc", [(0, "<!-- a")], id="a comment with an empty line"),
        pytest.param("a\n\n[b]: https://x.y\n\nc", [(0, "a")], id="a definition concerns all"),
        pytest.param("a\n\nb ~~c~~\n\nd &amp; e", [(2, "b ~~c~~")], id="two that follow each other"),
    ],
)
def test_doubt_ends_where_a_new_block_surely_begins(text: str, runs: list[tuple[int, str]]) -> None:
    assert left(text) == runs


def test_links_of_a_block_that_is_left_are_forgotten() -> None:
    reader = read("- [a](https://x.y)\n- [b](c.md)\n- d_e")
    assert reader.unread == [Unread(0, 3)]
    assert (reader.body.blocks, reader.body.links, reader.body.outside) == ([], [], [])


def test_links_to_other_sites_are_a_tuple_to_all_who_ask() -> None:
    reader = read("[a](https://x.y)\n[b](https://z.y)")
    links = OutsideLinks(reader.source, reader.body.outside)
    whole = tuple(links)
    assert [(each.url, each.place.line, each.place.column) for each in whole] == [
        ("https://x.y", 1, 5),
        ("https://z.y", 2, 5),
    ]
    assert (len(links), links[1], links[:1]) == (2, whole[1], whole[:1])
    assert links == OutsideLinks(reader.source, (), first=whole)
    assert hash(links) == hash(whole)
    assert pickle.loads(pickle.dumps(links)) == whole
