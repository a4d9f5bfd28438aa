"""A site folder becomes a published site: the stages in order, with every effect at the two ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_gen.build.answers import digest_of_package
from site_gen.build.content import Content, Terms, read_content
from site_gen.build.telling import Enter, no_stage
from site_gen.build.work import AnotherVersion
from site_gen.build.workers import NoCluster, workers
from site_gen.diagnostic import Diagnostic, Override, Severity, has_errors, weigh
from site_gen.links import OutsideLink
from site_gen.model.site import Site
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.draw import PathwayPages
    from site_gen.build.past import Past
    from site_gen.build.remake import Start

Progress = Callable[[str, int, int], None]
"""Told the name of a stage, and how many of how many steps of it are done."""


@record
class Options:
    """What one build is asked to do.

    `site` is the site folder, `shown` the same as the author typed it; `jobs` None leaves the number of worker
    processes to the build, and `scheduler` is the address of a cluster that does their work. A check may look at some
    files `only` (keys below content/), and say no other codes than those of `select`, nor those of `ignore`. Errors of
    the codes in `lowered` count as warnings. `overlay` are texts, by key, in place of those on the disk.
    `keeps_outside_links` is of those who will ask them.
    """

    site: Path
    shown: PurePosixPath
    output: Path
    today: date
    base_url: str | None = None
    jobs: int | None = None
    scheduler: str | None = None
    strict: bool = False
    drafts: bool = False
    only: frozenset[str] | None = None
    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    lowered: frozenset[str] = frozenset()
    overlay: Mapping[str, bytes] = field(default_factory=dict)
    keeps_outside_links: bool = False


@record
class Report:
    """What a build did; not `published` where `diagnostics` holds an error. `pages` counts HTML pages, and
    `made_again` those of them that were drawn now; `reasons` say why, by page or file.

    `checked` are the files that were looked at, as shown to the author.
    """

    diagnostics: tuple[Diagnostic, ...]
    checked: tuple[str, ...]
    outside_links: tuple[OutsideLink, ...] = ()
    site: Site = field(default_factory=Site)
    overrides: tuple[Override, ...] = ()
    pages: int = 0
    made_again: int = 0
    files: int = 0
    reasons: Mapping[str, str] = field(default_factory=dict)
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


def build_site(options: Options, progress: Progress = _no_progress, enter: Enter = no_stage) -> Report:
    """Read, check, render and publish a site; an error leaves the old one as it was.

    Only what has changed since the last build is made again, where there is one that left its traces. `enter` is told
    of each stage when it begins. Raises `NotOurs` when the output folder holds something that no build has put there,
    NoCluster when the work can't be given to the one that was named, and OSError when the new site can't be written.
    """
    # The half that draws pages is imported where it is used, so that a check of one file is quick.
    from site_gen.build.making import make_site

    report: Report | None = None

    def read(
        make_pages: Callable[[Start], PathwayPages | None], open_folder: Callable[[], Path], past: Past
    ) -> Content:
        return _read(options, progress, make_pages=make_pages, open_folder=open_folder, past=past, enter=enter)

    def is_fit(content: Content) -> bool:
        nonlocal report
        report = _without_drafts(_report(content, options), content)
        return not has_errors(report.diagnostics)

    made = make_site(options, read, is_fit, progress, enter=enter)
    assert report is not None
    if made.fault is not None:
        return replace(report, diagnostics=(*report.diagnostics, made.fault))
    if made.is_refused:
        return report
    return replace(
        report, pages=made.pages, made_again=made.made_again, files=made.files, reasons=made.reasons, published=True
    )


def _without_drafts(report: Report, content: Content) -> Report:
    """A report that is silent about what is not going to be published: a draft may be as unfinished as it likes."""
    said = tuple(each for each in report.diagnostics if each.place.path not in content.drafts)
    return replace(report, diagnostics=said)


def _report(content: Content, options: Options) -> Report:
    """What there is to say before anything is rendered."""
    site = content.site
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


def _read(
    options: Options,
    progress: Progress,
    *,
    make_pages: Callable[[Start], PathwayPages | None] = lambda _start: None,
    open_folder: Callable[[], Path] = Path,
    past: Past | None = None,
    enter: Enter = no_stage,
) -> Content:
    folder = options.site / "content"
    jobs = options.jobs if options.only is None else 1
    with workers(jobs, options.scheduler, folder) as executor:
        terms = Terms(
            package=digest_of_package() if options.scheduler else "",
            today=options.today,
            drafts=options.drafts,
            base_url=options.base_url,
            executor=executor,
            only=options.only,
            overlay=options.overlay,
            keeps_outside_links=options.keeps_outside_links,
            make_pages=make_pages,
            open_folder=open_folder,
            past=past,
            enter=enter,
        )
        try:
            return read_content(
                folder, options.shown / "content", terms, lambda done, total: progress("Reading", done, total)
            )
        except AnotherVersion as error:
            message = f"a worker at {options.scheduler} has another version of Waymark: install the same on all"
            raise NoCluster(message) from error
