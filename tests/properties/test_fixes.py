"""Fixing any site of mistakes ends, leaves what it does not fix as it was, and leaves nothing for a second time."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_gen.build.mend import ChangedFile, mend_site, write_changes
from site_gen.build.site import check_site
from tests.mistakes import all_mistakes, spoil
from tests.patches import patched
from tests.sites import copy_site, options

MISTAKES = [each for each in all_mistakes() if not each.is_in_a_template and not each.without]
FIXED = [each.name for each in MISTAKES if each.fix]
NOT_FIXED = [each.name for each in MISTAKES if not each.fix]
LINES = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_PLAIN = re.compile(r"^(?P<key>[a-z_]+): (?P<value>[\w$€%][\w$€%. -]*)$", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How files are written: their line ends, one after the other, a mark before them, and what goes with values."""

    line_ends: tuple[str, ...]
    mark: bool
    quote: str
    comment: str

    def write(self, text: str) -> bytes:
        """A file in this manner."""
        if text.startswith("---\n") and "\n---\n" in text:
            front, rest = text.split("\n---\n", 1)
            front = _PLAIN.sub(rf"\g<key>: {self.quote}\g<value>{self.quote}{self.comment}", front)
            text = f"{front}\n# a note\n---\n{rest}"
        lines = text.split("\n")
        ends = [self.line_ends[at % len(self.line_ends)] for at in range(len(lines) - 1)]
        joined = "".join(map("".join, zip(lines, [*ends, ""], strict=True)))
        return (b"\xef\xbb\xbf" if self.mark else b"") + joined.encode()


manners = st.builds(
    Manner,
    line_ends=st.sampled_from((("\n",), ("\r\n",), ("\r",), ("\n", "\r\n", "\r"), ("\r\n", "\r\n", "\n"))),
    mark=st.booleans(),
    quote=st.sampled_from(("", "'", '"')),
    comment=st.sampled_from(("", "  # a note", " # waymark: W309 off")),
)
names = st.tuples(
    st.lists(st.sampled_from(FIXED), min_size=1, max_size=6, unique=True),
    st.lists(st.sampled_from(NOT_FIXED), max_size=2, unique=True),
).map(lambda both: both[0] + both[1])


def make_site(site: Path, mistakes: list[str], manner: Manner) -> None:
    spoil(copy_site(site), mistakes)
    for file in sorted((site / "content").rglob("*.*")):
        if file.suffix in {".md", ".yaml"} and file.is_file():
            try:
                text = file.read_text("utf-8")
            except UnicodeDecodeError:
                continue
            file.write_bytes(manner.write(text))


def line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


def assert_only_lines_changed(changed: ChangedFile) -> None:
    """Lines that stayed end as they did, new ones as others of the file do; mark and notes are what they were."""
    before, after = changed.before.decode(), changed.after.decode()
    old_lines, new_lines = LINES.findall(before), LINES.findall(after)
    for _, old, old_stop, new, new_stop in SequenceMatcher(None, old_lines, new_lines, autojunk=False).get_opcodes():
        old_ends = [line_end(each) for each in old_lines[old:old_stop]]
        new_ends = [line_end(each) for each in new_lines[new:new_stop]]
        assert new_ends == old_ends or len(new_ends) != len(old_ends)
        assert set(map(line_end, old_lines)).issuperset(new_ends)
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    assert after.count("# a note") == before.count("# a note")
    assert patched(before, changed.diff()) == after


def assert_fixing_is_done_once(site: Path, *, unsafe: bool) -> None:
    first = mend_site(check_site(options(site)), options(site), unsafe=unsafe)
    for each in first.changed:
        assert each.before == each.file.read_bytes(), "nothing is written yet"
        assert_only_lines_changed(each)
    assert [each for each in first.report.diagnostics if each.fix and (unsafe or each.fix.safe)] == []
    write_changes(first.changed)
    again = mend_site(check_site(options(site)), options(site), unsafe=unsafe)
    assert (again.changed, again.fixed, again.report) == ((), 0, first.report)


@given(mistakes=names, manner=manners, unsafe=st.booleans())
@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_fixing_twice_is_fixing_once(
    tmp_path_factory: pytest.TempPathFactory, mistakes: list[str], manner: Manner, unsafe: bool
) -> None:
    site = tmp_path_factory.mktemp("site")
    make_site(site, mistakes, manner)
    assert_fixing_is_done_once(site, unsafe=unsafe)


@pytest.mark.soak
@given(mistakes=names, manner=manners, unsafe=st.booleans())
@settings(deadline=None, max_examples=400, suppress_health_check=[HealthCheck.too_slow])
def test_fixing_very_many_sites_twice_is_fixing_them_once(
    tmp_path_factory: pytest.TempPathFactory, mistakes: list[str], manner: Manner, unsafe: bool
) -> None:
    site = tmp_path_factory.mktemp("site")
    make_site(site, mistakes, manner)
    assert_fixing_is_done_once(site, unsafe=unsafe)
