"""`waymark explain`: what a diagnostic means, why it is one, and what to write instead."""

from __future__ import annotations

import sys

import click

from site_gen.diagnostic import Fault
from site_gen.faults import FAULTS
from site_gen.nearest import nearest

WIDEST = 100
"""Columns: longer lines are hard to read, however wide the terminal is."""


@click.command()
@click.argument("words", nargs=-1, metavar="[CODE]...")
def explain(words: tuple[str, ...]) -> None:
    """Explain diagnostics by code or name; without one, list them all."""
    faults = tuple(dict.fromkeys(_fault(word) for word in words))
    if not faults:
        click.echo(_list())
        return
    from site_gen.explain import explanation

    _show("\n".join(explanation(fault) for fault in faults))


def _fault(word: str) -> Fault:
    """The fault of a code or name, however its letters are; wrong usage ends the command with exit code 2."""
    known = {name: fault for fault in FAULTS.values() for name in (fault.code, fault.name)}
    folded = {name.casefold(): fault for name, fault in known.items()}
    fault = folded.get(word.casefold())
    if fault is None:
        guess = nearest(word, known)
        hint = f"Did you mean `{guess}`?" if guess else "`waymark explain` lists them all."
        message = f"No diagnostic is called `{word}`. {hint}"
        raise click.UsageError(message)
    return fault


def _list() -> str:
    """Every fault on a line of its own, in columns."""
    widest = max(len(fault.name) for fault in FAULTS.values())
    return "\n".join(
        f"{fault.code}  {fault.name:{widest}}  {fault.severity:7}  {fault.summary}" for fault in FAULTS.values()
    )


def _show(page: str) -> None:
    """Print Markdown: drawn on a terminal, as it stands elsewhere."""
    if not sys.stdout.isatty():
        click.echo(page, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown
    from rich.theme import Theme

    # The library's own style of code in a sentence is made for dark terminals.
    console = Console(theme=Theme({"markdown.code": "bold cyan"}))
    console.print(Markdown(page, code_theme="ansi_dark"), width=min(console.width, WIDEST))


COMMAND = explain
