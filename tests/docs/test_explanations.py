"""Every fault has its page, and what the page calls bad raises the fault, and what it calls good does not."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final
from unittest.mock import patch

import pytest

from site_gen.build.site import Options, build_site, check_site
from site_gen.diagnostic import Diagnostic, Severity
from site_gen.explain import explanation, packaged_pages, page_path
from site_gen.faults import FAULTS
from site_gen.model.manifest import Manifest, PublishedPathway
from site_gen.outside.answer import answer_of
from site_gen.outside.dead import dead_links
from site_gen.report import option_for
from tests.docs.reading import ROOT, Snippet, read, snippets
from tests.docs.sites import PATHWAY, REVIEW_DAY, checked, example, said, with_keys, with_snippet
from tests.said import WHOLE, read_body

CODES = list(FAULTS)

CONSEQUENCES: Final[dict[str, set[str]]] = {
    "W201": {"W207"},  # the role that was meant has no pathway now
    "W208": {"W203", "W207"},  # a pathway to itself is not called so, and leaves the other role alone
}
"""What a bad example may raise besides its own fault, with the reason."""

Make = Callable[[Path], object]
"""Puts an example that no text can say into a site folder."""

Look = Callable[[Path, str], tuple[Diagnostic, ...]]
"""What is said of the example that a page tells in words under a heading, `Bad` or `Good`."""


def _made(*, bad: Make, good: Make) -> Look:
    def look(site: Path, heading: str) -> tuple[Diagnostic, ...]:
        checked(site, example())
        (bad if heading == "Bad" else good)(site)
        return checked(site, {})

    return look


def _bytes(path: str, content: bytes) -> Make:
    def write(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)

    return write


def _link(path: str, target: str) -> Make:
    def link(site: Path) -> None:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).symlink_to(target)

    return link


def _answers(_site: Path, heading: str) -> tuple[Diagnostic, ...]:
    """What is said of the address that W213 shows: it is dead if it answers so, which no test asks it."""
    (shown,) = page("W213").examples(heading)
    pathway, _ = read_body(f"{WHOLE}\n## Further reading\n\n{shown.code}")
    assert pathway.outside_links
    answer = answer_of(404 if heading == "Bad" else 200)
    return dead_links(pathway.outside_links, {link.url: answer for link in pathway.outside_links})


def _installed(site: Path, heading: str) -> tuple[Diagnostic, ...]:
    """What a build says of a site with search where the program for it is, or isn't, installed."""
    checked(site, {**example(), "content/site.yaml": "search: true\n"})
    options = Options(site=site, shown=PurePosixPath(), output=site / "output", today=REVIEW_DAY)
    with patch("site_gen.build.search_index.is_installed", return_value=heading == "Good"):
        return build_site(options).diagnostics


def _installs(site: Path, heading: str) -> tuple[Diagnostic, ...]:
    """What is said of a site that wants pictures, after the command that W508 shows."""
    (shown,) = page("W508").examples(heading)
    spec = importlib.util.find_spec("json") if "[pictures]" in shown.code else None
    with patch("site_gen.build.settings.find_spec", lambda _name: spec):
        return checked(site, {**example(), "content/site.yaml": "pictures: true\n"})


def _cloned(site: Path, heading: str) -> tuple[Diagnostic, ...]:
    """What is said of a site that takes dates from git, in a clone made by the command that W513 shows."""
    (shown,) = page("W513").examples(heading)
    checked(site / "origin", {**example(), "content/site.yaml": "dates_from_git: true\n"})
    who = "-c user.name=A -c user.email=a@b.example"
    steps = ("git init -q", "git add .", f"git {who} commit -qm one", f"git {who} commit -q --allow-empty -m two")
    for step in steps:
        subprocess.run(step, shell=True, cwd=site / "origin", check=True)
    environment = {**os.environ, "SITE": (site / "origin").as_uri()}
    subprocess.run(shown.code, shell=True, cwd=site, env=environment, check=True, capture_output=True)
    return checked(site / "clone", {})


