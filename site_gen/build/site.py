"""A site folder becomes a published site: the stages in order, with every effect at the two ends."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath

from jinja2 import Environment, TemplateError

from site_gen.addresses import address_of
from site_gen.build.content import Content, Terms, read_content
from site_gen.build.publish import publish, recover, refuse_foreign
from site_gen.build.templates import template_diagnostic, template_folders
from site_gen.diagnostic import Diagnostic, has_errors, weigh
from site_gen.model.catalog import Catalog
from site_gen.outputs import output_types
from site_gen.pages import page_types
from site_gen.render.assets import Assets, make_assets
from site_gen.render.environment import make_environment
from site_gen.render.frame import make_frame
from site_gen.render.page import render_page

Progress = Callable[[str, int, int], None]
"""Told the name of a stage, and how many of how many steps of it are done."""

WORKERS_PAY_FROM = 200
"""Pathways: below this, starting a worker costs more than it saves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What one build is asked to do.

    `site` is the site folder, `shown` the same as the author typed it; `jobs` None leaves the number of worker
    processes to the build.
    """

    site: Path
    shown: PurePosixPath
    output: Path
    today: date
    base_url: str | None = None
    jobs: int | None = None
    strict: bool = False
    drafts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a build did: nothing was published when `diagnostics` holds an error. `pages` counts HTML pages."""

    diagnostics: tuple[Diagnostic, ...]
    checked: int
    base_url: str = ""
    pages: int = 0
    files: int = 0
    published: bool = False


def _no_progress(_stage: str, _done: int, _total: int) -> None:
    """Say nothing."""


def check_site(options: Options, progress: Progress = _no_progress) -> Report:
    """Read and check a site without rendering it."""
    return _report(_read(options, progress), options)


def build_site(options: Options, progress: Progress = _no_progress) -> Report:
    """Read, check, render and publish a site; an error leaves the old one as it was.

    Raises `NotOurs` when the output folder holds something that no build has put there.
    """
    recover(options.output)
    refuse_foreign(options.output)
    content = _read(options, progress)
    report = _report(content, options)
    if has_errors(report.diagnostics):
        return report
    folders = template_folders(options.site)
    try:
        environment = make_environment(folders)
        assets = make_assets(folders)
        counter = _Counter()
        files = _files(content, options, environment, assets, counter, progress)
        written = publish(options.output, files)
    except TemplateError as error:
        fault = template_diagnostic(error, folders, options.shown)
        return replace(report, diagnostics=(*report.diagnostics, fault))
    return replace(report, pages=counter.pages, files=written, published=True)


@dataclass(slots=True)
class _Counter:
    pages: int = 0


def _report(content: Content, options: Options) -> Report:
    """What there is to say before anything is rendered."""
    site = content.catalog.site
    return Report(
        diagnostics=weigh(content.diagnostics, severities=site.severities, strict=options.strict),
        checked=content.checked,
        base_url=site.base_url,
    )


def _read(options: Options, progress: Progress) -> Content:
    folder = options.site / "content"
    with _workers(options.jobs, folder) as executor:
        terms = Terms(
            today=options.today, drafts=options.drafts, base_url=options.base_url, executor=executor
        )
        return read_content(
            folder, options.shown / "content", terms, lambda done, total: progress("Reading", done, total)
        )


@contextmanager
def _workers(jobs: int | None, content: Path) -> Iterator[Executor | None]:
    """The worker processes to read with: none for one job or a small site."""
    if jobs is None:
        pathways = content / "pathways"
        many = pathways.is_dir() and len(os.listdir(pathways)) >= WORKERS_PAY_FROM
        jobs = (os.cpu_count() or 1) if many else 1
    if jobs == 1:
        yield None
        return
    with ProcessPoolExecutor(max_workers=jobs) as executor:
        yield executor


def _files(
    content: Content,
    options: Options,
    environment: Environment,
    assets: Assets,
    counter: _Counter,
    progress: Progress,
) -> Iterator[tuple[str, bytes]]:
    """Every file of the site, one at a time, so that no build holds all pages at once."""
    catalog = content.catalog
    frame = make_frame(catalog, assets)
    total = _count_pages(catalog)
    for page_type in page_types():
        for page in page_type.make(catalog):
            yield page.address, render_page(environment, frame, page).encode()
            counter.pages += 1
            if counter.pages % 10 == 0:
                progress("Rendering", counter.pages, max(total, counter.pages))
    progress("Rendering", counter.pages, counter.pages)
    for output_type in output_types():
        for output in output_type.make(catalog):
            yield output.address, output.content
    yield from assets.files
    for key in content.assets:
        address = address_of(key)
        if address is not None:
            yield address, (options.site / "content" / key).read_bytes()


def _count_pages(catalog: Catalog) -> int:
    return 2 + len(catalog.pathways_by_slug) + len(catalog.roles_by_id) + len(catalog.pages_by_name)
