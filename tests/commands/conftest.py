"""A small site as the current folder, on a fixed day."""

from pathlib import Path

import pytest

from tests.commands.running import EPOCH
from tests.sites import small_site


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small site without a fault, as the current folder."""
    folder = small_site(tmp_path / "site")
    monkeypatch.chdir(folder)
    return folder
