"""Every mistake of the corpus, put into a copy of the project's site, gets its one diagnostic and stops the build."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_gen.build.site import build_site, check_site
from site_gen.cli import commands
from site_gen.diagnostic import Diagnostic, Severity
from site_gen.faults import (
    DEAD_LINK,
    FAULTS,
    LOST_ADDRESS,
    NO_HISTORY,
    PICTURES_WITHOUT_PILLOW,
    PRECOMPRESS_WITHOUT_BROTLI,
    SEARCH_NOT_INSTALLED,
)
from tests.mistakes import FOLDER, Mistake, all_mistakes
from tests.sites import EPOCH, copy_site, options, tree

MISTAKES = all_mistakes()
GROUPS = sorted({mistake.group for mistake in MISTAKES if mistake.group})
FEWEST = 80
OF_NO_FILE = {
    each.name
    for each in (
        DEAD_LINK,
        LOST_ADDRESS,
        NO_HISTORY,
        PICTURES_WITHOUT_PILLOW,
        PRECOMPRESS_WITHOUT_BROTLI,
        SEARCH_NOT_INSTALLED,
    )
}
"""What no file is to blame for."""

OLD_SITE = {".waymark": b"", "index.html": b"the old site"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A copy of the project's site with an older site in its output."""
    copy_site(tmp_path)
    (tmp_path / "output").mkdir()
    for name, content in OLD_SITE.items():
        (tmp_path / "output" / name).write_bytes(content)
    return tmp_path


def test_the_site_without_a_mistake_has_nothing_to_mend(site: Path) -> None:
    assert check_site(options(site)).diagnostics == ()


def test_the_corpus_is_not_empty() -> None:
    assert len(MISTAKES) >= FEWEST
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES)
    assert {mistake.fault for mistake in MISTAKES} == {fault.name for fault in FAULTS.values()} - OF_NO_FILE
    assert [file.suffix for file in FOLDER.iterdir()] == [".yaml"] * len(list(FOLDER.iterdir()))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.name)
def test_a_mistake_gets_its_one_diagnostic(mistake: Mistake, site: Path) -> None:
    mistake.put_into(site)
    look = build_site if mistake.is_in_a_template else check_site
    assert _bare(look(options(site)).diagnostics) == [mistake.expected(site)]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.name)
def test_a_mistake_leaves_the_old_site(mistake: Mistake, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    mistake.put_into(site)
    result = CliRunner().invoke(commands, ["build", "--strict", "--site", str(site)])
    assert result.exit_code == 1
    hint = r"(?:; 1 can be fixed with waymark check --(?:fix|unsafe-fixes))?"
    assert re.search(rf" files checked: 1 error{hint}\. Nothing was published\.\n$", result.stderr)
    assert tree(site / "output") == OLD_SITE


@pytest.mark.parametrize("group", GROUPS)
def test_mistakes_that_stand_together_get_each_their_own(group: str, site: Path) -> None:
    together = [mistake for mistake in MISTAKES if mistake.group == group]
    for mistake in together:
        mistake.put_into(site)
    expected = sorted((mistake.expected(site) for mistake in together), key=lambda each: each.sort_key)
    assert len(expected) >= 10
    assert _bare(check_site(options(site)).diagnostics) == expected


def _bare(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Diagnostics without their fixes and related places, which have tests of their own."""
    return [replace(each, fix=None, related=()) for each in found]


def test_the_corpus_has_warnings_and_errors_of_every_kind() -> None:
    kinds = {(FAULTS_BY_NAME[mistake.fault].code[1], FAULTS_BY_NAME[mistake.fault].severity) for mistake in MISTAKES}
    errors = {kind for kind, severity in kinds if severity is Severity.ERROR}
    warnings = {kind for kind, severity in kinds if severity is Severity.WARNING}
    assert errors | warnings == set("012345")
    assert errors == set("0125")
    assert warnings == set("012345")


FAULTS_BY_NAME = {fault.name: fault for fault in FAULTS.values()}
