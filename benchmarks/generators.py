"""A made-up site becomes folders of three generators, Waymark and two others, and the commands that build them."""

from __future__ import annotations

import os
import shutil
import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import ClassVar, Final

from benchmarks.corpus import Guide, Role, make_guides, make_roles, make_site

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent
PEERS: Final = ROOT / ".cache" / "bench"
"""The virtual environment of the other generators; `make bench` makes it."""


class Step(StrEnum):
    """What is measured, in this order; each is a new process."""

    CLEAN = "clean build"
    AGAIN = "nothing changed"
    EDIT = "one paragraph added"
    START = "--version"
    CHECK = "check of one guide"


class NotInstalled(Exception):  # noqa: N818 - a state, named after itself
    """A generator to compare with is not there; the text says how to get it."""


class Generator(ABC):
    """One generator: how its site is written, built and forgotten. `home` is a folder of its own.

    It may use `jobs` processors, so that its figures are the same kind on machines with more.
    """

    name: ClassVar[str]
    output: ClassVar[str]
    feed: ClassVar[str] = "index.xml"
    kept: ClassVar[tuple[str, ...]] = ()
    pathways: ClassVar[str]

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    @abstractmethod
    def prepare(self, home: Path, count: int, seed: int) -> None:
        """Write the sources of a site of `count` pathways into a missing folder."""

    @abstractmethod
    def command(self, home: Path, step: Step, guide: Path) -> list[str] | None:
        """The command of a step; none where this generator has nothing like it. Raises `NotInstalled`."""

    def environment(self, _home: Path) -> Mapping[str, str]:
        """The variables that this generator needs besides the usual ones."""
        return {}

    def guide_file(self, home: Path, slug: str) -> Path:
        """The source of one guide."""
        return home / self.pathways / f"{slug}.md"

    def forget(self, home: Path) -> None:
        """Delete what builds have left: the site, and what was kept to make the next one quicker."""
        for name in (self.output, *self.kept):
            path = home / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


class Waymark(Generator):
    """This project, as it stands in this clone."""

    name = "waymark"
    output = "output"
    feed = "feed.xml"
    kept = (".output.new", ".output.old", ".output.spare", ".output.state", ".cache")
    pathways = "content/pathways"

    def prepare(self, home: Path, count: int, seed: int) -> None:
        """Write the site as an author of Waymark would."""
        make_site(home, count, seed=seed)

    def command(self, home: Path, step: Step, guide: Path) -> list[str]:
        """Every step has a command."""
        waymark = [sys.executable, "-m", "site_gen"]
        if step is Step.START:
            return [*waymark, "--version"]
        if step is Step.CHECK:
            return [*waymark, "check", "--site", str(home), "--quiet", str(guide)]
        fewer = ["--jobs", str(self.jobs)] if (os.cpu_count() or 1) > self.jobs else []
        return [*waymark, "build", "--site", str(home), "--quiet", *fewer]

    def environment(self, _home: Path) -> Mapping[str, str]:
        """The clone goes before an installed package."""
        return {"PYTHONPATH": str(ROOT)}


class Hugo(Generator):
    """The usual choice for many pages: one program, written in Go. The measure of the others."""

    name = "hugo"
    output = "public"
    kept = ("resources", "cache", ".hugo_build.lock")
    pathways = "content/pathways"

    def prepare(self, home: Path, count: int, seed: int) -> None:
        """Write guides as pages and roles as terms of a taxonomy, each with a page."""
        shutil.copytree(HERE / "hugo", home)
        (home / self.pathways).mkdir(parents=True)
        for guide in make_guides(count, seed=seed):
            text = (
                f"---\n{_lines(_guide_facts(guide))}roles: [{guide.origin.id}, {guide.target.id}]\n---\n\n{guide.body}"
            )
            self.guide_file(home, guide.slug).write_text(text, encoding="utf-8")
        for role in make_roles(count, seed=seed):
            folder = home / "content" / "roles" / role.id
            folder.mkdir(parents=True)
            (folder / "_index.md").write_text(f"---\n{_lines(_role_facts(role))}---\n\n{_ROLE}", encoding="utf-8")

    def command(self, home: Path, step: Step, guide: Path) -> list[str]:
        """It makes all pages anew each time; the nearest to a check is a build that writes nothing."""
        del home, guide
        hugo = str(_installed("lib/python*/site-packages/hugo/binaries/hugo*"))
        if step is Step.START:
            return [hugo, "version"]
        return [hugo, "--quiet", *(["--renderToMemory"] if step is Step.CHECK else [])]

    def environment(self, home: Path) -> Mapping[str, str]:
        """Its cache lies in its own folder."""
        return {"HUGO_CACHEDIR": str(home / "cache"), "GOMAXPROCS": str(self.jobs)}


