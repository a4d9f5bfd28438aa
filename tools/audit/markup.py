"""Turns the built pages into what the Nu Html Checker says of them."""

import subprocess
from pathlib import Path

from tools.audit import installed


def check_markup(site: Path, _address: str) -> list[str]:
    """One line for each error and warning; style sheets are left to the browser, which knows newer CSS."""
    java = installed.program("java", of="Java")
    checker = installed.node_modules() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command: list[str | Path] = [java, "-jar", checker, "--format", "gnu", "--stdout"]
    command += ["--also-check-svg", "--skip-non-html", site]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    said = [line.replace(f"file:{site}/", "") for line in checked.stdout.splitlines()]
    if checked.returncode != 0 and not said:
        said = checked.stderr.splitlines()
    return [line for line in said if ": info: " not in line]
