"""The page of a pathway, written where the pathway was read; a template that fails is told once, at its place."""

import pickle
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from site_gen.addresses import pathway_addresses
from site_gen.build import draw as drawing
from site_gen.build import work
from site_gen.build.draw import PathwayPages
from site_gen.build.noting import Notebook, noted_site
from site_gen.build.site import Report, build_site
from site_gen.build.templates import template_folders
from site_gen.model.skill import SkillNames
from site_gen.render.assets import Assets
from site_gen.render.frame import make_frame
from tests.samples import SITE, card, pathway
from tests.sites import PATHWAY, copy_site, options, small_site, tree

TODAY = date(2026, 1, 10)
KEY = "pathways/cook-to-baker.md"
OWN = "templates/pages/pathway.html"
ASSETS = Assets(stylesheet="s.css", theme="t.js", script="a.js", icon="i.svg", files=(), sheets={"embed": "e.css"})
NO_WAYS: Mapping[str, int] = {}
NAMES = SkillNames(names_by_key={})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    return small_site(tmp_path)


def put(site: Path, text: str, name: str = OWN) -> None:
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def pages_of(site: Path, *, ways_out: Mapping[str, int] = NO_WAYS, with_drafts: bool = False) -> PathwayPages:
    """How pages are drawn at a desk."""
    pages = PathwayPages(
        site=SITE,
        frame=make_frame(SITE, (), ASSETS),
        folders=template_folders(site),
        site_folder=site,
        shown=PurePosixPath("mine"),
        folder=site / "new",
        ways_out=ways_out,
        today=TODAY,
        with_drafts=with_drafts,
    )
    return pages.noting(SITE, Notebook())


def drawn(site: Path, ways_out: Mapping[str, int] = NO_WAYS) -> str:
    """The page of the sample pathway."""
    assert pages_of(site, ways_out=ways_out).draw(pathway(), card(pathway()), NAMES) is None
    made = tree(site / "new")
    assert made.keys() == set(pathway_addresses("cook-to-baker"))
    return made["pathways/cook-to-baker.html"].decode()


@pytest.mark.parametrize(
    ("front", "with_drafts", "expected"),
    [
        pytest.param({}, False, True, id="published"),
        pytest.param({"draft": True}, False, False, id="a-draft"),
        pytest.param({"published": date(2026, 1, 11)}, False, False, id="of-a-later-date"),
        pytest.param({"draft": True}, True, True, id="a-draft-where-drafts-are-wanted"),
        pytest.param({"published": date(2026, 1, 11)}, True, True, id="of-a-later-date-where-drafts-are-wanted"),
    ],
)
def test_only_what_is_to_be_published_is_wanted(
    site: Path, front: dict[str, object], with_drafts: bool, expected: bool
) -> None:
    assert pages_of(site, with_drafts=with_drafts).is_wanted(pathway(**front)) is expected


@pytest.mark.parametrize(
    ("ways_out", "others_out", "leads_on"),
    [
        pytest.param({}, False, False, id="no-ways"),
        pytest.param({"cook": 1}, False, False, id="this-way-alone"),
        pytest.param({"cook": 2}, True, False, id="another-way-out"),
        pytest.param({"cook": 1, "baker": 1}, False, True, id="a-way-on"),
    ],
)
def test_a_page_leads_on_by_the_ways_out_of_its_roles(
    site: Path, ways_out: Mapping[str, int], others_out: bool, leads_on: bool
) -> None:
    page = drawn(site, ways_out=ways_out)
    assert ("All ways out of Cook" in page, "Where Bakers go next" in page) == (others_out, leads_on)


def test_a_site_s_own_template_draws_the_page(site: Path) -> None:
    put(site, "{{ card.title }} at {{ root }}\n")
    assert drawn(site) == "From Cook to Baker at ../\n"


def test_a_template_that_fails_is_named_and_its_page_not_written(site: Path) -> None:
    put(site, "<p>\n  {{ card.titel }}\n")
    found = pages_of(site).draw(pathway(), card(pathway()), NAMES)
    assert found is not None
    assert (found.fault.name, found.place.path, found.place.line) == ("template-fault", f"mine/{OWN}", 2)
    assert "pathways/cook-to-baker.html" not in tree(site / "new")


