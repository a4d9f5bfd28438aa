"""The example of docs/format.md as a site folder, and pieces of front matter and sections put into it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from site_gen.build.site import Options, build_site, check_site
from site_gen.diagnostic import Diagnostic
from tests.docs.reading import Snippet, read, snippets

PATHWAY: Final = "content/pathways/backend-developer-to-algorithm-engineer.md"
ROLE: Final = "content/roles/backend-developer.md"
REVIEW_DAY: Final = date(2026, 11, 22)


def example() -> dict[str, str]:
    """The files of the complete example, by path."""
    files = {
        each.purpose: each.code for each in snippets(read("docs/format.md")) if each.purpose.startswith("content/")
    }
    return {path: files[path] for path in files if path.startswith(("content/roles/", "content/pathways/"))}


def with_keys(document: str, lines: str) -> str:
    """A document whose front matter has `lines`, in place of those lines that have the same keys."""
    text = document
    for key in re.findall(r"^([\w-]+):", lines, re.MULTILINE):
        text = re.sub(rf"^{key}:.*\n(?:(?: |- ).*\n)*", "", text, count=1, flags=re.MULTILINE)
    return text.replace("---\n", f"---\n{lines.rstrip()}\n", 1)


def with_section(document: str, section: str) -> str:
    """A document with a section in place of the one of that heading, or else at its end."""
    heading = section.splitlines()[0]
    if f"\n{heading}\n" not in document:
        return f"{document.rstrip()}\n\n{section}"
    before, _, after = document.partition(f"\n{heading}\n")
    rest = re.search(r"^## ", after, re.MULTILINE)
    return f"{before}\n{section}\n{after[rest.start() :] if rest else ''}"


def with_body(document: str, body: str) -> str:
    """A document with another text after its front matter."""
    _, front, _ = document.split("---\n", 2)
    return f"---\n{front}---\n\n{body}"


WHOLE_FILES: Final = {"pathway": PATHWAY, "role": ROLE, "site": "content/site.yaml", "skills": "content/skills.yaml"}
"""Where an example goes that is a whole file, by its purpose."""

PARTS: Final = {
    "pathway-front-matter": (PATHWAY, with_keys),
    "pathway-section": (PATHWAY, with_section),
    "pathway-body": (PATHWAY, with_body),
    "role-front-matter": (ROLE, with_keys),
}
"""The file that an example is a part of, and how it gets there, by its purpose."""


def with_snippet(files: dict[str, str], snippet: Snippet) -> dict[str, str]:
    """A site's files with an example of the docs put in its place, which its purpose names."""
    kind, _, path = snippet.purpose.partition(" ")
    if kind == "file":
        return {**files, path: snippet.code}
    if kind in WHOLE_FILES:
        return {**files, WHOLE_FILES[kind]: snippet.code}
    path, put_into = PARTS[kind]
    return {**files, path: put_into(files[path], snippet.code)}


def checked(folder: Path, files: dict[str, str], *, today: date = REVIEW_DAY) -> tuple[Diagnostic, ...]:
    """What `waymark check` says of files written to a folder; where templates are among them, what a build says."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    options = Options(site=folder, shown=PurePosixPath(), output=folder / "output", today=today)
    look = build_site if (folder / "templates").is_dir() else check_site
    return look(options).diagnostics


def said(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """Diagnostics as lines that a failing test can show."""
    return [f"{each.place.path}:{each.place.line}: {each.fault.code} {each.message}" for each in diagnostics]
