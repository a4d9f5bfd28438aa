"""`waymark new`: write a pathway or a role that passes the check, but for marked places to fill in."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from site_gen.commands import FAULTS_FOUND, SITE, WRONG_USAGE, has_colour, make_options
from site_gen.nearest import nearest

if TYPE_CHECKING:
    from site_gen.build.site import Options
    from site_gen.diagnostic import Diagnostic
    from site_gen.scaffold.surroundings import Surroundings

NON_INTERACTIVE = click.option(
    "--non-interactive", is_flag=True, help="Ask nothing; what is not given is left out or marked."
)


class _NotWritten(click.ClickException):
    """Why nothing was written; the command was typed in its right form, so its usage isn't repeated."""

    exit_code = WRONG_USAGE


class Kinds(click.Group):
    """The kinds of file there are; a misspelt one is told the nearest."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest kind where one is misspelt."""
        if args[0] not in self.commands:
            guess = nearest(args[0], self.commands)
            hint = f"Did you mean `waymark new {guess}`?" if guess else "See `waymark new --help`."
            message = f"No such kind of file `{args[0]}`. {hint}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Kinds)
def new() -> None:
    """Write a new pathway or role, with marked places to fill in."""


@new.command()
@click.argument("name", metavar="NAME", required=False)
@click.option("--id", "identity", metavar="ID", help="The name of its file without .md (default: made of the name).")
@click.option("--family", metavar="TEXT", help="The group of roles it belongs to.")
@click.option("--occupation", metavar="CODE", help="Its official occupation in the site's table, or none.")
@click.option(
    "--fit",
    type=click.Choice(["exact", "near", "parent", "group"]),
    help="How well the occupation covers the role.",
)
@click.option("--plural", metavar="TEXT", help="Its plural (default: the usual one).")
@SITE
@NON_INTERACTIVE
@click.pass_context
def role(context: click.Context, /, name: str | None, identity: str | None, fit: str | None, **given: Any) -> None:
    """Write a new role.

    NAME is what it is called, "Data Engineer", or its id, data-engineer.
    """
    from site_gen.model.role import Fit
    from site_gen.scaffold.author import cleaned
    from site_gen.scaffold.naming import role_name
    from site_gen.scaffold.role import role_text
    from site_gen.scaffold.role_interview import Given, free_id, plan_role

    options = make_options(context, given)
    author = _Terminal(asks=not given["non_interactive"])
    with _refusals():
        around = _surroundings(options)
        name = role_name(cleaned(name or _asked_for(author, "NAME", "Name of the role"), "NAME"))
        identity = free_id(author, around, name, identity)
        details = Given(
            family=given["family"],
            occupation=given["occupation"],
            fit=Fit(fit) if fit else None,
            plural=given["plural"],
        )
        planned = plan_role(author, around, details, name=name, identity=identity)
        _write(around, {f"roles/{identity}.md": role_text(planned, around.site.occupations)})
    click.echo(f"`waymark new pathway FROM {identity}` writes a pathway to it.")


@new.command()
@click.argument("origin", metavar="FROM", required=False)
@click.argument("target", metavar="TO", required=False)
@click.option("--summary", metavar="TEXT", help="One sentence, at most 160 characters.")
@click.option("--hours", type=click.IntRange(1, 80), metavar="N", help="Hours of study a week (default: the site's).")
@click.option(
    "--gate",
    type=click.Choice(["none", "certificate", "licence", "degree"]),
    help="What the law or the trade asks for first.",
)
@click.option("--with-roles", is_flag=True, help="Write a role that does not exist, too.")
@SITE
@NON_INTERACTIVE
@click.pass_context
def pathway(context: click.Context, /, **given: Any) -> None:
    """Write a new pathway between two roles.

    FROM and TO are ids or names of roles.
    """
    from site_gen.scaffold.pathway import pathway_text
    from site_gen.scaffold.pathway_interview import Wanted, plan_pathway

    options = make_options(context, given)
    author = _Terminal(asks=not given["non_interactive"])
    with _refusals():
        around = _surroundings(options)
        given["origin"] = given["origin"] or _asked_for(author, "FROM", "Role it leads from")
        given["target"] = given["target"] or _asked_for(author, "TO", "Role it leads to")
        wanted = Wanted(**{key: given[key] for key in ("origin", "target", "summary", "hours", "gate", "with_roles")})
        planned, texts = plan_pathway(author, around, wanted, options.today)
        _write(around, {**texts, f"pathways/{planned.slug}.md": pathway_text(planned, around.site)})


