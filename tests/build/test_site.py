"""A whole build: what is published, and that a failed one leaves the old site byte for byte."""

import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest

from site_gen.addresses import pathway_addresses
from site_gen.build import content
from site_gen.build.publish import MARKER, NotOurs
from site_gen.build.site import Report, build_site, check_site
from site_gen.faults import PLACE_TO_FILL_IN
from tests.sites import PATHWAY, options, small_site, tree

TODAY = date(2026, 1, 10)
KEY = "pathways/cook-to-baker.md"
PAGE = "---\ntitle: {title}\n---\n\nWords.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path)


def build(site: Path, **more: object) -> Report:
    return build_site(options(site, today=TODAY, **more))


def published(site: Path) -> set[str]:
    return set(tree(site / "output"))


ALWAYS = {
    *(MARKER, "index.html", "index.md", "404.html", "robots.txt", "roles/cook.html", "roles/cook.md"),
    *("roles/baker.html", "roles/baker.md", "api/index.json", "api/schema.json", "api/roles/cook.json"),
    *("api/roles/baker.json", "api/graph.json", "api/legs/cook.json", "map.html", "map.md"),
    *("api/manifest.json", ".nojekyll", "_headers"),
    *("routes.html", "routes.md", "compare.html", "compare.md"),
}


def test_a_site_is_its_pages_its_outputs_and_its_assets(site: Path) -> None:
    report = build(site)
    assert (report.published, report.diagnostics, report.pages, len(report.checked)) == (True, (), 8, 3)
    files = published(site)
    assets = {name for name in files if name.startswith("assets/")}
    assert files - assets == ALWAYS | {"catalog.csv", *pathway_addresses("cook-to-baker")}
    assert {Path(name).suffix for name in assets} == {".css", ".js", ".svg"}
    assert report.files == len(files) - 1, "the marker is no file of the site"


def test_a_base_address_brings_sitemap_and_feed(site: Path) -> None:
    report = build(site, base_url="https://example.com/guides")
    assert report.base_url == "https://example.com/guides/"
    assert published(site) >= {"sitemap.xml", "feed.xml"}


def test_no_output_without_a_base_address_says_one(site: Path) -> None:
    build(site)
    assert not any(b"https://" in content for name, content in tree(site / "output").items() if name == "robots.txt")
    assert not {"sitemap.xml", "feed.xml"} & published(site)


def test_assets_are_copied_byte_for_byte(site: Path) -> None:
    (site / "content/assets/deep").mkdir(parents=True)
    (site / "content/assets/deep/x.png").write_bytes(bytes(range(256)))
    build(site)
    assert (site / "output/media/deep/x.png").read_bytes() == bytes(range(256))


def test_what_is_gone_from_the_content_is_gone_from_the_site(site: Path) -> None:
    small_site(site, {"pages/about.md": PAGE.format(title="About")})
    build(site)
    assert "about.html" in published(site)
    (site / "content/pages/about.md").unlink()
    build(site)
    assert "about.html" not in published(site)


@pytest.mark.parametrize("strict", [False, True], ids=["an error", "a warning that counts as one"])
def test_a_failed_build_leaves_the_old_site(site: Path, strict: bool) -> None:
    build(site)
    before = tree(site / "output")
    wrong = PATHWAY.replace("reviewed: 2026", "reviewed: 1999" if strict else "reviewed: soon 2026")
    small_site(site, {KEY: wrong})
    report = build(site, strict=strict)
    assert (report.published, report.pages, report.files) == (False, 0, 0)
    assert [each.fault.name for each in report.diagnostics] == ["review-overdue" if strict else "bad-date"]
    assert tree(site / "output") == before


def test_a_check_neither_reads_nor_writes_the_output(site: Path) -> None:
    (site / "output").mkdir()
    (site / "output/thesis.txt").write_text("mine")
    assert check_site(options(site, today=TODAY)).diagnostics == ()
    assert published(site) == {"thesis.txt"}


