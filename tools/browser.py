"""Turns a machine into one with a Chromium that starts, and says where it is."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGES = ("chromium", "libatomic1")  # the second is for Playwright's driver
NAMES_ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
QUIET_ARGUMENTS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DRIVER = (sys.executable, "-m", "playwright")
OWN_PATH = "from playwright.sync_api import sync_playwright as p; print(p().start().chromium.executable_path)"
NONE_FOUND = "no Chromium could be found or installed; put one on the PATH, or its path in WAYMARK_BROWSER"


def find_browser() -> Path | None:
    """The first Chromium that starts: WAYMARK_BROWSER's, one on the PATH, an application's, Playwright's own.

    A WAYMARK_BROWSER that does not start gives none: whoever names a browser means that one. Nor is one of
    use where Playwright's driver lacks a library, as on the barest Debian.
    """
    if not _answer([*DRIVER, "--version"]):
        return None
    named = os.environ.get("WAYMARK_BROWSER")
    candidates = iter([Path(named)]) if named else _candidates()
    return next((path for path in candidates if _starts(path)), None)


def launch_arguments() -> list[str]:
    """The arguments of a browser that talks to nobody but the test; root cannot have Chromium's sandbox."""
    return [*QUIET_ARGUMENTS, *(["--no-sandbox"] if _is_root() else [])]


def install_browser() -> Path | None:
    """The Chromium that Playwright or else Debian's package brings; none when neither can be had."""
    for install in (_install_playwrights_own, _install_debian_package):
        install()
        if found := find_browser():
            return found
    return None


def is_required() -> bool:
    """Whether a missing browser is a failure, as it is in CI, rather than a reason to skip."""
    return os.environ.get("CI", "").lower() == "true"


def _is_root() -> bool:
    return os.geteuid() == 0


def _candidates() -> Iterator[Path]:
    yield from (Path(found) for name in NAMES_ON_PATH if (found := shutil.which(name)))
    yield from (Path(application) for application in MAC_APPLICATIONS)
    if own := _answer([sys.executable, "-c", OWN_PATH]):
        yield Path(own)


def _starts(path: Path) -> bool:
    """Some systems put a script named chromium-browser on the PATH that only says how to get one."""
    return "Chrom" in _answer([str(path), "--version"])


def _answer(command: list[str]) -> str:
    """What a program prints; nothing when it fails, hangs or is not there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _install_playwrights_own() -> None:
    print("browser: none found; installing Playwright's own Chromium", flush=True)
    with_libraries = ["--with-deps"] if _is_root() and shutil.which("apt-get") else []
    _run([*DRIVER, "install", *with_libraries, "chromium"])


def _install_debian_package() -> None:
    if not shutil.which("apt-get"):
        return
    print("browser: that failed; installing Debian's package chromium", flush=True)
    as_root = [] if _is_root() else ["sudo", "-n"]
    _run([*as_root, "apt-get", "update"])
    _run([*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", *PACKAGES])


def _run(command: list[str]) -> None:
    """Runs an installer that may fail: then its last words are shown, without the trace above them."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    except OSError as refused:
        print(f"browser: {command[0]}: {refused.strerror}", flush=True)
        return
    if done.returncode != 0:
        words = [line for line in done.stdout.splitlines() if line.strip() and not line.startswith(" ")]
        print(*(f"browser: {line}" for line in words[-3:]), sep="\n", flush=True)


def main() -> int:
    """Finds or installs a browser; gives 1 only when there is none and CI wants one."""
    parser = argparse.ArgumentParser(prog="python -m tools.browser", description=__doc__)
    parser.add_argument("--install", action="store_true", help="install a Chromium when none is found")
    found = find_browser()
    if not found and parser.parse_args().install and not os.environ.get("WAYMARK_BROWSER"):
        found = install_browser()
    if found:
        print(f"browser: {found}")
        return 0
    print(f"browser: NO BROWSER: {NONE_FOUND}", file=sys.stderr)
    return 1 if is_required() else 0


if __name__ == "__main__":
    sys.exit(main())
