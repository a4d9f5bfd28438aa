"""Turns the content into a site on this machine and asks every checker what is wrong with it.

`python -m tools.audit` exits 1 when a checker finds a fault; one that cannot run here is skipped, loudly.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools.audit.accessibility import check_accessibility
from tools.audit.installed import CACHE, REPOSITORY, MissingError
from tools.audit.lighthouse import check_pages
from tools.audit.links import check_links
from tools.audit.markup import check_markup
from tools.static_server import serve

Checker = Callable[[Path, str], list[str]]

CHECKERS: dict[str, Checker] = {
    "vnu": check_markup,
    "lychee": check_links,
    "accessibility": check_accessibility,
    "lighthouse": check_pages,
}


def main() -> int:
    """Builds the site for the address where it will be served, and runs the checkers one after the other."""
    site = CACHE / "site"
    with serve(site) as address:
        _build(site, address)
        verdicts = [_passes(name, check, site, address) for name, check in CHECKERS.items()]
    return 0 if all(verdicts) else 1


def _build(site: Path, address: str) -> None:
    places: list[str | Path] = ["--site", REPOSITORY, "--output", site, "--base-url", f"{address}/"]
    subprocess.run([sys.executable, "-m", "site_gen", "build", "--quiet", *places], check=True)


def _passes(name: str, check: Checker, site: Path, address: str) -> bool:
    """Whether the site has no fault, or the checker cannot run here."""
    try:
        complaints = check(site, address)
    except MissingError as missing:
        print(f"audit: {name}: SKIPPED: {missing}", flush=True)
        return True
    except subprocess.CalledProcessError as failed:
        complaints = [f"{failed.cmd[0]} failed ({failed.returncode}): {failed.stderr.strip()}"]
    print(*complaints, f"audit: {name}: {len(complaints)} faults", sep="\n", flush=True)
    return not complaints


if __name__ == "__main__":
    sys.exit(main())