def test_a_foreign_output_is_refused_before_anything_is_read(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (site / "output").mkdir()
    (site / "output/thesis.txt").write_text("mine")
    monkeypatch.setattr(content, "read_content", None)
    with pytest.raises(NotOurs):
        build(site)


@pytest.mark.parametrize("severity", ["off", "warning"])
def test_two_files_at_one_address_are_no_crash_where_the_author_allows_them(site: Path, severity: str) -> None:
    """W202 silenced: the page keeps its address, the alias that wants it gets none."""
    text = PATHWAY.replace("difficulty", "aliases: [roles/cook.html, old, old, media/x.html]\ndifficulty")
    small_site(site, {KEY: text, "assets/x.html": "mine", "site.yaml": f"severity: {{W202: {severity}}}\n"})
    assert build(site).published
    assert "<h1" in (site / "output/roles/cook.html").read_text()
    assert b"moved" not in (site / "output/roles/cook.html").read_bytes()
    assert "This page has moved" in (site / "output/pathways/old.html").read_text()


@pytest.mark.parametrize("code", ["W201", "W203", "W208", "W122", "W120", "W121", "W009"])
def test_any_error_can_be_silenced_without_a_crash(site: Path, code: str) -> None:
    small_site(
        site,
        {
            "site.yaml": f"severity: {{{code}: off}}\nbase_url: https://example.com/\n",
            KEY: {
                "W201": PATHWAY.replace("to: baker", "to: barker"),
                "W203": PATHWAY.replace("from: cook\nto: baker", "from: baker\nto: cook"),
                "W208": PATHWAY.replace("to: baker", "to: cook"),
                "W122": PATHWAY.partition("## Roadmap")[0],
                "W120": PATHWAY.replace(" (8 weeks)", ""),
                "W121": PATHWAY.replace("- Bake", "Bake"),
                "W009": PATHWAY,
            }[code],
        },
    )
    if code == "W009":
        (site / "content/assets").mkdir()
        (site / "content/assets/lost.png").symlink_to("nowhere")
    report = build(site)
    assert code not in {each.fault.code for each in report.diagnostics}
    assert report.published
    ET.fromstring((site / "output/sitemap.xml").read_bytes())


@pytest.mark.parametrize("where", ["in a role", "in the settings"])
def test_an_error_that_is_put_up_with_keeps_no_pathway_from_being_published(site: Path, where: str) -> None:
    marked = {"roles/cook.md": "---\nname: Cook\nfamily: Kitchen\n---\n\nFILL IN: what cooks do.\n"}
    unknown = {"site.yaml": "severity: {W999: off, W502: off}\n"}
    small_site(site, marked if where == "in a role" else unknown)
    assert [str(each.severity) for each in check_site(options(site, today=TODAY)).diagnostics] == (
        ["error"] if where == "in a role" else []
    )
    report = build(site, lowered=frozenset({PLACE_TO_FILL_IN.code}))
    assert (report.published, report.pages) == (True, 8)
    assert "pathways/cook-to-baker.html" in published(site)


def test_a_build_tells_how_far_it_is(site: Path) -> None:
    small_site(site, {f"pages/page{number}.md": PAGE.format(title=number) for number in range(30)})
    steps: list[tuple[str, int, int]] = []
    build_site(options(site, today=TODAY), lambda *step: steps.append(step))
    assert [stage for stage, _, _ in steps] == ["Reading"] * 2 + ["Rendering"] * 8
    assert [(done, total) for _, done, total in steps if done == total] == [(33, 33), (76, 76)]
    assert all(0 < done <= total for _, done, total in steps)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_workers_change_nothing(site: Path, jobs: int) -> None:
    pages = {f"pages/page{number}.md": PAGE.format(title=number) for number in range(60)}
    small_site(site, pages | {"pages/bad.md": "---\ntitle: [\n---\n", "pages/worse.md": "---\ntitel: x\n---\n"})
    report = check_site(options(site, today=TODAY, jobs=jobs))
    assert [(each.place.path, each.fault.name) for each in report.diagnostics] == [
        ("content/pages/bad.md", "bad-yaml"),
        ("content/pages/worse.md", "unknown-key"),
    ]


@pytest.mark.parametrize(
    ("key", "address"),
    [
        pytest.param("pathways/\udcff.md", "", id="a-draft"),
        pytest.param("assets/\udcff.txt", "media/\udcff.txt", id="a-file-that-is-copied"),
    ],
)
def test_a_name_that_is_no_text_ends_no_build(site: Path, key: str, address: str) -> None:
    small_site(site, {key: PATHWAY.replace("difficulty:", "draft: true\ndifficulty:")})
    for _ in range(2):
        report = build(site)
        assert (report.published, report.diagnostics) == (True, ())
        assert not address or address in published(site)


def test_an_output_folder_may_have_a_name_that_is_no_text(site: Path) -> None:
    assert build(site, output=site / "\udcff").published
    assert (site / "\udcff/index.html").is_file()
