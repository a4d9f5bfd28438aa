"""Turns one page of each type into what Lighthouse finds when a slow phone opens them."""

import json
import os
import statistics
import subprocess
from pathlib import Path
from typing import Any

from tools.audit import installed
from tools.audit.page_types import paths_of
from tools.browser import find_browser, launch_arguments

RUNS = 3
FULL_MARKS = ("performance", "accessibility", "best-practices", "seo")
# In milliseconds, but for the shift, which is a share of the screen.
LIMITS = {
    "largest-contentful-paint": 1500,
    "cumulative-layout-shift": 0,
    "total-blocking-time": 100,
}

Report = dict[str, Any]


def check_pages(site: Path, address: str) -> list[str]:
    """One line for each mark under 100 and each limit passed, on one page of each type."""
    node = installed.program("node", of="Node.js")
    browser = find_browser()
    if browser is None:
        raise installed.MissingError("a browser is not installed")
    lighthouse = [node, str(installed.node_modules() / "lighthouse" / "cli" / "index.js")]
    complaints = []
    for path in paths_of(site, address):
        reports = [_open(lighthouse, browser, address + path) for _ in range(RUNS)]
        print(f"audit: lighthouse: {path}: {summary(reports)}", flush=True)
        complaints += [f"{path}: {fault}" for fault in faults(reports)]
    return complaints


def faults(reports: list[Report]) -> list[str]:
    """What the runs of one page fall short of: every mark in every run, every limit in the median run."""
    marks = {name: min(_mark(report, name) for report in reports) for name in FULL_MARKS}
    measured = {name: median(reports, name) for name in LIMITS}
    return [
        *(f"{name} is {mark}, not 100{_why(reports, name)}" for name, mark in marks.items() if mark < 100),
        *(f"{name} is {value:g}, over {LIMITS[name]}" for name, value in measured.items() if value > LIMITS[name]),
    ]


def median(reports: list[Report], audit: str) -> float:
    """The median of what the runs measured, to a thousandth."""
    measured: list[float] = [report["audits"][audit]["numericValue"] for report in reports]
    return round(statistics.median(measured), 3)


def summary(reports: list[Report]) -> str:
    """The median marks of a page, and the medians of what was measured, on one line."""
    marks = {name: statistics.median(_mark(report, name) for report in reports) for name in FULL_MARKS}
    measured = {name: median(reports, name) for name in LIMITS}
    return ", ".join(f"{name} {value:g}" for name, value in {**marks, **measured}.items())


def _mark(report: Report, category: str) -> int:
    """A mark from 0 to 100; a category that could not be marked counts as 0."""
    return round((report["categories"][category]["score"] or 0) * 100)


def _why(reports: list[Report], category: str) -> str:
    """The audits that cost the marks, each once."""
    short = {
        reference["id"]
        for report in reports
        for reference in report["categories"][category]["auditRefs"]
        if reference["weight"] and report["audits"][reference["id"]]["score"] not in (None, 1)
    }
    return f" ({', '.join(sorted(short))})" if short else ""


def _open(lighthouse: list[str], browser: Path, url: str) -> Report:
    command = [*lighthouse, url, "--quiet", "--output=json", f"--only-categories={','.join(FULL_MARKS)}"]
    command += [f"--chrome-flags={' '.join(launch_arguments())}"]
    opened = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": str(browser)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    report: Report = json.loads(opened.stdout)
    return report
