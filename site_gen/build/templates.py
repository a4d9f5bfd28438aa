"""Where templates are found, and what is said when one of them can't be rendered."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path, PurePosixPath

from jinja2 import TemplateError, TemplateSyntaxError

from site_gen.diagnostic import Diagnostic, Place
from site_gen.faults import TEMPLATE_FAULT


def template_folders(site: Path) -> tuple[Path, ...]:
    """The folders to look in, first match wins: the site's own templates, then those that come with Waymark."""
    own = site / "templates"
    packaged = packaged_templates()
    return (own, packaged) if own.is_dir() and own.resolve() != packaged.resolve() else (packaged,)


def packaged_templates() -> Path:
    """The templates that come with Waymark: inside the installed package, or beside it in a checkout."""
    package = Path(str(files("site_gen")))
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def template_diagnostic(error: TemplateError, folders: Sequence[Path], shown: PurePosixPath) -> Diagnostic:
    """A Jinja error as a diagnostic at the line of the template where it came up."""
    file, line = _where(error, folders)
    path, excerpt = "templates", ""
    if file is not None:
        folder = next((each for each in folders if file.is_relative_to(each)), file.parent)
        base = shown / "templates" if len(folders) > 1 and folder == folders[0] else PurePosixPath("templates")
        path = (base / file.relative_to(folder).as_posix()).as_posix()
        lines = file.read_text(encoding="utf-8").splitlines()
        excerpt = lines[line - 1] if line <= len(lines) else ""
    column = len(excerpt) - len(excerpt.lstrip()) + 1
    return Diagnostic(
        fault=TEMPLATE_FAULT,
        message=f"the template cannot be rendered: {error.message or type(error).__name__}",
        place=Place(path=path, line=line, column=column, length=max(1, len(excerpt.strip())), excerpt=excerpt),
        help="mend the template, or delete your copy to use the one that comes with Waymark",
        severity=TEMPLATE_FAULT.severity,
    )


def _where(error: TemplateError, folders: Sequence[Path]) -> tuple[Path | None, int]:
    """The template file and line that an error came from: its own, or the innermost frame inside a template."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    found: tuple[Path | None, int] = (None, 1)
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if frame.lineno and path.suffix == ".html" and any(path.is_relative_to(folder) for folder in folders):
            found = (path, frame.lineno)
    return found