class Pelican(Generator):
    """A generator in Python with Jinja2 templates, like this one."""

    name = "pelican"
    output = "output"
    kept = ("cache", "__pycache__")
    pathways = "content/pathways"

    def prepare(self, home: Path, count: int, seed: int) -> None:
        """Write guides as articles and roles as pages."""
        shutil.copytree(HERE / "pelican", home, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pathways", "roles"):
            (home / "content" / name).mkdir(parents=True)
        for guide in make_guides(count, seed=seed):
            facts = _guide_facts(guide) | {
                "origin": guide.origin.id,
                "origin_name": guide.origin.name,
                "target": guide.target.id,
                "target_name": guide.target.name,
            }
            self.guide_file(home, guide.slug).write_text(f"{_lines(facts)}\n{guide.body}", encoding="utf-8")
        for role in make_roles(count, seed=seed):
            text = f"{_lines(_role_facts(role))}\n{_ROLE}"
            (home / "content" / "roles" / f"{role.id}.md").write_text(text, encoding="utf-8")

    def command(self, home: Path, step: Step, guide: Path) -> list[str] | None:
        """It has no check."""
        del home, guide
        pelican = str(_installed("bin/pelican"))
        if step is Step.START:
            return [pelican, "--version"]
        return None if step is Step.CHECK else [pelican, "--quiet", "--settings", "pelicanconf.py"]


_ROLE: Final = "A role that exists to be measured.\n"


def versions(generator: Generator) -> list[str]:
    """The names and versions of the packages that a generator is installed from; none for this project."""
    if isinstance(generator, Waymark):
        return []
    found = PEERS.glob(f"lib/python*/site-packages/{generator.name}-*.dist-info")
    return [path.name.removesuffix(".dist-info").replace("-", " ") for path in found]


def usual_environment() -> dict[str, str]:
    """The variables that every generator is given."""
    passed = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return passed | {"LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _guide_facts(guide: Guide) -> dict[str, object]:
    """What is on the badges; the others don't work it out, they are told."""
    return {
        "title": guide.title,
        "description": guide.summary,
        "date": guide.reviewed,
        "from": guide.origin.id,
        "to": guide.target.id,
        "difficulty": guide.difficulty,
        "months": guide.months,
        "pay_from": guide.origin.median,
        "pay_to": guide.target.median,
        "pay_change": guide.pay_change,
        "demand": "very high",
        "demand_note": guide.demand_note,
    }


def _role_facts(role: Role) -> dict[str, object]:
    return {"title": role.name, "low": role.low, "median": role.median, "high": role.high}


def _lines(facts: Mapping[str, object]) -> str:
    return "".join(f"{key}: {value}\n" for key, value in facts.items())


def _installed(pattern: str) -> Path:
    found = sorted(PEERS.glob(pattern))
    if not found:
        message = f"there is no {PEERS.name}/{pattern} in .cache/: `make bench` installs it"
        raise NotInstalled(message)
    return found[0]


GENERATORS: Final[Mapping[str, type[Generator]]] = {each.name: each for each in (Waymark, Hugo, Pelican)}
"""Every generator by name; the first is what is judged."""
