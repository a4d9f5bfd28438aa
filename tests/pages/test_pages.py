"""What holds for every page, whatever its type."""

import re
from dataclasses import replace

import pytest

from site_gen.addresses import markdown_address
from site_gen.model.site import Site
from site_gen.pages import page_types
from tests.pages.rendering import ADDRESSES, ASSETS, CARDS, PAGES, render, without_templates
from tests.samples import pathway, sample
from tests.sites import REPOSITORY

every_page = pytest.mark.parametrize("address", sorted(ADDRESSES))


def test_page_types_are_the_files_of_the_folder() -> None:
    assert [each.name for each in page_types()] == sorted(
        path.stem for path in (REPOSITORY / "site_gen/pages").glob("[a-z]*.py")
    )


def test_catalog_has_these_pages_and_no_others() -> None:
    assert set(PAGES) == ADDRESSES


@every_page
def test_page_has_one_main_heading_and_one_main(address: str) -> None:
    assert len(re.findall(r"<h1\b", PAGES[address])) == 1
    assert PAGES[address].count('<main id="wm-main"') == 1


@every_page
def test_page_has_no_inline_style_or_script(address: str) -> None:
    assert " style=" not in PAGES[address]
    assert not re.search(r'<script(?![^>]* src=|[ ]type="application/ld[+]json">)|<style|\son\w+=', PAGES[address])


@every_page
def test_ids_are_used_once(address: str) -> None:
    ids = re.findall(r' id="([^"]*)"', PAGES[address])
    assert len(ids) == len(set(ids))


@every_page
def test_drawings_that_a_page_refers_to_are_on_it(address: str) -> None:
    html = without_templates(PAGES[address])
    assert set(re.findall(r'<use href="#([^"]*)"', html)) <= set(re.findall(r' id="([^"]*)"', html))


def test_cards_refer_to_drawings() -> None:
    assert {address for address in CARDS if '<use href="#wm-difficulty-2"/>' in PAGES[address]} == CARDS


@every_page
def test_relative_links_lead_to_pages_that_exist(address: str) -> None:
    root = "/careers/" if address == "404.html" else "../" * address.count("/")
    links = set(re.findall(r'href="(?!https?:|#)([^"#?]*)', without_templates(PAGES[address])))
    assets = {name for name, _ in ASSETS.files}
    twin = markdown_address(address)
    twins = {link for link in links if link == twin.rpartition("/")[2]}
    feeds = {"feed.xml", *(f"feeds/roles/{role}.xml" for role in ("baker", "cook", "waiter"))}
    assert {link.removeprefix(root) for link in links - twins} <= ADDRESSES | assets | feeds
    assert all(link.startswith(root) for link in links - twins)
    assert len(twins) == (address != "404.html" and address not in CARDS)


@every_page
def test_policy_refuses_all_but_the_sites_own_files(address: str) -> None:
    assert (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'" in PAGES[address]
    )


def test_page_without_base_url_has_no_canonical_address() -> None:
    assert 'rel="canonical" href="https://guides.example/careers/method.html"' in PAGES["method.html"]
    assert "canonical" not in render(sample(site=Site()))["method.html"]


def test_feed_is_named_only_where_one_is_made() -> None:
    without = replace(sample(pathway()).catalog.site, base_url="")
    pages = render(sample(pathway(), site=without))
    assert [address for address, page in pages.items() if "atom+xml" in page] == []
    feeds = {address: re.findall(r'"application/atom\+xml" href="([^"]*)"', page) for address, page in PAGES.items()}
    roles = {f"roles/{role}.html": [f"../feeds/roles/{role}.xml"] for role in ("baker", "cook", "waiter")}
    pathways: dict[str, list[str]] = {address: [] for address in ADDRESSES if address.startswith("pathways/")}
    below = {address: ["../feed.xml"] for address in ADDRESSES if address.startswith(("skills/", "routes/"))}
    lists = ("index", "map", "skills", "routes", "compare", "method")
    others = {"404.html": [], **{card: [] for card in CARDS}, **{f"{name}.html": ["feed.xml"] for name in lists}}
    assert feeds == {**roles, **pathways, **below, **others}
