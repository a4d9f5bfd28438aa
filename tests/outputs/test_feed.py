"""The feed is what RFC 4287 asks for, in an order that only the content decides."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from site_gen.render import atom
from site_gen.render.atom import LONGEST
from tests.outputs.catalogs import BASE, catalog_of, outputs_of
from tests.sites import PATHWAY

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
KEY = "pathways/cook-to-baker.md"
SETTINGS = "title: Ways & means\nlanguage: en-GB\n"


def feed(folder: Path, files: dict[str, str] | None = None) -> ET.Element:
    made, *_ = outputs_of("feed", catalog_of(folder, files))
    assert made.address == "feed.xml"
    assert made.content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    return ET.fromstring(made.content)


def entries(root: ET.Element) -> list[ET.Element]:
    return root.findall(f"{ATOM}entry")


def texts(parent: ET.Element, name: str) -> list[str]:
    return [each.text or "" for each in parent.findall(f"{ATOM}{name}")]


def links(root: ET.Element) -> dict[str | None, str | None]:
    return {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}


def many(count: int) -> dict[str, str]:
    """So many roles, each with a way to it from cook; later ones reviewed earlier."""
    files = {}
    for number in range(count):
        files[f"roles/role{number:02}.md"] = f"---\nname: Role {number}\nfamily: Many\n---\n\nWorks.\n"
        text = PATHWAY.replace("to: baker", f"to: role{number:02}")
        files[f"pathways/cook-to-role{number:02}.md"] = text.replace("2026-01-10", f"2025-12-{28 - number // 2:02}")
    return files


@pytest.mark.parametrize("reason", ["no address", "no pathway to publish"])
def test_without_an_address_or_a_pathway_there_is_none(tmp_path: Path, reason: str) -> None:
    draft = {KEY: PATHWAY.replace("difficulty", "draft: true\ndifficulty")}
    catalog = catalog_of(tmp_path, base_url=None) if reason == "no address" else catalog_of(tmp_path, draft)
    assert outputs_of("feed", catalog) == []


def test_the_feed_says_what_it_is_whose_it_is_and_when_it_changed(tmp_path: Path) -> None:
    root = feed(tmp_path, {"site.yaml": SETTINGS})
    assert root.tag == f"{ATOM}feed"
    assert root.get(LANGUAGE) == "en-GB"
    assert texts(root, "title") == ["Ways & means"]
    assert texts(root, "id") == [BASE]
    assert texts(root, "updated") == ["2026-01-10T00:00:00Z"]
    assert [author.findtext(f"{ATOM}name") for author in root.findall(f"{ATOM}author")] == ["Ways & means"]
    typed = {link.get("rel"): (link.get("href"), link.get("type")) for link in root.findall(f"{ATOM}link")}
    assert typed == {"self": (f"{BASE}feed.xml", "application/atom+xml"), "alternate": (BASE, "text/html")}


def test_an_entry_says_what_a_card_says(tmp_path: Path) -> None:
    front = "authors: [Ann <Author>, Bob]\npublished: 2025-11-30\ntitle: Pans & ovens\ndifficulty"
    (entry,) = entries(feed(tmp_path, {KEY: PATHWAY.replace("difficulty", front, 1)}))
    address = f"{BASE}pathways/cook-to-baker.html"
    assert [(child.tag.removeprefix(ATOM), child.text) for child in entry if child.tag != f"{ATOM}author"] == [
        ("title", "Pans & ovens"),
        ("id", address),
        ("link", None),
        ("published", "2025-11-30T00:00:00Z"),
        ("updated", "2026-01-10T00:00:00Z"),
        ("summary", "From pans to ovens."),
    ]
    assert [author.findtext(f"{ATOM}name") for author in entry.findall(f"{ATOM}author")] == ["Ann <Author>", "Bob"]
    assert [link.get("href") for link in entry.findall(f"{ATOM}link[@rel='alternate']")] == [address]


def test_every_entry_has_what_the_standard_asks_for_once(tmp_path: Path) -> None:
    root = feed(tmp_path, many(5))
    found = entries(root)
    assert len(found) == 6
    for parent in (root, *found):
        for name in ("id", "title", "updated"):
            assert len(texts(parent, name)) == 1
            assert texts(parent, name)[0].strip()
        (moment,) = texts(parent, "updated")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", moment)
    assert len({texts(entry, "id")[0] for entry in found}) == len(found)
    assert root.find(f"{ATOM}author/{ATOM}name") is not None, "each entry has an author, its own or the feed's"


def test_the_last_changed_come_first_then_by_address(tmp_path: Path) -> None:
    found = entries(feed(tmp_path, many(4)))
    assert [texts(entry, "id")[0].rpartition("/")[2] for entry in found] == [
        "cook-to-baker.html",
        "cook-to-role00.html",
        "cook-to-role01.html",
        "cook-to-role02.html",
        "cook-to-role03.html",
    ]


def test_a_later_publication_counts_as_a_change(tmp_path: Path) -> None:
    files = many(1)
    key = "pathways/cook-to-role00.md"
    files[key] = files[key].replace("difficulty", "published: 2026-01-09\ndifficulty")
    assert [texts(entry, "updated") for entry in entries(feed(tmp_path, files))] == [
        ["2026-01-10T00:00:00Z"],
        ["2026-01-09T00:00:00Z"],
    ]


def test_a_feed_is_no_longer_than_a_reader_needs(tmp_path: Path) -> None:
    assert len(entries(feed(tmp_path, many(LONGEST + 5)))) == LONGEST


def test_the_same_content_gives_the_same_feed(tmp_path: Path) -> None:
    one = outputs_of("feed", catalog_of(tmp_path / "one", many(6)))
    other = outputs_of("feed", catalog_of(tmp_path / "other", dict(reversed(many(6).items()))))
    assert one == other


def test_a_long_feed_has_pages_that_lead_through_all_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atom, "LONGEST", 3)
    monkeypatch.setattr(atom, "LONGEST_BEHIND", 4)
    pages = {
        f"{BASE}{each.address}": ET.fromstring(each.content)
        for each in outputs_of("feed", catalog_of(tmp_path, many(9)))
    }
    assert [url.removeprefix(BASE) for url in pages] == ["feed.xml", "feed/2.xml", "feed/3.xml"]
    assert [len(entries(page)) for page in pages.values()] == [3, 4, 3]
    assert len({texts(entry, "id")[0] for page in pages.values() for entry in entries(page)}) == 10
    assert {texts(page, "id")[0] for page in pages.values()} == {BASE}
    for url, page in pages.items():
        assert (links(page)["self"], links(page)["first"], links(page)["last"]) == (url, *list(pages)[::2])
    ways = [(rel, links(page).get(rel)) for page in pages.values() for rel in ("previous", "next")]
    first, second, third = pages
    assert ways == [
        *(("previous", None), ("next", second)),
        *(("previous", first), ("next", third)),
        *(("previous", second), ("next", None)),
    ]


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (20, 1), (21, 2), (120, 2), (121, 3), (10_000, 101)])
def test_a_feed_has_as_many_pages_as_it_takes(count: int, pages: int) -> None:
    assert len(atom.feed_addresses("feed.xml", count)) == pages
