"""`waymark build`: check the content, then publish the site."""

from __future__ import annotations

import gc
import sys
import time
from typing import Any

import click

from site_gen.commands import (
    DRAFTS,
    FAULTS_FOUND,
    OUTPUT,
    QUIET,
    SITE,
    STRICT,
    as_typed,
    cannot_replace,
    make_options,
    progress_bar,
    say,
)


@click.command()
@SITE
@OUTPUT
@click.option("--base-url", metavar="URL", help="The address the site will live at; goes before the one in site.yaml.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="How many processes read content (default: as many as help).",
)
@STRICT
@DRAFTS
@QUIET
@click.pass_context
def build(context: click.Context, /, **given: Any) -> None:
    """Check the content, then publish the site to output/."""
    from site_gen.build.publish import NotOurs
    from site_gen.build.site import build_site

    gc.disable()  # a build is over soon and frees in order; the collector would walk its growing values again and again
    options = make_options(context, given)
    quiet = given["quiet"]
    start = time.perf_counter()
    try:
        with progress_bar(shown=not quiet) as progress:
            report = build_site(options, progress)
    except NotOurs as error:
        raise cannot_replace(options.output, error) from error
    say(report, published=report.published, quiet=quiet)
    if not report.published:
        sys.exit(FAULTS_FOUND)
    if not quiet:
        warnings = len(report.diagnostics)
        click.echo(
            f"{report.pages} pages, {warnings} warning{'' if warnings == 1 else 's'}, "
            f"{time.perf_counter() - start:.1f} seconds. Open {as_typed(options.output / 'index.html')}"
        )


COMMAND = build
