"""A content folder becomes typed values and what is wrong with them: the reading stage of a build."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from site_gen.checks import SETTINGS_FILE, SKILLS_FILE, Document, Facts, checks
from site_gen.decode.page import read_page
from site_gen.decode.pathway import read_pathway
from site_gen.decode.role import read_role
from site_gen.decode.settings import read_settings, read_skill_names
from site_gen.diagnostic import Diagnostic, Fault, Findings, Place, Severity
from site_gen.faults import (
    BAD_NAME,
    BARE_ADDRESS,
    DUPLICATE_SECTION,
    MISSING_SECTION,
    NEARLY_A_SECTION,
    NO_CONTENT,
    PHASE_WITHOUT_WEEKS,
    RESOURCE_WITHOUT_NAME,
    SKILL_WITHOUT_DURATION,
    SKILL_WITHOUT_PRIORITY,
    UNKNOWN_FILE,
    UNKNOWN_PRIORITY,
)
from site_gen.model.catalog import Catalog, make_catalog
from site_gen.model.page import PlainPage
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.nearest import nearest
from site_gen.read.source import Source, find_files, read_source, unreadable, unreadable_file

SHARE: Final = 25
"""Files a worker reads before it reports back."""

_FOLDERS: Final = ("pathways", "roles", "pages", "assets")
_TEXT_ENDINGS: Final = frozenset({"", ".markdown", ".mdown", ".mdx", ".mkd", ".text", ".txt"})
_HIDES_SUMS: Final = frozenset(
    {
        DUPLICATE_SECTION,
        MISSING_SECTION,
        NEARLY_A_SECTION,
        PHASE_WITHOUT_WEEKS,
        SKILL_WITHOUT_DURATION,
        SKILL_WITHOUT_PRIORITY,
        UNKNOWN_PRIORITY,
    }
)
"""Faults after which nobody can say what a page's weeks and skills add up to."""

Advance = Callable[[int, int], None]
"""Told how many of how many files are done."""

Read = tuple[Document | None, tuple[Diagnostic, ...]]
"""What became of one file: its value, none where a fault left nothing to use, and what is wrong with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything read from a content folder: the catalog to publish, the files to copy, all diagnostics."""

    catalog: Catalog
    assets: tuple[str, ...]
    checked: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a reading depends on besides the files: the date, whether drafts count, and the workers to use."""

    today: date
    drafts: bool = False
    base_url: str | None = None
    executor: Executor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folder:
    """The content folder: where it is, and the same as the author typed it."""

    path: Path
    shown: PurePosixPath

    def shown_path(self, key: str) -> str:
        return (self.shown / key).as_posix()


def read_content(content: Path, shown: PurePosixPath, terms: Terms, advance: Advance) -> Content:
    """Read and check everything below `content`, which is shown to the author as `shown`."""
    folder = _Folder(path=content, shown=shown)
    findings = Findings()
    files = find_files(content)
    closed = _report_files(folder, files, findings)
    settings = _read_settings(folder, files, terms, findings)
    wrong = {each.place.path for each in findings.found if each.severity is Severity.ERROR}
    faulty_settings = {key for key in (SETTINGS_FILE, SKILLS_FILE) if folder.shown_path(key) in wrong}
    keys = [key for key in files if _is_document(key)]
    currency = settings[0].currency
    documents = _read_documents(folder, keys, currency, executor=terms.executor, advance=advance)
    read = dict(zip(keys, documents, strict=True))
    for _, found in read.values():
        findings.found.extend(found)
    facts = _facts(read, settings, terms, files=frozenset(files), unusable=closed | faulty_settings)
    for check in checks():
        findings.found.extend(check.run(facts))
    return Content(
        catalog=facts.catalog,
        assets=tuple(sorted(facts.assets - closed)),
        checked=len(files),
        diagnostics=_without_echoes(folder, facts, findings.found),
    )


def _report_files(folder: _Folder, files: Sequence[str], findings: Findings) -> frozenset[str]:
    """Report files that nothing reads, and a site without a pathway; give the files that can't be opened."""
    closed = set()
    if not any(key.startswith("pathways/") and _is_document(key) for key in files):
        findings.add(
            NO_CONTENT,
            Place(path=folder.shown.as_posix(), line=1),
            "there is no pathway to build",
            help=f"write one to {folder.shown_path('pathways')}/<from>-to-<to>.md, or name another folder with --site",
        )
    for key in files:
        if _is_document(key) or key in {SETTINGS_FILE, SKILLS_FILE}:
            continue
        reason = unreadable(folder.path / key, folder.path)
        if reason:
            findings.found.append(unreadable_file(folder.shown_path(key), reason))
            closed.add(key)
        elif not key.startswith("assets/"):
            findings.add(
                UNKNOWN_FILE,
                Place(path=folder.shown_path(key), line=1),
                "nothing reads this file",
                help=_where_it_belongs(folder, key),
            )
    return frozenset(closed)


