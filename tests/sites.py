"""Copies of the project's own site for tests to spoil, and what a build of one is asked to do."""

import re
import shutil
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from site_gen.build.site import Options

REPOSITORY = Path(__file__).parents[1]
CONTENT = REPOSITORY / "content"
GUIDE = "pathways/backend-developer-to-algorithm-engineer.md"

ROLES = frozenset(
    {
        "algorithm-engineer",
        "backend-developer",
        "data-engineer",
        "data-scientist",
        "financial-analyst",
        "frontend-developer",
        "graphic-designer",
        "machine-learning-engineer",
    }
)
"""The roles of the part of the content that tests spoil: they shouldn't take longer with every guide that is added."""


def reviewed() -> str:
    """The day on which the first guide was last reviewed."""
    found = re.search(r"^reviewed: (\d{4}-\d{2}-\d{2})$", (CONTENT / GUIDE).read_text("utf-8"), re.MULTILINE)
    assert found, f"{GUIDE} does not say when it was reviewed"
    return found[1]


TODAY = date.fromisoformat(reviewed())
"""The day on which tests build, so that no review is overdue or still to come."""

EPOCH = str((TODAY - date(1970, 1, 1)).days * 86400)
"""The same day, for SOURCE_DATE_EPOCH."""


def copy_site(folder: Path) -> Path:
    """Eight roles of the project's own content and the guides between them, copied into a site folder."""
    shutil.copytree(CONTENT, folder / "content", ignore=_not_copied)
    return folder


def _not_copied(folder: str, names: list[str]) -> list[str]:
    stems = {name: Path(name).stem for name in names}
    if Path(folder).name == "roles":
        return [name for name, role in stems.items() if role not in ROLES]
    if Path(folder).name == "pathways":
        return [name for name, slug in stems.items() if not ROLES.issuperset(slug.split("-to-"))]
    return []


def options(site: Path, **more: Any) -> Options:
    """A build of a site folder into its output/, as if typed in that folder."""
    asked: dict[str, Any] = {"shown": PurePosixPath(), "output": site / "output", "today": TODAY}
    return Options(site=site, **asked | more)


def small_site(folder: Path, files: dict[str, str] | None = None) -> Path:
    """A site of two roles and the way between them; `files` below content/ are put over it."""
    role = "---\nname: {name}\nfamily: Kitchen\n---\n\nCooks.\n"
    content = {
        "roles/cook.md": role.format(name="Cook"),
        "roles/baker.md": role.format(name="Baker"),
        "pathways/cook-to-baker.md": PATHWAY,
    }
    for key, text in (content | (files or {})).items():
        file = folder / "content" / key
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


PATHWAY = """\
---
from: cook
to: baker
summary: From pans to ovens.
difficulty: easy
reviewed: 2026-01-10
---

Heat is heat.

## Roadmap

### Bread (8 weeks)

- Bake a loaf a week.
"""


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def without_kept(built: dict[str, bytes], clean: dict[str, bytes]) -> dict[str, bytes]:
    """A built site without the style sheets and scripts that stay of the generation before, for who is in mid-visit."""
    kept = {address for address in built.keys() - clean.keys() if address.startswith("assets/")}
    return {address: content for address, content in built.items() if address not in kept}
