"""A content folder becomes typed values and what is wrong with them: the reading stage of a build."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_gen.build.documents import Glimpse, Reader, read_some
from site_gen.build.files import ContentFolder, is_document, report_files
from site_gen.build.ways import MANY, is_published, likely_ways_out
from site_gen.build.work import Advance, Gathered, Work, do_all, without_prose
from site_gen.checks import SETTINGS_FILE, SKILLS_FILE, Facts, checks
from site_gen.decode.overrides import read_overrides
from site_gen.decode.settings import read_settings, read_skill_names
from site_gen.diagnostic import Diagnostic, Fault, Findings, Override, Place, Severity, has_errors
from site_gen.edits import replacing, written_at
from site_gen.faults import (
    BAD_TABLE,
    BARE_ADDRESS,
    DEAD_LINK,
    PLACE_TO_FILL_IN,
    RESOURCE_WITHOUT_NAME,
    SEVERITY_WITHOUT_EFFECT,
)
from site_gen.links import OutsideLink
from site_gen.model.card import PathwayFacts
from site_gen.model.catalog import Catalog, make_catalog
from site_gen.model.glimpse import PathwayGlimpse, RoleGlimpse
from site_gen.model.page import PlainPage
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.model.site import OccupationTable, Site
from site_gen.model.skill import SkillNames
from site_gen.nearest import nearest
from site_gen.read.source import Source, find_files, read_source
from site_gen.scaffold.occupations import read_occupations

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from site_gen.build.draw import PathwayPages


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Everything read from a content folder: the catalog to publish, the files to copy, all diagnostics.

    `checked` are the files that were looked at, as shown to the author; `drafts` those of them that are not to be
    published. `overrides` and the site's severities are still to be applied to the diagnostics. `drawn` are the slugs
    of the pathways whose pages were drawn. `pathways` are whole, and `outside_links` there, where they were asked for.
    """

    catalog: Catalog
    assets: tuple[str, ...]
    checked: tuple[str, ...]
    drafts: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]
    overrides: tuple[Override, ...]
    drawn: frozenset[str] = frozenset()
    pathways: Mapping[str, Pathway] = field(default_factory=dict)
    outside_links: tuple[OutsideLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a reading depends on besides the files.

    `only` are the files to look at, as keys below content/; None for all. `overlay` are texts, by key, that stand in
    for what is on the disk. `make_pages` gives what draws the pages of pathways, once it is known what there is.
    """

    today: date
    drafts: bool = False
    base_url: str | None = None
    executor: Executor | None = None
    only: frozenset[str] | None = None
    overlay: Mapping[str, bytes] = field(default_factory=dict)
    keeps_pathways: bool = False
    keeps_outside_links: bool = False
    make_pages: Callable[[Start], PathwayPages | None] = lambda _start: None


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What is known of a site before its pathways are read: `has_errors` where nothing will be published."""

    site: Site
    page_names: frozenset[str]
    ways_out: Mapping[str, int]
    has_errors: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Settings:
    """The settings of a site, and those of their files that have an error."""

    site: Site
    skill_names: SkillNames
    faulty: frozenset[str]
    overrides: tuple[Override, ...]


def read_content(content: Path, shown: PurePosixPath, terms: Terms, advance: Advance) -> Content:
    """Read and check everything below `content`, which is shown to the author as `shown`."""
    folder = ContentFolder(path=content, shown=shown)
    findings = Findings()
    files = find_files(content)
    settings = _read_settings(folder, files, terms, findings)
    table = settings.site.occupations
    closed = report_files(folder, files, _tables(table, files), findings)
    keys = [key for key in files if is_document(key)]
    reader = Reader(folder=folder, currency=settings.site.currency, overlay=terms.overlay)
    glimpses: Mapping[str, Glimpse] = {}
    if terms.only is None:
        gathered = _read_all(reader, keys, settings, terms, advance)
    else:
        gathered, glimpses = _read_some(reader, keys, settings, terms, terms.only)
    for each in gathered.values():
        findings.found.extend(each.found)
    facts = _facts(reader, gathered, glimpses, settings=settings, terms=terms, files=frozenset(files), closed=closed)
    for check in checks():
        if check.of_site is not None:
            findings.found.extend(check.of_site(facts))
    checked = tuple(folder.shown_path(key) for key in files if terms.only is None or key in terms.only)
    overrides = (*settings.overrides, *chain.from_iterable(each.overrides for each in gathered.values()))
    found = _without_echoes(folder, facts, findings.found)
    found = (*found, *_without_effect(overrides, found))
    if terms.only is not None:
        looked_at = frozenset(checked)
        found = tuple(each for each in found if each.place.path in looked_at)
    drafts = facts.withheld | {key for key, each in gathered.items() if each.draft and not terms.drafts}
    return Content(
        catalog=facts.catalog,
        assets=tuple(sorted(facts.assets - closed)),
        checked=checked,
        drafts=frozenset(folder.shown_path(key) for key in drafts),
        diagnostics=found,
        overrides=overrides,
        drawn=frozenset(
            each.value.slug for each in gathered.values() if each.has_page and isinstance(each.value, PathwayFacts)
        ),
        pathways={each.pathway.slug: each.pathway for each in gathered.values() if each.pathway},
        outside_links=tuple(
            link
            for key, each in gathered.items()
            if terms.only is None or key in terms.only
            for link in each.outside_links
        ),
    )


def _work(reader: Reader, settings: _Settings, terms: Terms) -> Work:
    """What is done with each file while no role is known."""
    return Work(
        reader=reader,
        site=settings.site,
        skill_names=None if SKILLS_FILE in settings.faulty else settings.skill_names,
        roles_by_id={},
        keeps_pathways=terms.keeps_pathways,
        keeps_outside_links=terms.keeps_outside_links,
    )


def _read_all(
    reader: Reader, keys: Sequence[str], settings: _Settings, terms: Terms, advance: Advance
) -> dict[str, Gathered]:
    """Everything in the folder: first the roles and pages, then the pathways, each held against its two roles."""
    work = _work(reader, settings, terms)
    pathways = [key for key in keys if key.startswith("pathways/")]
    others = [key for key in keys if not key.startswith("pathways/")]
    gathered = do_all(work, others, executor=terms.executor, advance=lambda done, _total: advance(done, len(keys)))
    roles = {each.value.id: each.value for each in gathered.values() if isinstance(each.value, Role)}
    ways_out = likely_ways_out((posixpath.basename(key).removesuffix(".md") for key in pathways), roles.keys())
    start = Start(
        site=settings.site,
        page_names=frozenset(each.value.name for each in gathered.values() if isinstance(each.value, PlainPage)),
        ways_out=ways_out,
        has_errors=bool(settings.faulty) or any(has_errors(each.found) for each in gathered.values()),
    )
    pages = terms.make_pages(start)
    work = replace(work, roles_by_id={key: without_prose(role) for key, role in roles.items()}, pages=pages)
    read = do_all(
        work,
        pathways,
        executor=terms.executor,
        advance=lambda done, _total: advance(len(others) + done, len(keys)),
    )
    if pages is not None:
        read |= _redrawn(work, pages, read, terms)
    return dict(sorted((gathered | read).items()))


def _redrawn(work: Work, pages: PathwayPages, read: Mapping[str, Gathered], terms: Terms) -> dict[str, Gathered]:
    """The pathways whose page says a wrong thing of where one can go on, once more: the names of files had misled."""
    drawn = {key: each.value for key, each in read.items() if each.has_page and isinstance(each.value, PathwayFacts)}
    counts = Counter(each.origin_id for each in drawn.values())
    right = {role_id: min(count, MANY) for role_id, count in counts.items()}
    wrong = {role_id for role_id in {*right, *pages.ways_out} if right.get(role_id) != pages.ways_out.get(role_id)}
    again = [key for key, each in drawn.items() if each.origin_id in wrong or each.target_id in wrong]
    if not again:
        return {}
    work = replace(work, pages=replace(pages, ways_out=right))
    return do_all(work, again, executor=terms.executor, advance=lambda _done, _total: None)


def _read_some(
    reader: Reader, keys: Sequence[str], settings: _Settings, terms: Terms, only: Set[str]
) -> tuple[dict[str, Gathered], Mapping[str, Glimpse]]:
    """The files that are asked for and those they name, and a glimpse of every other."""
    read, glimpses = read_some(reader, keys, only)
    roles = {each.value.id: each.value for each in read.values() if isinstance(each.value, Role)}
    work = replace(_work(reader, settings, terms), roles_by_id=roles)
    return {key: work.judge(key, each) for key, each in read.items()}, glimpses


def _tables(table: OccupationTable | None, files: Sequence[str]) -> frozenset[str]:
    """The table that the settings name; where that is not there, any that may be the one meant."""
    if table is None:
        return frozenset()
    return frozenset({table.file} if table.file in files else (key for key in files if key.endswith(".csv")))


def _read_settings(folder: ContentFolder, files: Sequence[str], terms: Terms, findings: Findings) -> _Settings:
    sources: dict[str, Source | None] = {}
    overrides: list[Override] = []
    for key in (SETTINGS_FILE, SKILLS_FILE):
        raw = terms.overlay.get(key)
        source, found = read_source(folder.path, key, shown=folder.shown, raw=raw) if key in files else (None, ())
        findings.found.extend(found)
        sources[key] = source
        if source is not None:
            more, wrong = read_overrides(source)
            overrides.extend(each for each in more if each.fault.severity is not Severity.ERROR)
            findings.found.extend(wrong)
            _report_fixed_severities(more, findings)
    site, found = read_settings(sources[SETTINGS_FILE], base_url=terms.base_url)
    skill_names, more_found = read_skill_names(sources[SKILLS_FILE])
    findings.found.extend((*found, *more_found))
    wrong_paths = {each.place.path for each in findings.found if each.severity is Severity.ERROR}
    if terms.only is None or SETTINGS_FILE in terms.only or (site.occupations and site.occupations.file in terms.only):
        findings.found.extend(_check_table(folder, site, files, sources[SETTINGS_FILE]))
    return _Settings(
        site=site,
        skill_names=skill_names,
        faulty=frozenset(key for key in (SETTINGS_FILE, SKILLS_FILE) if folder.shown_path(key) in wrong_paths),
        overrides=tuple(overrides),
    )


def _report_fixed_severities(overrides: Iterable[Override], findings: Findings) -> None:
    """Report each comment in the settings about an error: none of theirs can be lowered."""
    for each in overrides:
        if each.fault.severity is Severity.ERROR:
            findings.add(
                SEVERITY_WITHOUT_EFFECT,
                each.place,
                f"{each.fault.name} is an error, and no comment changes how much an error of the settings matters",
                help="remove the comment, and mend the error if there is one",
            )


def _check_table(
    folder: ContentFolder, site: Site, files: Sequence[str], settings: Source | None
) -> tuple[Diagnostic, ...]:
    """What is wrong with the table of occupations that the settings name."""
    table = site.occupations
    if table is None or settings is None:
        return ()
    if table.file not in files:
        findings = Findings()
        place = _place_of_word(settings, table.file)
        guess = nearest(table.file, (key for key in files if key.endswith(".csv")))
        findings.add(
            BAD_TABLE,
            place,
            f"there is no table {folder.shown_path(table.file)}",
            help=f"write `{guess}`" if guess else "write the name of a file below content/, or take `occupations:` out",
            fix=replacing(place, guess) if guess and written_at(place) == table.file else None,
        )
        return findings.as_tuple
    source, found = read_source(folder.path, table.file, shown=folder.shown)
    return found if source is None else read_occupations(source.text, table, source.path)[1]


def _place_of_word(source: Source, word: str) -> Place:
    """Where a word stands for the first time; the first line where it does not stand letter for letter."""
    for number, line in enumerate(source.lines, 1):
        if (at := line.find(word)) >= 0:
            return source.place(number, at + 1, len(word))
    return source.place(1)


def _facts(
    reader: Reader,
    gathered: Mapping[str, Gathered],
    glimpses: Mapping[str, Glimpse],
    *,
    settings: _Settings,
    terms: Terms,
    files: frozenset[str],
    closed: frozenset[str],
) -> Facts:
    values = [each.value for each in gathered.values()]
    pathways = tuple(each for each in values if isinstance(each, PathwayFacts))
    roles = tuple(each for each in values if isinstance(each, Role))
    withheld = frozenset(each.key for each in pathways if not (terms.drafts or is_published(each, terms.today)))
    own = {key: each.glimpse for key, each in gathered.items() if each.glimpse is not None}
    seen = [glimpse for _, glimpse in sorted({**glimpses, **own}.items())]
    return Facts(
        catalog=make_catalog(
            site=settings.site,
            skill_names=settings.skill_names,
            roles=roles,
            pathways=(each for each in pathways if each.key not in withheld),
            pages=(each for each in values if isinstance(each, PlainPage)),
        ),
        pathways=pathways,
        roles=roles,
        links_by_key={key: each.links for key, each in gathered.items() if each.links is not None},
        anchors_of=cache(reader.anchors),
        pathway_glimpses=tuple(each for each in seen if isinstance(each, PathwayGlimpse)),
        role_glimpses=tuple(each for each in seen if isinstance(each, RoleGlimpse)),
        content=reader.folder.shown.as_posix(),
        files=files,
        faulty=closed | settings.faulty | {key for key, each in gathered.items() if each.is_faulty},
        withheld=withheld,
        today=terms.today,
    )


def _without_echoes(folder: ContentFolder, facts: Facts, found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One diagnostic for one root fault.

    A resource without a name is not also an address without one; a place to fill in is nothing else; and while
    site.yaml has an error there are no warnings, for it may be where they are silenced.
    """
    nameless = _lines(found, RESOURCE_WITHOUT_NAME)
    marked = _lines(found, PLACE_TO_FILL_IN)
    kept = [
        each
        for each in found
        if not (each.fault is BARE_ADDRESS and (each.place.path, each.place.line) in nameless)
        and (each.fault is PLACE_TO_FILL_IN or (each.place.path, each.place.line) not in marked)
    ]
    if SETTINGS_FILE not in facts.faulty:
        return tuple(kept)
    settings = folder.shown_path(SETTINGS_FILE)
    return tuple(each for each in kept if each.severity is Severity.ERROR or each.place.path == settings)


def _lines(found: Iterable[Diagnostic], fault: Fault) -> frozenset[tuple[str, int]]:
    return frozenset((each.place.path, each.place.line) for each in found if each.fault is fault)


def _without_effect(overrides: Iterable[Override], found: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """Report each override of a severity at a place without such a fault; dead links are looked for later."""
    places = {(each.place.path, each.place.line, each.fault.code) for each in found}
    findings = Findings()
    for each in overrides:
        if each.fault is not DEAD_LINK and (each.place.path, each.line, each.fault.code) not in places:
            findings.add(
                SEVERITY_WITHOUT_EFFECT,
                each.place,
                f"there is no {each.fault.name} on line {each.line} for this to change",
                help="remove the comment, or put it on the line of the fault or above it",
            )
    return findings.found
