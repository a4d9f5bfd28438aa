"""`waymark hosting`: what a web server of one's own needs in its configuration for the site."""

from __future__ import annotations

import re
import sys
from typing import Any, Final

import click

from site_gen.commands import DRAFTS, FAULTS_FOUND, SITE, make_options

SERVERS: Final = ("caddy", "nginx")
_PLAIN: Final = re.compile(r"[A-Za-z0-9._~/-]*")


@click.command()
@click.argument("server", type=click.Choice(SERVERS))
@SITE
@click.option("--base-url", metavar="URL", help="The address the site will live at; goes before the one in site.yaml.")
@DRAFTS
@click.pass_context
def hosting(context: click.Context, /, server: str, **given: Any) -> None:
    """Print what a web server needs for the site: addresses, headers, redirects."""
    from site_gen.build.content import Terms, read_content
    from site_gen.hosts import host_types
    from site_gen.render.hosting import root_of

    options = make_options(context, given)
    terms = Terms(today=options.today, drafts=options.drafts, base_url=options.base_url)
    content = read_content(options.site / "content", options.shown / "content", terms, lambda _done, _total: None)
    if any(each.severity == "error" for each in content.diagnostics):
        click.echo("The content has errors, so nothing can be said of its addresses: `waymark check` tells.", err=True)
        sys.exit(FAULTS_FOUND)
    root = root_of(content.site)
    if not _PLAIN.fullmatch(root):
        message = f"No configuration can be written for the path {root}: it takes letters, digits and -._~ only."
        raise click.UsageError(message)
    (host,) = (each for each in host_types() if each.name == server)
    click.echo(host.write(content.catalog), nl=False)


COMMAND = hosting
