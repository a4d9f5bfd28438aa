"""The files of a new site, as they come with Waymark, become those of one site: its gaps are filled in."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Final

from site_gen.record import record
from site_gen.scaffold.writing import escaped, scalar

_GAP: Final = re.compile(r"__(BASE_URL|SOURCE|TITLE|TODAY)__")
_NO_ADDRESS: Final = "# base_url: https://guides.example.org/"
_YAML: Final = frozenset({".yaml", ".yml"})


@record
class NewSite:
    """A site to begin: the day on which its guide counts as reviewed, and the version of the Waymark that builds it.

    `base_url` is empty where nobody knows yet where it will live; `source` is where that Waymark comes from, such as
    `git+https://code.example/waymark@3f1c`, and empty where a package index has it.
    """

    title: str
    base_url: str = ""
    today: date
    version: str
    source: str = ""


def packaged_starter() -> Path:
    """The folder of the files that every new site begins with; their paths are those in the site."""
    return Path(str(files("site_gen"))) / "starter"


def starter_files(site: NewSite) -> dict[str, str]:
    """Every file of a new site with its text, by its path in the site folder."""
    folder = packaged_starter()
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {path: filled(path, (folder / path).read_text(encoding="utf-8"), site) for path in paths}


def filled(path: str, text: str, site: NewSite) -> str:
    """The text of one file with its gaps filled, each so that it is read back as it was."""
    in_words = scalar if PurePosixPath(path).suffix in _YAML else escaped
    if not site.base_url:
        text = text.replace("base_url: __BASE_URL__", _NO_ADDRESS)
    values = {
        "BASE_URL": scalar(site.base_url),
        "TITLE": in_words(site.title),
        "TODAY": site.today.isoformat(),
        "SOURCE": f" @ {site.source}" if site.source else f"=={site.version}",
    }
    return _GAP.sub(lambda gap: values[gap[1]], text)
