"""Turns the built pages into the links on this machine, fragments included, that lead nowhere."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

from tools.audit import installed


def check_links(site: Path, _address: str) -> list[str]:
    """One line for each broken link; links to other hosts are not followed."""
    pages = sorted(site.rglob("*.html"))
    command: list[str | Path] = [installed.lychee(), "--offline", "--include-fragments", "--no-progress"]
    command += ["--index-files", "index.html", "--root-dir", site.resolve(), "--format", "json", *pages]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        answer: dict[str, Any] = json.loads(checked.stdout)
    except json.JSONDecodeError:
        return [checked.stderr.strip() or "lychee said nothing"]
    if answer["total"] == 0:
        return ["lychee found no link to check"]
    return [
        f"{Path(page).relative_to(site)}: {failure['url']}: {failure['status']['text']}"
        for page, failures in sorted(answer["error_map"].items())
        for failure in failures
        if not is_gap(failure["url"])
    ]


def is_gap(url: str) -> bool:
    """Whether an address stands in a part of a page that a script fills before anybody sees it: `{address}`."""
    return re.search(r"(\{|%7B)\w+(\}|%7D)$", url) is not None
