"""What Netlify and Cloudflare Pages are told to answer with, read as they read it."""

import re
from pathlib import Path

import pytest

from site_gen.build.site import build_site
from tests.outputs.catalogs import BASE, catalog_of, outputs_of
from tests.sites import REPOSITORY, options

MOST_RULES = 100
LONGEST_LINE = 2_000
"""The limits of Cloudflare Pages."""

Rules = list[tuple[str, list[tuple[str, str]]]]


def rules(folder: Path, *, base_url: str | None = None, settings: str = "") -> Rules:
    """Each path with its headers."""
    files = {"site.yaml": settings} if settings else {}
    (made,) = outputs_of("headers", catalog_of(folder, files, base_url=base_url))
    assert made.address == "_headers"
    found: Rules = []
    for line in made.content.decode().splitlines():
        assert len(line) <= LONGEST_LINE
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
        else:
            found.append((line, []))
    return found


def matches(path: str, address: str) -> bool:
    """Whether a rule is for an address: `*` is anything, a name after a colon anything without a slash."""
    pattern = re.sub(r":page", "[^/]+", re.escape(path).replace(r"\*", ".*"))
    return re.fullmatch(pattern, address) is not None


def answer(found: Rules, address: str) -> dict[str, list[str]]:
    """The headers of an address, of all rules that fit."""
    headers: dict[str, list[str]] = {}
    for path, own in found:
        for name, value in own if matches(path, address) else ():
            headers.setdefault(name, []).append(value)
    return headers


ADDRESSES = [
    "/",
    "/about",
    "/about.html",
    "/index.html",
    "/pathways/cook-to-baker",
    "/roles/cook.html",
    "/embed/cook-to-baker.html",
    "/api/index.json",
    "/catalog.csv",
    "/feed.xml",
    "/feed/2.xml",
    "/feeds/roles/cook.xml",
    "/fields/kitchen/2.html",
    "/assets/style-0123abcd.css",
    "/pagefind/index/en_1.pf_index",
    "/pagefind/pagefind.en_1.pf_meta",
    "/media/a.svg",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_header_is_given_twice_so_that_it_does_not_matter_how_a_host_joins_them(
    tmp_path: Path, address: str
) -> None:
    headers = answer(rules(tmp_path), address)
    assert {name: values for name, values in headers.items() if len(values) > 1} == {}
    assert headers["X-Content-Type-Options"] == ["nosniff"]


@pytest.mark.parametrize("search", [False, True])
def test_pages_may_be_framed_by_their_own_site_and_cards_by_all(tmp_path: Path, search: bool) -> None:
    found = rules(tmp_path, settings="search: true\n" if search else "")
    for address in ("/", "/about", "/about.html", "/pathways/cook-to-baker.html", "/roles/cook", "/map/kitchen.html"):
        (policy,) = answer(found, address)["Content-Security-Policy"]
        assert policy.endswith("; frame-ancestors 'self'")
        assert ("'wasm-unsafe-eval'" in policy) is search
    (policy,) = answer(found, "/embed/cook-to-baker.html")["Content-Security-Policy"]
    assert policy.endswith("; frame-ancestors *")


def test_every_page_of_a_site_has_a_policy(tmp_path: Path) -> None:
    assert build_site(options(REPOSITORY, output=tmp_path / "output")).published
    found = rules(tmp_path / "small")
    pages = {path.relative_to(tmp_path / "output").as_posix() for path in (tmp_path / "output").rglob("*.html")}
    assert len({page.partition("/")[0] for page in pages}) > 10
    assert [page for page in sorted(pages) if "Content-Security-Policy" not in answer(found, f"/{page}")] == []


def test_only_files_that_never_change_are_kept_for_long(tmp_path: Path) -> None:
    found = rules(tmp_path)
    kept = {address for address in ADDRESSES if "Cache-Control" in answer(found, address)}
    assert kept == {each for each in ADDRESSES if each.startswith(("/assets/", "/pagefind/"))}
    assert "Cache-Control" not in answer(found, "/pagefind/pagefind.js")


def test_open_data_may_be_read_by_scripts_of_other_sites(tmp_path: Path) -> None:
    found = rules(tmp_path)
    is_open = {address for address in ADDRESSES if "Access-Control-Allow-Origin" in answer(found, address)}
    assert is_open == {"/api/index.json", "/catalog.csv", "/feed.xml", "/feed/2.xml", "/feeds/roles/cook.xml"}
    assert answer(found, "/feed.xml")["Content-Type"] == ["application/atom+xml; charset=utf-8"]


def test_rules_begin_where_the_site_does(tmp_path: Path) -> None:
    assert {path.startswith("/guides/") for path, _ in rules(tmp_path, base_url=BASE)} == {True}


def test_rules_are_within_the_limits(tmp_path: Path) -> None:
    assert 5 < len(rules(tmp_path)) <= MOST_RULES
