"""Front matter keeps what the author wrote, with its place; what it has no use for is refused."""

import pytest

from site_gen.read.front_matter import Mapping, read_mapping, split_front_matter
from site_gen.read.plain_front_matter import Path
from tests.said import said, source


def parsed(front: str) -> Mapping:
    result, diagnostics = split_front_matter(source(f"---\n{front}\n---\nBody.\n"))
    assert result is not None
    assert said(diagnostics) == []
    return result.mapping


@pytest.mark.parametrize(
    ("front", "values"),
    [
        pytest.param("a: no\nb: 9:30\nc: 3.10\nd: 012", {"a": "no", "b": "9:30", "c": "3.10", "d": "012"}, id="words"),
        pytest.param("a: 2026-11-22\nb: 1e3\nc: 0x1F", {"a": "2026-11-22", "b": "1e3", "c": "0x1F"}, id="figures"),
        pytest.param("a:\nb: ~\nc: null\nd: ''", {"a": None, "b": None, "c": None, "d": ""}, id="nothing"),
        pytest.param("a: '~'\nb: 'null'", {"a": "~", "b": "null"}, id="quoted nothing is a text"),
        pytest.param("a: >-\n  one\n  two\nb: |\n  x\n  y", {"a": "one two", "b": "x\ny\n"}, id="blocks of text"),
        pytest.param("a: one\n  two", {"a": "one two"}, id="a text over two lines"),
        pytest.param("\"from\": a\n'to': b", {"from": "a", "to": "b"}, id="quoted keys"),
        pytest.param('{\n  "from": "a",\n  "to": ["b"],\n}', {"from": "a", "to": ["b"]}, id="written like JSON"),
        pytest.param("a: {b: [c, {d: e}]}", {"a": {"b": ["c", {"d": "e"}]}}, id="nested"),
        pytest.param("# one\na: b # two\n# three", {"a": "b"}, id="comments"),
        pytest.param("a: C#, F# and R&D at 40%", {"a": "C#, F# and R&D at 40%"}, id="signs inside a text"),
        pytest.param("a: b #waymark: W304 off", {"a": "b"}, id="a comment that changes a severity"),
        pytest.param("a: https://x.y/#z", {"a": "https://x.y/#z"}, id="an address"),
        pytest.param(
            "- a: b".removeprefix("- ") + "\nc:\n- d\n- e", {"a": "b", "c": ["d", "e"]}, id="a list not indented"
        ),
        pytest.param("a: 日本語\nb: 🎉", {"a": "日本語", "b": "🎉"}, id="wide characters"),
        pytest.param("", {}, id="nothing at all"),
        pytest.param("# only a comment", {}, id="only a comment"),
        pytest.param("~", {}, id="null"),
    ],
)
def test_values_stay_what_the_author_wrote(front: str, values: dict[str, object]) -> None:
    assert parsed(front).values == values


@pytest.mark.parametrize(
    ("front", "path", "place"),
    [
        pytest.param("a: b", ("a",), (2, 4, 1), id="a word"),
        pytest.param("日本: 🎉🎉 x", ("日本",), (2, 5, 4), id="behind wide characters"),
        pytest.param('a: "x y"', ("a",), (2, 4, 5), id="quotes belong to it"),
        pytest.param("a: [b, 🎉, c]", ("a", 2), (2, 11, 1), id="behind an emoji in a list"),
        pytest.param("a: {b: c, d: ef}", ("a", "d"), (2, 14, 2), id="in braces"),
        pytest.param("a:\n  - b\n  - cd", ("a", 1), (4, 5, 2), id="in a list of lines"),
        pytest.param("a: >-\n  one\n  two\nb: c", ("b",), (5, 4, 1), id="behind a block"),
        pytest.param("a: >-\n  one", ("a",), (2, 4, 2), id="a block begins at its sign"),
        pytest.param("a: one\n  two", ("a",), (2, 4, 3), id="a text over two lines is marked on its first"),
        pytest.param("a:\tb", ("a",), (2, 4, 1), id="behind a tab"),
    ],
)
def test_value_knows_its_place(front: str, path: Path, place: tuple[int, int, int]) -> None:
    found = parsed(front).places[path]
    assert (found.line, found.column, found.length) == place
    assert found.excerpt == front.split("\n")[found.line - 2]


