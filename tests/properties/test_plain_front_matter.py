"""Front matter that is read without the YAML parser says just what the parser reads in it, each thing at its place."""

import pickle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from site_gen.decode.report import places_of
from site_gen.diagnostic import Findings
from site_gen.read.front_matter import parse_front_matter, read_mapping, split_front_matter
from site_gen.read.plain_front_matter import read_plain, read_plain_file
from site_gen.read.yaml_mapping import read_yaml
from tests.properties.texts import FILES, FRAGMENTS
from tests.said import source

FRONTS = tuple(text.split("\n---\n", 1)[0].removeprefix("---\n") for text in FILES.values())
LINES = tuple(dict.fromkeys(line for front in FRONTS for line in front.split("\n")))
SIGNS = (
    *FRAGMENTS,
    *"\"'[]{},:#&*!|>%@`?-~ \n",
    "\n  ",
    "\n- ",
    ", ",
    ": ",
    " #",
    "''",
    '""',
    "null",
    "\x85",
    "\u2028",
)


@st.composite
def fronts(draw: st.DrawFn) -> str:
    """Lines of real front matter in any order and indentation, with a few slips of the keyboard in them."""
    lines = draw(
        st.one_of(
            st.sampled_from(FRONTS).map(lambda front: front.split("\n")),
            st.lists(st.sampled_from(LINES), min_size=1, max_size=8),
        )
    )
    text = "\n".join(draw(st.sampled_from(("", "", "", "", " ", "  ", "- "))) + line for line in lines)
    if draw(st.booleans()):
        text = "\n".join(lines)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SIGNS)) + text[at + draw(st.sampled_from((0, 0, 1, 2))) :]
    return text


def assert_parser_agrees(front: str) -> None:
    whole = source(f"---\n{front}\n---\nBody.\n")
    plain = read_plain(whole)
    if plain is None:
        return
    parsed, found = parse_front_matter(whole)
    assert parsed is not None
    assert found == ()
    mapping = parsed.mapping
    assert plain.values == mapping.values
    assert list(plain.keys.items()) == list(mapping.keys.items())
    assert list(plain.places.items()) == list(mapping.places.items())
    read, found = split_front_matter(whole)
    assert read is not None
    assert found == ()
    assert (read.body_line, read.mapping.whole) == (parsed.body_line, mapping.whole)
    assert list(places_of(read.mapping).items()) == list(places_of(mapping).items())
    if "---" not in front.split("\n"):  # such a line ends front matter, and begins a second document in a file
        assert_parser_agrees_on_file(front)
        assert_parser_agrees_on_file(f"{front}\n")


def assert_parser_agrees_on_file(text: str) -> None:
    """The same lines as a whole file, such as site.yaml, are read alike too."""
    whole = source(text)
    findings = Findings()
    parsed = read_yaml(whole, 0, len(whole.lines), findings)
    read, found = read_mapping(whole)
    assert parsed is not None
    assert read is not None
    assert (found, findings.found) == ((), [])
    assert read_plain_file(whole) is not None
    assert (read.values, read.whole) == (parsed.values, parsed.whole)
    assert list(read.keys.items()) == list(parsed.keys.items())
    assert list(read.places.items()) == list(parsed.places.items())


@given(fronts())
@example("a: b\n---\nc")
@example("a: b: c")
@example("a: b\n  c")
@example("a:\nb: c")
@example("a: 'it''s'")
@example("a: [b, null, 'null', \"\"]")
@example("a:\n- b\n- c\nd: e")
@example("a:\n    - {b: c, d: '#'}\n    - [e]")
@example("a: { b: c }\nd: [ e, f ]")
@example("a:\n  - {b: c, b: d}")
@example("a: b\na: c")
@example("a: b\n\tc: d")
@example("a: b ")
@example("a: b #c")
@example("a: - b")
@example("a: [b:, c]")
@example("a: [b ?, c: d]")
@example("a:\n  b: c\n   d: e")
@example("a:\n  - b\n - c")
@example("a:\n  b: c\n  b: d")
@settings(max_examples=1500)
def test_plain_reader_and_parser_agree(front: str) -> None:
    assert_parser_agrees(front)


@pytest.mark.soak
@given(fronts())
@settings(max_examples=20_000)
def test_plain_reader_and_parser_agree_for_long(front: str) -> None:
    assert_parser_agrees(front)


def test_most_files_of_ours_are_plain() -> None:
    plain = [read_plain(source(text, key)) is not None for key, text in FILES.items()]
    assert sum(plain) > 0.8 * len(plain)


def test_places_of_a_plain_file_travel_between_processes() -> None:
    front, _ = split_front_matter(source("---\nfrom: a\nsalary:\n  to: b\ntags: [c]\n---\n"))
    assert front is not None
    places = places_of(front.mapping)
    assert pickle.loads(pickle.dumps(places)) == places
    assert [(key, place.column, place.length) for key, place in places.items()] == [
        ("from", 7, 1),
        ("salary", 1, 6),
        ("tags", 7, 1),
    ]
    with pytest.raises(KeyError):
        places["to"]
