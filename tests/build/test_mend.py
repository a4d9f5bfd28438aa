"""A site is mended in memory first: what changes, what is left to say, and how it is written."""

import errno
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from site_gen.build import mend
from site_gen.build.mend import MOST_ROUNDS, ChangedFile, Mended, NotWritten, mend_site, write_changes
from site_gen.build.site import Options, Report, check_site
from site_gen.diagnostic import Diagnostic, Edit, Fix, Place
from site_gen.faults import BAD_YAML
from tests.mistakes import all_mistakes, spoil
from tests.patches import patched
from tests.sites import PATHWAY, copy_site, options, small_site

KEY = "pathways/cook-to-baker.md"
SPOILT = (
    PATHWAY.replace("difficulty: easy", "dificulty: esay  # a guess").replace("2026-01-10", "10.1.2026")
    + "\n## FAQ\n\n###Is it hot\n\nYes.\n"
)
SAFE = SPOILT.replace("10.1.2026", "2026-01-10").replace("###Is it hot", "### Is it hot?")
ALL = SAFE.replace("dificulty: esay", "difficulty: easy")


def run(site: Path, *, unsafe: bool = False, **more: Any) -> Mended:
    return mend_site(check_site(options(site, **more)), options(site, **more), unsafe=unsafe)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return small_site(tmp_path, {KEY: SPOILT})


def names(found: tuple[Diagnostic, ...]) -> list[str]:
    return [each.fault.name for each in found]


def test_a_site_without_faults_is_not_changed(tmp_path: Path) -> None:
    mended = run(small_site(tmp_path), unsafe=True)
    assert (mended.changed, mended.fixed, mended.report.diagnostics) == ((), 0, ())


def test_only_safe_fixes_are_made_unless_guesses_are_asked_for(site: Path) -> None:
    mended = run(site)
    assert [(each.path, each.file, each.before, each.after) for each in mended.changed] == [
        (f"content/{KEY}", site / "content" / KEY, SPOILT.encode(), SAFE.encode())
    ]
    assert mended.fixed == 3, "the question mark is found missing once the heading is one"
    assert names(mended.report.diagnostics) == ["unknown-key"]
    assert len(mended.report.checked) == 3


def test_guesses_are_made_when_what_is_sure_has_been_put_right(site: Path) -> None:
    mended = run(site, unsafe=True)
    assert [each.after for each in mended.changed] == [ALL.encode()]
    assert (mended.fixed, mended.report.diagnostics) == (5, ())


def test_nothing_is_written_until_it_is_asked_for(site: Path) -> None:
    mended = run(site, unsafe=True)
    file = site / "content" / KEY
    assert file.read_text("utf-8") == SPOILT
    write_changes(mended.changed)
    assert file.read_text("utf-8") == ALL
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name]


def test_a_file_that_was_not_asked_for_is_not_changed(site: Path) -> None:
    role = site / "content/roles/cook.md"
    role.write_text(role.read_text("utf-8").replace("family:", "famly:"), "utf-8")
    mended = run(site, unsafe=True, only=frozenset({"roles/cook.md"}))
    assert [each.path for each in mended.changed] == ["content/roles/cook.md"]
    assert mended.report.checked == ("content/roles/cook.md",)


@pytest.mark.parametrize("silence", [{"ignore": frozenset({"W109"})}, {"select": frozenset({"W407"})}])
def test_a_fault_that_is_silenced_is_not_fixed(silence: dict[str, Any], site: Path) -> None:
    (changed,) = run(site, **silence).changed
    assert b"10.1.2026" in changed.after
    assert b"### Is it hot" in changed.after


def test_settings_are_fixed_too(tmp_path: Path) -> None:
    site = small_site(tmp_path, {"site.yaml": "currency: usd # ours\n", "skills.yaml": ""})
    (changed,) = run(site).changed
    assert (changed.path, changed.after) == ("content/site.yaml", b"currency: USD # ours\n")


