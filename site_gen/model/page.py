"""A plain page: about, method, the text of 404."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from site_gen.diagnostic import Place
from site_gen.links import Link, OutsideLink
from site_gen.model.prose import Prose
from site_gen.record import record


@record
class PlainPage:
    """One plain page and its file; `name` is the file's name without its ending.

    `markdown` is the body as its author wrote it, for readers of Markdown.
    """

    name: str
    title: str
    summary: str
    body: Prose
    path: str
    key: str
    places: Mapping[str, Place]
    anchors: frozenset[str]
    links: tuple[Link, ...]
    outside_links: Sequence[OutsideLink]
    markdown: str = ""
