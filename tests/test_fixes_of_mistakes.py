"""The fix of each mistake of the corpus writes what the corpus says and nothing else, and ends the fault."""

from pathlib import Path

import pytest

from site_gen.build.site import build_site, check_site
from site_gen.diagnostic import Fix
from site_gen.fixing import apply_fixes
from tests.mistakes import Mistake, all_mistakes
from tests.sites import PATHWAY, copy_site, options, small_site

MISTAKES = all_mistakes()
KEY = "pathways/cook-to-baker.md"
FIXED = [mistake for mistake in MISTAKES if mistake.fix]


def fixes_of(mistake: Mistake, site: Path) -> list[Fix]:
    look = build_site if mistake.is_in_a_template else check_site
    return [each.fix for each in look(options(site)).diagnostics if each.fix is not None]


def wanted(mistake: Mistake, site: Path, *, before: bytes, after: bytes) -> bytes:
    """The file as the corpus says it is once it is fixed; `before` and `after` the mistake was made."""
    if not mistake.fixed:
        return before
    lines = after.decode().split("\n")
    lines[mistake.expected(site).place.line - 1] = mistake.fixed
    return "\n".join(lines).encode()


def test_the_corpus_has_fixes_of_both_kinds() -> None:
    assert {mistake.fix for mistake in MISTAKES} == {"", "safe", "unsafe"}
    assert len(FIXED) >= 30


@pytest.mark.parametrize("mistake", [each for each in MISTAKES if not each.fix], ids=lambda each: each.name)
def test_a_mistake_that_only_its_author_can_mend_has_no_fix(mistake: Mistake, tmp_path: Path) -> None:
    copy_site(tmp_path)
    mistake.put_into(tmp_path)
    assert fixes_of(mistake, tmp_path) == []


@pytest.mark.parametrize("mistake", FIXED, ids=lambda each: each.name)
def test_a_fix_writes_what_the_corpus_says_and_ends_the_fault(mistake: Mistake, tmp_path: Path) -> None:
    file = mistake.file_in(copy_site(tmp_path))
    before = file.read_bytes()
    mistake.put_into(tmp_path)
    right = wanted(mistake, tmp_path, before=before, after=file.read_bytes())
    (fix,) = fixes_of(mistake, tmp_path)
    assert fix.safe == (mistake.fix == "safe")
    fixed = apply_fixes(file.read_bytes(), [fix])
    assert (fixed.raw, fixed.applied) == (right, (fix,))
    file.write_bytes(fixed.raw)
    left = check_site(options(tmp_path)).diagnostics
    assert [each.fault.name for each in left] == list(mistake.then)


COMMENTED = {
    "title: A: b  # why": 'title: "A: b"  # why',
    'title: "A" b # why': 'title: "\\"A\\" b" # why',
    "title: @b # why": 'title: "@b" # why',
    "authors: [Ann # why": "authors: [Ann] # why",
    "authors: [Ann, B # why": "authors: [Ann, B] # why",
    "authors: Ann # why": "authors: [Ann] # why",
    "draft: no # why": "draft: false # why",
    "timeline: '8 to 9' # why": "timeline: '8-9 months' # why",
    "published: 1.2.2020 # why": "published: 2020-02-01 # why",
    "colour:red # why": "colour: red # why",
    "gate:\u00a0degree # why": "gate: degree # why",
}


@pytest.mark.parametrize(("written", "fixed"), COMMENTED.items(), ids=COMMENTED)
def test_a_comment_behind_a_value_stays_a_comment(written: str, fixed: str, tmp_path: Path) -> None:
    site = small_site(tmp_path, {KEY: PATHWAY.replace("difficulty:", f"{written}\ndifficulty:")})
    (fix,) = [each.fix for each in check_site(options(site)).diagnostics if each.fix is not None]
    raw = (site / "content" / KEY).read_bytes()
    assert apply_fixes(raw, [fix]).raw == raw.replace(written.encode(), fixed.encode())


NOT_FIXED = ("authors: 'Ann'", 'authors: "Ann, Bob"', "authors: Ann, - Bob", "authors: Ann, &b", "authors: 'x: y'")


@pytest.mark.parametrize("written", NOT_FIXED)
def test_a_text_that_would_be_no_list_in_brackets_has_no_fix(written: str, tmp_path: Path) -> None:
    site = small_site(tmp_path, {KEY: PATHWAY.replace("difficulty:", f"{written}\ndifficulty:")})
    (found,) = check_site(options(site)).diagnostics
    assert (found.fault.name, found.fix) == ("wrong-type", None)
