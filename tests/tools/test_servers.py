"""Programs of Debian's packages are fetched once, and it is said why they are not there."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tools import servers


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache with nothing in it."""
    monkeypatch.setattr(servers, "CACHE", tmp_path / "servers")
    servers.find_program.cache_clear()
    yield tmp_path / "servers"
    servers.find_program.cache_clear()


def test_without_apt_there_is_none(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setattr(servers.shutil, "which", lambda _name: None)  # type: ignore[attr-defined]
    assert servers.find_program("caddy") is None
    assert not cache.exists()


def test_a_failing_download_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setattr(servers.shutil, "which", lambda name: f"/bin/{name}")  # type: ignore[attr-defined]
    monkeypatch.setattr(
        servers.subprocess,  # type: ignore[attr-defined]
        "run",
        lambda command, **_: subprocess.CompletedProcess(command, 100, "", "E: no network"),
    )
    assert servers.find_program("caddy") is None
    assert list(cache.iterdir()) == []


def test_packages_are_fetched_once(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    commands: list[list[str]] = []

    def run(command: list[str], *, cwd: Path, **_: Any) -> subprocess.CompletedProcess[str]:
        commands.append(command[:2])
        if command[0] == "apt-get":
            (cwd / "caddy.deb").write_bytes(b"")
        else:
            (cwd / "root/usr/bin").mkdir(parents=True)
            (cwd / "root/usr/bin/caddy").write_bytes(b"")
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(servers.shutil, "which", lambda name: f"/bin/{name}")  # type: ignore[attr-defined]
    monkeypatch.setattr(servers.subprocess, "run", run)  # type: ignore[attr-defined]
    assert servers.find_program("caddy") == cache / "caddy"
    assert servers.executable("caddy")[-1] == str(cache / "caddy/usr/bin/caddy")
    servers.find_program.cache_clear()
    assert servers.find_program("caddy") == cache / "caddy"
    assert commands == [["apt-get", "download"], ["dpkg-deb", "--extract"]]
    assert [each.name for each in cache.iterdir()] == ["caddy"]


@pytest.mark.parametrize(("ci", "expected"), [("true", True), ("", False), ("false", False)])
def test_a_missing_program_is_a_failure_in_ci(monkeypatch: pytest.MonkeyPatch, ci: str, expected: bool) -> None:
    monkeypatch.setenv("CI", ci)
    assert servers.is_required() is expected
