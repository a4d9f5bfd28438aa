"""A check of some files says of them what a check of the whole site says, and reads whole only what it must."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.corpus import make_site
from site_gen.build import documents
from site_gen.build.documents import Reader
from site_gen.build.site import Report, check_site
from site_gen.build.sketches import recall
from site_gen.decode.glance import Sketch
from site_gen.decode.pathway import read_pathway
from site_gen.diagnostic import Diagnostic
from site_gen.read.source import Source
from tests.mistakes import Mistake, all_mistakes, spoil
from tests.sites import GUIDE, PATHWAY, copy_site, options, small_site

MISTAKES = [each for each in all_mistakes() if not each.is_in_a_template and not each.without]
GROUPS = sorted({each.group for each in MISTAKES if each.group})


def keys_of(site: Path) -> list[str]:
    content = site / "content"
    return sorted(path.relative_to(content).as_posix() for path in content.rglob("*.*"))


def check(site: Path, *keys: str, overlay: dict[str, bytes] | None = None) -> Report:
    return check_site(options(site, only=frozenset(keys), overlay=overlay or {}))


def assert_parts_equal_the_whole(site: Path, keys: Iterable[str]) -> None:
    whole = check_site(options(site)).diagnostics
    for key in keys:
        own = tuple(each for each in whole if each.place.path == f"content/{key}")
        assert check(site, key).diagnostics == own, key


def test_each_file_of_our_own_is_judged_alone_as_with_all_others(tmp_path: Path) -> None:
    site = copy_site(tmp_path)
    assert_parts_equal_the_whole(site, keys_of(site))


@pytest.mark.parametrize("group", GROUPS)
def test_each_file_of_a_site_of_mistakes_is_judged_alone_as_with_all_others(group: str, tmp_path: Path) -> None:
    site = copy_site(tmp_path)
    spoil(site, [each.name for each in MISTAKES if each.group == group])
    assert len(check_site(options(site)).diagnostics) >= 10
    assert_parts_equal_the_whole(site, keys_of(site))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.name)
def test_a_file_with_a_mistake_is_judged_alone_as_with_all_others(mistake: Mistake, tmp_path: Path) -> None:
    site = copy_site(tmp_path)
    mistake.put_into(site)
    (found,) = check(site, mistake.file).diagnostics
    assert [found] == [each for each in check_site(options(site)).diagnostics if each.place.path == found.place.path]
    assert found.fault.name == mistake.fault


some_mistakes = st.lists(st.sampled_from([each.name for each in MISTAKES]), min_size=2, max_size=8, unique=True)


@given(names=some_mistakes)
@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.too_slow])
def test_each_file_of_any_site_is_judged_alone_as_with_all_others(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    site = copy_site(tmp_path_factory.mktemp("site"))
    spoiled = spoil(site, names)
    assert_parts_equal_the_whole(site, sorted({each.file for each in spoiled} | {GUIDE, "site.yaml"}))


@pytest.mark.soak
@given(names=some_mistakes)
@settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow])
def test_each_file_of_very_many_sites_is_judged_alone_as_with_all_others(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    site = copy_site(tmp_path_factory.mktemp("site"))
    spoil(site, names)
    assert_parts_equal_the_whole(site, keys_of(site))


def test_a_second_spelling_is_judged_by_all_other_files(tmp_path: Path) -> None:
    skill = "## What you bring\n\n### {}\n\nIt carries over.\n\n## Roadmap"
    site = small_site(
        tmp_path,
        {
            "pathways/cook-to-baker.md": PATHWAY.replace("## Roadmap", skill.format("Knife work")),
            "pathways/baker-to-cook.md": PATHWAY.replace("from: cook\nto: baker", "from: baker\nto: cook").replace(
                "## Roadmap", skill.format("Knife wokr")
            ),
        },
    )
    assert [each.fault.name for each in check_site(options(site)).diagnostics] == ["skill-spelling"]
    assert_parts_equal_the_whole(site, keys_of(site))


def test_several_files_are_judged_together(tmp_path: Path) -> None:
    site = copy_site(tmp_path)
    spoil(site, [each.name for each in MISTAKES if each.group == "front matter"])
    whole = check_site(options(site))
    keys = ("roles/backend-developer.md", GUIDE)
    report = check(site, *keys)
    wanted = tuple(f"content/{key}" for key in sorted(keys))
    assert report.checked == wanted
    assert report.diagnostics == tuple(each for each in whole.diagnostics if each.place.path in wanted)


def test_a_text_that_is_not_on_the_disk_is_judged_in_place_of_what_is(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    key = "pathways/cook-to-baker.md"
    found: tuple[Diagnostic, ...] = check(
        site, key, overlay={key: PATHWAY.replace("to: baker", "to: bakerr").encode()}
    ).diagnostics
    assert [(each.fault.name, each.place.line) for each in found] == [("unknown-role", 3)]
    assert check(site, key).diagnostics == ()


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if some time had gone by since each file was written, so that what is known of it can be kept."""
    monkeypatch.setattr("site_gen.build.sketches._UNSURE", -(10**12))


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A site of a thousand pathways."""
    make_site(tmp_path, 1000)
    return tmp_path


def test_of_a_thousand_guides_only_the_wanted_one_and_what_it_names_are_read_whole(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = "pathways/role-3-to-role-4.md"
    file = many / "content" / key
    file.write_text(file.read_text("utf-8") + "\nSee [another](role-7-to-role-8.md).\n", "utf-8")
    read: list[str] = []
    glanced: list[str] = []
    decoded: list[str] = []
    whole = Reader.read

    def note_read(reader: Reader, wanted: str) -> documents.Read:
        read.append(wanted)
        return whole(reader, wanted)

    def note_sketch(path: str) -> Sketch | None:
        glanced.append(path.removeprefix(f"{many}/content/"))
        return sketch(path)

    def note_decoded(source: Source, *, currency: str) -> object:
        decoded.append(source.key)
        return read_pathway(source, currency=currency)

    monkeypatch.setattr(Reader, "read", note_read)
    sketch = documents._sketch
    monkeypatch.setattr(documents, "_sketch", note_sketch)
    monkeypatch.setattr("site_gen.build.documents.read_pathway", note_decoded)
    monkeypatch.setattr("site_gen.decode.glance.read_document", None)
    check(many, key)
    assert sorted(read) == sorted([key, "pathways/role-7-to-role-8.md", "roles/role-3.md", "roles/role-4.md"])
    assert sorted(decoded) == sorted([key, "pathways/role-7-to-role-8.md"])
    assert sorted([*decoded, *glanced]) == [each for each in keys_of(many) if each.startswith("pathways/")]


@pytest.mark.parametrize("group", GROUPS)
def test_each_file_is_judged_as_before_by_sketches_that_were_kept(
    group: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = copy_site(tmp_path)
    spoil(site, [each.name for each in MISTAKES if each.group == group])
    monkeypatch.setattr(documents, "WORTH_KEEPING", 1)
    sketched = [key for key in keys_of(site) if key.startswith("pathways/")]
    check(site, sketched[0])
    assert recall(site / ".cache" / "waymark")
    assert_parts_equal_the_whole(site, sketched)


def test_only_what_has_changed_is_sketched_again(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sketched: list[str] = []
    sketch = documents._sketch

    def note_sketch(path: str) -> Sketch | None:
        sketched.append(Path(path).stem)
        return sketch(path)

    monkeypatch.setattr(documents, "_sketch", note_sketch)
    key = "pathways/role-3-to-role-4.md"
    before = check(many, key).diagnostics
    assert len(sketched) == 999
    file = many / "content" / "pathways" / "role-7-to-role-8.md"
    file.write_text(file.read_text("utf-8") + "\nMore.\n", "utf-8")
    sketched.clear()
    assert check(many, key).diagnostics == before
    assert sketched == ["role-7-to-role-8"]


def test_what_was_kept_may_be_gone_or_damaged(many: Path) -> None:
    key = "pathways/role-3-to-role-4.md"
    before = check(many, key).diagnostics
    (kept,) = (many / ".cache" / "waymark").glob("sketches*")
    kept.write_bytes(kept.read_bytes()[:-1])
    assert check(many, key).diagnostics == before
    kept.unlink()
    assert check(many, key).diagnostics == before
    assert kept.exists()


def test_a_text_that_is_not_on_the_disk_leaves_nothing_behind(many: Path) -> None:
    key, other = "pathways/role-3-to-role-4.md", "pathways/role-7-to-role-8.md"
    check(many, key, overlay={other: b"---\nfrom: nobody\nto: nowhere\n---\n"})
    kept = recall(many / ".cache" / "waymark")
    assert len(kept) == 998
    assert other not in kept
