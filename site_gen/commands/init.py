"""`waymark init`: lay down a new site, with a pathway to try, settings, workflows and an editor's settings."""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import click

from site_gen import __version__
from site_gen.commands import WRONG_USAGE, as_typed, checked_base_url, today

TITLE: Final = "Career pathways"
_README: Final = "README"
_MOST: Final = 10
"""So many files that stand in the way are named; of a site that is there already, it would be every file."""


@click.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--title", default=TITLE, show_default=True, metavar="TEXT", help="What the site is called.")
@click.option("--base-url", metavar="URL", help="The address the site will live at, if you know it.")
@click.option(
    "--waymark",
    metavar="URL",
    help="Where requirements.txt takes Waymark from, such as git+https://… (default: where this one came from, "
    "if that was a repository, else the package index).",
)
@click.pass_context
def init(context: click.Context, /, folder: Path | None, **given: Any) -> None:
    """Lay down a new site in DIR, or in the current folder."""
    folder = folder or context.obj or Path()
    files = _files(given)
    kept = _readme(folder)
    if kept is not None and not _holds(kept, files["README.md"]):
        del files["README.md"]
    else:
        kept = None
    in_the_way = [*_in_the_way(folder, files), *_strange_content(folder, files)]
    if in_the_way:
        _refuse(in_the_way)
    written = [path for path, text in files.items() if _write(folder / path, text)]
    _say(folder, is_new=bool(written), kept=kept)


def _files(given: Mapping[str, Any]) -> dict[str, str]:
    """The files of the site that was asked for; wrong usage where its title or address is none."""
    from site_gen.scaffold.author import Refused, cleaned
    from site_gen.scaffold.starter import NewSite, starter_files

    base_url = checked_base_url(given["base_url"]) or ""
    try:
        title = cleaned(given["title"], "--title")
    except Refused as refused:
        raise click.UsageError(str(refused)) from refused
    source = given["waymark"] or _installed_from()
    if re.search(r"\s|#", source):
        message = f"--waymark {source} is not an address that pip can install from. Write it without spaces and `#`."
        raise click.UsageError(message)
    site = NewSite(title=title, base_url=base_url, today=today(), version=__version__, source=source)
    return starter_files(site)


def _installed_from() -> str:
    """The repository and commit that this Waymark was installed from, as pip has noted them (PEP 610); else empty."""
    from importlib import metadata  # takes long to import, and no other command asks

    try:
        noted = json.loads(metadata.distribution("waymark").read_text("direct_url.json") or "{}")
        return f"{noted['vcs_info']['vcs']}+{noted['url']}@{noted['vcs_info']['commit_id']}"
    except (metadata.PackageNotFoundError, KeyError, ValueError):
        return ""


def _readme(folder: Path) -> Path | None:
    """What a folder has to say of itself already: code hosts write that before there is anything to read."""
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    return next((path for path in there if path.stem.upper() == _README), None)


def _in_the_way(folder: Path, files: Mapping[str, str]) -> Iterator[Path]:
    """What stands where a file has to go and is no such file. One that is the same is ours, of a run that was ended."""
    for path, text in files.items():
        file = folder / path
        blocked = next((each for each in _parents(folder, file) if os.path.lexists(each) and not each.is_dir()), None)
        if blocked is not None or (os.path.lexists(file) and not _holds(file, text)):
            yield blocked or file


def _parents(folder: Path, file: Path) -> list[Path]:
    """The folders that a file lies in, from the site folder down to its own."""
    return [folder, *reversed([each for each in file.parents if folder in each.parents])]


def _holds(file: Path, text: str) -> bool:
    return file.is_file() and not file.is_symlink() and file.read_bytes() == text.encode()


def _strange_content(folder: Path, files: Mapping[str, str]) -> Iterator[Path]:
    """Content of another site, to which nothing is added."""
    from site_gen.read.source import find_files

    content = folder / "content"
    if content.is_dir():
        yield from (content / key for key in find_files(content) if f"content/{key}" not in files)


def _refuse(in_the_way: list[Path]) -> None:
    """Say what stands in the way, and end with exit code 2."""
    paths = list(dict.fromkeys(in_the_way))
    click.echo("These are there already, and a new site writes over nothing:", err=True)
    for path in paths[:_MOST]:
        click.echo(f"  {as_typed(path)}", err=True)
    if len(paths) > _MOST:
        click.echo(f"  and {len(paths) - _MOST} more", err=True)
    click.echo("Move them away, or name another folder. Nothing was written.", err=True)
    sys.exit(WRONG_USAGE)


def _write(file: Path, text: str) -> bool:
    """Write a file at once or not at all, so that one that is there is whole; false where it is there already."""
    if file.exists():
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.half")
    half.write_bytes(text.encode())
    half.replace(file)
    return True


def _say(folder: Path, *, is_new: bool, kept: Path | None) -> None:
    """Say what was done, and what comes next."""
    where = f"{as_typed(folder)}/" if folder != Path() else "this folder"
    click.echo(f"Wrote a site to {where}, with a pathway to try." if is_new else f"The site is in {where} already.")
    if kept is not None:
        click.echo(f"Kept {as_typed(kept)}.")
    click.echo("Next:")
    for command in _next_commands(folder):
        click.echo(f"  {command}")


def _next_commands(folder: Path) -> list[str]:
    """The three commands that come next, as they are typed from here."""
    site = [] if folder == Path() else ["--site", folder.as_posix()]
    calls = (["serve", "--open"], ["check", "--strict"], ["new", "pathway"])
    return [shlex.join(["waymark", *call, *site]) for call in calls]


COMMAND = init
