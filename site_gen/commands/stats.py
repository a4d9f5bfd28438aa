"""`waymark stats`: the state of the content, in figures."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

import click

from site_gen.commands import SITE, make_options

if TYPE_CHECKING:
    from site_gen.model.catalog import Catalog


@click.command()
@SITE
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to say it."
)
@click.pass_context
def stats(context: click.Context, /, form: str, **given: Any) -> None:
    """Say how much content there is, and which of it needs care."""
    from site_gen.build.content import Terms, read_content
    from site_gen.read.source import find_files
    from site_gen.stats.as_json import as_json
    from site_gen.stats.count import count
    from site_gen.stats.text import text

    options = make_options(context, given)
    folder, shown = options.site / "content", options.shown / "content"
    terms = Terms(today=options.today, drafts=True, keeps_pathways=True)
    content = read_content(folder, shown, terms, lambda _done, _total: None)
    used = _keys(content.catalog)
    counted = count(
        content.catalog,
        content.pathways,
        content.diagnostics,
        uncounted=[(shown / key).as_posix() for key in find_files(folder) if _is_document(key) and key not in used],
        today=options.today,
    )
    click.echo(as_json(counted) if form == "json" else text(counted), nl=False)


def _keys(catalog: Catalog) -> set[str]:
    pathways = {each.facts.key for each in catalog.listings}
    return pathways | {each.key for kind in (catalog.roles_by_id, catalog.pages_by_name) for each in kind.values()}


def _is_document(key: str) -> bool:
    folder, name = posixpath.split(key)
    return folder in {"pathways", "roles", "pages"} and name.endswith(".md")


COMMAND = stats
