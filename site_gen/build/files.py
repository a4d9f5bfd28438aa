"""The files of a content folder become what is wrong with their being there: unreadable, misplaced, or none at all."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence, Set
from pathlib import Path, PurePosixPath
from typing import Final

from site_gen.checks import SETTINGS_FILE, SKILLS_FILE
from site_gen.diagnostic import Findings, Place
from site_gen.faults import NO_CONTENT, UNKNOWN_FILE
from site_gen.nearest import nearest
from site_gen.read.source import shown_path, unreadable, unreadable_file
from site_gen.record import record

_FOLDERS: Final = ("pathways", "roles", "pages", "assets")
_PROSE: Final = frozenset({"pathways", "roles", "pages"})
_TEXT_ENDINGS: Final = frozenset({"", ".markdown", ".mdown", ".mdx", ".mkd", ".text", ".txt"})


@record
class ContentFolder:
    """The content folder: where it is, and the same as the author typed it."""

    path: Path
    shown: PurePosixPath

    def shown_path(self, key: str) -> str:
        """A file below it as the author would type it."""
        return shown_path(self.shown, key)


def is_document(key: str) -> bool:
    """Whether a file is a pathway, a role or a plain page."""
    folder, _, name = key.partition("/")
    return folder in _PROSE and name.endswith(".md") and "/" not in name


def report_files(folder: ContentFolder, files: Sequence[str], known: Set[str], findings: Findings) -> frozenset[str]:
    """Report files that nothing reads, and a site without a pathway; give the files that can't be opened.

    `known` are the files that the settings name.
    """
    closed = set()
    if not any(key.startswith("pathways/") and is_document(key) for key in files):
        findings.add(
            NO_CONTENT,
            Place(path=folder.shown.as_posix(), line=1),
            "there is no pathway to build",
            help=f"write one to {folder.shown_path('pathways')}/<from>-to-<to>.md, or name another folder with --site",
        )
    for key in files:
        if is_document(key) or key in {SETTINGS_FILE, SKILLS_FILE}:
            continue
        reason = unreadable(folder.path / key, folder.path)
        if reason:
            findings.found.append(unreadable_file(folder.shown_path(key), reason))
            closed.add(key)
        elif not key.startswith("assets/") and key not in known:
            findings.add(
                UNKNOWN_FILE,
                Place(path=folder.shown_path(key), line=1),
                "nothing reads this file",
                help=_where_it_belongs(folder, key),
            )
    return frozenset(closed)


def _where_it_belongs(folder: ContentFolder, key: str) -> str:
    place, name = posixpath.split(key)
    stem, ending = posixpath.splitext(name)
    if place in _FOLDERS and ending.lower() in {".md", *_TEXT_ENDINGS}:
        return f"give it the ending `.md`: `{stem}.md`"
    if place in _FOLDERS:
        return f"move it to {folder.shown_path('assets')}/{name}, or out of the content folder"
    guess = nearest(place, _FOLDERS) if place else nearest(name, (SETTINGS_FILE, SKILLS_FILE))
    if guess:
        return f"move it to {folder.shown_path(f'{guess}/{name}' if place else guess)}"
    return "move it to pathways/, roles/, pages/ or assets/, or out of the content folder"