@dataclass(slots=True, kw_only=True)
class _Terminal:
    """The author at the terminal; nothing is asked where there is none."""

    asks: bool

    def ask(self, question: str, option: str, default: str | None = None) -> str:
        command = click.get_current_context().command
        own = any(option in (*each.opts, each.metavar) for each in command.params)
        with _answered(question, f"Give {option}" if own else "Write the role first with `waymark new role`"):
            answer: str = click.prompt(question, default=default, show_default=bool(default), err=True)
        return answer.strip()

    def agrees(self, question: str, *, default: bool) -> bool:
        with _answered(question, "Give another name"):
            return click.confirm(question, default=default, err=True)

    def tell(self, text: str) -> None:
        click.echo(text, err=True)


def _asked_for(author: _Terminal, argument: str, question: str) -> str:
    """What was not typed on the command line; wrong usage where nobody can be asked."""
    if not author.asks or not _is_terminal():
        message = f"{argument} is missing."
        raise click.UsageError(message, click.get_current_context())
    return author.ask(question, argument)


@contextmanager
def _answered(question: str, instead: str) -> Iterator[None]:
    """Ask only on a terminal; the end of input is no answer."""
    if not _is_terminal():
        message = f"There is no terminal to ask on (`{question}`). {instead}, or add --non-interactive."
        raise _NotWritten(message)
    try:
        yield
    except click.Abort as error:
        click.echo(err=True)
        message = f"There was no answer to `{question}`. {instead}, or add --non-interactive. Nothing was written."
        raise _NotWritten(message) from error


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


@contextmanager
def _refusals() -> Iterator[None]:
    """What is refused is wrong usage, but for a faulty file: that is told like any other fault."""
    from site_gen.scaffold.author import Refused

    try:
        yield
    except Refused as refused:
        if not refused.diagnostics:
            raise _NotWritten(str(refused)) from refused
        _say_faults(refused.diagnostics)
        click.echo(str(refused), err=True)
        sys.exit(FAULTS_FOUND)


def _say_faults(diagnostics: tuple[Diagnostic, ...]) -> None:
    from site_gen.report.text import COLOUR, PLAIN, report

    for block in report(diagnostics, style=COLOUR if has_colour() else PLAIN):
        click.echo(block, err=True)


def _surroundings(options: Options) -> Surroundings:
    from site_gen.scaffold.surroundings import SETTINGS, read_surroundings

    around = read_surroundings(options.site / "content", options.shown / "content")
    around.refuse_faulty(SETTINGS)
    return around


def _write(around: Surroundings, files: Mapping[str, str]) -> None:
    """Write all files or none, and say what is next."""
    from site_gen.scaffold import count_marks

    for key in files:
        around.refuse_existing(key)
    _write_all(around, files)
    paths = [around.shown_path(key) for key in files]
    for shown in paths:
        click.echo(f"Wrote {shown}")
    marks = sum(map(count_marks, files.values()))
    site = around.shown.parent.as_posix()
    command = shlex.join(["waymark", "check", *([] if site == "." else ["--site", site]), *paths])
    click.echo(f"Fill in the {marks} marked place{'' if marks == 1 else 's'}; `{command}` lists them.")


def _write_all(around: Surroundings, files: Mapping[str, str]) -> None:
    written: list[Path] = []
    key = ""
    try:
        for key, text in files.items():
            _write_new(around.content / key, text, written)
    except BaseException as error:
        for each in written:
            each.unlink()
        if not isinstance(error, OSError):
            raise
        message = f"{around.shown_path(key)} could not be written: {error.strerror}. Nothing was written."
        raise _NotWritten(message) from error


def _write_new(path: Path, text: str, written: list[Path]) -> None:
    """Write a file that isn't there yet; it is in `written` as soon as it is ours to take back."""
    path.parent.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        written.append(path)
        file.write(text)


COMMAND = new
