"""Calls of the command line, in this process or in one of its own, and what to put into a small site for them."""

import os
import re
import subprocess
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result

from site_gen.cli import commands
from tests.sites import PATHWAY, REPOSITORY

EPOCH = str((date(2026, 1, 10) - date(1970, 1, 1)).days * 86400)
WARNING = {"roles/potter.md": "---\nname: Potter\nfamily: Craft\n---\n\nMakes pots.\n"}
MISSPELT = {"pathways/cook-to-baker.md": PATHWAY.replace("easy", "eazy").replace("2026-01-10", "10.01.2026")}
ERROR = {"pathways/cook-to-baker.md": PATHWAY.replace("to: baker", "to: barker")}

SAID = re.compile(r"^content/(\S+?):\d+:\d+: \w+ (W\d+)", re.MULTILINE)
"""File and code of each diagnostic."""


def run(*args: str) -> Result:
    return CliRunner().invoke(commands, args, prog_name="waymark")


def call(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(REPOSITORY), **environment}
    return subprocess.run(command, cwd=cwd, env=env, check=False, capture_output=True, text=True)


def codes(*args: str) -> list[tuple[str, str]]:
    """The codes that a check says, each with its file."""
    return [(found[1], found[2]) for found in SAID.finditer(run("check", *args).stderr)]
