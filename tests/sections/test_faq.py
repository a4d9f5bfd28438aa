"""Each heading is a question, and what stands under it the answer."""

import pytest

from site_gen.model.section import Faq
from tests.said import read_section


def read(section: str) -> tuple[Faq, list[str]]:
    value, found = read_section(f"## FAQ\n\n{section}")
    assert isinstance(value, Faq)
    return value, found


@pytest.mark.parametrize(
    "question",
    [
        "How much more?",
        'Is it "worth it?"',
        "Really (really?)",
        "**How?**",
        "Comment ?",
        "何ですか?",
        "How?!",
        "How? (honestly)",
        "How? (Or not!)",
    ],
)
def test_question_has_its_answer(question: str) -> None:
    value, found = read(f"Ask.\n\n### {question}\n\nSo.\n\n#### More\n\n- a\n")
    assert found == []
    assert value.intro.html == "<p>Ask.</p>"
    assert value.questions[0].answer.html == '<p>So.</p>\n<h4 id="more">More</h4>\n<ul>\n<li>a</li>\n</ul>'


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        pytest.param(
            "### How much.\n\nSo.\n",
            "12:5+9 W401 the question `How much.` does not end with a question mark -- write `### How much?`",
            id="no question mark",
        ),
        pytest.param(
            "### It's *what*.\n\nSo.\n",
            "12:5+12 W401 the question `It's *what*.` does not end with a question mark -- write `### It's *what*?`",
            id="in the author's own signs",
        ),
        pytest.param(
            "### How? So.\n\nSo.\n",
            "12:5+8 W401 the question `How? So.` does not end with a question mark -- write `### How? So?`",
            id="a question mark inside",
        ),
        pytest.param(
            "### How?\n\n### Why?\n\nSo.\n",
            "12:5+4 W127 the question `How?` has no answer -- "
            "write the answer under the heading, or remove the question",
            id="no answer",
        ),
        pytest.param(
            "**How?**\n\nSo.\n",
            "10:4+3 W123 the section `FAQ` has no headings of its own, so nothing in it is counted -- "
            "write `### ` headings, one for each question",
            id="questions in bold",
        ),
    ],
)
def test_what_is_no_question_and_answer_is_reported(section: str, expected: str) -> None:
    assert read(section)[1] == [expected]


@pytest.mark.parametrize(
    "title", ["FAQ", "FAQs", "Frequently Asked Questions (FAQ)", "Questions?", "❓ Common questions"]
)
def test_section_answers_to_its_usual_names(title: str) -> None:
    value, found = read_section(f"## {title}\n\n### How?\n\nSo.\n")
    assert found == []
    assert isinstance(value, Faq)
