"""Comments among authors are shown nowhere and take nothing with them."""

import pytest

from site_gen.model.section import Overview
from tests.said import read_body

END = "\n\n## Roadmap\n\n### One (8 weeks)\n\n- Begin.\n"


def html(overview: str) -> tuple[str, list[str]]:
    """What an overview becomes, and what is said of it."""
    pathway, lines = read_body(f"{overview}{END}")
    overview_section = pathway.sections[0].value
    assert isinstance(overview_section, Overview)
    return overview_section.prose.html, lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Why.\n\n<!-- note -->\n\nMore.", "<p>Why.</p>\n<p>More.</p>", id="on its own line"),
        pytest.param("Why.\n\n<!-- two\n\nlines -->\n\nMore.", "<p>Why.</p>\n<p>More.</p>", id="over several lines"),
        pytest.param("Why.\n<!-- note -->\nMore.", "<p>Why.</p>\n<p>More.</p>", id="between two lines of text"),
        pytest.param("Why <!-- note --> so.", "<p>Why  so.</p>", id="inside a line"),
        pytest.param("Why.<!-- one --><!-- two -->", "<p>Why.</p>", id="two at the end"),
        pytest.param("Why.\n\n<!-- one --> <!-- two -->", "<p>Why.</p>", id="two on a line of their own"),
        pytest.param("Why.\n\n<!-- **bold** [x][y] the the -->", "<p>Why.</p>", id="with markup in it"),
        pytest.param("Why.\n\n<!---->", "<p>Why.</p>", id="an empty one"),
        pytest.param("Why.\n\n<!-- a -- b -->", "<p>Why.</p>", id="hyphens in it"),
        pytest.param(
            "- One.\n<!-- note -->\n- Two.",
            "<ul>\n<li>One.</li>\n</ul>\n<ul>\n<li>Two.</li>\n</ul>",
            id="between two lists",
        ),
    ],
)
def test_a_comment_is_not_shown(text: str, shown: str) -> None:
    assert html(text) == (shown, [])


def test_a_comment_in_code_is_code() -> None:
    assert html("Why `<!-- note -->`.") == ("<p>Why <code>&lt;!-- note --&gt;</code>.</p>", [])
    assert html("Why.\n\n```\n<!-- note -->\n```") == (
        "<p>Why.</p>\n<pre><code>&lt;!-- note --&gt;\n</code></pre>",
        [],
    )


def test_an_unclosed_comment_hides_nothing() -> None:
    shown, lines = html("Why.\n\n<!-- note\n\nMore.")
    assert shown == "<p>Why.</p>\n<p>&lt;!-- note</p>\n<p>More.</p>"
    assert [line.split(" -- ")[0] for line in lines] == [
        "10:1+4 W402 the comment begins here and never ends, so it is shown as text"
    ]


def test_a_heading_is_marked_without_its_comment() -> None:
    pathway, lines = read_body("Why.\n\n## FAQ\n\n### Is it hot <!-- ask Ann -->\n\nYes." + END)
    assert lines == ["12:5+9 W401 the question `Is it hot` does not end with a question mark -- write `### Is it hot?`"]
    assert [section.title for section in pathway.sections] == ["", "FAQ", "Roadmap"]


def test_a_section_may_hold_nothing_but_a_comment_and_is_empty() -> None:
    _, lines = read_body("Why.\n\n## FAQ\n\n<!-- later -->" + END)
    assert [line.split(" -- ")[0] for line in lines] == ["10:4+3 W123 there is nothing under the heading `FAQ`"]
