"""One page and its way to the root of the site."""

import pytest
from jinja2 import DictLoader, Environment

from site_gen.render.assets import Assets
from site_gen.render.frame import make_frame
from site_gen.render.page import Page, page_in_bytes, render_page
from site_gen.render.quick_templates import QuickEnvironment
from tests.samples import SITE

ASSETS = Assets(stylesheet="s.css", theme="t.js", script="a.js", icon="i.svg", files=())


@pytest.mark.parametrize(
    ("address", "any_depth", "root"),
    [
        pytest.param("index.html", False, "", id="at-the-root"),
        pytest.param("roles/cook.html", False, "../", id="one-folder-down"),
        pytest.param("a/b/c.html", False, "../../", id="two-folders-down"),
        pytest.param("404.html", True, "/careers/", id="at-any-depth"),
    ],
)
def test_root_is_the_way_back_to_the_beginning(address: str, any_depth: bool, root: str) -> None:
    environment = Environment(
        loader=DictLoader({"page.html": "{{ root }}|{{ page.title }}|{{ word }}"}), autoescape=True
    )
    page = Page(address=address, template="page.html", title="A", summary="", values={"word": "b"}, any_depth=any_depth)
    assert render_page(environment, make_frame(SITE, (), ASSETS), page) == f"{root}|A|b\n"


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("b", id="ascii"),
        pytest.param("’b – 猫", id="beyond-ascii"),
        pytest.param("b\udcff", id="a-byte-that-is-no-text"),
    ],
)
def test_page_in_bytes_is_its_html(word: str) -> None:
    parts = {"page.html": "<p>{% include 'part.html' %}·", "part.html": "{{ word }}|{{ word }}"}
    environment = QuickEnvironment(loader=DictLoader(parts), autoescape=True)
    page = Page(address="index.html", template="page.html", title="A", summary="", values={"word": word})
    frame = make_frame(SITE, (), ASSETS)
    assert render_page(environment, frame, page) == f"<p>{word}|{word}·\n"
    assert page_in_bytes(environment, frame, page) == f"<p>{word}|{word}·\n".encode(errors="surrogateescape")
