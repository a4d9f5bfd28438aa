"""The sitemap holds every page once, by the protocol of sitemaps.org."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from site_gen.outputs import sitemap as module
from tests.outputs.catalogs import BASE, catalog_of, outputs_of
from tests.sites import PATHWAY

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PAGE = "---\ntitle: A page\n---\n\nWords.\n"
ROLE = "---\nname: Potter\nfamily: Craft\n---\n\nMakes pots.\n"


def entries(content: bytes) -> list[tuple[str, str | None]]:
    """The addresses of a sitemap with their days."""
    root = ET.fromstring(content)
    assert root.tag == f"{SPACE}urlset"
    assert {child.tag for child in root} == {f"{SPACE}url"}
    return [(each.findtext(f"{SPACE}loc") or "", each.findtext(f"{SPACE}lastmod")) for each in root]


def sitemap(folder: Path, files: dict[str, str] | None = None, **more: str) -> list[tuple[str, str | None]]:
    (made,) = outputs_of("sitemap", catalog_of(folder, files, **more))
    assert made.address == "sitemap.xml"
    assert made.content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    assert made.content.endswith(b"</urlset>\n")
    return entries(made.content)


def test_without_an_address_there_is_none(tmp_path: Path) -> None:
    assert outputs_of("sitemap", catalog_of(tmp_path, base_url=None)) == []


def test_every_page_is_in_it_with_its_last_review(tmp_path: Path) -> None:
    files = {
        "pages/about.md": PAGE,
        "pages/404.md": PAGE,
        "roles/potter.md": ROLE,
        "pathways/baker-to-cook.md": PATHWAY.replace("from: cook\nto: baker", "from: baker\nto: cook").replace(
            "2026-01-10", "2025-12-31"
        ),
    }
    assert sitemap(tmp_path, files) == [
        (f"{BASE}about.html", None),
        (f"{BASE}compare.html", None),
        (BASE, "2026-01-10"),
        (f"{BASE}map.html", None),
        (f"{BASE}pathways/baker-to-cook.html", "2025-12-31"),
        (f"{BASE}pathways/cook-to-baker.html", "2026-01-10"),
        (f"{BASE}roles/baker.html", "2026-01-10"),
        (f"{BASE}roles/cook.html", "2026-01-10"),
        (f"{BASE}roles/potter.html", None),
        (f"{BASE}routes.html", None),
    ]


@pytest.mark.parametrize(
    "front",
    ["draft: true", "published: 2030-01-01"],
)
def test_what_is_not_published_is_not_in_it(tmp_path: Path, front: str) -> None:
    back = PATHWAY.replace("from: cook\nto: baker", f"from: baker\nto: cook\n{front}")
    addresses = {address for address, _ in sitemap(tmp_path, {"pathways/baker-to-cook.md": back})}
    assert f"{BASE}pathways/baker-to-cook.html" not in addresses


def test_old_addresses_are_not_in_it(tmp_path: Path) -> None:
    text = PATHWAY.replace("difficulty", "aliases: [old]\ndifficulty")
    with_it = sitemap(tmp_path, {"pathways/cook-to-baker.md": text})
    assert [address for address, _ in with_it if "old" in address] == []
    assert with_it == sitemap(tmp_path / "without")


def test_addresses_are_whole_and_escaped_and_days_are_days(tmp_path: Path) -> None:
    (made,) = outputs_of("sitemap", catalog_of(tmp_path, base_url="https://example.com/a&b'c"))
    assert b"https://example.com/a&amp;b" in made.content
    found = entries(made.content)
    assert found
    for address, day in found:
        assert address.startswith("https://example.com/a&b'c/")
        assert urlsplit(address).scheme == "https"
        assert day is None or re.fullmatch(r"\d{4}-\d{2}-\d{2}", day)


def test_a_file_name_that_the_author_allows_is_written_as_an_address(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path)
    listing = catalog.listings_by_slug["cook-to-baker"]
    renamed = replace(listing, facts=replace(listing.facts, slug="köche & co"))
    named = replace(catalog, listings_by_slug={renamed.slug: renamed}, slugs_by_origin={}, slugs_by_target={})
    (made,) = outputs_of("sitemap", named)
    assert f"{BASE}pathways/k%C3%B6che%20%26%20co.html" in {address for address, _ in entries(made.content)}


def test_more_addresses_than_a_file_may_list_take_several_and_an_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = sitemap(tmp_path)
    monkeypatch.setattr(module, "MOST", 3)
    *parts, index = outputs_of("sitemap", catalog_of(tmp_path))
    assert [each.address for each in parts] == ["sitemaps/1.xml", "sitemaps/2.xml", "sitemaps/3.xml"]
    assert [entry for each in parts for entry in entries(each.content)] == whole
    root = ET.fromstring(index.content)
    assert (index.address, root.tag) == ("sitemap.xml", f"{SPACE}sitemapindex")
    listed = [(each.findtext(f"{SPACE}loc"), each.findtext(f"{SPACE}lastmod")) for each in root]
    assert [url for url, _ in listed] == [f"{BASE}{each.address}" for each in parts]
    for each, (_, day) in zip(parts, listed, strict=True):
        assert day == max((day for _, day in entries(each.content) if day), default=None)
