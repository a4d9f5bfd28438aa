"""Old addresses lead to the new ones on any host."""

from pathlib import Path

import pytest

from tests.outputs.catalogs import BASE, catalog_of, outputs_of
from tests.sites import PATHWAY

KEY = "pathways/cook-to-baker.md"


def redirects(folder: Path, aliases: str, *, title: str = "", base_url: str | None = BASE) -> dict[str, str]:
    text = PATHWAY.replace("difficulty", f"aliases: {aliases}\ntitle: {title or 'A way'}\ndifficulty")
    made = outputs_of("redirects", catalog_of(folder, {KEY: text}, base_url=base_url))
    return {each.address: each.content.decode() for each in made}


def test_without_aliases_there_is_none(tmp_path: Path) -> None:
    assert outputs_of("redirects", catalog_of(tmp_path)) == []


@pytest.mark.parametrize(
    ("alias", "address", "href"),
    [
        ("old", "pathways/old.html", "cook-to-baker.html"),
        ("old.html", "old.html", "pathways/cook-to-baker.html"),
        ("roles/old.html", "roles/old.html", "../pathways/cook-to-baker.html"),
        ("a/b/c/old.html", "a/b/c/old.html", "../../../pathways/cook-to-baker.html"),
    ],
)
def test_an_alias_leads_to_its_page_by_a_relative_link(tmp_path: Path, alias: str, address: str, href: str) -> None:
    (made,) = redirects(tmp_path, f"[{alias}]").items()
    assert made[0] == address
    assert f'<meta http-equiv="refresh" content="0; url={href}">' in made[1]
    assert f'<a href="{href}">A way</a>' in made[1]


def test_each_alias_has_its_page(tmp_path: Path) -> None:
    assert set(redirects(tmp_path, "[one, two.html]")) == {"pathways/one.html", "two.html"}


@pytest.mark.parametrize(("base_url", "count"), [(BASE, 1), (None, 0)], ids=["an address", "no address"])
def test_the_new_address_is_canonical_where_it_is_known(tmp_path: Path, base_url: str | None, count: int) -> None:
    page = redirects(tmp_path, "[old]", base_url=base_url)["pathways/old.html"]
    assert page.count(f'<link rel="canonical" href="{BASE}pathways/cook-to-baker.html">') == count
    assert page.count("canonical") == count


def test_a_title_is_text_not_markup(tmp_path: Path) -> None:
    page = redirects(tmp_path, "[old]", title="'<b> & \"co\"'")["pathways/old.html"]
    assert "<title>&lt;b&gt; &amp; “co”</title>" in page
    assert "<b>" not in page
