"""The body of a file as its author wrote it: no comment is left, no link leads elsewhere, all else stays."""

import pytest

from site_gen.decode.body import read_document
from site_gen.diagnostic import Findings
from tests.said import source

FRONT = "---\ntitle: A\n---\n"


def written(body: str, key: str = "pathways/a-to-b.md") -> str:
    return read_document(source(f"{FRONT}\n{body}\n", key), Findings()).markdown


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="nothing"),
        pytest.param("One *two*\nthree.\n\n\n\n## Four\n\n- five", id="any-markdown"),
        pytest.param("`<!-- code -->`", id="a-comment-that-is-code"),
        pytest.param("```\n<!-- code -->\n\n\n\n```", id="a-block-of-code"),
        pytest.param("[A](../roles/cook.md), [B](x-to-y.md#pay), [C](#d), [E](https://a.example/)", id="links"),
        pytest.param("<!-- never ends", id="a-comment-that-never-ends"),
    ],
)
def test_body_stays_as_it_is(body: str) -> None:
    assert written(body) == body


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("A <!-- b --> c.", "A c.", id="beside-text"),
        pytest.param("A.\n\n<!-- b -->\n\nC.", "A.\n\nC.", id="between-paragraphs"),
        pytest.param("A.\n<!-- b -->\nC.", "A.\n\nC.", id="between-lines-which-it-parts"),
        pytest.param("A.\n<!-- b -->\n\nC.", "A.\n\nC.", id="below-a-paragraph"),
        pytest.param("A.\n\n<!-- b\nb -->\n<!-- c -->\nD.", "A.\n\nD.", id="several-of-several-lines"),
        pytest.param("<!-- a -->\nB.", "B.", id="at-the-start"),
        pytest.param("A.\n\n<!-- b -->", "A.", id="at-the-end"),
    ],
)
def test_comments_go_and_leave_no_hole(body: str, expected: str) -> None:
    assert written(body) == expected


@pytest.mark.parametrize(
    ("key", "body", "expected"),
    [
        pytest.param("pathways/a.md", "![A](../assets/a.png)", "![A](../media/a.png)", id="what-is-copied"),
        pytest.param("pathways/a.md", "[A](../pages/about.md#b)", "[A](../about.md#b)", id="a-plain-page"),
        pytest.param("pages/a.md", "[A](../roles/b.md 'T')", "[A](roles/b.md 'T')", id="from-a-plain-page"),
        pytest.param("pathways/a.md", "[A](/roles/b.md)", "[A](../roles/b.md)", id="from-the-root"),
        pytest.param("pages/a.md", "[A][b]\n\n[b]: <../roles/b.md>", "[A][b]\n\n[b]: <roles/b.md>", id="a-reference"),
        pytest.param(
            "pages/a.md", "![A](<../assets/a b.png>)", "![A](<media/a%20b.png>)", id="an-address-with-a-space"
        ),
        pytest.param("pages/a.md", "../roles/b.md [A](../roles/b.md)", "../roles/b.md [A](roles/b.md)", id="no-text"),
    ],
)
def test_links_lead_to_where_things_are(key: str, body: str, expected: str) -> None:
    assert written(body, key) == expected
