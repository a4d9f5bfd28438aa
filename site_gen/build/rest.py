"""Everything of a site but the pages of its pathways: the pages that gather them, what machines read, and assets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.addresses import address_of, pathway_address
from site_gen.build.draw import PathwayPages
from site_gen.outputs import output_types
from site_gen.pages import page_types
from site_gen.render.assets import Assets, make_assets
from site_gen.render.environment import make_environment
from site_gen.render.frame import Frame, make_frame
from site_gen.render.page import render_page

if TYPE_CHECKING:
    from jinja2 import Environment

    from site_gen.build.content import Content, Start
    from site_gen.build.site import Options, Progress
    from site_gen.model.catalog import Catalog


@dataclass(slots=True, kw_only=True)
class Drawing:
    """What pages are drawn with, and how many have been drawn here."""

    folders: tuple[Path, ...]
    environment: Environment
    assets: Assets
    frame: Frame
    pages: int = 0

    def pathway_pages(self, options: Options, folder: Path, start: Start) -> PathwayPages:
        """How the pages of pathways are drawn into `folder`."""
        return PathwayPages(
            site=start.site,
            frame=self.frame,
            folders=self.folders,
            site_folder=options.site,
            shown=options.shown,
            folder=folder,
            ways_out=start.ways_out,
            today=options.today,
            with_drafts=options.drafts,
        )


def make_drawing(folders: tuple[Path, ...], start: Start) -> Drawing:
    """Gather what pages are drawn with. Raises OSError where a style sheet or script can't be read."""
    assets = make_assets(folders)
    return Drawing(
        folders=folders,
        environment=make_environment(folders),
        assets=assets,
        frame=make_frame(start.site, start.page_names, assets),
    )


def other_files(content: Content, site: Path, drawing: Drawing, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Every file of the site but the pages of pathways, one at a time.

    Where an author has silenced W202, two may ask for one address: the page gets it, then the earlier file.
    """
    taken = {pathway_address(slug) for slug in content.drawn}
    for address, file in chain(
        _pages(content.catalog, drawing, progress),
        ((each.address, each.content) for kind in output_types() for each in kind.make(content.catalog)),
        drawing.assets.files,
        _copies(content.assets, site / "content"),
    ):
        if address not in taken:
            taken.add(address)
            yield address, file


def _pages(catalog: Catalog, drawing: Drawing, progress: Progress) -> Iterator[tuple[str, bytes]]:
    total = 2 + len(catalog.roles_by_id) + len(catalog.pages_by_name)
    for page_type in page_types():
        for page in page_type.of_site(catalog) if page_type.of_site else ():
            yield page.address, render_page(drawing.environment, drawing.frame, page).encode()
            drawing.pages += 1
            if drawing.pages % 10 == 0:
                progress("Rendering", drawing.pages, max(total, drawing.pages))
    progress("Rendering", drawing.pages, drawing.pages)


def _copies(keys: Iterable[str], content: Path) -> Iterator[tuple[str, bytes]]:
    """The files that are published as they are."""
    for key in keys:
        address = address_of(key)
        if address is not None:
            yield address, (content / key).read_bytes()
