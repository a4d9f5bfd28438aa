"""What the rest of a site needs of one file."""

from __future__ import annotations

from collections.abc import Sequence

from site_gen.diagnostic import Diagnostic, Override
from site_gen.links import Link, OutsideLink
from site_gen.model.card import PathwayFacts
from site_gen.model.glimpse import PathwayGlimpse, RoleGlimpse
from site_gen.model.page import PlainPage
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.record import record


@record
class Gathered:
    """What the rest of the site needs of one file: the value it became, if any, and what there is to say of it.

    `links` is None where the file could not be read as prose at all; `anchors` are the ids of its headings, and
    `content` is a digest of its text. `outside_links` and the whole `pathway` are there
    only where they were asked for. `draft` is what a file says of itself that made no value; `is_faulty` one that can't
    be linked to; `has_page` a pathway whose page was drawn, `template_fault` why it could not be drawn.
    """

    key: str
    value: PathwayFacts | Role | PlainPage | None
    glimpse: PathwayGlimpse | RoleGlimpse | None
    found: tuple[Diagnostic, ...]
    overrides: tuple[Override, ...]
    links: tuple[Link, ...] | None
    outside_links: tuple[OutsideLink, ...] = ()
    pathway: Pathway | None = None
    anchors: Sequence[str] = ()
    content: bytes = b""
    draft: bool = False
    is_faulty: bool = False
    has_page: bool = False
    template_fault: Diagnostic | None = None
