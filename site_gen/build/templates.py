"""Where templates are found, and where they are kept compiled."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import files
from pathlib import Path


def template_folders(site: Path) -> tuple[Path, ...]:
    """The folders to look in, first match wins: the site's own templates, then those of Waymark."""
    own = site / "templates"
    packaged = packaged_templates()
    return (own, packaged) if own.is_dir() and own.resolve() != packaged.resolve() else (packaged,)


def packaged_templates() -> Path:
    """The templates that come with Waymark: inside the installed package, or beside it in a checkout."""
    package = Path(str(files("site_gen")))
    installed = package / "_templates"
    return installed if installed.is_dir() else package.parent / "templates"


def cache_folder(folder: Path) -> Path | None:
    """A folder below `folder` to keep compiled templates in; None where nothing can be written there."""
    cache = folder / "templates"
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return cache if os.access(cache, os.W_OK) else None


def compile_all(folders: Sequence[Path], cache: Path) -> None:
    """Keep every template compiled, so that of many processes none has to do it; a faulty one is left to its page."""
    # A build that makes nothing again does without them.
    from jinja2 import TemplateError

    from site_gen.render.environment import make_environment

    environment = make_environment(folders, cache)
    for name in environment.list_templates(extensions=["html"]):
        with suppress(TemplateError, UnicodeDecodeError, OSError):
            environment.get_template(name)
