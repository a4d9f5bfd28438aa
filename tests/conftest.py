"""What holds for all tests: none fails for being slow, and what was not tested for want of a program is said loudly."""

import os
import sys

import pytest
from hypothesis import settings

# Tests start Waymark hundreds of times: where nothing may be kept compiled, that alone takes minutes.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

settings.register_profile("patient", deadline=None)  # machines are busy at times: speed is the benchmarks' business
settings.load_profile("patient")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.getreports("skipped")
    for missing, kind in (("NO BROWSER", "browser tests"), ("NO SERVER", "tests of hosts")):
        without = [report for report in skipped if missing in str(report.longrepr)]
        if without:
            terminalreporter.section(missing, sep="!", red=True, bold=True)
            terminalreporter.write_line(f"{missing}: {len(without)} {kind} skipped", red=True, bold=True)
