"""The sitemap of a built site becomes one page of each type, by its path."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def paths_of(site: Path, address: str) -> list[str]:
    """The home page, each page beside it, and of each folder of pages the first in the order of the alphabet."""
    return pages_of((site / "sitemap.xml").read_text(encoding="utf-8"), address)


def pages_of(sitemap: str, address: str) -> list[str]:
    """The same of the text of a sitemap."""
    listed = sorted(place.text or "" for place in ElementTree.fromstring(sitemap).iter(f"{SITEMAP}loc"))
    paths = [urlsplit(url.removeprefix(address)).path for url in listed if url.startswith(address)]
    firsts: dict[str, str] = {}
    for path in paths:
        folder = path.rpartition("/")[0]
        firsts.setdefault(folder or path, path)
    return list(firsts.values())
