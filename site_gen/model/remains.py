"""What is left of a file whose front matter has a fault: its links and headings, which can be judged all the same."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.links import Link, OutsideLink
from site_gen.record import record


@record
class Remains:
    """The body of a file that made no pathway, role or page."""

    path: str
    key: str
    anchors: frozenset[str]
    links: tuple[Link, ...]
    outside_links: Sequence[OutsideLink]