def _packed(site: Path, heading: str) -> tuple[Diagnostic, ...]:
    """What a build says of a site with packed copies, after the commands that W514 shows."""
    (shown,) = page("W514").examples(heading)
    checked(site, {**example(), "content/site.yaml": "precompress: true\n"})
    options = Options(site=site, shown=PurePosixPath(), output=site / "output", today=REVIEW_DAY)
    with patch("site_gen.build.copies.has_brotli", return_value="[precompress]" in shown.code):
        return build_site(options).diagnostics


def _renamed(site: Path, heading: str) -> tuple[Diagnostic, ...]:
    """What is said of the lines that W214 shows, in a site that had the pathway under another name."""
    (shown,) = page("W214").examples(heading)
    files = example()
    checked(site, {**files, PATHWAY: with_keys(files[PATHWAY], shown.code)})
    was = PublishedPathway(
        slug="backend-developer-to-algorithms",
        origin_id="backend-developer",
        target_id="algorithms",
        address="pathways/backend-developer-to-algorithms.html",
        old=(),
    )
    published = Manifest(path="manifest.json", pathways=(was,), addresses=())
    options = Options(site=site, shown=PurePosixPath(), output=site / "output", today=REVIEW_DAY, published=published)
    return check_site(options).diagnostics


LONG: Final = "content/pages/long.md"
CAFE: Final = "content/pages/cafe.md"
TITLE: Final = "---\ntitle: Café\n---\n\n"

BUILT: Final[dict[str, Look]] = {
    "W002": _made(
        bad=_bytes(CAFE, f"{TITLE}Words.\n".encode("latin-1")), good=_bytes(CAFE, f"{TITLE}Words.\n".encode())
    ),
    "W008": _made(
        bad=_bytes(LONG, f"{TITLE}{'Words. ' * 40_000}".encode()),
        good=_bytes(LONG, f"{TITLE}{'Words. ' * 4_000}".encode()),
    ),
    "W009": _made(
        bad=_link("content/assets/plan.png", "/nowhere/plan.png"), good=_bytes("content/assets/plan.png", b"A picture")
    ),
    "W213": _answers,
    "W214": _renamed,
    "W508": _installs,
    "W504": _made(bad=lambda site: shutil.rmtree(site / "content" / "pathways"), good=lambda _site: None),
    "W507": _installed,
    "W513": _cloned,
    "W514": _packed,
}
"""By code; exactly for the pages whose examples are told in words, because no text of a file can be them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page of a fault, taken apart: its title, its first words, and the text of each section by heading."""

    title: str
    opening: str
    sections: dict[str, str]

    def examples(self, heading: str) -> list[Snippet]:
        """The blocks of code of a section, at least one."""
        found = snippets(self.sections[heading])
        assert found, f"{self.title}: nothing is shown under {heading}"
        return found

    @property
    def is_told(self) -> bool:
        """Whether an example is words or commands, which can't be put into a site."""
        every = [*self.examples("Bad"), *self.examples("Good")]
        return any(each.language in {"shell", "text"} and not each.purpose for each in every)


def page(code: str) -> Page:
    text = read(page_path(code))
    blocks = [(found.start(), found.end()) for found in re.finditer(r"^(`{3,}).*?^\1$", text, re.MULTILINE | re.DOTALL)]
    headings = [
        found
        for found in re.finditer(r"^## (.*)\n", text, re.MULTILINE)
        if not any(start < found.start() < end for start, end in blocks)
    ]
    ends = [*(each.start() for each in headings[1:]), len(text)]
    title, _, opening = text[: headings[0].start() if headings else len(text)].partition("\n")
    sections = {each[1]: text[each.end() : end].strip() for each, end in zip(headings, ends, strict=True)}
    return Page(title=title, opening=opening.strip(), sections=sections)


def found_in(site: Path, code: str, heading: str) -> tuple[Diagnostic, ...]:
    """What is said of the example of a page, put into the sample site."""
    if code in BUILT:
        return BUILT[code](site, heading)
    files = example()
    for snippet in page(code).examples(heading):
        files = with_snippet(files, snippet)
    return checked(site, files)


