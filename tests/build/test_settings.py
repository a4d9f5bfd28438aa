"""The settings of a content folder: what they name is there, and what they silence can be silenced."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from site_gen.build import settings as settings_module
from site_gen.build.files import ContentFolder
from site_gen.build.settings import Settings, read_all_settings, tables
from site_gen.diagnostic import Diagnostic, Findings
from site_gen.model.site import Site
from site_gen.read.source import find_files
from tests.scaffold.tables import CSV, SETTINGS, TABLE
from tests.sites import PATHWAY, small_site

NO_OVERLAY: Mapping[str, bytes] = {}


def read(
    site: Path,
    files: dict[str, str] | None = None,
    *,
    base_url: str | None = None,
    only: frozenset[str] | None = None,
    overlay: Mapping[str, bytes] = NO_OVERLAY,
    pictures: bool = True,
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings of the small site with `files` put over it, and what is wrong with them."""
    content = small_site(site, files) / "content"
    findings = Findings()
    folder = ContentFolder(path=content, shown=PurePosixPath("content"))
    settings = read_all_settings(
        folder, find_files(content), findings, base_url=base_url, only=only, overlay=overlay, pictures=pictures
    )
    return settings, findings.as_tuple


def lines(found: tuple[Diagnostic, ...]) -> list[str]:
    """What is said, in a line each."""
    return [
        f"{each.place.path}:{each.place.line}:{each.place.column}+{each.place.length} {each.fault.code} "
        f"{each.message} -- {each.help}"
        for each in found
    ]


def test_a_site_needs_no_settings(tmp_path: Path) -> None:
    settings, found = read(tmp_path)
    assert (settings.site, settings.overrides, settings.faulty, found) == (Site(), (), frozenset(), ())
    assert settings.skill_names.names_by_key == {}


def test_both_files_are_read(tmp_path: Path) -> None:
    settings, found = read(tmp_path, {"site.yaml": "title: Ways\n", "skills.yaml": "Dough: [Leaven]\n"})
    assert (settings.site.title, found) == ("Ways", ())
    assert set(settings.skill_names.names_by_key.values()) == {"Dough"}


def test_an_address_that_is_asked_for_counts_instead_of_that_of_the_settings(tmp_path: Path) -> None:
    files = {"site.yaml": "base_url: https://a.example/\n"}
    assert read(tmp_path, files)[0].site.base_url == "https://a.example/"
    assert read(tmp_path, files, base_url="https://b.example")[0].site.base_url == "https://b.example/"


def test_a_text_that_is_still_being_written_counts_instead_of_the_file(tmp_path: Path) -> None:
    overlay = {"site.yaml": b"title: Paths\n"}
    assert read(tmp_path, {"site.yaml": "title: Ways\n"}, overlay=overlay)[0].site.title == "Paths"


@pytest.mark.parametrize(
    ("files", "faulty"),
    [
        pytest.param({"site.yaml": "colour: red\n"}, {"site.yaml"}, id="an-unknown-key"),
        pytest.param({"skills.yaml": "a: [\n"}, {"skills.yaml"}, id="no-yaml"),
        pytest.param({"site.yaml": "a: [\n", "skills.yaml": "a: [\n"}, {"site.yaml", "skills.yaml"}, id="both"),
        pytest.param({"site.yaml": "# waymark: W506 off\ntitle: Ways\n"}, set(), id="a-warning-alone"),
    ],
)
def test_a_file_with_an_error_is_faulty(tmp_path: Path, files: dict[str, str], faulty: set[str]) -> None:
    settings, found = read(tmp_path, files)
    assert found
    assert settings.faulty == faulty


def test_no_comment_changes_an_error_of_the_settings(tmp_path: Path) -> None:
    settings, found = read(tmp_path, {"site.yaml": "colour: red # waymark: unknown-key off\n"})
    assert settings.overrides == ()
    assert lines(found[:1]) == [
        "content/site.yaml:1:24+15 W505 unknown-key is an error, and no comment changes how much an error of the "
        "settings matters -- remove the comment, and mend the error if there is one"
    ]
    assert [each.fault.name for each in found[1:]] == ["unknown-key"]


def test_a_comment_may_change_a_warning(tmp_path: Path) -> None:
    settings, found = read(tmp_path, {"skills.yaml": "# waymark: W210 off\nDough: [Leaven]\n"})
    assert [(each.fault.code, each.line, str(each.severity)) for each in settings.overrides] == [("W210", 2, "off")]
    assert found == ()