def test_a_fix_that_brings_its_fault_back_comes_to_an_end(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Options] = []

    def check(wanted: Options, _progress: object = None) -> Report:
        asked.append(wanted)
        edit = Edit(line=1, column=1, end_line=1, end_column=1, text="x")
        place = Place(path=f"content/{KEY}", line=1)
        fault = Diagnostic(
            fault=BAD_YAML,
            message="again",
            place=place,
            help="again",
            fix=Fix(title="again", edits=(edit,), safe=True),
            severity=BAD_YAML.severity,
        )
        return Report(diagnostics=(fault,), checked=())

    monkeypatch.setattr(mend, "check_site", check)
    wanted = options(site)
    assert mend_site(check(wanted), wanted, unsafe=False).fixed == MOST_ROUNDS
    assert len(asked) == MOST_ROUNDS + 2


def test_a_changed_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    file, link = tmp_path / "file.md", tmp_path / "link.md"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to("file.md")
    write_changes([ChangedFile(path="link.md", file=link, before=b"old", after=b"new")])
    assert link.is_symlink()
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", 0o640)


def test_a_file_that_cannot_be_written_stays_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = [
        ChangedFile(path=f"guides/{name}", file=tmp_path / name, before=b"old", after=b"new")
        for name in ("a", "b", "c")
    ]
    for each in changed:
        each.file.write_bytes(b"old")
    whole = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == "b":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(NotWritten) as refused:
        write_changes(changed)
    assert str(refused.value) == "guides/b could not be written: Permission denied"
    assert refused.value.written == (changed[0],)
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == [
        ("a", b"new"),
        ("b", b"old"),
        ("c", b"old"),
    ]


def changes() -> Iterator[tuple[str, bytes, bytes]]:
    yield "a word", b"one\ntwo\nthree\n", b"one\n2\nthree\n"
    yield "no line end at the end", b"one\ntwo", b"one\n2"
    yield "a line end that comes", b"one", b"one\n"
    yield "carriage returns", b"one\r\ntwo\r\n", b"one\r\n2\r\n"
    yield "lone carriage returns", b"one\rtwo\r", b"one\r2\r"
    yield "a mark", b"\xef\xbb\xbfone\n", b"\xef\xbb\xbf1\n"
    yield "other alphabets", "é\n日\n".encode(), "e\n日\n".encode()
    yield "two places far apart", b"a\n" + b"x\n" * 20 + b"b\n", b"A\n" + b"x\n" * 20 + b"B\n"
    yield "an empty file", b"", b"one\n"


@pytest.mark.parametrize(("before", "after"), [each[1:] for each in changes()], ids=[each[0] for each in changes()])
@pytest.mark.parametrize("name", ["content/a.md", "content/About us.md"])
def test_a_diff_is_a_patch(name: str, before: bytes, after: bytes, tmp_path: Path) -> None:
    file = tmp_path / name
    patch = ChangedFile(path=name, file=file, before=before, after=after).diff()
    assert patched(before.decode(), patch) == after.decode()
    if (program := shutil.which("patch")) is not None:
        file.parent.mkdir()
        file.write_bytes(before)
        subprocess.run([program, "-p1", "--binary", "-s"], cwd=tmp_path, input=patch.encode(), check=True)
        assert file.read_bytes() == after


def test_the_diff_of_a_whole_site_applies(tmp_path: Path) -> None:
    site = copy_site(tmp_path)
    spoil(site, [mistake.name for mistake in all_mistakes() if mistake.fix])
    mended = run(site, unsafe=True)
    assert len(mended.changed) >= 3
    for each in mended.changed:
        assert patched(each.before.decode(), each.diff()) == each.after.decode()
    if (program := shutil.which("patch")) is not None:
        whole = "".join(each.diff() for each in mended.changed)
        subprocess.run([program, "-p1", "--binary", "-s"], cwd=site, input=whole.encode(), check=True)
        assert [each.file.read_bytes() for each in mended.changed] == [each.after for each in mended.changed]


def test_an_unchanged_file_has_no_diff(tmp_path: Path) -> None:
    assert ChangedFile(path="a.md", file=tmp_path / "a.md", before=b"one", after=b"one").diff() == ""


@pytest.mark.skipif(os.name == "nt", reason="folders are shown with slashes")
def test_a_changed_file_is_shown_as_it_was_typed(site: Path) -> None:
    (changed,) = run(site, shown=Path("guides")).changed
    assert changed.path == f"guides/content/{KEY}"
    assert changed.diff().startswith(f"--- a/guides/content/{KEY}\n+++ b/guides/content/{KEY}\n@@ ")
