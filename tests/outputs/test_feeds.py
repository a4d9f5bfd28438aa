"""Each role and each field has a feed of its own, as valid as that of the site, where it has a pathway."""

import xml.etree.ElementTree as ET
from pathlib import Path

from tests.outputs.catalogs import BASE, catalog_of, outputs_of
from tests.sites import PATHWAY

ATOM = "{http://www.w3.org/2005/Atom}"
POTTER = "---\nname: Potter & co\nfamily: {family}\n---\n\nMakes pots.\n"


def feeds(folder: Path, files: dict[str, str] | None = None, **more: str) -> dict[str, ET.Element]:
    return {
        each.address: ET.fromstring(each.content) for each in outputs_of("feeds", catalog_of(folder, files, **more))
    }


def way(origin: str, target: str, reviewed: str = "2026-01-09") -> str:
    text = PATHWAY.replace("from: cook\nto: baker", f"from: {origin}\nto: {target}")
    return text.replace("2026-01-10", reviewed)


def test_without_an_address_there_is_none(tmp_path: Path) -> None:
    assert outputs_of("feeds", catalog_of(tmp_path, base_url=None)) == []


def test_role_without_a_pathway_and_field_that_none_leads_into_have_none(tmp_path: Path) -> None:
    files = {"roles/potter.md": POTTER.format(family="Craft")}
    kept = {"feeds/roles/baker.xml", "feeds/roles/cook.xml", "feeds/fields/kitchen.xml"}
    assert feeds(tmp_path, files).keys() == kept
    files["pathways/potter-to-cook.md"] = way("potter", "cook")
    assert feeds(tmp_path, files).keys() == kept | {"feeds/roles/potter.xml"}


def test_feed_of_a_role_has_its_ways_in_and_out_the_newest_first(tmp_path: Path) -> None:
    files = {
        "roles/potter.md": POTTER.format(family="Craft"),
        "pathways/potter-to-cook.md": way("potter", "cook"),
        "pathways/baker-to-potter.md": way("baker", "potter"),
        "pathways/cook-to-baker.md": way("cook", "baker", "2026-01-08"),
    }
    made = feeds(tmp_path, files)["feeds/roles/cook.xml"]
    entries = [each.findtext(f"{ATOM}id") for each in made.findall(f"{ATOM}entry")]
    assert entries == [f"{BASE}pathways/{slug}.html" for slug in ("potter-to-cook", "cook-to-baker")]
    assert made.findtext(f"{ATOM}updated") == "2026-01-09T00:00:00Z"
    assert made.findtext(f"{ATOM}id") == f"{BASE}roles/cook.html"
    assert made.findtext(f"{ATOM}title") == "Cook · Waymark"
    links = {link.get("rel"): link.get("href") for link in made.findall(f"{ATOM}link")}
    assert links == {"self": f"{BASE}feeds/roles/cook.xml", "alternate": f"{BASE}roles/cook.html"}


def test_feed_of_a_field_has_the_ways_into_its_roles(tmp_path: Path) -> None:
    files = {
        "roles/potter.md": POTTER.format(family="Craft & clay"),
        "pathways/cook-to-potter.md": way("cook", "potter"),
        "pathways/potter-to-cook.md": way("potter", "cook"),
    }
    made = feeds(tmp_path, files)
    craft = made["feeds/fields/craft-and-clay.xml"]
    assert [each.findtext(f"{ATOM}title") for each in craft.findall(f"{ATOM}entry")] == ["From Cook to Potter & co"]
    assert craft.findtext(f"{ATOM}id") == f"{BASE}feeds/fields/craft-and-clay.xml"
    assert len(made["feeds/fields/kitchen.xml"].findall(f"{ATOM}entry")) == 2


def test_two_fields_of_one_slug_have_a_feed_each(tmp_path: Path) -> None:
    files = {
        **{f"roles/{name}.md": POTTER.format(family=field) for name, field in (("a", "Arts & X"), ("b", "Arts and X"))},
        "pathways/cook-to-a.md": way("cook", "a"),
        "pathways/cook-to-b.md": way("cook", "b"),
    }
    made = feeds(tmp_path, files)
    fields = {address for address in made if address.startswith("feeds/fields/arts")}
    assert fields == {"feeds/fields/arts-and-x.xml", "feeds/fields/arts-and-x-2.xml"}


def test_ids_of_feeds_differ_from_each_other(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path)
    made = [ET.fromstring(each.content) for name in ("feed", "feeds") for each in outputs_of(name, catalog)]
    ids = [each.findtext(f"{ATOM}id") for each in made]
    assert len(ids) == len(set(ids)) == 4


def test_feed_asks_only_for_its_own_pathways(tmp_path: Path) -> None:
    from site_gen.outputs.feeds import OUTPUT

    assert OUTPUT.plan is not None
    asks = {each.address: each.asks for each in OUTPUT.plan(catalog_of(tmp_path))}
    assert asks["feeds/roles/cook.xml"] == {"facts:cook", "ways_in:cook", "ways_out:cook"}
    assert asks["feeds/fields/kitchen.xml"] == {"ways_in:baker", "ways_in:cook"}
