"""Content files have their addresses, and links lead from one to the other."""

import pytest

from site_gen.addresses import absolute, address_of, alias_address, pathway_address, relative, role_address


@pytest.mark.parametrize(
    ("key", "address"),
    [
        ("pathways/a-to-b.md", "pathways/a-to-b.html"),
        ("roles/a.md", "roles/a.html"),
        ("pages/about.md", "about.html"),
        ("assets/a/b.png", "media/a/b.png"),
        ("assets/notes.md", "media/notes.md"),
        ("site.yaml", None),
        ("pathways/notes.txt", None),
        ("elsewhere/a.md", None),
    ],
)
def test_content_file_has_its_address(key: str, address: str | None) -> None:
    assert address_of(key) == address


def test_addresses_by_name_are_those_by_file() -> None:
    assert pathway_address("a-to-b") == address_of("pathways/a-to-b.md")
    assert role_address("a") == address_of("roles/a.md")


@pytest.mark.parametrize(
    ("target", "start", "expected"),
    [
        ("roles/a.html", "pathways/b.html", "../roles/a.html"),
        ("index.html", "roles/a.html", "../index.html"),
        ("roles/a.html", "index.html", "roles/a.html"),
        ("roles/a.html", "roles/a.html", "a.html"),
    ],
)
def test_relative_way_leads_there(target: str, start: str, expected: str) -> None:
    assert relative(target, start) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [("index.html", "https://x.y/z/"), ("roles/a.html", "https://x.y/z/roles/a.html")],
)
def test_whole_address_of_the_home_page_is_its_folder(address: str, expected: str) -> None:
    assert absolute(address, "https://x.y/z/") == expected


@pytest.mark.parametrize(("alias", "expected"), [("a-to-b", "pathways/a-to-b.html"), ("old/x.html", "old/x.html")])
def test_alias_is_an_old_slug_or_an_old_path(alias: str, expected: str) -> None:
    assert alias_address(alias) == expected
