"""Turns the committed lock files into checkers installed under `.cache/audit`, and says what is not there."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
CACHE = REPOSITORY / ".cache" / "audit"
NODE_LOCK = Path(__file__).parent / "package-lock.json"
PYTHON_LOCK = REPOSITORY / "requirements" / "audit.txt"


class MissingError(Exception):
    """Something that a checker needs is not on this machine; the message names it."""


def program(name: str, *, of: str) -> str:
    """The path of a program on the PATH, said to be missing by the name of what brings it."""
    found = shutil.which(name)
    if not found:
        raise MissingError(f"{of} is not installed")
    return found


def node_modules() -> Path:
    """The folder of vnu and Lighthouse, as locked; npm runs none of their install scripts."""
    npm = program("npm", of="Node.js")
    folder = CACHE / "node"

    def install() -> None:
        folder.mkdir(parents=True)
        for name in ("package.json", NODE_LOCK.name):
            shutil.copy(NODE_LOCK.with_name(name), folder)
        _run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], folder)

    _install_once(folder, NODE_LOCK, install)
    return folder / "node_modules"


def lychee() -> Path:
    """The link checker, as locked, from its Python package."""
    folder = CACHE / "python"

    def install() -> None:
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
        _run([*pip, "--require-hashes", "--target", folder, "-r", PYTHON_LOCK], REPOSITORY)

    _install_once(folder, PYTHON_LOCK, install)
    return folder / "bin" / "lychee"


def _install_once(folder: Path, lock: Path, install: Callable[[], None]) -> None:
    """Installs unless the folder was made, to the end, from a lock of the same bytes."""
    made_from = folder / ".made-from"
    if made_from.is_file() and made_from.read_bytes() == lock.read_bytes():
        return
    print(f"audit: installing what {lock.relative_to(REPOSITORY)} lists", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    install()
    shutil.copy(lock, made_from)


def _run(command: list[str | Path], folder: Path) -> None:
    subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True)
