import os
from pathlib import Path

import pytest

from tools.browser import find_browser, launch_arguments

CHROMIUM = "#!/bin/sh\necho Chromium 1.2.3\n"
HINT = "#!/bin/sh\necho 'chromium-browser: install it from the store'\nexit 1\n"


def write_program(path: Path, script: str) -> Path:
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("script", [None, HINT], ids=["missing", "does-not-start"])
def test_named_browser_that_does_not_start_gives_none(
    script: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if script:
        write_program(tmp_path / "mine", script)
    monkeypatch.setenv("WAYMARK_BROWSER", str(tmp_path / "mine"))
    assert find_browser() is None


def test_named_browser_comes_before_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_program(tmp_path / "chromium", CHROMIUM)
    mine = write_program(tmp_path / "mine", CHROMIUM)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setenv("WAYMARK_BROWSER", str(mine))
    assert find_browser() == mine


def test_script_that_only_tells_how_to_install_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_program(tmp_path / "chromium-browser", HINT)
    chrome = write_program(tmp_path / "google-chrome", CHROMIUM)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/nowhere")
    monkeypatch.delenv("WAYMARK_BROWSER", raising=False)
    assert find_browser() == chrome


@pytest.mark.parametrize(("user", "is_without_sandbox"), [(0, True), (1000, False)], ids=["root", "a-user"])
def test_only_root_goes_without_the_sandbox(
    user: int, is_without_sandbox: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert ("--no-sandbox" in launch_arguments()) is is_without_sandbox
