"""A plain page has a title and a body."""

import pytest

from site_gen.decode.page import read_page
from site_gen.model.page import PlainPage
from tests.said import said, source


def read(text: str, key: str = "pages/about.md") -> tuple[PlainPage | None, list[str]]:
    page, found = read_page(source(text, key))
    return page, said(found)


def test_title_is_enough() -> None:
    page, found = read('---\ntitle: "It\'s us"\n---\n\n## Who\n\n[Here](404.md).\n')
    assert found == []
    assert page is not None
    assert (page.name, page.title, page.summary) == ("about", "It’s us", "")
    assert page.body.html == '<h2 id="who">Who</h2>\n<p><a href="404.html">Here</a>.</p>'
    assert page.anchors == frozenset({"who"})
    assert [link.target for link in page.links] == ["pages/404.md"]


def test_page_may_be_empty() -> None:
    page, found = read("---\ntitle: A\nsummary: B\n---")
    assert found == []
    assert page is not None
    assert (page.summary, page.body.html) == ("B", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("---\n---\n", "1:1+3 W103 the key `title` is missing -- add a line `title: About`", id="no title"),
        pytest.param(
            "---\ntitle: A\nslug: b\n---\n",
            "3:1+4 W101 there is no key `slug` -- remove the line; the keys are title or summary",
            id="another key",
        ),
    ],
)
def test_fault_is_said_once(text: str, expected: str) -> None:
    assert read(text) == (None, [expected])


@pytest.mark.parametrize("name", ["index", "About Us", "über"])
def test_name_can_stand_in_an_address(name: str) -> None:
    assert read("---\ntitle: A\n---\n", f"pages/{name}.md") == (
        None,
        [
            f"1:1+1 W118 `{name}` cannot be the name of a page -- "
            "rename the file: small letters, digits and hyphens, not `index`, then `.md`"
        ],
    )
