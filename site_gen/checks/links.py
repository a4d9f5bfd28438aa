"""Links inside the site lead to a page, a heading or an image that is there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Set
from functools import cached_property
from typing import Final

from site_gen.checks import Check, Facts
from site_gen.diagnostic import Diagnostic, Fix, finding
from site_gen.edits import replacing, written_at
from site_gen.faults import BROKEN_ANCHOR, BROKEN_LINK, MISSING_IMAGE
from site_gen.links import Link
from site_gen.nearest import nearest

_HOST: Final = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]|$)", re.IGNORECASE)
_FILE: Final = re.compile(r"^[^/?#]*\.(?:csv|gif|html?|jpe?g|json|md|pdf|png|svg|txt|webp|ya?ml|zip)$", re.IGNORECASE)
_FOLDERS: Final = ("pathways", "roles", "pages")


def of_site(facts: Facts) -> Iterator[Diagnostic]:
    """Report each link to a file or heading that isn't there, with the nearest one that is."""
    assets = facts.assets - facts.faulty
    images, files = _Guesses(lambda: assets), _Guesses(lambda: assets | _documents(facts))
    for key, links in facts.links_by_key.items():
        for link in links:
            yield from _judge(link, key, facts, assets=assets, guesses=images if link.image else files)


class _Guesses:
    """The file that each broken link may have meant, among some files.

    Many links are broken alike, so the files are listed once, when the first is, and each guess is kept.
    """

    def __init__(self, list_files: Callable[[], Set[str]]) -> None:
        self._list_files = list_files
        self._nearest_by_name: dict[str, str | None] = {}

    @cached_property
    def _files(self) -> Set[str]:
        return self._list_files()

    @cached_property
    def _files_by_name(self) -> dict[str, str]:
        return {posixpath.basename(each): each for each in sorted(self._files, reverse=True)}

    def file(self, target: str) -> str | None:
        """The file that was meant: the page behind an address, else the one whose own name is most like it."""
        page = target.removesuffix(".html").removesuffix(".md") + ".md"
        if page in self._files:
            return page
        return self._nearest(posixpath.basename(page)) or self._nearest(posixpath.basename(target))

    def _nearest(self, name: str) -> str | None:
        if name not in self._nearest_by_name:
            guess = nearest(name, self._files_by_name, cutoff=0.75)
            self._nearest_by_name[name] = None if guess is None else self._files_by_name[guess]
        return self._nearest_by_name[name]


def _judge(link: Link, key: str, facts: Facts, *, assets: Set[str], guesses: _Guesses) -> Iterator[Diagnostic]:
    target = link.target
    if target in facts.faulty and target != key:
        return
    if target in facts.withheld and key not in facts.withheld:
        yield finding(
            BROKEN_LINK,
            link.place,
            f"`{link.written}` leads to a pathway that is not published yet",
            help="publish that pathway first, or remove the link",
        )
    elif target not in assets and (link.image or target not in facts.links_by_key):
        yield _broken(link, key, guesses.file(target))
    elif link.anchor and target in facts.links_by_key and link.anchor not in facts.anchors_of(target):
        guess = nearest(link.anchor, facts.anchors_of(target))
        yield finding(
            BROKEN_ANCHOR,
            link.place,
            f"`{link.written}` names a heading that is not there",
            fix=_other_address(link, f"{link.written.partition('#')[0]}#{guess}") if guess else None,
            help=f"write `#{guess}`"
            if guess
            else "link to the page without `#`, or to the anchor of one of its headings",
        )


def _documents(facts: Facts) -> frozenset[str]:
    """Every page that a link may have meant."""
    return frozenset(f"{folder}/{name}.md" for folder in _FOLDERS for name in facts.names_in(folder))


def _broken(link: Link, key: str, guess: str | None) -> Diagnostic:
    base = posixpath.dirname(key)
    right = posixpath.relpath(guess, base) if guess else ""
    advice = f"write `{right}`" if guess else ""
    _, hash_sign, anchor = link.written.partition("#")
    fix = _other_address(link, f"{right}{hash_sign}{anchor}", safe=_is_same_page(link.target, guess)) if guess else None
    if link.image:
        example = posixpath.relpath("assets/name.png", base)
        return finding(
            MISSING_IMAGE,
            link.place,
            f"there is no image `{link.written}`",
            help=advice or f"put the image into content/assets/ and write `{example}`",
            fix=fix,
        )
    if guess is None and (outside := _outside_address(link)):
        advice = f"write `{outside}`, if a page of another site is meant"
        fix = _other_address(link, outside)
    example = posixpath.relpath("roles/name.md", base)
    return finding(
        BROKEN_LINK,
        link.place,
        f"`{link.written}` leads to nothing on this site",
        help=advice or f"link to a content file, such as `{example}`",
        fix=fix,
    )


def _outside_address(link: Link) -> str | None:
    """The whole address that a link seems to mean, where it begins with the name of a host: `diataxis.fr/start`."""
    return f"https://{link.written}" if _HOST.match(link.written) and not _FILE.search(link.written) else None


def _is_same_page(target: str, guess: str) -> bool:
    """Whether a link names the page where it should name the file that becomes it."""
    return target == guess.removesuffix(".md") + ".html"


def _other_address(link: Link, address: str, *, safe: bool = False) -> Fix | None:
    """The fix that writes another address, where the old one stands letter for letter."""
    return replacing(link.place, address, safe=safe) if written_at(link.place) == link.written else None


CHECK = Check(name="links", faults=(BROKEN_LINK, BROKEN_ANCHOR, MISSING_IMAGE), of_site=of_site)
