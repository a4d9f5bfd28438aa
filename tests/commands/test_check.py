"""`waymark check`: what it says, and that it writes nothing."""

from pathlib import Path

from tests.commands.running import run
from tests.sites import tree


def test_a_check_writes_nothing(site: Path) -> None:
    before = tree(site)
    assert run("check").stderr == "3 files checked: nothing to mend.\n"
    assert tree(site) == before