def test_every_fault_has_its_page_and_every_page_its_fault() -> None:
    pages = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "diagnostics").iterdir())
    assert pages == [page_path(code) for code in CODES]


@pytest.mark.parametrize("code", CODES)
def test_page_is_called_like_its_fault_and_says_how_much_it_matters(code: str) -> None:
    fault = FAULTS[code]
    assert page(code).title == f"# {code} {fault.name}"
    assert page(code).opening.startswith(f"{'An error' if fault.severity is Severity.ERROR else 'A warning'}: ")


@pytest.mark.parametrize("code", CODES)
def test_page_has_its_sections_in_order_and_none_is_empty(code: str) -> None:
    sections = page(code).sections
    assert [*sections, "Mending it"][:4] == ["Why", "Bad", "Good", "Mending it"]
    assert len(sections) <= 4
    assert all(sections.values())


def test_no_two_pages_give_the_same_reason() -> None:
    reasons = [page(code).sections["Why"] for code in CODES]
    assert sorted(set(reasons)) == sorted(reasons)


@pytest.mark.parametrize("code", CODES)
def test_examples_that_no_file_can_hold_are_made_here_and_no_others(code: str) -> None:
    assert page(code).is_told is (code in BUILT)


@pytest.mark.parametrize("code", CODES)
def test_bad_example_raises_its_fault_and_no_other(code: str, tmp_path: Path) -> None:
    found = found_in(tmp_path, code, "Bad")
    assert {each.fault.code for each in found} - CONSEQUENCES.get(code, set()) == {code}, said(found)


@pytest.mark.parametrize("code", CODES)
def test_good_example_ends_the_fault_and_brings_no_error(code: str, tmp_path: Path) -> None:
    found = found_in(tmp_path, code, "Good")
    assert said(each for each in found if each.fault.code == code or each.severity is Severity.ERROR) == []


@pytest.mark.parametrize("code", CODES)
def test_option_that_mends_the_bad_example_is_named(code: str, tmp_path: Path) -> None:
    fixes = [each.fix for each in found_in(tmp_path, code, "Bad") if each.fault.code == code and each.fix]
    assert [option_for(fix) for fix in fixes if f"`{option_for(fix)}`" not in read(page_path(code))] == []


@pytest.mark.parametrize("code", CODES)
def test_links_to_other_pages_are_named_after_their_code(code: str) -> None:
    links = re.findall(r"\[([^\]]+)\]\((W[^)]*)\)", _prose(read(page_path(code))))
    assert [f"docs/diagnostics/{target}" for _, target in links] == [page_path(words) for words, _ in links]
    assert code not in [words for words, _ in links]


@pytest.mark.parametrize("code", CODES)
def test_codes_that_a_page_speaks_of_are_links(code: str) -> None:
    prose = re.sub(r"\[[^\]]+\]\([^)]*\)", "", _prose(read(page_path(code)).partition("\n")[2]))
    assert re.findall(r"W\d{3}", re.sub(r"`[^`]*`", "", prose)) == []


@pytest.mark.parametrize("code", CODES)
def test_explanation_holds_nothing_that_only_a_checkout_can_follow(code: str) -> None:
    text = explanation(FAULTS[code])
    assert text.startswith(f"# {code} {FAULTS[code].name}\n")
    assert [each.purpose for each in snippets(text) if each.purpose] == []
    assert re.findall(r"\]\((?!https:)", re.sub(r"`[^`]*`", "", _prose(text))) == []


@pytest.mark.parametrize("code", CODES)
def test_explanation_shows_the_examples_of_its_page(code: str) -> None:
    shown = [(each.language, each.code) for each in snippets(explanation(FAULTS[code]))]
    assert shown == [(each.language, each.code) for each in snippets(read(page_path(code)))]


def test_pages_are_found_in_a_checkout() -> None:
    assert packaged_pages() == ROOT / "docs" / "diagnostics"


def test_sample_site_has_nothing_to_mend(tmp_path: Path) -> None:
    assert said(checked(tmp_path, example())) == []


def _prose(text: str) -> str:
    """A page without its blocks of code."""
    return re.sub(r"^(`{3,}).*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