def test_key_knows_its_place() -> None:
    found = parsed("a: b\n  \n日本: {ef: g}").keys["日本", "ef"]
    assert (found.line, found.column, found.length) == (4, 6, 2)


@pytest.mark.parametrize(
    ("text", "body_line"),
    [
        pytest.param("---\na: b\n---\nBody\n\n---\n\nmore", 4, id="a rule in the body"),
        pytest.param("---\na: b\n---", 4, id="no line after it"),
        pytest.param("---\n---\n", 3, id="empty"),
        pytest.param("---  \na: b\n--- \t\nBody", 4, id="spaces behind the rules"),
        pytest.param("---\na: |\n  ---\n---\nBody", 5, id="an indented rule is text"),
    ],
)
def test_front_matter_ends_at_the_first_bare_rule(text: str, body_line: int) -> None:
    result, diagnostics = split_front_matter(source(text))
    assert said(diagnostics) == []
    assert result is not None
    assert result.body_line == body_line


BEGIN = "begin the file with a line `---`, then `key: value` lines, then another `---`"
CLOSE = "add a line `---` after the last `key: value` line"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", f"1:1+1 W003 the file does not begin with front matter -- {BEGIN}", id="empty file"),
        pytest.param("# Hi", f"1:1+4 W003 the file does not begin with front matter -- {BEGIN}", id="a heading"),
        pytest.param(
            "\n---\na: b\n---\n", f"1:1+1 W003 the file does not begin with front matter -- {BEGIN}", id="late"
        ),
        pytest.param(
            "----\na: b\n----", f"1:1+4 W003 the file does not begin with front matter -- {BEGIN}", id="longer"
        ),
        pytest.param("+++\na = 1\n+++", f"1:1+3 W003 the file does not begin with front matter -- {BEGIN}", id="TOML"),
        pytest.param("---", f"1:1+3 W004 the front matter begins here and never ends -- {CLOSE}", id="one rule"),
        pytest.param(
            "---\na: b\n...\n", f"1:1+3 W004 the front matter begins here and never ends -- {CLOSE}", id="dots"
        ),
        pytest.param(
            "---\na: b\n ---\n", f"1:1+3 W004 the front matter begins here and never ends -- {CLOSE}", id="indented"
        ),
    ],
)
def test_missing_front_matter_is_reported(text: str, expected: str) -> None:
    result, diagnostics = split_front_matter(source(text))
    assert (result, said(diagnostics)) == (None, [expected])


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param(
            "a: Update #2",
            "2:11+2 W012 `#2` is read as a comment and left out -- "
            'put the whole text in quotes: `"Update #2"`, or write `# ` for a comment',
            id="a number",
        ),
        pytest.param(
            'a: "x"\nb: the "best" #1 of all  ',
            "3:15+9 W012 `#1 of all` is read as a comment and left out -- "
            'put the whole text in quotes: `"the \\"best\\" #1 of all"`, or write `# ` for a comment',
            id="quotes in the text are escaped",
        ),
        pytest.param(
            "a: the `b` #2",
            "2:12+2 W012 `#2` is read as a comment and left out -- "
            'put the whole text in quotes: `` "the `b` #2" ``, or write `# ` for a comment',
            id="backquotes stand in two backquotes",
        ),
    ],
)
def test_text_lost_to_a_comment_is_warned_about(front: str, expected: str) -> None:
    result, diagnostics = split_front_matter(source(f"---\n{front}\n---\n"))
    assert result is not None
    assert said(diagnostics) == [expected]


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "---\n", "---\n...\n"])
def test_empty_settings_are_an_empty_mapping(text: str) -> None:
    mapping, diagnostics = read_mapping(source(text, "site.yaml"))
    assert mapping is not None
    assert (mapping.values, said(diagnostics)) == ({}, [])


def test_settings_count_their_lines_from_the_first() -> None:
    mapping, diagnostics = read_mapping(source("a: b\nc: [d", "site.yaml"))
    assert mapping is None
    assert said(diagnostics) == [
        "2:4+1 W001 this value opens `[` and never closes it -- add `]` at the end of the line"
    ]
