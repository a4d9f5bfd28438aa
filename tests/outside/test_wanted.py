"""Only pages of the web are asked, each once, and none that an author allows to fail."""

import time

import pytest

from site_gen.diagnostic import Place
from site_gen.links import OutsideLink
from site_gen.outside.wanted import is_allowed, page_of, to_ask


@pytest.mark.parametrize(
    ("url", "page"),
    [
        pytest.param("https://a.example/b?c=d", "https://a.example/b?c=d", id="as-it-stands"),
        pytest.param("https://a.example/b#c", "https://a.example/b", id="without-its-heading"),
        pytest.param("//a.example/b", "https://a.example/b", id="without-its-scheme"),
        pytest.param("HTTP://a.example/", "HTTP://a.example/", id="in-capitals"),
        pytest.param("mailto:a@b.example", None, id="mail"),
        pytest.param("javascript:alert(1)", None, id="script"),
        pytest.param(" java\nscript:alert(1)", None, id="hidden-script"),
        pytest.param("file:///etc/hosts", None, id="file"),
        pytest.param("roles/a.md", None, id="inside"),
    ],
)
def test_page_of_a_link(url: str, page: str | None) -> None:
    assert page_of(url) == page


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        pytest.param("https://a.example/b", "https://a.example/b", id="whole"),
        pytest.param("https://a.example/b", "https://a.example/b#c", id="whole-page"),
        pytest.param("https://a.example/*", "https://a.example/b/c?d=e#f", id="star-over-all-the-rest"),
        pytest.param("*://*.example/*", "http://a.example/b", id="several-stars"),
        pytest.param("https://a.example/b?c=[d]", "https://a.example/b?c=[d]", id="signs-stand-for-themselves"),
        pytest.param("https://A.example/", "https://a.example/", id="capitals"),
    ],
)
def test_pattern_covers(pattern: str, url: str) -> None:
    assert is_allowed(url, (pattern,))


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        pytest.param("https://a.example/", "https://a.example/b", id="no-star-no-rest"),
        pytest.param("a.example", "https://a.example/", id="a-part-only"),
        pytest.param("https://a.example/?b", "https://a.example/cb", id="question-mark-is-no-wildcard"),
        pytest.param("https://a.example/[bc]", "https://a.example/b", id="brackets-are-no-set"),
        pytest.param("https://a.example/*", "https://aXexample/b", id="dot-is-a-dot"),
    ],
)
def test_pattern_does_not_cover(pattern: str, url: str) -> None:
    assert not is_allowed(url, (pattern,))


def test_many_stars_take_no_time() -> None:
    begun = time.monotonic()
    assert not is_allowed("https://a.example/" + "a" * 2000, ("https://*" + "a*" * 40 + "b",))
    assert time.monotonic() - begun < 1


def test_each_page_is_asked_once_and_allowed_ones_never() -> None:
    urls = [
        "https://b.example/#x",
        "https://a.example/",
        "mailto:a@b.example",
        "https://b.example/",
        "https://c.example/",
    ]
    links = [
        OutsideLink(url=url, place=Place(path="content/roles/a.md", line=line)) for line, url in enumerate(urls, 1)
    ]
    assert to_ask(links, ("https://c.example/*",)) == ("https://b.example/", "https://a.example/")
