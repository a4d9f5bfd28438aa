"""Forty mistakes of forty kinds, one a file, in one site: one run names them all, each at its line, none twice."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from site_gen.build.site import check_site
from tests.mistakes import Mistake, all_mistakes
from tests.sites import CONTENT, GUIDE, copy_site, options

FEWEST = 40
_APART = {
    "no-content",  # is about a site without a guide
    "template-fault",  # is found when pages are drawn
    "unreached-role",  # is not told while a guide can't be read: it may be the one that reaches the role
    "unknown-role",  # what it expects names the role of the corpus
    "file-name-mismatch",
    "same-role",
    "skill-spelling",  # counts the skills of all guides
    "bad-table",
    "severity-without-effect",
}


def in_a_guide_of_its_own(mistake: Mistake, number: int, site: Path) -> Mistake:
    """The mistake in a copy of the guide, between two roles that no other guide has."""
    origin, target = f"potter-{number}", f"weaver-{number}"
    for name, model in ((origin, "backend-developer"), (target, "algorithm-engineer")):
        role = (CONTENT / "roles" / f"{model}.md").read_text("utf-8")
        role = re.sub(r"^name: .*$", f"name: {name}", role, count=1, flags=re.MULTILINE)
        (site / "content" / "roles" / f"{name}.md").write_text(role, "utf-8")
    guide = (CONTENT / GUIDE).read_text("utf-8")
    guide = guide.replace("from: backend-developer", f"from: {origin}").replace(
        "to: algorithm-engineer", f"to: {target}"
    )
    key = f"pathways/{origin}-to-{target}.md"
    (site / "content" / key).write_text(guide, "utf-8")
    return replace(mistake, file=key)


def can_stand_beside_others(mistake: Mistake) -> bool:
    """Whether a mistake is in one file and says nothing of the others."""
    shared = mistake.file in {"site.yaml", "skills.yaml"} or mistake.also or mistake.without
    names_roles = re.search(r"^(?:from|to):", mistake.find or mistake.find_line, re.MULTILINE)
    return not (shared or names_roles or mistake.fault in _APART or mistake.file.startswith("/"))


@pytest.fixture
def mistakes(tmp_path: Path) -> list[Mistake]:
    """A mistake of each kind that can stand beside others, made in a file of its own in one site."""
    copy_site(tmp_path)
    clean = (tmp_path / "content" / GUIDE).read_text("utf-8")
    by_fault: dict[str, Mistake] = {}
    files = set()
    for number, mistake in enumerate(filter(can_stand_beside_others, all_mistakes())):
        if mistake.fault in by_fault or (mistake.file != GUIDE and mistake.file in files):
            continue
        made = in_a_guide_of_its_own(mistake, number, tmp_path) if mistake.file == GUIDE else mistake
        made.put_into(tmp_path)
        files.add(made.file)
        by_fault[mistake.fault] = made
    assert (tmp_path / "content" / GUIDE).read_text("utf-8") == clean
    return list(by_fault.values())


def test_forty_mistakes_are_all_named_in_one_run(tmp_path: Path, mistakes: list[Mistake]) -> None:
    assert len(mistakes) >= FEWEST
    expected = sorted((each.expected(tmp_path) for each in mistakes), key=lambda each: each.sort_key)
    found = [replace(each, fix=None, related=()) for each in check_site(options(tmp_path)).diagnostics]
    assert [each for each in found if each not in expected] == []
    assert found == expected
