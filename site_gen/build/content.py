"""A content folder becomes typed values and what is wrong with them: the reading stage of a build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import field, replace
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_gen.build.documents import Glimpse, Reader, read_some
from site_gen.build.files import ContentFolder, is_document, report_files
from site_gen.build.gathered import Gathered
from site_gen.build.judging import facts_of_site, judge_site
from site_gen.build.settings import (
    Settings,
    read_all_settings,
    report_lack_of_brotli,
    report_lack_of_search,
    tables,
    with_history,
)
from site_gen.build.settling import settle
from site_gen.build.telling import Enter, no_stage
from site_gen.build.work import Advance, Work
from site_gen.checks import SETTINGS_FILE, SKILLS_FILE
from site_gen.diagnostic import Diagnostic, Findings, Override
from site_gen.links import OutsideLink
from site_gen.model.catalog import Catalog
from site_gen.model.manifest import Manifest
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.read.source import find_files
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.draw import PathwayPages
    from site_gen.build.past import Past, Remade
    from site_gen.build.remake import Start
    from site_gen.build.workers import Workers


@record
class Content:
    """Everything read from a content folder: the site's settings, the files to copy, all diagnostics.

    `catalog` is what is to be published; None where nothing that it holds has changed since the last build, whose
    pages can stay. `checked` are the files that were looked at, as shown to the author; `drafts` those of them that
    are not to be published. `overrides` and the site's severities are still to be applied to the diagnostics.
    `remade` says what was made again, and why. `pathways` are whole, and `outside_links` there, where they were asked
    for.
    """

    site: Site
    found_catalog: Catalog | None
    assets: tuple[str, ...]
    checked: tuple[str, ...]
    drafts: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    overrides: tuple[Override, ...]
    remade: Remade | None = None
    judged: tuple[Diagnostic, ...] = ()
    pathways: Mapping[str, Pathway] = field(default_factory=dict)
    outside_links: tuple[OutsideLink, ...] = ()

    @property
    def catalog(self) -> Catalog:
        """The catalog of a site that was read whole."""
        assert self.found_catalog is not None, "nothing has changed, so the catalog was not gathered"
        return self.found_catalog


@record
class Terms:
    """What a reading depends on besides the files.

    `package` is a digest of the Waymark that the workers of `executor` must have, where it may be another one.
    `only` are the files to look at, as keys below content/; None for all. `overlay` are texts, by key, that stand in
    for what is on the disk. `make_pages` gives what draws the pages of pathways, once it is known what there is,
    `open_folder` where to, and `past` is what an earlier build has left behind. `enter` is told of each stage. A site
    that asks for search has none unless the reading `searches`, which is said where it is for want of Pagefind, as is
    the want of Brotli; and without `pictures` it has none of those. `published` is what its addresses are held against.
    """

    today: date
    drafts: bool = False
    base_url: str | None = None
    executor: Workers | None = None
    package: str = ""
    only: frozenset[str] | None = None
    overlay: Mapping[str, bytes] = field(default_factory=dict)
    keeps_pathways: bool = False
    keeps_outside_links: bool = False
    pictures: bool = True
    published: Manifest | None = None
    make_pages: Callable[[Start], PathwayPages | None] = lambda _start: None
    open_folder: Callable[[], Path] = Path
    past: Past | None = None
    enter: Enter = no_stage
    searches: bool = True
    lacks_pagefind: bool = False
    lacks_brotli: bool = False


@record
class _Opened:
    """A content folder before its prose is read; `closed` are files that can't be opened."""

    reader: Reader
    files: tuple[str, ...]
    settings: Settings
    found: tuple[Diagnostic, ...]
    closed: frozenset[str]

    @property
    def keys(self) -> list[str]:
        """Every file of prose."""
        return [key for key in self.files if is_document(key)]

    @property
    def assets(self) -> tuple[str, ...]:
        """The files to copy."""
        return tuple(key for key in self.files if key.startswith("assets/") and key not in self.closed)

    def work(self, terms: Terms) -> Work:
        """What is done with each file while no role is known."""
        return Work(
            reader=self.reader,
            site=self.settings.site,
            skill_names=None if SKILLS_FILE in self.settings.faulty else self.settings.skill_names,
            roles_by_id={},
            days_by_key=self.settings.days_by_key,
            package=terms.package,
            keeps_pathways=terms.keeps_pathways,
            keeps_outside_links=terms.keeps_outside_links,
        )


def read_content(content: Path, shown: PurePosixPath, terms: Terms, advance: Advance) -> Content:
    """Read and check everything below `content`, which is shown to the author as `shown`."""
    terms.enter("settings and files")
    opened = _open(ContentFolder(path=content, shown=shown), terms)
    if terms.only is not None:
        read, glimpses = _read_some(opened, terms, terms.only)
        return _judged(opened, terms, read, glimpses)
    from site_gen.build.remake import remake  # a check of one file does without it, and without a database

    remade = remake(opened.work(terms), opened.files, opened.settings, terms=terms, advance=advance)
    terms.enter("judging")
    if remade.is_narrow:
        return _unjudged(opened, terms, remade)
    return replace(_judged(opened, terms, remade.all_gathered(), {}), remade=remade)


