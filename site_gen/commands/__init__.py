"""One file a command: what it is called, what it asks for, and what it calls.

The folder is the register: every module here names one constant `COMMAND`, and is imported when it is typed. Here
stands what the commands share: options, exit codes, and what is said on a terminal.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

import click

from site_gen.nearest import nearest

if TYPE_CHECKING:
    from site_gen.build.site import Options, Progress, Report

OK: Final = 0
FAULTS_FOUND: Final = 1
WRONG_USAGE: Final = 2


def command_names() -> list[str]:
    """Every command of the folder, in the order of the alphabet."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def load_command(name: str) -> click.Command:
    """Import one command of the folder."""
    command: click.Command = importlib.import_module(f"{__name__}.{name}").COMMAND
    return command


_LIKE_A_PATH: Final = 0.8
_BASE_URL: Final = re.compile(r"https?://[^\s/?#<>\"']+(?:/[^\s?#<>\"']*)?")

SITE = click.option(
    "--site",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The site folder, which holds content/ (default: the current folder).",
)
OUTPUT = click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where to publish (default: output/ in the site folder).",
)
STRICT = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
DRAFTS = click.option("--drafts", is_flag=True, help="Include drafts and pathways of a later date.")
QUIET = click.option("--quiet", is_flag=True, help="Say nothing but what is wrong.")


def make_options(context: click.Context, given: Mapping[str, Any], *, output: str = "output") -> Options:
    """The options of a build from what was typed; wrong usage ends the command with exit code 2.

    `output` is the folder of the site to publish to where none was named.
    """
    from site_gen.build.site import Options

    typed: Path = given.get("site") or context.obj or Path()
    site = Path(os.path.realpath(typed))
    if not (site / "content").is_dir():
        message = f"{as_typed(typed)} is not a site folder: it has no content/ in it. Name one with --site."
        raise click.UsageError(message)
    folder = _output(given.get("output") or site / output, site)
    base_url = checked_base_url(given.get("base_url"))
    return Options(
        site=site,
        shown=PurePosixPath(typed.as_posix()),
        output=folder,
        today=today(),
        base_url=base_url,
        jobs=given.get("jobs"),
        scheduler=given.get("scheduler"),
        strict=given.get("strict", False),
        drafts=given.get("drafts", False),
        portable=bool(os.environ.get("CI")),
    )


def checked_base_url(typed: str | None) -> str | None:
    """What was typed for --base-url; wrong usage where that is no address of a site."""
    if typed is not None and not _BASE_URL.fullmatch(typed):
        message = (
            f"--base-url {typed} is not the address of a site. "
            "Write the whole of it, beginning with https:// and without `?` or `#`."
        )
        raise click.UsageError(message)
    return typed


def site_of(site: Path | None, paths: Sequence[Path]) -> Path | None:
    """The site folder that was named, else the one that the first path lies in, or without paths the current folder.

    None for the current folder itself; another is shown to the author as the way to it from there.
    """
    here = Path.cwd()
    if site is not None:
        return site
    whole = Path(os.path.realpath(paths[0] if paths else here))
    if (here / "content").is_dir() and whole.is_relative_to(os.path.realpath(here)):
        return None
    above = (each for each in (whole, *whole.parents) if each.name == "content" and each.is_dir())
    content = next(above, whole / "content" if (whole / "content").is_dir() else None)
    return Path(os.path.relpath(content.parent, here)) if content is not None else None


def files_below(options: Options, paths: Sequence[Path]) -> frozenset[str] | None:
    """The content files that were typed, or lie below folders that were, as keys; None for all of them.

    Wrong usage, which names the nearest file, ends the command where there is no such thing.
    """
    from site_gen.read.source import find_files

    content = Path(os.path.realpath(options.site / "content"))
    files = find_files(content)
    chosen: set[str] = set()
    for path in paths:
        whole = _whole(path, content)
        if content.is_relative_to(whole):
            return None
        key = whole.relative_to(content).as_posix() if whole.is_relative_to(content) else ""
        below = {each for each in files if each == key or each.startswith(f"{key}/")} if key else set()
        if not below and not (key and whole.is_dir()):
            raise click.UsageError(_no_such_file(path, whole, content, files))
        chosen |= below
    return frozenset(chosen) if paths else None


def _whole(path: Path, content: Path) -> Path:
    """Where a path leads; a link in the content folder is a file of its own there, one from elsewhere leads into it."""
    itself = Path(os.path.realpath(path.parent)) / path.name
    return itself if path.name != ".." and itself.is_relative_to(content) else Path(os.path.realpath(path))


def _no_such_file(path: Path, whole: Path, content: Path, files: Sequence[str]) -> str:
    is_below = whole.is_relative_to(content)
    if whole.exists() and is_below:
        return f"{as_typed(path)} is hidden or a spare copy, so it is no part of the site."
    if whole.exists():
        return f"{as_typed(path)} is not below the content folder, so there is nothing to check in it."
    if is_below:
        guess = nearest(whole.relative_to(content).as_posix(), files)
    else:
        keys_by_path = {key: key for key in files} | {f"content/{key}": key for key in files}
        guess = keys_by_path.get(nearest(path.as_posix(), keys_by_path, cutoff=_LIKE_A_PATH) or "")
    hint = f" Did you mean {as_typed(content / guess)}?" if guess else ""
    return f"There is no file {as_typed(path)}.{hint}"


def plural(count: int, noun: str) -> str:
    """A number of things: `1 file`, `2 files`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _output(typed: Path, site: Path) -> Path:
    """The folder to publish to, whole and without `..`; a link is kept, for the publisher to refuse."""
    real = Path(os.path.realpath(typed))
    if site.is_relative_to(real) or real.is_relative_to(site / "content"):
        message = f"--output {as_typed(typed)} would replace the content itself. Name a folder of its own."
        raise click.UsageError(message)
    return typed.absolute() if typed.is_symlink() else real


def cannot_replace(output: Path, error: Exception) -> click.UsageError:
    """The wrong usage that an output folder of somebody else's is."""
    message = f"{as_typed(output)} cannot be replaced: {error}. Name another folder with --output, or empty it."
    return click.UsageError(message)


def today() -> date:
    """The date to judge reviews and publication by; SOURCE_DATE_EPOCH stands in for the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        message = f"SOURCE_DATE_EPOCH is `{epoch}`: it takes a number of seconds since 1970, or nothing."
        raise click.UsageError(message) from error


def as_typed(path: Path) -> str:
    """A path as the reader would type it: relative to the current folder where it lies below."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def has_colour() -> bool:
    """Whether what is said on standard error may be coloured."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def say(report: Report, *, published: bool | None, quiet: bool, all_of_a_kind: bool = False) -> None:
    """Print the diagnostics and their count to standard error."""
    from site_gen.report.text import COLOUR, MOST_OF_ONE_KIND, PLAIN, summary
    from site_gen.report.text import report as blocks

    style = replace(COLOUR, link=_page_address) if has_colour() else PLAIN
    most = None if all_of_a_kind else MOST_OF_ONE_KIND
    for block in blocks(report.diagnostics, style=style, most_of_one_kind=most):
        click.echo(block, err=True)
    if report.diagnostics or not quiet:
        click.echo(summary(report.diagnostics, checked=len(report.checked), published=published), err=True)


def _page_address(code: str) -> str:
    """The address of the page of a code, as it came with Waymark."""
    from site_gen.explain import packaged_pages, page_path

    return (packaged_pages() / PurePosixPath(page_path(code)).name).resolve().as_uri()


@contextmanager
def progress_bar(*, shown: bool) -> Iterator[Progress]:
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