def test_a_table_that_is_there_is_looked_at(tmp_path: Path) -> None:
    files = {"site.yaml": SETTINGS, "occupations.csv": CSV}
    settings, found = read(tmp_path, files)
    assert (settings.site.occupations, found) == (TABLE, ())
    wrong = {**files, "occupations.csv": CSV.replace("109370", "many")}
    assert [each.place.path for each in read(tmp_path, wrong)[1]] == ["content/occupations.csv"]


def test_a_table_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/occupations.csv").symlink_to("nowhere")
    assert [each.fault.name for each in read(tmp_path, {"site.yaml": SETTINGS})[1]] == ["unreadable-file"]


@pytest.mark.parametrize(
    ("settings", "files", "expected", "has_fix"),
    [
        pytest.param(
            SETTINGS,
            {},
            "2:9+15 W506 there is no table content/occupations.csv -- "
            "write the name of a file below content/, or take `occupations:` out",
            False,
            id="no-table-at-all",
        ),
        pytest.param(
            SETTINGS,
            {"occupation.csv": CSV},
            "2:9+15 W506 there is no table content/occupations.csv -- write `occupation.csv`",
            True,
            id="one-that-is-called-nearly-so",
        ),
        pytest.param(
            SETTINGS.replace("occupations.csv", '"\\x6fccupations.csv"'),
            {"occupation.csv": CSV},
            "1:1+1 W506 there is no table content/occupations.csv -- write `occupation.csv`",
            False,
            id="a-name-that-does-not-stand-there-letter-for-letter",
        ),
    ],
)
def test_a_table_that_is_not_there_is_told_where_it_is_named(
    tmp_path: Path, settings: str, files: dict[str, str], expected: str, has_fix: bool
) -> None:
    _, found = read(tmp_path, {"site.yaml": settings, **files})
    assert lines(found) == [f"content/site.yaml:{expected}"]
    assert (found[0].fix is not None) is has_fix


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        pytest.param({"pathways/cook-to-baker.md"}, False, id="another-file"),
        pytest.param({"site.yaml"}, True, id="the-settings"),
        pytest.param({"occupations.csv"}, True, id="the-table"),
    ],
)
def test_the_table_is_looked_at_where_it_is_asked_for(tmp_path: Path, only: set[str], expected: bool) -> None:
    _, found = read(tmp_path, {"site.yaml": SETTINGS}, only=frozenset(only))
    assert bool(found) is expected


@pytest.mark.parametrize(
    ("names", "files", "expected"),
    [
        pytest.param(False, ["a.csv"], set(), id="no-table-is-named"),
        pytest.param(True, ["a.csv", "occupations.csv"], {"occupations.csv"}, id="the-one-that-is-named"),
        pytest.param(True, ["a.csv", "b.csv", "c.txt"], {"a.csv", "b.csv"}, id="any-that-may-be-meant"),
    ],
)
def test_tables_are_no_unknown_files(names: bool, files: list[str], expected: set[str]) -> None:
    assert tables(TABLE if names else None, files) == expected


def test_the_small_site_has_no_settings(tmp_path: Path) -> None:
    """What the tests above rest on."""
    assert not (small_site(tmp_path) / "content/site.yaml").exists()
    assert "waymark:" not in PATHWAY


WANTED = {"site.yaml": "title: Ways\npictures: true\n"}


def test_pictures_are_drawn_where_pillow_is(tmp_path: Path) -> None:
    settings, found = read(tmp_path, WANTED)
    assert (settings.site.pictures, found) == (True, ())


@pytest.mark.parametrize("text", ["title: Ways\n", "pictures: false\n"], ids=["not-spoken-of", "not-wanted"])
def test_pillow_is_not_missed_where_no_pictures_are_wanted(
    tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_module, "find_spec", lambda _name: None)
    settings, found = read(tmp_path, {"site.yaml": text})
    assert (settings.site.pictures, found) == (False, ())


def test_pictures_without_pillow_are_told_where_they_are_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_module, "find_spec", lambda _name: None)
    settings, found = read(tmp_path, WANTED)
    assert not settings.site.pictures
    assert lines(found) == [
        "content/site.yaml:2:1+8 W508 the pictures can't be drawn, because Pillow is not installed -- "
        "install it with `pip install 'waymark[pictures]'`, or take `pictures:` out"
    ]
    assert read(tmp_path, WANTED, only=frozenset({"roles/cook.md"}))[1] == ()
    assert read(tmp_path, WANTED, only=frozenset({"site.yaml"}))[1] == found
    assert read(tmp_path, WANTED, pictures=False)[1] == ()
