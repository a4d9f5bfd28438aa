"""Links inside the site lead to a page, a heading or an image that is there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from site_gen.addresses import address_of
from site_gen.checks import Check, Facts, finding
from site_gen.diagnostic import Diagnostic
from site_gen.faults import BROKEN_ANCHOR, BROKEN_LINK, MISSING_IMAGE
from site_gen.links import Link
from site_gen.nearest import nearest


def run(facts: Facts) -> Iterator[Diagnostic]:
    """Report each link to a file or heading that isn't there, with the nearest one that is."""
    documents = (*facts.pathways, *facts.roles, *facts.pages)
    anchors_by_key = {document.key: document.anchors for document in documents}
    for document in documents:
        for link in document.links:
            yield from _judge(link, document.key, anchors_by_key, facts)


def _judge(
    link: Link, key: str, anchors_by_key: dict[str, frozenset[str]], facts: Facts
) -> Iterator[Diagnostic]:
    target = link.target
    if target in facts.faulty:
        return
    if target in facts.withheld and key not in facts.withheld:
        yield finding(
            BROKEN_LINK,
            link.place,
            f"`{link.written}` leads to a pathway that is not published yet",
            help="publish that pathway first, or remove the link",
        )
        return
    if target not in facts.files or address_of(target) is None:
        yield _broken(link, key, facts)
    elif link.anchor and target in anchors_by_key and link.anchor not in anchors_by_key[target]:
        known = anchors_by_key[target]
        guess = nearest(link.anchor, known)
        yield finding(
            BROKEN_ANCHOR,
            link.place,
            f"`{link.written}` names a heading that is not there",
            help=f"write `#{guess}`" if guess else "link to the page without `#`, or to the anchor of one of its headings",
        )


def _broken(link: Link, key: str, facts: Facts) -> Diagnostic:
    base = posixpath.dirname(key)
    candidates = {each for each in facts.files if address_of(each) and each.startswith("assets/") == link.image}
    html = link.target.removesuffix(".html") + ".md"
    guess = html if html in candidates else nearest(link.target, candidates, cutoff=0.75)
    fix = f"write `{posixpath.relpath(guess, base)}`" if guess else ""
    if link.image:
        return finding(
            MISSING_IMAGE,
            link.place,
            f"there is no image `{link.written}`",
            help=fix or f"put the image into content/assets/ and write `{posixpath.relpath('assets/name.png', base)}`",
        )
    return finding(
        BROKEN_LINK,
        link.place,
        f"`{link.written}` leads to nothing on this site",
        help=fix or f"link to a content file, such as `{posixpath.relpath('roles/backend-developer.md', base)}`",
    )


CHECK = Check(name="links", faults=(BROKEN_LINK, BROKEN_ANCHOR, MISSING_IMAGE), run=run)
