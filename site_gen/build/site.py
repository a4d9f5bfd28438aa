"""A site folder becomes a published site: the stages in order, with every effect at the two ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from site_gen.build.options import Options, Progress, no_progress
from site_gen.build.outcome import Report, with_diagnostics
from site_gen.build.telling import Enter, no_stage

if TYPE_CHECKING:
    from site_gen.build.again import Memory
    from site_gen.build.content import Content
    from site_gen.build.draw import PathwayPages
    from site_gen.build.past import Past
    from site_gen.build.remake import Start

__all__ = ["Options", "Progress", "Report", "build_site", "check_site", "with_diagnostics"]


def check_site(options: Options, progress: Progress = no_progress) -> Report:
    """Read and check a site without rendering it."""
    return _report(_read(options, progress), options)


def build_site(
    options: Options, progress: Progress = no_progress, enter: Enter = no_stage, memory: Memory | None = None
) -> Report:
    """Read, check, render and publish a site; an error leaves the old one as it was.

    Only what has changed since the last build is made again, where there is one that left its traces; one process that
    builds a site time and again gives the same `memory` each time. `enter` is told of each stage when it begins.
    Raises `NotOurs` when the output folder holds something that no build has put there, NoCluster when the work can't
    be given to the one that was named, and OSError when the new site can't be written.
    """
    # Each half is imported where it is used: most builds do without the one, and no check needs the other.
    from site_gen.build.again import Memory, build_again
    from site_gen.build.overview import look_over

    memory = memory or Memory()
    look = cache(partial(look_over, options.site))
    report = build_again(options, memory, look, enter=enter)
    if report is not None:
        return report
    memory.store(options)
    memory.keep(None)
    from site_gen.build.copies import has_brotli
    from site_gen.build.making import make_site
    from site_gen.build.search_index import is_installed

    return make_site(
        options,
        partial(_read, options, progress, enter=enter, has_pagefind=is_installed(), has_brotli=has_brotli()),
        lambda content: _without_drafts(_report(content, options), content),
        overview=look(),
        memory=memory,
        progress=progress,
        enter=enter,
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


def _read(
    options: Options,
    progress: Progress,
    *,
    make_pages: Callable[[Start], PathwayPages | None] = lambda _start: None,
    open_folder: Callable[[], Path] = Path,
    past: Past | None = None,
    enter: Enter = no_stage,
    has_pagefind: bool = True,
    has_brotli: bool = True,
) -> Content:
    from site_gen.build.answers import digest_of_package
    from site_gen.build.content import Terms, read_content
    from site_gen.build.work import AnotherVersion
    from site_gen.build.workers import NoCluster, workers

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
            pictures=options.pictures,
            published=options.published,
            make_pages=make_pages,
            open_folder=open_folder,
            past=past,
            enter=enter,
            searches=options.search and has_pagefind,
            lacks_pagefind=options.search and not has_pagefind,
            lacks_brotli=options.precompress and not has_brotli,
        )
        try:
            return read_content(
                folder, options.shown / "content", terms, lambda done, total: progress("Reading", done, total)
            )
        except AnotherVersion as error:
            message = f"a worker at {options.scheduler} has another version of Waymark: install the same on all"
            raise NoCluster(message) from error
