"""The command line: finds the command that was typed, runs it, and says in one line what the system refuses."""

from __future__ import annotations

import errno
import gc
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from site_gen import __version__
from site_gen.commands import SITE, as_typed, command_names, load_command
from site_gen.nearest import nearest


class Commands(click.Group):
    """A group whose plain call is `build`: `waymark --strict` is `waymark build --strict`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `build` in where no command is named."""
        own = {"--help", "--version", "-h"}
        at = self._skip_site(args)
        if at == len(args) or (at < len(args) and args[at].startswith("-") and args[at] not in own):
            args = [*args[:at], "build", *args[at:]]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the library's signature
        """Every command there is."""
        return command_names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The one command that was typed: the others are not even imported."""
        return load_command(cmd_name) if cmd_name in command_names() else None

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

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the system refuses is said in one line."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            where = f": {as_typed(Path(str(error.filename)))}" if error.filename else ""
            rest = " Nothing was published." if self._publishes(ctx.invoked_subcommand) else ""
            message = f"{error.strerror or error}{where}.{rest}"
            raise click.ClickException(message) from error

    @staticmethod
    def _publishes(name: str | None) -> bool:
        """Whether a command can be told where to publish."""
        return name in command_names() and any(each.name == "output" for each in load_command(str(name)).params)

    @staticmethod
    def _skip_site(args: list[str]) -> int:
        at = 0
        while at < len(args) and (args[at] == "--site" or args[at].startswith("--site=")):
            at += 1 if "=" in args[at] else 2
        return at


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="waymark")
@SITE
@click.pass_context
def commands(context: click.Context, site: Path | None) -> None:
    """Waymark turns Markdown career pathways into a static site.

    Without a command it builds. Exit codes: 0 all is well, 1 the content has errors, 2 wrong usage.
    """
    context.obj = site


def main() -> None:
    """Run the command that was typed, on a terminal of any encoding."""
    gc.disable()  # a command is over soon and frees in order: the collector would walk its growing values in vain
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        commands(prog_name="waymark")
    finally:
        gc.freeze()  # or all would be walked once more, just before the system takes it back
