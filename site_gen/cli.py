"""The command line: the only place that reads arguments, the environment and the clock."""

from __future__ import annotations

import gc
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

import click

from site_gen import __version__
from site_gen.nearest import nearest

if TYPE_CHECKING:
    from site_gen.build.site import Options, Progress, Report

OK: Final = 0
FAULTS_FOUND: Final = 1
WRONG_USAGE: Final = 2

_BASE_URL: Final = re.compile(r"https?://[^\s/?#<>\"']+(?:/[^\s?#<>\"']*)?")


class Commands(click.Group):
    """A group whose plain call is `build`: `waymark --strict` is `waymark build --strict`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `build` in where no command is named."""
        own = {"--help", "--version", "-h"}
        at = self._skip_site(args)
        if at == len(args) or (at < len(args) and args[at].startswith("-") and args[at] not in own):
            args = [*args[:at], "build", *args[at:]]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where one is misspelt."""
        name = args[0]
        if self.get_command(ctx, name) is None:
            guess = nearest(name, self.list_commands(ctx))
            hint = f"Did you mean `waymark {guess}`?" if guess else "See `waymark --help`."
            message = f"No such command `{name}`. {hint}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    @staticmethod
    def _skip_site(args: list[str]) -> int:
        at = 0
        while at < len(args) and (args[at] == "--site" or args[at].startswith("--site=")):
            at += 1 if "=" in args[at] else 2
        return at


_SITE = click.option(
    "--site",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The site folder, which holds content/ (default: the current folder).",
)
_STRICT = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
_DRAFTS = click.option("--drafts", is_flag=True, help="Include drafts and pathways of a later date.")
_QUIET = click.option("--quiet", is_flag=True, help="Say nothing but what is wrong.")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="waymark")
@_SITE
@click.pass_context
def commands(context: click.Context, site: Path | None) -> None:
    """Waymark turns Markdown career pathways into a static site.

    Without a command it builds. Exit codes: 0 all is well, 1 the content has errors, 2 wrong usage.
    """
    context.obj = site


@commands.command()
@_SITE
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where to publish (default: output/ in the site folder).",
)
@click.option("--base-url", metavar="URL", help="The address the site will live at; goes before the one in site.yaml.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="How many processes read content (default: as many as help).",
)
@_STRICT
@_DRAFTS
@_QUIET
@click.pass_context
def build(context: click.Context, /, **given: Any) -> None:
    """Check the content, then publish the site to output/."""
    from site_gen.build.publish import NotOurs
    from site_gen.build.site import build_site

    gc.disable()  # a build is over soon and frees in order; the collector would walk its growing values again and again
    options = _options(context, given)
    quiet = given["quiet"]
    start = time.perf_counter()
    try:
        with _progress(shown=not quiet) as progress:
            report = build_site(options, progress)
    except NotOurs as error:
        raise _cannot_replace(options.output, error) from error
    _say(report, published=report.published, quiet=quiet)
    if not report.published:
        sys.exit(FAULTS_FOUND)
    if not quiet:
        warnings = len(report.diagnostics)
        click.echo(
            f"{report.pages} pages, {warnings} warning{'' if warnings == 1 else 's'}, "
            f"{time.perf_counter() - start:.1f} seconds. Open {_typed(options.output / 'index.html')}"
        )


@commands.command()
@_SITE
@_STRICT
@_DRAFTS
@_QUIET
@click.pass_context
def check(context: click.Context, /, **given: Any) -> None:
    """Check the content and publish nothing."""
    from site_gen.build.site import check_site

    gc.disable()  # as in `build`
    with _progress(shown=not given["quiet"]) as progress:
        report = check_site(_options(context, given), progress)
    _say(report, published=None, quiet=given["quiet"])
    if any(each.severity == "error" for each in report.diagnostics):
        sys.exit(FAULTS_FOUND)


@commands.command()
@_SITE
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where to publish (default: output/ in the site folder).",
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
@_DRAFTS
@click.pass_context
def serve(context: click.Context, /, host: str, port: int, *, open_browser: bool, **given: Any) -> None:
    """Build, serve the site, and build and reload again on every change."""
    from site_gen.build.publish import NotOurs
    from site_gen.serve.server import PortTaken, serve_site

    options = _options(context, given)
    try:
        serve_site(options, host=host, port=port, open_browser=open_browser, colour=_has_colour())
    except PortTaken as error:
        message = f"{host}:{port} can't be listened on: {error}. Name another port with --port."
        raise click.UsageError(message) from error
    except NotOurs as error:
        raise _cannot_replace(options.output, error) from error


def _options(context: click.Context, given: dict[str, Any]) -> Options:
    """The options of a build from what was typed; wrong usage ends the command with exit code 2."""
    from site_gen.build.site import Options

    typed: Path = given.get("site") or context.obj or Path()
    site = Path(os.path.realpath(typed))
    if not (site / "content").is_dir():
        message = f"{_typed(typed)} is not a site folder: it has no content/ in it. Name one with --site."
        raise click.UsageError(message)
    output = _output(given.get("output") or site / "output", site)
    base_url = given.get("base_url")
    if base_url is not None and not _BASE_URL.fullmatch(base_url):
        message = (
            f"--base-url {base_url} is not the address of a site. "
            "Write the whole of it, beginning with https:// and without `?` or `#`."
        )
        raise click.UsageError(message)
    return Options(
        site=site,
        shown=PurePosixPath(typed.as_posix()),
        output=output,
        today=_today(),
        base_url=base_url,
        jobs=given.get("jobs"),
        strict=given.get("strict", False),
        drafts=given.get("drafts", False),
    )


def _output(typed: Path, site: Path) -> Path:
    """The folder to publish to, whole and without `..`; a link is kept, for the publisher to refuse."""
    real = Path(os.path.realpath(typed))
    if site.is_relative_to(real) or real.is_relative_to(site / "content"):
        message = f"--output {_typed(typed)} would replace the content itself. Name a folder of its own."
        raise click.UsageError(message)
    return typed.absolute() if typed.is_symlink() else real


def _cannot_replace(output: Path, error: Exception) -> click.UsageError:
    message = f"{_typed(output)} cannot be replaced: {error}. Name another folder with --output, or empty it."
    return click.UsageError(message)


def _today() -> date:
    """The date to judge reviews and publication by; SOURCE_DATE_EPOCH stands in for the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is `{epoch}`: it takes a number of seconds since 1970, or nothing."
        raise click.UsageError(message) from error


def _typed(path: Path) -> str:
    """A path as the reader would type it: relative to the current folder where it lies below."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def _has_colour() -> bool:
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def _say(report: Report, *, published: bool | None, quiet: bool) -> None:
    """Print the diagnostics and their count to standard error."""
    from site_gen.report.text import COLOUR, PLAIN, summary
    from site_gen.report.text import report as blocks

    for block in blocks(report.diagnostics, style=COLOUR if _has_colour() else PLAIN):
        click.echo(block, err=True)
    if report.diagnostics or not quiet:
        click.echo(summary(report.diagnostics, checked=report.checked, published=published), err=True)


@contextmanager
def _progress(*, shown: bool) -> Iterator[Progress]:
    """A progress bar on a terminal; elsewhere nothing."""
    if not shown or not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def progress(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield progress


def main() -> None:
    """Run the command that was typed; what the system refuses is said in one line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        commands(prog_name="waymark")
    except OSError as error:
        where = f": {_typed(Path(str(error.filename)))}" if error.filename else ""
        click.echo(f"Error: {error.strerror or error}{where}. Nothing was published.", err=True)
        sys.exit(FAULTS_FOUND)
