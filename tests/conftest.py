"""What holds for all tests: none fails for being slow, and what was not tested for want of a browser is said loudly."""

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # machines are busy at times: speed is the benchmarks' business
settings.load_profile("patient")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.getreports("skipped")
    without_browser = [report for report in skipped if "NO BROWSER" in str(report.longrepr)]
    if without_browser:
        count = f"NO BROWSER: {len(without_browser)} browser tests skipped"
        terminalreporter.section("NO BROWSER", sep="!", red=True, bold=True)
        terminalreporter.write_line(count, red=True, bold=True)