def _where_it_belongs(folder: _Folder, key: str) -> str:
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


def _read_settings(folder: _Folder, files: Sequence[str], terms: Terms, findings: Findings) -> tuple[Site, SkillNames]:
    sources: dict[str, Source | None] = {}
    for key in (SETTINGS_FILE, SKILLS_FILE):
        source, found = read_source(folder.path, key, shown=folder.shown) if key in files else (None, ())
        findings.found.extend(found)
        sources[key] = source
    site, found = read_settings(sources[SETTINGS_FILE], base_url=terms.base_url)
    skill_names, more = read_skill_names(sources[SKILLS_FILE])
    findings.found.extend((*found, *more))
    return site, skill_names


def _is_document(key: str) -> bool:
    folder, name = posixpath.split(key)
    return folder in {"pathways", "roles", "pages"} and name.endswith(".md")


def _read_documents(
    folder: _Folder, keys: Sequence[str], currency: str, *, executor: Executor | None, advance: Advance
) -> Iterator[Read]:
    """What became of each file, in the order of `keys`."""
    shares = [(folder, tuple(keys[at : at + SHARE]), currency) for at in range(0, len(keys), SHARE)]
    done = 0
    for share in executor.map(_read_share, shares) if executor else map(_read_share, shares):
        yield from share
        done += len(share)
        advance(done, len(keys))


def _read_share(share: tuple[_Folder, tuple[str, ...], str]) -> list[Read]:
    folder, keys, currency = share
    return [_read_document(folder, key, currency) for key in keys]


def _read_document(folder: _Folder, key: str, currency: str) -> Read:
    source, found = read_source(folder.path, key, shown=folder.shown)
    if source is None:
        return None, found
    if key.startswith("pathways/"):
        return read_pathway(source, currency=currency)
    if key.startswith("roles/"):
        return read_role(source, currency=currency)
    return read_page(source)


def _facts(
    read: Mapping[str, Read],
    settings: tuple[Site, SkillNames],
    terms: Terms,
    *,
    files: frozenset[str],
    unusable: frozenset[str],
) -> Facts:
    values = [value for value, _ in read.values()]
    pathways = tuple(each for each in values if isinstance(each, Pathway))
    roles = tuple(each for each in values if isinstance(each, Role))
    pages = tuple(each for each in values if isinstance(each, PlainPage))
    withheld = frozenset(each.key for each in pathways if not _is_published(each, terms))
    site, skill_names = settings
    catalog = make_catalog(
        site=site,
        skill_names=skill_names,
        roles=roles,
        pathways=[each for each in pathways if each.key not in withheld],
        pages=pages,
    )
    unread = {key for key, (value, found) in read.items() if value is None or _has(found, {BAD_NAME})}
    return Facts(
        catalog=catalog,
        pathways=pathways,
        roles=roles,
        pages=pages,
        files=files,
        faulty=unusable | unread,
        withheld=withheld,
        doubtful=frozenset(key for key, (_, found) in read.items() if _has(found, _HIDES_SUMS)),
        today=terms.today,
    )


def _is_published(pathway: Pathway, terms: Terms) -> bool:
    if terms.drafts:
        return True
    return not pathway.draft and (pathway.published is None or pathway.published <= terms.today)


def _has(found: Iterable[Diagnostic], faults: Set[Fault]) -> bool:
    return any(each.fault in faults for each in found)


def _without_echoes(folder: _Folder, facts: Facts, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One diagnostic for one root fault.

    A resource without a name is not also an address without one; and while site.yaml has an error there are no
    warnings, for it may be where they are silenced.
    """
    nameless = {(each.place.path, each.place.line) for each in found if each.fault is RESOURCE_WITHOUT_NAME}
    kept = [
        each for each in found if each.fault is not BARE_ADDRESS or (each.place.path, each.place.line) not in nameless
    ]
    if SETTINGS_FILE not in facts.faulty:
        return tuple(kept)
    settings = folder.shown_path(SETTINGS_FILE)
    return tuple(each for each in kept if each.severity is Severity.ERROR or each.place.path == settings)
