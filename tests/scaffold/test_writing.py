"""What is written into front matter and paragraphs is read back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.diagnostic import Findings
from site_gen.read.front_matter import read_mapping
from site_gen.read.markdown import parse_body
from site_gen.read.parser import PARSER
from site_gen.read.token_blocks import text_of
from site_gen.scaffold import count_marks, mark
from site_gen.scaffold.writing import escaped, flow, scalar
from tests.said import source

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=40
).map(lambda text: " ".join(text.split()) or "a")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("Data & AI", "Data & AI", id="an inner sign"),
        pytest.param("25th to 75th percentile", "25th to 75th percentile", id="figures and words"),
        pytest.param("2025-05", "2025-05", id="a month"),
        pytest.param("C++ Developer", "C++ Developer", id="pluses"),
        pytest.param("Cooks, Restaurant", '"Cooks, Restaurant"', id="a comma"),
        pytest.param("Phase one: theory", '"Phase one: theory"', id="a colon"),
        pytest.param("C# Developer", '"C# Developer"', id="a number sign"),
        pytest.param('The "A" team', '"The \\"A\\" team"', id="quotes"),
        pytest.param("No", '"No"', id="a word of YAML"),
        pytest.param("-1.5%", "-1.5%", id="a figure below nought"),
        pytest.param("- 5", '"- 5"', id="the sign of a list"),
    ],
)
def test_only_what_yaml_could_misread_is_quoted(text: str, written: str) -> None:
    assert scalar(text) == written


@given(WORDS)
def test_a_value_is_read_back_as_it_was(text: str) -> None:
    mapping, found = read_mapping(source(f"a: {scalar(text)}\nb: {flow(c=text, d=4, e=None, f='')}\n", "site.yaml"))
    assert found == ()
    assert mapping is not None
    assert mapping.values == {"a": text, "b": {"c": text, "d": "4"}}


@given(WORDS)
def test_words_of_a_paragraph_are_read_back_as_they_were(text: str) -> None:
    findings = Findings()
    body = parse_body(source(f"x{escaped(text)}x\n"), 1, findings)
    assert [getattr(block, "content", None) for block in body.blocks] == [f"x{escaped(text)}x"]
    assert [each.fault.name for each in findings.found if each.fault.name != "bare-address"] == []


def test_marks_are_counted_by_lines() -> None:
    text = f"a: {mark('one')}\n\n{mark('two')}, {mark('three')}\nnone\n"
    assert mark("one") == "FILL IN: one"
    assert count_marks(text) == 2


def test_emphasis_links_and_entities_are_words() -> None:
    assert text_of(PARSER.parse(escaped("*a* [b](c) <i> &lt; d_e_"))) == "*a* [b](c) <i> &lt; d_e_"
