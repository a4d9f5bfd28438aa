"""What is said when a template can't be rendered."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from jinja2 import TemplateError, TemplateNotFound, TemplatesNotFound, TemplateSyntaxError

from site_gen.diagnostic import Diagnostic, Place
from site_gen.faults import TEMPLATE_FAULT

_COME_ALONG = PurePosixPath("templates")
"""How the templates that come with Waymark are shown."""


def template_diagnostic(
    error: Exception, folders: Sequence[Path], *, site: Path, shown: PurePosixPath
) -> Diagnostic | None:
    """What went wrong in a template, at its line; None where the error comes from elsewhere.

    `site` is the site folder and `shown` the same as the author typed it.
    """
    file, line = _where(error, folders)
    own = file is not None and file.is_relative_to(site / "templates")
    if not own and not isinstance(error, TemplateError):
        return None
    path, excerpt = _COME_ALONG.as_posix(), ""
    if file is not None:
        path = _shown_path(file, folders, site, shown)
        lines = file.read_bytes().decode("utf-8", "replace").splitlines() if file.is_file() else []
        excerpt = lines[line - 1] if line <= len(lines) else ""
    column = len(excerpt) - len(excerpt.lstrip()) + 1
    return Diagnostic(
        fault=TEMPLATE_FAULT,
        message=f"the template cannot be rendered: {_reason(error)}",
        place=Place(path=path, line=line, column=column, length=max(1, len(excerpt.strip())), excerpt=excerpt),
        help="mend the template, or delete your copy to use the one that comes with Waymark",
        severity=TEMPLATE_FAULT.severity,
    )


def _reason(error: Exception) -> str:
    if isinstance(error, TemplatesNotFound):
        return f"there is none of the templates {', '.join(f'`{name}`' for name in error.templates)}"
    if isinstance(error, TemplateNotFound):
        return f"there is no template `{error.name}`"
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8 text"
    if isinstance(error, OSError):
        return error.strerror or "it cannot be opened"
    if isinstance(error, TemplateError):
        return error.message or type(error).__name__
    return f"{type(error).__name__}: {error}"


def _shown_path(file: Path, folders: Sequence[Path], site: Path, shown: PurePosixPath) -> str:
    own = site / "templates"
    for folder in (own, *folders):
        if file.is_relative_to(folder):
            base = shown / "templates" if folder == own else _COME_ALONG
            return (base / file.relative_to(folder).as_posix()).as_posix()
    return file.as_posix()


def _where(error: Exception, folders: Sequence[Path]) -> tuple[Path | None, int]:
    """The file and line that an error came from: its own, or the innermost frame inside a template."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return Path(error.filename), error.lineno
    if isinstance(error, UnicodeDecodeError):
        return _undecodable(error, folders)
    if isinstance(error, OSError) and not isinstance(error, TemplateError):
        path = Path(str(error.filename or ""))
        return (path, 1) if any(path.is_relative_to(folder) for folder in folders) else (None, 1)
    found: tuple[Path | None, int] = (None, 1)
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if frame.lineno and any(path.is_relative_to(folder) for folder in folders):
            found = (path, frame.lineno)
    return found


def _undecodable(error: UnicodeDecodeError, folders: Sequence[Path]) -> tuple[Path | None, int]:
    """The file that holds the bytes which are no text: the error itself names none."""
    for path in _all_files(folders):
        if path.read_bytes() == error.object:
            return path, error.object.count(b"\n", 0, error.start) + 1
    return None, 1


def _all_files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())
