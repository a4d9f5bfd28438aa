"""A command line becomes what click makes of it, without being run."""

from __future__ import annotations

from collections.abc import Sequence

import click

from site_gen.cli import commands


def parse(words: Sequence[str]) -> None:
    """Let click read what stands after `waymark`; raises UsageError where a command or option doesn't exist.

    A group alone, `waymark new`, is the name of its commands.
    """
    context = click.Context(commands, info_name="waymark")
    command: click.Command = commands
    rest = list(words)
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        name, found, rest = command.resolve_command(context, rest)
        assert found is not None
        command, context = found, click.Context(found, info_name=name, parent=context)
    if isinstance(command, click.Group) and not rest:
        return
    try:
        command.make_context(context.info_name, rest, parent=context.parent)
    except click.exceptions.Exit as end:  # `--version` and `--help` are done when they are read
        assert end.exit_code == 0
