"""The page of one pathway, drawn and written where the pathway was read: its HTML goes no further."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_gen.build.answers import digest, of_templates
from site_gen.build.noting import Notebook, note_templates
from site_gen.build.staleness import Answers
from site_gen.build.tree import write_file
from site_gen.build.ways import is_published
from site_gen.diagnostic import Diagnostic
from site_gen.model.card import Card
from site_gen.model.pathway import Pathway
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.outputs import output_types
from site_gen.pages import Onward, page_types
from site_gen.record import record
from site_gen.render.frame import Frame
from site_gen.render.page import page_in_bytes

if TYPE_CHECKING:
    from jinja2 import Environment


@record
class PathwayPages:
    """How the pages of pathways are drawn, and the folder that they are written to.

    `folders` are those of templates, `cache` names for each where to keep them compiled; `folder` is that of the new
    site. `ways_out` is how many published pathways begin at each role, from some number on the same. Drafts and
    pathways of a later date than `today` are drawn only `with_drafts`.
    """

    site: Site
    frame: Frame
    folders: tuple[Path, ...]
    site_folder: Path
    shown: PurePosixPath
    ways_out: Mapping[str, int]
    today: date
    with_drafts: bool
    cache: Mapping[Path, Path] = field(default_factory=dict)
    folder: Path | None = None
    environment: Environment | None = None

    def is_wanted(self, pathway: Pathway) -> bool:
        """Whether a pathway is to be published."""
        return self.with_drafts or is_published(pathway, self.today)

    def noting(self, site: Site, notes: Notebook) -> PathwayPages:
        """The same, drawn with settings that are noted, and with templates that are."""
        from site_gen.render.environment import make_environment  # a build that draws nothing does without

        environment = make_environment(self.folders, self.cache)
        note_templates(environment, notes)
        return replace(self, site=site, frame=replace(self.frame, site=site), environment=environment)

    def answers(self) -> Answers:
        """What pages ask of the templates and of the frame."""
        frame, assets = self.frame, self.frame.assets
        own = (assets.stylesheet, assets.theme, assets.script, assets.icon, sorted(assets.sheets.items()))
        whole = (frame.navigation, frame.method, own, assets.modules)
        return {"frame": digest(whole).hex(), **of_templates(self.folders)}

    def draw(self, pathway: Pathway, card: Card, names: SkillNames) -> Diagnostic | None:
        """Write the files that are made of a pathway; gives what is wrong with a template that can't be rendered.

        `names` are the site's own for skills. Raises OSError where the page can't be written.
        """
        assert self.environment is not None and self.folder is not None, "pages are drawn at a desk, into a folder"
        onward = Onward(
            others_out=self.ways_out.get(pathway.origin_id, 0) > 1,
            leads_on=self.ways_out.get(pathway.target_id, 0) > 0,
            skill_names=names,
        )
        for page_type in page_types():
            if page_type.of_pathway is None:
                continue
            page = page_type.of_pathway(pathway, card, self.site, onward)
            try:
                content = page_in_bytes(self.environment, self.frame, page)
            except Exception as error:
                # A site's own template can run any expression, so it can fail in any way; all else is raised again.
                from site_gen.build.template_faults import template_diagnostic

                fault = template_diagnostic(error, self.folders, site=self.site_folder, shown=self.shown)
                if fault is None:
                    raise
                return fault
            write_file(self.folder, page.address, content)
        for output in output_types():
            if output.of_pathway is not None:
                file = output.of_pathway(pathway, card, self.site, names)
                write_file(self.folder, file.address, file.content)
        return None
