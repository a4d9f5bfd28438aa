"""Whatever is changed between builds, a build that goes by what the last one left gives what a clean one gives."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_gen.build.again import Memory
from site_gen.build.site import Report
from site_gen.serve.watch import Snapshot, differing, take_snapshot
from tests.build.workshop import ROLES, TODAY, Workshop, workshop
from tests.sites import tree, without_kept

WORDS = ("Dough", "Ovens", "Kneading dough", "Kneeding dough")

Change = Callable[[Workshop, str, int], None]

TEMPLATES = {
    "sections/faq.html": "<p>Own questions {}</p>",
    "sections/own.html": "<p>{}</p>",
    "components/callout/callout.html": (
        "{{% macro callout(kind, label) %}}<div>{} {{{{ label }}}} {{{{ caller() }}}}</div>{{% endmacro %}}"
    ),
    "pages/plain.html": '{{% extends "base.html" %}}{{% block main %}}{}{{% endblock %}}',
    "assets/print.css": "main {{ order: {}; }}",
    "unused.html": "{}",
}
SETTINGS = {
    "title": ("Ways", "Paths"),
    "footer": ("", "Made by hand.", "Made by us."),
    "hours_per_week": ("", "5", "20"),
    "base_url": ("", "https://a.example/", "https://b.example/x/"),
    "severity": (
        "{W204: warning, W205: warning}",
        "{W204: warning, W205: warning, W207: off}",
        "{W204: info, W205: off, W201: off, W207: off}",
        "{W204: off, W205: off, W015: warning}",
        "{W204: warning, W205: warning, W202: off}",
        "{W207: error}",
    ),
    "author": ("", "A. Baker"),
    "currency": ("", "EUR"),
}
MORE = (
    "",
    "## FAQ\n\n### Is it hot?\n\nYes.\n",
    "## Reality check\n\n### What you'll love\n\n- The smell.\n",
    "See [that](cook-to-baker.md#bread), [this](waiter-to-potter.md) and [us](../pages/about.md).\n",
    "A [file](../assets/b.txt) and a [role](../roles/potter.md#works).\n",
    "<!-- waymark: ignore W207 because I say so -->\n",
    "## Shoes\n\nFILL IN: more\n",
)
FRONT: dict[str, tuple[Any, ...]] = {
    "summary": ("From pans to ovens.", "To the ovens.", "Pans" * 60),
    "title": ("", "A way of its own"),
    "draft": ("", "true"),
    "published": ("", "2026-01-11", "2026-02-01"),
    "aliases": ("", "[old]", "[roles/cook.html]", "[media/a.txt]", "[old, older]"),
    "reviewed": ("2026-01-05", "2025-01-01", "2025-01-20", "soon"),
    "difficulty": ("easy", "hard", "eazy"),
    "to": ("baker", "waiter", "nobody"),
    "salary_change": ("", "10%"),
    "hours_per_week": ("", "4"),
}
ROLE_FRONT: dict[str, tuple[Any, ...]] = {
    "name": ("Cook", "Baker", "Chef de partie"),
    "plural": ("", "Cookses"),
    "family": ("Kitchen", "Craft"),
    "salary": ("", "{low: 30000, high: 60000, source: Guild}"),
    "aliases": ("", "[Chef]"),
}


def _pick(choices: Any, number: int) -> Any:
    return choices[number % len(choices)]


def _front_of_guide(site: Workshop, slug: str, number: int) -> None:
    key = _pick(tuple(FRONT), number)
    front = {**site.guides.get(slug, {}).get("front", {}), key: _pick(FRONT[key], number // len(FRONT))}
    site.guide(slug, front=front)


def _front_of_role(site: Workshop, slug: str, number: int) -> None:
    name, key = slug.split("-", maxsplit=1)[0], _pick(tuple(ROLE_FRONT), number)
    front = {**site.roles.get(name, {}).get("front", {}), key: _pick(ROLE_FRONT[key], number // len(ROLE_FRONT))}
    site.role(name, front=front)


def _remove_guide(site: Workshop, slug: str, _number: int) -> None:
    site.guides.pop(slug, None)
    site.remove(f"content/pathways/{slug}.md")


def _rename_guide(site: Workshop, slug: str, number: int) -> None:
    file = site.folder / f"content/pathways/{slug}.md"
    if file.exists():
        other = f"{slug.split('-to-', maxsplit=1)[0]}-to-{_pick(ROLES, number)}"
        file.rename(file.with_name(f"{other}.md"))
        site.guides[other] = site.guides.pop(slug, {})


def _touch(site: Workshop, slug: str, number: int) -> None:
    names = [f"content/pathways/{slug}.md", "content/site.yaml", "content/assets/a.txt", "content/roles/cook.md"]
    file = site.folder / _pick(names, number)
    if file.exists():
        os.utime(file, ns=(number * 1_000_000_000, number * 1_000_000_000))


def _unseen(site: Workshop, slug: str, number: int) -> None:
    """Change a file without changing its size, or the time at which it was changed."""
    file = site.folder / _pick([f"content/pathways/{slug}.md", "content/assets/a.txt", "content/roles/cook.md"], number)
    if file.exists():
        before = file.stat()
        file.write_text(file.read_text("utf-8").swapcase() if file.suffix == ".txt" else _swapped(file), "utf-8")
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def _swapped(file: Path) -> str:
    return file.read_text("utf-8").replace("Heat is", "Fear is").replace("Works.", "Rests.")


def _skill_names(site: Workshop, _slug: str, number: int) -> None:
    texts = ("", "Dough: [Timing]\n", "Timing: [Speed]\n", "Dough: [Dough\n", "Dough: [Ovens, Speed]\n")
    site.write("content/skills.yaml", _pick(texts, number))


def _template(site: Workshop, _slug: str, number: int) -> None:
    name = _pick(tuple(TEMPLATES), number)
    version = number // len(TEMPLATES) % 4
    if version == 0:
        site.remove(f"templates/{name}")
    else:
        site.write(f"templates/{name}", TEMPLATES[name].format(version) if version < 3 else "{{ nothing.at_all }}")


def _page(site: Workshop, _slug: str, number: int) -> None:
    name = f"content/pages/{_pick(('about', 'method', '404', 'more'), number)}.md"
    if number % 3 == 0:
        site.remove(name)
    else:
        no_text = chr(number % 7 // 2) if number % 4 == 0 else ""
        site.write(name, f"---\ntitle: More\nsummary: Them.\n---\n\nText {number % 5}.{no_text}\n")


def _asset(site: Workshop, _slug: str, number: int) -> None:
    name = f"content/assets/{_pick(('a.txt', 'b.txt', 'deep/c.txt'), number)}"
    if number % 4 == 0:
        site.remove(name)
    else:
        site.write(name, f"{number % 5}")


def _another_day(site: Workshop, _slug: str, number: int) -> None:
    site.today = TODAY + timedelta(days=number % 40)


def _flags(site: Workshop, _slug: str, number: int) -> None:
    site.drafts, site.strict = bool(number % 2), number % 5 == 0


CHANGES: dict[str, Change] = {
    "text": lambda site, slug, number: site.guide(slug, text="Heat is.\n\n" * (number % 4)),
    "phase": lambda site, slug, number: site.guide(slug, phase=_pick(WORDS, number)),
    "skills": lambda site, slug, number: site.guide(slug, skills=(_pick(WORDS, number), _pick(WORDS, number // 4))),
    "brings": lambda site, slug, number: site.guide(slug, brings=_pick(("Timing", "timing", "Speed", "Dough"), number)),
    "more": lambda site, slug, number: site.guide(slug, more=_pick(MORE, number)),
    "front": _front_of_guide,
    "role": _front_of_role,
    "prose": lambda site, slug, number: site.role(slug.split("-")[0], text=f"# Works\n\nWorks {number % 3}.\n"),
    "no role": lambda site, slug, _number: site.remove(f"content/roles/{slug.split('-')[0]}.md"),
    "setting": lambda site, _slug, number: site.set(
        key := _pick(tuple(SETTINGS), number), _pick(SETTINGS[key], number // len(SETTINGS))
    ),
    "removed": _remove_guide,
    "renamed": _rename_guide,
    "touched": _touch,
    "unseen": _unseen,
    "skill names": _skill_names,
    "template": _template,
    "page": _page,
    "asset": _asset,
    "day": _another_day,
    "flags": _flags,
}
SLUGS = [f"{origin}-to-{target}" for origin in ROLES for target in ROLES if origin != target]
OFTEN = ["cook-to-baker", "baker-to-waiter", "waiter-to-potter"]
"""The guides that there are at first: most changes should be of these."""

STEPS = st.lists(
    st.lists(
        st.tuples(st.sampled_from(sorted(CHANGES)), st.sampled_from([*SLUGS, *OFTEN * 8]), st.integers(0, 99)),
        max_size=3,
    ),
    min_size=1,
    max_size=5,
)


class Ways:
    """One way to build time and again: by what is on the disk or in memory, by the looks of files or by their bytes."""

    def __init__(self, site: Workshop, way: str) -> None:
        self._site = site
        self._memory = Memory() if way == "in one process" else None
        self._patch = pytest.MonkeyPatch()
        if way == "by looks":
            self._patch.setattr("site_gen.build.stamps._UNSURE", -(10**12))  # as if some time had gone by
        self._seen = self._look()

    def _look(self) -> Snapshot:
        return take_snapshot([self._site.folder / "content", self._site.folder / "templates"])

    def build(self) -> Report:
        """Build upon the last build; in one process with what has changed since."""
        before, self._seen = self._seen, self._look()
        if self._memory is not None:
            self._memory.note(differing(before.states, self._seen.states))
        return self._site.build(self._memory)

    def end(self) -> None:
        """Let time go by as it does."""
        self._patch.undo()


WAYS = ("by bytes", "by looks", "in one process")


def check(steps: list[list[tuple[str, str, int]]], way: str) -> None:
    """Make changes step by step, and build after each: here upon the last build, and elsewhere from nothing."""
    with TemporaryDirectory() as folder:
        site = workshop(Path(folder) / "site")
        site.set("severity", SETTINGS["severity"][0])
        site.guide("baker-to-waiter", front={"reviewed": "2025-01-20"}, skills=("Kneeding dough",), more=MORE[4])
        site.guide("waiter-to-potter", skills=("Kneading dough",), brings="Dough")
        ways = Ways(site, way)
        published = ways.build()
        assert published.published, published.diagnostics
        try:
            for number, step in enumerate(steps):
                for name, slug, choice in step:
                    CHANGES[name](site, slug, choice)
                _hold_to_clean(site, ways, Path(folder) / f"clean{number}")
        finally:
            ways.end()


def _hold_to_clean(site: Workshop, ways: Ways, elsewhere: Path) -> None:
    """Build, and hold the site and what is said to those of somebody who has never built it before."""
    before = tree(site.folder / "output")
    report, clean = ways.build(), site.build_clean(elsewhere)
    assert report.published == clean.published
    assert report.diagnostics == clean.diagnostics
    assert set(report.overrides) == set(clean.overrides)
    assert (report.pages, report.files, report.checked) == (clean.pages, clean.files, clean.checked)
    built = tree(site.folder / "output")
    whole = tree(elsewhere / "output") if clean.published else before
    assert without_kept(built, whole) == whole
    assert built.keys() - whole.keys() <= before.keys()
    if clean.published:
        assert (again := ways.build().reasons) == {}, again


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_an_incremental_build_is_a_clean_build(way: str, steps: list[list[tuple[str, str, int]]]) -> None:
    check(steps, way)


@pytest.mark.soak
@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_an_incremental_build_is_a_clean_build_for_long(way: str, steps: list[list[tuple[str, str, int]]]) -> None:
    check(steps, way)
