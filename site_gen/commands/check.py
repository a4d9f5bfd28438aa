"""`waymark check`: say what is wrong with the content, and publish nothing."""

from __future__ import annotations

import gc
import sys
from typing import Any

import click

from site_gen.commands import DRAFTS, FAULTS_FOUND, QUIET, SITE, STRICT, make_options, progress_bar, say


@click.command()
@SITE
@STRICT
@DRAFTS
@QUIET
@click.pass_context
def check(context: click.Context, /, **given: Any) -> None:
    """Check the content and publish nothing."""
    from site_gen.build.site import check_site

    gc.disable()  # as in `build`
    with progress_bar(shown=not given["quiet"]) as progress:
        report = check_site(make_options(context, given), progress)
    say(report, published=None, quiet=given["quiet"])
    if any(each.severity == "error" for each in report.diagnostics):
        sys.exit(FAULTS_FOUND)


COMMAND = check
