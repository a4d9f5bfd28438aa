"""A site folder becomes a published site: the stages in order, with every effect at the two ends."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_gen.addresses import address_of
from site_gen.build.content import Content, Terms, read_content
from site_gen.build.publish import publish, recover, refuse_foreign
from site_gen.diagnostic import Diagnostic, Override, Severity, has_errors, weigh
from site_gen.links import OutsideLink
from site_gen.model.catalog import Catalog
from site_gen.model.site import Site

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from jinja2 import Environment

    from site_gen.render.assets import Assets

Progress = Callable[[str, int, int], None]
"""Told the name of a stage, and how many of how many steps of it are done."""

WORKERS_PAY_FROM = 200
"""Pathways: below this, starting a worker costs more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What one build is asked to do.

    `site` is the site folder, `shown` the same as the author typed it; `jobs` None leaves the number of
    worker processes to the build. A check may look at some files `only` (keys below content/), and say no other codes
    than those of `select`, nor those of `ignore`. Errors of the codes in `lowered` count as warnings. `overlay` are
    texts, by key, in place of those on the disk.
    """

    site: Path
    shown: PurePosixPath
    output: Path
    today: date
    base_url: str | None = None
    jobs: int | None = None
    strict: bool = False
    drafts: bool = False
    only: frozenset[str] | None = None
    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    lowered: frozenset[str] = frozenset()
    overlay: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did; not `published` where `diagnostics` holds an error. `pages` counts HTML pages.

    `checked` are the files that were looked at, as shown to the author.
    """

    diagnostics: tuple[Diagnostic, ...]
    checked: tuple[str, ...]
    outside_links: tuple[OutsideLink, ...] = ()
    site: Site = field(default_factory=Site)
    overrides: tuple[Override, ...] = ()
    pages: int = 0
    files: int = 0
    published: bool = False

    @property
    def base_url(self) -> str:
        """The address that the site will live at; empty where nobody has said so."""
        return self.site.base_url


def _no_progress(_stage: str, _done: int, _total: int) -> None:
    """Say nothing."""


def check_site(options: Options, progress: Progress = _no_progress) -> Report:
    """Read and check a site without rendering it."""
    return _report(_read(options, progress), options)


def build_site(options: Options, progress: Progress = _no_progress) -> Report:
    """Read, check, render and publish a site; an error leaves the old one as it was.

    Raises `NotOurs` when the output folder holds something that no build has put there, and OSError when the
    new site can't be written.
    """
    # The half that draws pages is imported where it is used, so that a check of one file is quick.
    from site_gen.build.templates import template_diagnostic, template_folders
    from site_gen.render.assets import make_assets
    from site_gen.render.environment import make_environment

    recover(options.output)
    refuse_foreign(options.output)
    content = _read(options, progress)
    report = _without_drafts(_report(content, options), content)
    if has_errors(report.diagnostics):
        return report
    folders = template_folders(options.site)
    try:
        rendering = _Rendering(environment=make_environment(folders), assets=make_assets(folders))
        files = _files(content, options, rendering, progress)
        written = publish(options.output, files)
    except Exception as error:
        # A site's own template can run any expression, so it can fail in any way; all else is raised again below.
        fault = template_diagnostic(error, folders, site=options.site, shown=options.shown)
        if fault is None:
            raise
        return replace(report, diagnostics=(*report.diagnostics, fault))
    return replace(report, pages=rendering.pages, files=written, published=True)


@dataclass(slots=True, kw_only=True)
class _Rendering:
    """What pages are drawn with, and how many have been."""

    environment: Environment
    assets: Assets
    pages: int = 0


def _without_drafts(report: Report, content: Content) -> Report:
    """A report that is silent about what is not going to be published: a draft may be as unfinished as it likes."""
    said = tuple(each for each in report.diagnostics if each.place.path not in content.drafts)
    return replace(report, diagnostics=said)


def _report(content: Content, options: Options) -> Report:
    """What there is to say before anything is rendered."""
    site = content.catalog.site
    bare = Report(
        diagnostics=(),
        checked=content.checked,
        outside_links=content.outside_links,
        site=site,
        overrides=content.overrides,
    )
    return with_diagnostics(bare, content.diagnostics, options)


def with_diagnostics(report: Report, more: Iterable[Diagnostic], options: Options) -> Report:
    """A report with more to say, weighed by the site's settings and its comments like the rest."""
    severities = {**report.site.severities, **dict.fromkeys(options.lowered, Severity.WARNING)}
    weighed = weigh(more, severities=severities, overrides=report.overrides, strict=options.strict)
    asked_for = [each for each in weighed if _is_asked_for(each.fault.code, options)]
    said = sorted((*report.diagnostics, *asked_for), key=lambda each: each.sort_key)
    return replace(report, diagnostics=tuple(said))


def _is_asked_for(code: str, options: Options) -> bool:
    return (options.select is None or code in options.select) and code not in options.ignore


def _read(options: Options, progress: Progress) -> Content:
    folder = options.site / "content"
    jobs = options.jobs if options.only is None else 1
    with _workers(jobs, folder) as executor:
        terms = Terms(
            today=options.today,
            drafts=options.drafts,
            base_url=options.base_url,
            executor=executor,
            only=options.only,
            overlay=options.overlay,
        )
        return read_content(
            folder, options.shown / "content", terms, lambda done, total: progress("Reading", done, total)
        )


@contextmanager
def _workers(jobs: int | None, content: Path) -> Iterator[Executor | None]:
    """The worker processes to read with: none for one job or a small site."""
    if jobs is None:
        pathways = content / "pathways"
        many = pathways.is_dir() and sum(1 for _ in pathways.iterdir()) >= WORKERS_PAY_FROM
        jobs = (os.cpu_count() or 1) if many else 1
    if jobs == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor  # takes longer to import than a small site to read

    with ProcessPoolExecutor(max_workers=jobs) as executor:
        yield executor


def _files(
    content: Content, options: Options, rendering: _Rendering, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site, one at a time, so that no build holds all pages at once.

    Where an author has silenced W202, two may ask for one address: the page gets it, then the earlier file.
    """
    from site_gen.outputs import output_types

    taken: set[str] = set()
    for address, file in chain(
        _pages(content.catalog, rendering, progress),
        ((each.address, each.content) for kind in output_types() for each in kind.make(content.catalog)),
        rendering.assets.files,
        _copies(content.assets, options.site / "content"),
    ):
        if address not in taken:
            taken.add(address)
            yield address, file


def _pages(catalog: Catalog, rendering: _Rendering, progress: Progress) -> Iterator[tuple[str, bytes]]:
    from site_gen.pages import page_types
    from site_gen.render.frame import make_frame
    from site_gen.render.page import render_page

    frame = make_frame(catalog, rendering.assets)
    total = _count_pages(catalog)
    for page_type in page_types():
        for page in page_type.make(catalog):
            yield page.address, render_page(rendering.environment, frame, page).encode()
            rendering.pages += 1
            if rendering.pages % 10 == 0:
                progress("Rendering", rendering.pages, max(total, rendering.pages))
    progress("Rendering", rendering.pages, rendering.pages)


def _copies(keys: Iterable[str], content: Path) -> Iterator[tuple[str, bytes]]:
    """The files that are published as they are."""
    for key in keys:
        address = address_of(key)
        if address is not None:
            yield address, (content / key).read_bytes()


def _count_pages(catalog: Catalog) -> int:
    return 2 + len(catalog.pathways_by_slug) + len(catalog.roles_by_id) + len(catalog.pages_by_name)