def _open(folder: ContentFolder, terms: Terms) -> _Opened:
    findings = Findings()
    files = find_files(folder.path)
    settings = read_all_settings(
        folder,
        files,
        findings,
        base_url=terms.base_url,
        only=terms.only,
        overlay=terms.overlay,
        pictures=terms.pictures,
    )
    if settings.site.search and not terms.searches:
        settings = replace(settings, site=replace(settings.site, search=False))
        if terms.lacks_pagefind:
            report_lack_of_search(folder, findings)
    if terms.only is None:
        settings = with_history(settings, folder, findings)
        findings.found.extend(_of_templates(folder))
    if settings.site.precompress and terms.lacks_brotli:
        report_lack_of_brotli(folder, findings)
    closed = report_files(folder, files, tables(settings.site.occupations, files), findings)
    reader = Reader(folder=folder, currency=settings.site.currency, overlay=terms.overlay)
    return _Opened(reader=reader, files=files, settings=settings, found=findings.as_tuple, closed=closed)


def _of_templates(folder: ContentFolder) -> tuple[Diagnostic, ...]:
    """What is wrong with the site's own templates, which lie beside its content."""
    site = folder.path.parent
    if not (site / "templates").is_dir():
        return ()
    from site_gen.build.own_templates import judge_own_templates  # few sites have any

    return judge_own_templates(site, folder.shown.parent)


def _read_some(opened: _Opened, terms: Terms, only: Set[str]) -> tuple[Mapping[str, Gathered], Mapping[str, Glimpse]]:
    """The files that are asked for and those they name, and a glimpse of every other."""
    read, glimpses = read_some(opened.reader, opened.keys, only)
    roles = {each.value.id: each.value for each in read.values() if isinstance(each.value, Role)}
    work = replace(opened.work(terms), roles_by_id=roles)
    return {key: work.judge(key, each) for key, each in read.items()}, glimpses


def _judged(
    opened: _Opened, terms: Terms, gathered: Mapping[str, Gathered], glimpses: Mapping[str, Glimpse]
) -> Content:
    """The content of files that were all gathered, held against each other."""
    facts = facts_of_site(
        opened.reader.folder,
        gathered,
        glimpses,
        settings=opened.settings,
        files=frozenset(opened.files),
        closed=opened.closed,
        today=terms.today,
        drafts=terms.drafts,
    )
    judged = judge_site(replace(facts, published=terms.published))
    content = _content(opened, terms, list(gathered.values()), judged)
    drafts = facts.withheld | {key for key, each in gathered.items() if each.draft and not terms.drafts}
    return replace(
        content,
        found_catalog=facts.catalog,
        drafts=_shown(opened, drafts),
        pathways={each.pathway.slug: each.pathway for each in gathered.values() if each.pathway},
        outside_links=_outside_links(gathered, terms),
    )


def _unjudged(opened: _Opened, terms: Terms, remade: Remade) -> Content:
    """The content of a site of which nothing has changed that other files or lists show: it is judged as before."""
    content = _content(opened, terms, remade.faulty_gathered(), remade.past.book.judged)
    return replace(content, remade=remade, drafts=_shown(opened, remade.withheld))


def _content(opened: _Opened, terms: Terms, gathered: Sequence[Gathered], judged: Sequence[Diagnostic]) -> Content:
    folder = opened.reader.folder
    found = (*opened.found, *chain.from_iterable(each.found for each in gathered), *judged)
    overrides = (*opened.settings.overrides, *chain.from_iterable(each.overrides for each in gathered))
    checked = tuple(folder.shown_path(key) for key in opened.files if terms.only is None or key in terms.only)
    is_faulty = SETTINGS_FILE in opened.settings.faulty
    said = settle(found, overrides, faulty_settings=folder.shown_path(SETTINGS_FILE) if is_faulty else "")
    if terms.only is not None:
        looked_at = frozenset(checked)
        said = tuple(each for each in said if each.place.path in looked_at)
    return Content(
        site=opened.settings.site,
        found_catalog=None,
        assets=opened.assets,
        checked=checked,
        drafts=frozenset(),
        diagnostics=said,
        overrides=overrides,
        judged=tuple(judged),
    )


def _shown(opened: _Opened, keys: Set[str]) -> frozenset[str]:
    return frozenset(opened.reader.folder.shown_path(key) for key in keys)


def _outside_links(gathered: Mapping[str, Gathered], terms: Terms) -> tuple[OutsideLink, ...]:
    return tuple(
        link for key, each in gathered.items() if terms.only is None or key in terms.only for link in each.outside_links
    )
