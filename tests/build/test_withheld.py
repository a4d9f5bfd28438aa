"""What is not published yet is nowhere in the published site: not its text, not its name, not even its address."""

import gzip
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from site_gen.build.site import build_site
from tests.build.workshop import TODAY, Workshop, workshop
from tests.sites import options, tree

SECRETS = ("zabaglione", "quenelle", "brunoise", "chinois", "salamander", "tamis", "duxelles", "mirepoix")
"""Words that stand in the guide that is withheld, and nowhere else."""

GUIDE = """\
---
from: cook
to: potter
title: Zabaglione of its own
summary: A quenelle of pots.
difficulty: easy
reviewed: 2026-01-05
aliases: [brunoise]
authors: [Chinois]
{front}
---

A salamander is hot.

## Skills to learn

### Tamis (critical, 2 weeks)

- [Duxelles](https://example.com/mirepoix)

## Roadmap

### Mirepoix (8 weeks)

- [ ] Sift the tamis.
"""


@pytest.fixture
def site(tmp_path: Path) -> Workshop:
    """A site with everything that gathers what pathways say: search, pictures, feeds, data, corrections."""
    made = workshop(tmp_path)
    made.set("base_url", "https://ways.example/")
    made.set("search", "true")
    made.set("pictures", "true")
    made.set("corrections", "https://ways.example/edit/{path}#{line}")
    return made


def shown(site: Workshop, today: date = TODAY, *, drafts: bool = False) -> dict[str, bytes]:
    """Every file of the built site, unpacked where it is packed, with its address before its bytes."""
    report = build_site(replace(options(site.folder), today=today, drafts=drafts))
    assert report.published, report.diagnostics
    files = tree(site.folder / "output")
    return {address: address.encode() + b"\n" + unpacked(content) for address, content in files.items()}


def unpacked(content: bytes) -> bytes:
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


def found(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Where each of the secrets stands."""
    places = {word: [name for name, content in files.items() if word.encode() in content.lower()] for word in SECRETS}
    return {word: names for word, names in places.items() if names}


@pytest.mark.parametrize(
    "front", [pytest.param("draft: true", id="a draft"), pytest.param("published: 2026-02-01", id="of a later date")]
)
def test_no_word_of_what_is_withheld_is_published(site: Workshop, front: str) -> None:
    site.write("content/pathways/cook-to-potter.md", GUIDE.format(front=front))
    files = shown(site)
    assert any(address.startswith("pagefind/") for address in files)
    assert found(files) == {}
    graph = json.loads(files["api/graph.json"].partition(b"\n")[2])
    assert len(graph["parts"][0]["pathways"]["from"]) == len(site.guides) == 3
    assert [address for address in files if "cook-to-potter" in address and not address.startswith(ROUTES)] == []


ROUTES = ("routes/", "api/routes/")
"""A route over other pathways may lead from the one role to the other."""


def test_all_of_it_is_there_from_its_day_on_and_gone_when_it_is_a_draft_again(site: Workshop) -> None:
    file = "content/pathways/cook-to-potter.md"
    site.write(file, GUIDE.format(front="published: 2026-02-01"))
    assert found(shown(site, date(2026, 1, 31))) == {}
    there = found(shown(site, date(2026, 2, 1)))
    assert set(there) == set(SECRETS)
    assert {"pathways/cook-to-potter.html", "feed.xml", "api/index.json", "catalog.csv"} <= set(there["zabaglione"])
    site.write(file, GUIDE.format(front="draft: true"))
    assert found(shown(site, date(2026, 2, 2))) == {}


def test_a_preview_shows_it(site: Workshop) -> None:
    site.write("content/pathways/cook-to-potter.md", GUIDE.format(front="draft: true"))
    assert set(found(shown(site, drafts=True))) == set(SECRETS)
