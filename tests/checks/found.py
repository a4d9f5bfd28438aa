"""What the rules find in a small site."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from site_gen.build.site import check_site
from site_gen.checks import checks
from tests.sites import PATHWAY, options, small_site

TODAY = date(2026, 1, 10)
GUIDE = "pathways/cook-to-baker.md"
SECTIONS = "\n## Roadmap\n"


class Found(NamedTuple):
    """One diagnostic: the fault's name, `file:line:column+length` below content/, and its words."""

    fault: str
    place: str
    message: str
    help: str
    notes: tuple[str, ...] = ()


def found(folder: Path, files: dict[str, str] | None = None, **more: object) -> list[Found]:
    """Everything found in the small site with `files` put over it."""
    report = check_site(options(small_site(folder, files), **{"today": TODAY, **more}))
    return [
        Found(
            each.fault.name,
            f"{each.place.path.removeprefix('content/')}:{each.place.line}:{each.place.column}+{each.place.length}",
            each.message,
            each.help,
            each.notes,
        )
        for each in report.diagnostics
    ]


def guide(front: str = "", *, body: str = "", weeks: int = 8, **values: Any) -> str:
    """The small site's pathway: values of its front matter changed, lines added, and a body before the roadmap."""
    text = PATHWAY
    for key, value in values.items():
        old = next(line for line in text.split("\n") if line.startswith(f"{key.strip('_')}:"))
        text = text.replace(old, f"{key.strip('_')}: {value}", 1)
    text = text.replace("\n---\n", f"\n{front}\n---\n" if front else "\n---\n", 1)
    return text.replace(SECTIONS, f"\n{body}\n{SECTIONS}" if body else SECTIONS).replace(
        "(8 weeks)", f"({weeks} weeks)"
    )


def role(name: str, *lines: str, about: str = "Works.") -> str:
    """A role's file."""
    return "\n".join(["---", f"name: {name}", "family: Kitchen", *lines, "---", "", about, ""])


def found_by(name: str, folder: Path, files: dict[str, str] | None = None, **more: object) -> list[Found]:
    """What one rule finds."""
    (check,) = (each for each in checks() if each.name == name)
    faults = {fault.name for fault in check.faults}
    return [each for each in found(folder, files, **more) if each.fault in faults]
