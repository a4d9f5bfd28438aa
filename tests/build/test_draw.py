"""The page of a pathway, written where the pathway was read; a template that fails is told once, at its place."""

import pickle
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from site_gen.build import draw as drawing
from site_gen.build import work
from site_gen.build.draw import PathwayPages, Templates
from site_gen.build.site import Report, build_site
from site_gen.build.templates import packaged_templates, template_folders
from site_gen.render.assets import Assets
from site_gen.render.frame import make_frame
from tests.samples import SITE, card, pathway
from tests.sites import PATHWAY, copy_site, options, small_site, tree

TODAY = date(2026, 1, 10)
KEY = "pathways/cook-to-baker.md"
OWN = "templates/pages/pathway.html"
ASSETS = Assets(stylesheet="s.css", theme="t.js", script="a.js", icon="i.svg", files=())
NO_WAYS: Mapping[str, int] = {}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "new").mkdir()
    return small_site(tmp_path)


def put(site: Path, text: str, name: str = OWN) -> None:
    file = site / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def pages_of(site: Path, *, ways_out: Mapping[str, int] = NO_WAYS, with_drafts: bool = False) -> PathwayPages:
    return PathwayPages(
        site=SITE,
        frame=make_frame(SITE, (), ASSETS),
        templates=Templates(template_folders(site)),
        site_folder=site,
        shown=PurePosixPath("mine"),
        folder=site / "new",
        ways_out=ways_out,
        today=TODAY,
        with_drafts=with_drafts,
    )


def drawn(site: Path, ways_out: Mapping[str, int] = NO_WAYS) -> str:
    """The page of the sample pathway."""
    assert pages_of(site, ways_out=ways_out).draw(pathway(), card(pathway())) is None
    (page,) = tree(site / "new").items()
    assert page[0] == "pathways/cook-to-baker.html"
    return page[1].decode()


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


def test_a_template_that_fails_is_named_and_nothing_written(site: Path) -> None:
    put(site, "<p>\n  {{ card.titel }}\n")
    found = pages_of(site).draw(pathway(), card(pathway()))
    assert found is not None
    assert (found.fault.name, found.place.path, found.place.line) == ("template-fault", f"mine/{OWN}", 2)
    assert tree(site / "new") == {}


def test_an_error_from_elsewhere_is_raised(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(drawing, "write_file", full)
    with pytest.raises(OSError, match="No space"):
        pages_of(site).draw(pathway(), card(pathway()))
    monkeypatch.setattr(drawing, "render_page", full)
    with pytest.raises(OSError, match="No space"):
        pages_of(site).draw(pathway(), card(pathway()))


def test_templates_are_compiled_once_and_travel_as_folders() -> None:
    templates = Templates((packaged_templates(),))
    environment = templates.environment
    assert templates.environment is environment
    arrived = pickle.loads(pickle.dumps(templates))
    assert (arrived.folders, arrived.environment is environment) == (templates.folders, False)
    assert arrived.environment.get_template("pages/pathway.html")


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
    put(site, "<p>\n{{ 1 // 0 }}\n")
    report = build(site, monkeypatch, jobs=jobs)
    assert [(each.fault.name, each.place.path, each.place.line, each.message) for each in report.diagnostics] == [
        (
            "template-fault",
            OWN,
            2,
            "the template cannot be rendered: ZeroDivisionError: integer division or modulo by zero",
        )
    ]
    assert (report.published, report.pages, report.files) == (False, 0, 0)
    assert tree(site / "output") == before
    assert sorted(path.name for path in site.iterdir() if path.name.startswith(".")) == []


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
