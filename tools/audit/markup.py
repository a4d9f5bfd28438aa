"""Turns the built pages into what the Nu Html Checker says of them."""

import subprocess
from pathlib import Path

from tools.audit import installed

# The checker asks no server of its own machine for a page unless this is set.
OWN_MACHINE = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
ALLOWED = (
    # Safari reads a list without bullets as no list unless the role says so.
    "The “list” role is unnecessary for element",
    # JSON-LD is no script to a browser, so no policy blocks it.
    "Inline script violates Content Security Policy",
)


def check_markup(site: Path, address: str) -> list[str]:
    """One line for each error and warning; style sheets are left to the browser, which knows newer CSS.

    The pages are asked for from the server: read as files, they would have no origin, and a policy of `self`
    would seem to block the site's own scripts.
    """
    java = installed.program("java", of="Java")
    checker = installed.node_modules() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    command = [java, OWN_MACHINE, "-jar", str(checker), "--format", "gnu", "--stdout"]
    command += [f"{address}/{path}" for path in paths]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    said = checked.stdout.splitlines()
    if checked.returncode != 0 and not said:
        return checked.stderr.splitlines()
    return [line.replace(f"{address}/", "") for line in said if is_fault(line)]


def is_fault(line: str) -> bool:
    """Whether a line is an error or a warning, and not one that the site lives with by choice."""
    return ": info: " not in line and not any(words in line for words in ALLOWED)
