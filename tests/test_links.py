"""A link's scheme is seen through every disguise, and its target is the content file it means."""

import pytest

from site_gen.links import href_for, scheme_of, target_of


@pytest.mark.parametrize("href", ["", "a.md", "../a.md#b", "#a:b", "?a:b", "/a", "1a:b", "%6aavascript:x"])
def test_link_inside_the_site_has_no_scheme(href: str) -> None:
    assert scheme_of(href) is None


@pytest.mark.parametrize(
    ("href", "scheme"),
    [
        ("https://x.y", "https"),
        ("HTTP://x.y", "http"),
        ("//x.y", "https"),
        (" /\n/x.y", "https"),
        ("mailto:a@b.c", "mailto"),
        ("JavaScript:alert(1)", "javascript"),
        ("java\nscript:alert(1)", "javascript"),
        ("\x01 javascript\t:alert(1)", "javascript"),
        ("data:text/html,x", "data"),
        ("c:/windows", "c"),
        ("a b:c", "ab"),
    ],
)
def test_scheme_is_seen(href: str, scheme: str) -> None:
    assert scheme_of(href) == scheme


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("b.md", ("pathways/b.md", "")),
        ("../roles/x.md#y", ("roles/x.md", "y")),
        ("/roles/x.md", ("roles/x.md", "")),
        ("#y", ("pathways/a.md", "y")),
        ("", ("pathways/a.md", "")),
        ("b.md?c=d#e", ("pathways/b.md", "e")),
        ("x%20y.md#%C3%A9", ("pathways/x y.md", "é")),
        ("../../etc/passwd", ("../etc/passwd", "")),
    ],
)
def test_target_is_the_content_file_meant(href: str, target: tuple[str, str]) -> None:
    assert target_of(href, "pathways/a.md") == target


@pytest.mark.parametrize(
    ("target", "anchor", "href"),
    [
        ("pathways/b.md", "", "b.html"),
        ("roles/x.md", "y", "../roles/x.html#y"),
        ("assets/x.png", "", "../media/x.png"),
        ("pathways/a.md", "y", "#y"),
        ("pathways/a.md", "", "a.html"),
        ("site.yaml", "", None),
        ("../etc/passwd", "", None),
    ],
)
def test_link_is_written_for_the_page(target: str, anchor: str, href: str | None) -> None:
    assert href_for(target, anchor, "pathways/a.md") == href


def test_file_without_a_page_of_its_own_has_no_links() -> None:
    assert href_for("roles/x.md", "", "site.yaml") is None
