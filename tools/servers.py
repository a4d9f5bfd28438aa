"""Turns a Debian into one on which programs of its packages can be run, without installing or starting any."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

CACHE = Path(__file__).parents[1] / ".cache" / "servers"

PACKAGES = {
    "nginx": ("nginx", "nginx-common", "libnginx-mod-http-brotli-static", "libbrotli1"),
    "caddy": ("caddy",),
    "rclone": ("rclone",),
}
"""What the packages bring that a program needs and a bare system may lack."""


@cache
def find_program(name: str) -> Path | None:
    """The folder that the packages of a program are unpacked in, below it as they would be below `/`; none without apt.

    They are fetched once. Nothing is installed, so no server of the system is started or changed.
    """
    folder = CACHE / name
    if not folder.is_dir():
        _unpack(name, folder)
    return folder if folder.is_dir() else None


def none_found(name: str) -> str:
    """What to say where a program can't be had."""
    return f"NO SERVER: {name}, a package of Debian's, could not be fetched; that takes apt-get and a network"


def is_required() -> bool:
    """Whether a missing program is a failure, as it is in CI, rather than a reason to skip."""
    return os.environ.get("CI", "").lower() == "true"


def executable(name: str) -> list[str]:
    """The beginning of a command that runs a program of the unpacked packages, with their libraries."""
    folder = find_program(name)
    assert folder is not None, none_found(name)
    (program,) = (each for each in (folder / "usr/sbin" / name, folder / "usr/bin" / name) if each.is_file())
    libraries = ":".join(str(each) for each in sorted((folder / "usr/lib").glob("*-linux-gnu*")))
    return ["env", f"LD_LIBRARY_PATH={libraries}", str(program)]


def _unpack(name: str, folder: Path) -> None:
    """Fetch and unpack the packages; where that fails half-way, the folder isn't there."""
    if not shutil.which("apt-get"):
        return
    CACHE.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(dir=CACHE, prefix=f"{name}-"))
    download = ["apt-get", "download", "--quiet", *PACKAGES[name]]
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not _run(download, made) and not (_run([*as_root, "apt-get", "update"], made) and _run(download, made)):
        shutil.rmtree(made)
        return
    for package in sorted(made.glob("*.deb")):
        if not _run(["dpkg-deb", "--extract", str(package), "root"], made):
            shutil.rmtree(made)
            return
    try:
        (made / "root").rename(folder)
    except OSError:  # another process was quicker
        assert folder.is_dir()
    shutil.rmtree(made)


def _run(command: list[str], folder: Path) -> bool:
    """Run a command that may fail; then its last words are shown."""
    try:
        done = subprocess.run(
            command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    except OSError as refused:
        print(f"servers: {command[0]}: {refused.strerror}", flush=True)
        return False
    if done.returncode != 0:
        print(*(f"servers: {line}" for line in (done.stdout + done.stderr).splitlines()[-3:]), sep="\n", flush=True)
    return done.returncode == 0
