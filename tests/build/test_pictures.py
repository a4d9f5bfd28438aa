"""An author's story with pictures: they are drawn where they are wanted, and again when what they show changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from site_gen.build import making, settings
from site_gen.build.site import build_site
from tests.build.workshop import Workshop, workshop
from tests.sites import options, tree

BAKER, WAITER, POTTER = (f"pictures/{slug}.png" for slug in ("cook-to-baker", "baker-to-waiter", "waiter-to-potter"))
ALL = {BAKER, WAITER, POTTER}


@pytest.fixture
def site(tmp_path: Path) -> Workshop:
    """A site that wants pictures and was built once."""
    made = workshop(tmp_path / "site")
    made.set("base_url", "https://a.example/")
    made.set("pictures", "true")
    assert made.build().published
    return made


def pictures(site: Workshop) -> set[str]:
    return {name for name in tree(site.folder / "output") if name.startswith("pictures/")}


def page(site: Workshop, slug: str = "cook-to-baker") -> str:
    return (site.folder / f"output/pathways/{slug}.html").read_text("utf-8")


def drawn_again(site: Workshop) -> dict[str, str]:
    report = site.build()
    assert report.published, report.diagnostics
    reasons = {name.removeprefix("output:"): why for name, why in report.reasons.items()}
    return {name: why for name, why in reasons.items() if name.startswith("pictures/")}


def test_every_pathway_has_its_picture(site: Workshop) -> None:
    assert pictures(site) == ALL
    assert '<meta property="og:image" content="https://a.example/pictures/cook-to-baker.png">' in page(site)


CARD = "a name or badge of the pathway `{}` has changed"
SAME: dict[str, Callable[[Workshop], object]] = {
    "nothing": lambda _: None,
    "a paragraph": lambda site: site.guide("cook-to-baker", text="Other."),
    "a summary": lambda site: site.guide("cook-to-baker", front={"summary": "Other."}),
    "a skill to learn": lambda site: site.guide("cook-to-baker", skills=("Other",)),
    "the prose of a role": lambda site: site.role("cook", text="Other."),
    "pay that shows on no badge": lambda site: site.role("cook", front={"salary": "{low: 1, high: 2, source: Guild}"}),
    "the footer": lambda site: site.set("footer", "X"),
    "the description": lambda site: site.set("description", "X."),
    "a style": lambda site: site.write("templates/assets/print.css", "a {}"),
}


@pytest.mark.parametrize("change", SAME.values(), ids=SAME)
def test_no_picture_is_drawn_again_that_shows_the_same(site: Workshop, change: Callable[[Workshop], object]) -> None:
    before = tree(site.folder / "output")
    change(site)
    assert drawn_again(site) == {}
    assert {name: tree(site.folder / "output")[name] for name in ALL} == {name: before[name] for name in ALL}


def test_a_text_that_no_picture_shows_makes_nothing_but_its_page(
    site: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making._Making, "rest", lambda *_: pytest.fail("all else was gone through, too"))
    site.guide("cook-to-baker", text="Other.")
    assert site.build().reasons == {"pathways/cook-to-baker.md": "its file has changed"}


OTHER: dict[str, tuple[Callable[[Workshop], object], dict[str, str]]] = {
    "a badge": (
        lambda site: site.guide("cook-to-baker", front={"difficulty": "moderate"}),
        {BAKER: CARD.format("cook-to-baker")},
    ),
    "a title": (
        lambda site: site.guide("cook-to-baker", front={"title": "Bread"}),
        {BAKER: CARD.format("cook-to-baker")},
    ),
    "the name of a role": (
        lambda site: site.role("baker", front={"name": "Bread baker"}),
        {BAKER: CARD.format("cook-to-baker"), WAITER: CARD.format("baker-to-waiter")},
    ),
    "the name of the site": (
        lambda site: site.set("title", "Paths"),
        dict.fromkeys(ALL, "the setting `title` in content/site.yaml has changed"),
    ),
    "a pathway more": (lambda site: site.guide("potter-to-cook"), {"pictures/potter-to-cook.png": "it is new"}),
}


@pytest.mark.parametrize(("change", "again"), OTHER.values(), ids=OTHER)
def test_pictures_are_drawn_again_whose_words_have_changed_and_no_others(
    site: Workshop, tmp_path: Path, change: Callable[[Workshop], object], again: dict[str, str]
) -> None:
    before = tree(site.folder / "output")
    change(site)
    assert drawn_again(site) == again
    now = tree(site.folder / "output")
    assert {name for name in pictures(site) if now[name] != before.get(name)} == set(again)
    site.build_clean(tmp_path / "clean")
    assert now == tree(tmp_path / "clean/output")


def test_a_name_with_other_letters_takes_the_picture_away_and_brings_it_back(site: Workshop) -> None:
    site.role("baker", front={"name": "Pâtissier"})
    assert drawn_again(site) == {}
    assert pictures(site) == {POTTER}
    assert "og:image" not in page(site) + page(site, "baker-to-waiter")
    assert "og:image" in page(site, "waiter-to-potter")
    site.role("baker", front={"name": "Baker"})
    assert drawn_again(site) == dict.fromkeys({BAKER, WAITER}, "it is new")
    assert (pictures(site), "og:image" in page(site)) == (ALL, True)


@pytest.mark.parametrize("setting", ["pictures", "base_url"])
def test_pictures_go_when_they_are_not_wanted_or_have_no_address(site: Workshop, setting: str) -> None:
    site.set(setting, "")
    site.build()
    assert (pictures(site), "og:image" in page(site), "twitter:card" in page(site)) == (set(), False, False)


def test_a_pathway_takes_its_picture_with_it(site: Workshop) -> None:
    site.remove("content/pathways/waiter-to-potter.md")
    site.build()
    assert pictures(site) == {BAKER, WAITER}


def test_a_preview_draws_none(site: Workshop) -> None:
    report = build_site(options(site.folder, today=site.today, pictures=False))
    assert (report.published, pictures(site), "og:image" in page(site)) == (True, set(), False)
    site.build()
    assert pictures(site) == ALL


def test_without_pillow_the_site_is_built_with_a_warning(site: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "find_spec", lambda _name: None)
    site.guide("cook-to-baker", text="Other.")
    report = site.build()
    assert report.published
    assert [each.place.line for each in report.diagnostics if each.fault.code == "W508"] == [3]
    assert (pictures(site), "og:image" in page(site)) == (set(), False)
