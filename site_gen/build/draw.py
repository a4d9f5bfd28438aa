"""The page of one pathway, drawn and written where the pathway was read: its HTML goes no further."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_gen.build.publish import write_file
from site_gen.build.templates import template_diagnostic
from site_gen.build.ways import is_published
from site_gen.diagnostic import Diagnostic
from site_gen.model.card import Card
from site_gen.model.pathway import Pathway
from site_gen.model.site import Site
from site_gen.pages import Onward, page_types
from site_gen.render.environment import make_environment
from site_gen.render.frame import Frame
from site_gen.render.page import render_page

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayPages:
    """How the pages of pathways are drawn, and the folder that they are written to.

    `folders` are those of templates, and `folder` that of the new site. `ways_out` is how many published pathways begin
    at each role, from some number on the same. Drafts and pathways of a later date than `today` are drawn only `with_drafts`.
    """

    site: Site
    frame: Frame
    folders: tuple[Path, ...]
    site_folder: Path
    shown: PurePosixPath
    folder: Path
    ways_out: Mapping[str, int]
    today: date
    with_drafts: bool

    def is_wanted(self, pathway: Pathway) -> bool:
        """Whether a pathway is to be published."""
        return self.with_drafts or is_published(pathway, self.today)

    def draw(self, pathway: Pathway, card: Card) -> Diagnostic | None:
        """Write the page of a pathway; gives what is wrong with a template that can't be rendered.

        Raises OSError where the page can't be written.
        """
        onward = Onward(
            others_out=self.ways_out.get(pathway.origin_id, 0) > 1,
            leads_on=self.ways_out.get(pathway.target_id, 0) > 0,
        )
        for page_type in page_types():
            if page_type.of_pathway is None:
                continue
            page = page_type.of_pathway(pathway, card, self.site, onward)
            try:
                content = render_page(_environment(self.folders), self.frame, page).encode()
            except Exception as error:
                # A site's own template can run any expression, so it can fail in any way; all else is raised again.
                fault = template_diagnostic(error, self.folders, site=self.site_folder, shown=self.shown)
                if fault is None:
                    raise
                return fault
            write_file(self.folder, page.address, content)
        return None


@lru_cache(maxsize=1)
def _environment(folders: tuple[Path, ...]) -> Environment:
    """The templates, compiled once in each worker."""
    return make_environment(folders)
