"""The pages of a large site's fields, and the front page that leads to them."""

import re
from pathlib import Path

import pytest

from site_gen.build.site import build_site
from site_gen.render import field_pages
from tests.pages.rendering import PAGES
from tests.sites import PATHWAY, options, small_site, tree

ROLES = ("ann", "bea", "cid", "dan", "eve")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of seven pathways, more than its front page holds: five into Craft & art, two into Kitchen."""
    monkeypatch.setattr(field_pages, "MOST_ON_ONE_PAGE", 4)
    monkeypatch.setattr(field_pages, "A_PAGE", 2)
    monkeypatch.setattr(field_pages, "FIRST", 2)
    files = {f"roles/{id}.md": f"---\nname: {id}\nfamily: Craft & art\n---\n\nWorks.\n" for id in ROLES}
    files |= {f"pathways/cook-to-{id}.md": way("cook", id) for id in ROLES}
    files["pathways/ann-to-cook.md"] = way("ann", "cook")
    return small_site(tmp_path, files)


def way(origin: str, target: str) -> str:
    return PATHWAY.replace("from: cook\nto: baker", f"from: {origin}\nto: {target}")


def built(site: Path) -> dict[str, str]:
    report = build_site(options(site, base_url="https://ways.example/", jobs=1))
    assert report.published, report.diagnostics
    return {address: content.decode() for address, content in tree(site / "output").items()}


def links(html: str) -> list[str]:
    """The pathways that the cards of a page lead to; those of scripts have gaps."""
    return re.findall(r'class="route" href="[./]*pathways/([\w-]+)\.html"', html)


def test_a_small_site_has_none() -> None:
    assert [address for address in PAGES if address.startswith("fields/")] == []


def test_pages_of_a_field_hold_each_of_its_pathways_once(site: Path) -> None:
    files = built(site)
    pages = [address for address in files if address.startswith("fields/") and address.endswith(".html")]
    assert sorted(pages) == [
        "fields/craft-and-art.html",
        "fields/craft-and-art/2.html",
        "fields/craft-and-art/3.html",
        "fields/kitchen.html",
    ]
    assert [links(files[page]) for page in sorted(pages)] == [
        ["cook-to-ann", "cook-to-bea"],
        ["cook-to-cid", "cook-to-dan"],
        ["cook-to-eve"],
        ["ann-to-cook", "cook-to-baker"],
    ]


def test_pages_lead_to_each_other_and_say_which_is_open(site: Path) -> None:
    second = built(site)["fields/craft-and-art/2.html"]
    assert "<title>Pathways into Craft &amp; art, page 2 of 3 · Waymark</title>" in second
    assert "5 pathways, page 2 of 3." in second
    assert '<a class="button" href="../../fields/craft-and-art/2.html" aria-current="page">' in second
    assert '<a class="button quiet" href="../../fields/craft-and-art/3.html" rel="next">' in second
    assert '<span class="vh">2: </span>Cook</a>' in second, "all of them begin there"
    assert 'aria-label="Pages"' not in built(site)["fields/kitchen.html"]


def test_front_page_shows_the_first_of_each_field_and_leads_to_all(site: Path) -> None:
    home = built(site)["index.html"]
    assert links(home) == ["cook-to-ann", "cook-to-bea", "ann-to-cook", "cook-to-baker"]
    assert '<a href="fields/craft-and-art.html">All 5 pathways into Craft &amp; art</a>' in home
    assert "fields/kitchen.html" not in home, "it has no more than is shown"


def test_sitemap_and_markdown_have_them(site: Path) -> None:
    files = built(site)
    assert files["sitemap.xml"].count("https://ways.example/fields/") == 4
    assert "- [Craft & art](fields/craft-and-art.md): 5 pathways" in files["index.md"]
    assert "[From Cook to dan](../../pathways/cook-to-dan.md)" in files["fields/craft-and-art/2.md"]
    assert "[Next page](../../fields/craft-and-art/3.md)" in files["fields/craft-and-art/2.md"]
    assert "Next page" not in files["fields/craft-and-art/3.md"]


def test_front_page_shows_fewer_of_each_of_many_fields(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(field_pages, "SAMPLES", 3)
    assert links(built(site)["index.html"]) == ["cook-to-ann", "ann-to-cook"]


def test_one_pathway_more_makes_again_what_shows_it(site: Path) -> None:
    built(site)
    small_site(site, {"pathways/bea-to-cook.md": way("bea", "cook")})
    report = build_site(options(site, base_url="https://ways.example/", jobs=1))
    assert {name for name in report.reasons if name.startswith("fields/")} == {
        "fields/kitchen.html",
        "fields/kitchen/2.html",
    }
    assert "craft-and-art" not in "".join(name for name in report.reasons)
    assert links((site / "output/fields/kitchen/2.html").read_text("utf-8")) == ["cook-to-baker"]
