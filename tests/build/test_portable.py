"""What a build leaves is gone on from on another machine, in another folder: what CI keeps from one run to the next."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from site_gen.build.site import Report
from tests.build.workshop import Workshop, workshop
from tests.sites import tree


def kept(output: str = "output") -> tuple[str, ...]:
    """What a cache of CI is told to keep."""
    return (".cache/waymark", output, f".{output}.state")


@pytest.fixture
def first(tmp_path: Path) -> Workshop:
    """A site that was built on one machine."""
    site = workshop(tmp_path / "here")
    site.portable = True
    site.build()
    return site


def moved(site: Workshop, *, to: str) -> Workshop:
    """The same site on another machine: its content is checked out anew, what is kept was unpacked from an archive."""
    folder = site.folder.with_name(to)
    shutil.copytree(site.folder / "content", folder / "content", copy_function=shutil.copyfile)
    for each in kept(site.output):
        source = site.folder / each
        if source.is_dir():
            shutil.copytree(source, folder / each, copy_function=shutil.copyfile)
        elif source.exists():
            shutil.copyfile(source, folder / each)
    return replace(site, folder=folder)


def is_clean(site: Workshop, report: Report) -> bool:
    """Whether a site is what it would be if it had never been built before."""
    elsewhere = site.folder.with_name(f"{site.folder.name}-clean")
    clean = site.build_clean(elsewhere)
    assert report.diagnostics == clean.diagnostics
    return tree(site.folder / "output") == tree(elsewhere / "output")


def test_a_push_of_one_pathway_makes_its_page_alone(first: Workshop) -> None:
    there = moved(first, to="there")
    there.guide("cook-to-baker", text="Bread is slow.")
    report = there.build()
    assert (report.published, report.made_again) == (True, 1)
    assert set(report.reasons) == {"pathways/cook-to-baker.md"}
    assert is_clean(there, report)


def test_a_site_built_into_another_folder_is_gone_on_from_as_well(tmp_path: Path) -> None:
    """As GitLab wants it."""
    site = replace(workshop(tmp_path / "here"), portable=True, output="public")
    site.build()
    there = moved(site, to="there")
    assert there.build().made_again == 0
    there.guide("cook-to-baker", text="Bread is slow.")
    assert set(there.build().reasons) == {"pathways/cook-to-baker.md"}


def test_one_run_after_the_other_goes_on_from_the_last(first: Workshop) -> None:
    there = moved(first, to="there")
    there.guide("cook-to-baker", text="Bread is slow.")
    there.build()
    third = moved(there, to="third")
    third.guide("baker-to-waiter", text="Trays are heavy.")
    third.remove("content/pathways/waiter-to-potter.md")
    report = third.build()
    assert 0 < report.made_again < report.pages
    assert is_clean(third, report)
    fourth = moved(third, to="fourth")
    assert fourth.build().made_again == 0
    assert is_clean(fourth, fourth.build())


def test_a_build_that_is_not_asked_to_leaves_nothing_for_others(tmp_path: Path) -> None:
    here = workshop(tmp_path / "here")
    here.build()
    there = moved(here, to="there")
    report = there.build()
    assert report.made_again == report.pages
    assert is_clean(there, report)


@pytest.mark.parametrize("address", ["index.html", "pathways/cook-to-baker.html", "assets", "media/a.txt"])
def test_what_was_changed_on_the_way_is_not_gone_by(first: Workshop, address: str) -> None:
    there = moved(first, to="there")
    file = there.folder / "output" / address
    if file.is_dir():
        file = next(each for each in sorted(file.rglob("*")) if each.is_file())
    content = file.read_bytes()
    file.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    report = there.build()
    assert report.made_again == report.pages
    assert is_clean(there, report)


@pytest.mark.parametrize("missing", kept())
def test_without_a_part_of_what_is_kept_all_is_made_again(first: Workshop, missing: str) -> None:
    there = moved(first, to="there")
    lost = there.folder / missing
    if lost.is_dir():
        shutil.rmtree(lost)
    else:
        lost.unlink()
    report = there.build()
    assert report.made_again == report.pages
    assert is_clean(there, report)


def test_parts_of_two_runs_do_not_go_together(first: Workshop) -> None:
    there = moved(first, to="there")
    there.guide("cook-to-baker", text="Bread is slow.")
    there.build()
    mixed = moved(there, to="mixed")
    shutil.rmtree(mixed.folder / "output")
    shutil.copytree(first.folder / "output", mixed.folder / "output", copy_function=shutil.copyfile)
    report = mixed.build()
    assert report.made_again == report.pages
    assert is_clean(mixed, report)
