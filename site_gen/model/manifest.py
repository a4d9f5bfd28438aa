"""What an earlier build has published: the addresses that readers and other sites may have kept."""

from __future__ import annotations

from site_gen.record import record


@record
class PublishedPathway:
    """A pathway as it was published: its slug, the ids of its roles, its address, and old ones that led to it."""

    slug: str
    origin_id: str
    target_id: str
    address: str
    old: tuple[str, ...]


@record
class Manifest:
    """All that was published; `path` is the file that says so, as the author typed it.

    `addresses` are those of roles and plain pages.
    """

    path: str
    pathways: tuple[PublishedPathway, ...]
    addresses: tuple[str, ...]
