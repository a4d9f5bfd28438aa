"""`waymark serve`: build, serve, and build and reload again on every change."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any, Final

import click

from site_gen.commands import DRAFTS, SITE, cannot_replace, has_colour, make_options

PREVIEW: Final = ".cache/preview"
"""Where a preview is built: it may have drafts and marked places, which the folder that is published must not get."""


@click.command()
@SITE
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where to build the preview (default: .cache/preview/ in the site folder).",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port to listen on; 0 takes a free one.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@DRAFTS
@click.pass_context
def serve(context: click.Context, /, host: str, port: int, *, open_browser: bool, **given: Any) -> None:
    """Build, serve the site, and build and reload again on every change."""
    from site_gen.build.publish import NotOurs
    from site_gen.serve.server import PortTaken, serve_site

    gc.enable()  # every other command is over before anything needs to be collected; this one may go on for days
    options = make_options(context, given, output=PREVIEW)
    try:
        serve_site(options, host=host, port=port, open_browser=open_browser, colour=has_colour())
    except PortTaken as error:
        message = f"{host}:{port} can't be listened on: {error}. Name another port with --port."
        raise click.UsageError(message) from error
    except NotOurs as error:
        raise cannot_replace(options.output, error) from error


COMMAND = serve
