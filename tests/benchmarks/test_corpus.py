"""The made-up site is the same for the same seed, as long as real guides are, and without a fault."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus import make_guides, make_roles, make_site
from site_gen.build.site import check_site
from tests.sites import options


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_same_seed_gives_the_same_bytes_and_another_gives_others(tmp_path: Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        make_site(tmp_path / name, 10, seed=seed)
    assert bytes_of(tmp_path / "a") == bytes_of(tmp_path / "b")
    assert bytes_of(tmp_path / "a") != bytes_of(tmp_path / "c")


def test_guides_are_between_roles_that_exist_and_no_two_are_alike() -> None:
    guides = list(make_guides(400))
    roles = {role.id for role in make_roles(400)}
    assert len({guide.slug for guide in guides}) == len({guide.body for guide in guides}) == 400
    assert {guide.origin.id for guide in guides} | {guide.target.id for guide in guides} == roles


def test_guides_are_about_as_long_as_real_ones() -> None:
    sizes = [len(guide.body.encode()) for guide in make_guides(100)]
    assert 7_500 < sum(sizes) / len(sizes) < 8_500


def test_nothing_is_to_be_said_of_a_made_up_site(tmp_path: Path) -> None:
    """Reports of faults would be measured, too; and what the others are told is what the rules of the badges give."""
    make_site(tmp_path, 100)
    assert check_site(options(tmp_path)).diagnostics == ()


def test_what_others_are_told_is_worked_out_of_the_same_facts() -> None:
    guide = next(make_guides(1))
    low, high = guide.origin.median, guide.target.median
    assert guide.pay_change == round((high / low - 1) * 100)
    assert (guide.months - 1) * 52 / 12 < guide.weeks <= guide.months * 52 / 12