def test_an_error_from_elsewhere_is_raised(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(drawing, "write_file", full)
    with pytest.raises(OSError, match="No space"):
        pages_of(site).draw(pathway(), card(pathway()), NAMES)
    monkeypatch.setattr(drawing, "page_in_bytes", full)
    with pytest.raises(OSError, match="No space"):
        pages_of(site).draw(pathway(), card(pathway()), NAMES)


def test_pages_are_drawn_only_at_a_desk_and_into_a_folder(site: Path) -> None:
    pages = pages_of(site)
    for missing in (replace(pages, environment=None), replace(pages, folder=None)):
        with pytest.raises(AssertionError, match="at a desk, into a folder"):
            missing.draw(pathway(), card(pathway()), NAMES)


def test_pages_travel_without_compiled_templates(site: Path) -> None:
    pages = replace(pages_of(site), environment=None)
    arrived: PathwayPages = pickle.loads(pickle.dumps(pages))
    assert arrived == pages
    assert arrived.noting(SITE, Notebook()).draw(pathway(), card(pathway()), NAMES) is None
    assert tree(site / "new").keys() == set(pathway_addresses("cook-to-baker"))


def test_what_a_page_asks_of_settings_and_templates_is_noted(site: Path) -> None:
    put(site, "{{ frame.site.language }}{% include 'own.html' %}\n")
    put(site, "", "templates/pages/embed.html")
    put(site, "{{ frame.site.footer }}\n", "templates/own.html")
    notes = Notebook()
    assert pages_of(site).noting(noted_site(SITE, notes), notes).draw(pathway(), card(pathway()), NAMES) is None
    templates = {"template:pages/pathway.html", "template:pages/embed.html", "template:own.html"}
    assert {each for each in notes.asked() if each.startswith("template:")} == templates
    assert {"setting:language", "setting:footer"} <= notes.asked()


def test_each_template_and_what_frames_a_page_have_an_answer(site: Path) -> None:
    before = pages_of(site).answers()
    assert {"frame", "template:pages/pathway.html", "template:base.html"} <= before.keys()
    put(site, "other words")
    put(site, "more words", "templates/own.html")
    after = pages_of(site).answers()
    differs = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    assert differs == {"template:pages/pathway.html", "template:own.html"}
    moved = replace(pages_of(site), frame=make_frame(SITE, (), replace(ASSETS, script="b.js")))
    assert moved.answers() == {**after, "frame": moved.answers()["frame"]}
    assert moved.answers()["frame"] != after["frame"]


def test_a_template_that_changed_since_the_last_build_is_seen(site: Path) -> None:
    page = site / "output/pathways/cook-to-baker.html"
    for text in ("one", "two"):
        put(site, text)
        assert build_site(options(site, today=TODAY)).published
        assert page.read_text("utf-8") == f"{text}\n"


def build(site: Path, monkeypatch: pytest.MonkeyPatch, *, jobs: int) -> Report:
    """A build in which a worker takes two files at a time."""
    monkeypatch.setattr(work, "SHARE", 2)
    return build_site(options(site, jobs=jobs))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_template_that_fails_on_every_page_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    site = copy_site(tmp_path)
    assert build(site, monkeypatch, jobs=jobs).published
    before = tree(site / "output")
    put(site, "<p>\n{{ [] * [] }}\n")
    report = build(site, monkeypatch, jobs=jobs)
    assert [(each.fault.name, each.place.path, each.place.line, each.message) for each in report.diagnostics] == [
        (
            "template-fault",
            OWN,
            2,
            "the template cannot be rendered: TypeError: can't multiply sequence by non-int of type 'list'",
        )
    ]
    assert (report.published, report.pages, report.files) == (False, 0, 0)
    assert tree(site / "output") == before
    kept = sorted(path.name for path in site.iterdir() if path.name.startswith("."))
    assert kept == [".cache", ".output.state"], "no tree is left that was begun"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_template_that_fails_on_some_pages_leaves_the_old_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    site = copy_site(tmp_path)
    put(site, '{{ 1 // (pathway.slug != "backend-developer-to-algorithm-engineer") }}\n')
    report = build(site, monkeypatch, jobs=jobs)
    assert [(each.place.path, each.place.line) for each in report.diagnostics] == [(OWN, 1)]
    assert not report.published
    assert not (site / "output").exists()


def test_no_setting_publishes_a_site_without_the_pages_that_failed(site: Path) -> None:
    put(site, "{{ nothing }}")
    small_site(site, {"site.yaml": "severity: {template-fault: off}\n"})
    report = build_site(options(site, today=TODAY))
    assert [(each.fault.name, str(each.severity)) for each in report.diagnostics] == [("template-fault", "error")]
    assert not report.published


def test_faults_of_the_content_are_told_before_those_of_templates(site: Path) -> None:
    put(site, "{{ nothing }}")
    small_site(site, {KEY: PATHWAY.replace("difficulty: easy", "difficulty: eassy")})
    assert [each.fault.name for each in build_site(options(site, today=TODAY)).diagnostics] == ["unknown-difficulty"]
