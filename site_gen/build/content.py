"""A content folder becomes typed values and what is wrong with them: the reading stage of a build."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from site_gen.checks import Facts, checks
from site_gen.decode.page import read_page
from site_gen.decode.pathway import read_pathway
from site_gen.decode.role import read_role
from site_gen.decode.settings import read_settings, read_skill_names
from site_gen.diagnostic import Diagnostic, Findings, Place
from site_gen.faults import NO_CONTENT, UNKNOWN_FILE
from site_gen.model.catalog import Catalog, make_catalog
from site_gen.model.page import PlainPage
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.model.skill import SkillNames
from site_gen.nearest import nearest
from site_gen.read.source import Source, find_files, read_source

SETTINGS = "site.yaml"
SKILLS = "skills.yaml"
_FOLDERS = ("pathways", "roles", "pages", "assets")
SHARE = 25
"""Pathways a worker reads before it reports back."""

Advance = Callable[[int, int], None]
"""Told how many of how many files are done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything read from a content folder: the catalog to publish, the files to copy, all diagnostics."""

    catalog: Catalog
    assets: tuple[str, ...]
    checked: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a reading depends on besides the files: today's date, whether drafts count, and the workers to use."""

    today: date
    drafts: bool = False
    base_url: str | None = None
    executor: Executor | None = None


def read_content(content: Path, shown: PurePosixPath, terms: Terms, advance: Advance) -> Content:
    """Read and check everything below `content`, which is shown to the author as `shown`."""
    findings = Findings()
    files = find_files(content)
    if not any(key.startswith("pathways/") for key in files):
        findings.add(
            NO_CONTENT,
            Place(path=shown.as_posix(), line=1),
            "there is no pathway to build",
            help=f"write one to {(shown / 'pathways').as_posix()}/<from>-to-<to>.md, or name another folder with --site",
        )
    site, skill_names = _read_settings(content, shown, files, terms, findings)
    keys = [key for key in files if _is_document(key)]
    _report_unknown(shown, [key for key in files if not _is_known(key)], findings)
    values = list(_read_documents(content, shown, keys, site.currency, terms, advance, findings))
    faulty = frozenset(key for key, value in zip(keys, values, strict=True) if value is None)
    documents = [value for value in values if value is not None]
    pathways = tuple(each for each in documents if isinstance(each, Pathway))
    withheld = frozenset(each.key for each in pathways if not _is_published(each, terms))
    facts = _facts(documents, site, skill_names, frozenset(files), faulty, withheld, terms.today)
    for check in checks():
        findings.found.extend(check.run(facts))
    return Content(
        catalog=facts.catalog,
        assets=tuple(key for key in files if key.startswith("assets/")),
        checked=len(files),
        diagnostics=findings.as_tuple,
    )


def _is_published(pathway: Pathway, terms: Terms) -> bool:
    if terms.drafts:
        return True
    return not pathway.draft and (pathway.published is None or pathway.published <= terms.today)


def _read_settings(
    content: Path, shown: PurePosixPath, files: Sequence[str], terms: Terms, findings: Findings
) -> tuple[Site, SkillNames]:
    sources: dict[str, Source | None] = {}
    for key in (SETTINGS, SKILLS):
        source, found = read_source(content, key, shown=shown) if key in files else (None, ())
        findings.found.extend(found)
        sources[key] = source
    site, found = read_settings(sources[SETTINGS], base_url=terms.base_url)
    skill_names, more = read_skill_names(sources[SKILLS])
    findings.found.extend((*found, *more))
    return site, skill_names


def _is_document(key: str) -> bool:
    folder, name = posixpath.split(key)
    return folder in {"pathways", "roles", "pages"} and name.endswith(".md")


def _is_known(key: str) -> bool:
    return _is_document(key) or key in {SETTINGS, SKILLS} or key.startswith("assets/")


def _report_unknown(shown: PurePosixPath, keys: Iterable[str], findings: Findings) -> None:
    for key in keys:
        folder, name = posixpath.split(key)
        guess = nearest(folder, _FOLDERS) if folder else nearest(name, (SETTINGS, SKILLS))
        if folder in _FOLDERS:
            help_text = f"give it the ending `.md`: `{posixpath.splitext(name)[0]}.md`"
        elif guess:
            help_text = f"move it to {(shown / guess / name if folder else shown / guess).as_posix()}"
        else:
            help_text = "move it to pathways/, roles/, pages/ or assets/, or out of the content folder"
        findings.add(
            UNKNOWN_FILE,
            Place(path=(shown / key).as_posix(), line=1),
            "nothing reads this file",
            help=help_text,
        )


def _read_documents(
    content: Path,
    shown: PurePosixPath,
    keys: Sequence[str],
    currency: str,
    terms: Terms,
    advance: Advance,
    findings: Findings,
) -> Iterator[object | None]:
    """The value of each file in the order of `keys`, None where a fault left nothing to use."""
    shares = [tuple(keys[at : at + SHARE]) for at in range(0, len(keys), SHARE)]
    tasks = [(content, shown, share, currency) for share in shares]
    results = terms.executor.map(_read_share, tasks) if terms.executor else map(_read_share, tasks)
    done = 0
    for share in results:
        for value, found in share:
            findings.found.extend(found)
            yield value
        done += len(share)
        advance(done, len(keys))


def _read_share(
    task: tuple[Path, PurePosixPath, tuple[str, ...], str],
) -> list[tuple[object | None, tuple[Diagnostic, ...]]]:
    content, shown, keys, currency = task
    return [_read_document(content, shown, key, currency) for key in keys]


def _read_document(
    content: Path, shown: PurePosixPath, key: str, currency: str
) -> tuple[object | None, tuple[Diagnostic, ...]]:
    source, found = read_source(content, key, shown=shown)
    if source is None:
        return None, found
    if key.startswith("pathways/"):
        return read_pathway(source, currency=currency)
    if key.startswith("roles/"):
        return read_role(source, currency=currency)
    return read_page(source)


def _facts(
    documents: Sequence[object],
    site: Site,
    skill_names: SkillNames,
    files: frozenset[str],
    faulty: frozenset[str],
    withheld: frozenset[str],
    today: date,
) -> Facts:
    pathways = tuple(each for each in documents if isinstance(each, Pathway))
    roles = tuple(each for each in documents if isinstance(each, Role))
    pages = tuple(each for each in documents if isinstance(each, PlainPage))
    catalog = make_catalog(
        site=site,
        skill_names=skill_names,
        roles=roles,
        pathways=[each for each in pathways if each.key not in withheld],
        pages=pages,
    )
    return Facts(
        catalog=catalog,
        pathways=pathways,
        roles=roles,
        pages=pages,
        files=files,
        faulty=faulty,
        withheld=withheld,
        today=today,
    )
