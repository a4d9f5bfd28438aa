"""Where templates are found, and where they are kept compiled."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.resources import files
from importlib.util import cache_from_source
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


def cache_folders(templates: Sequence[Path], kept: Path) -> dict[Path, Path]:
    """For each folder of templates the one to keep them compiled in; none where nothing can be written.

    A site's own are kept with what else it has `kept`. Those of Waymark belong to every site: they are kept where
    Python keeps Waymark itself compiled, if it may do so there.
    """
    folders = {}
    for each in templates:
        shared = [_beside_waymark()] if each == packaged_templates() and not sys.dont_write_bytecode else []
        found = next(filter(_can_be_written, [*shared, kept / "templates"]), None)
        if found is not None:
            folders[each] = found
    return folders


def _beside_waymark() -> Path:
    return Path(cache_from_source(__file__)).parent / "templates"


def _can_be_written(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


def compile_all(folders: Sequence[Path], cache: Mapping[Path, Path]) -> None:
    """Keep every template compiled, so that of many processes none has to do it; a faulty one is left to its page."""
    # A build that makes nothing again does without them.
    from jinja2 import TemplateError

    from site_gen.render.environment import make_environment

    environment = make_environment(folders, cache)
    for name in environment.list_templates(extensions=["html"]):
        with suppress(TemplateError, UnicodeDecodeError, OSError):
            environment.get_template(name)
