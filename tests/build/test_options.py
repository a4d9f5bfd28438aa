"""What other programs ask of a build: the same as what is typed, and the rest as it usually is."""

from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from site_gen.build.options import Options

DAY = date(2026, 1, 10)


def test_a_site_is_published_into_its_own_output(tmp_path: Path) -> None:
    assert Options.of(tmp_path, today=DAY) == Options(
        site=tmp_path, shown=PurePosixPath(tmp_path), output=tmp_path / "output", today=DAY
    )


def test_what_is_asked_besides_is_taken_over(tmp_path: Path) -> None:
    asked = Options.of(tmp_path, today=DAY, output=tmp_path / "public", strict=True, jobs=1, ignore=frozenset({"W309"}))
    assert (asked.output, asked.strict, asked.jobs, asked.ignore, asked.drafts) == (
        tmp_path / "public",
        True,
        1,
        frozenset({"W309"}),
        False,
    )


def test_a_relative_folder_is_shown_as_it_was_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = Options.of("guides", today=DAY, output="public")
    assert (found.site, found.shown, found.output) == (
        tmp_path / "guides",
        PurePosixPath("guides"),
        tmp_path / "public",
    )
