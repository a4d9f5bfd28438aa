"""The settings of a content folder, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import field, replace
from datetime import date
from importlib.util import find_spec

from site_gen.build.files import ContentFolder
from site_gen.checks import SETTINGS_FILE, SKILLS_FILE
from site_gen.decode.overrides import read_overrides
from site_gen.decode.settings import read_settings, read_skill_names
from site_gen.diagnostic import Diagnostic, Findings, Override, Place, Severity
from site_gen.edits import replacing, written_at
from site_gen.faults import (
    BAD_TABLE,
    NO_HISTORY,
    PICTURES_WITHOUT_PILLOW,
    PRECOMPRESS_WITHOUT_BROTLI,
    SEARCH_NOT_INSTALLED,
    SEVERITY_WITHOUT_EFFECT,
)
from site_gen.model.site import OccupationTable, Site
from site_gen.model.skill import SkillNames
from site_gen.nearest import nearest
from site_gen.read.source import Source, read_source
from site_gen.record import record


@record
class Settings:
    """The settings of a site, and those of their files that have an error; `days_by_key` are those of last commits."""

    site: Site
    skill_names: SkillNames
    faulty: frozenset[str]
    overrides: tuple[Override, ...]
    days_by_key: Mapping[str, date] = field(default_factory=dict)


def tables(table: OccupationTable | None, files: Sequence[str]) -> frozenset[str]:
    """The table that the settings name; where that is not there, any that may be the one meant."""
    if table is None:
        return frozenset()
    return frozenset({table.file} if table.file in files else (key for key in files if key.endswith(".csv")))


def read_all_settings(
    folder: ContentFolder,
    files: Sequence[str],
    findings: Findings,
    *,
    base_url: str | None,
    only: Set[str] | None,
    overlay: Mapping[str, bytes],
    pictures: bool = True,
) -> Settings:
    """Read site.yaml, skills.yaml and the table of occupations; what is wrong with them goes to `findings`.

    The site has no pictures where none are to be drawn, or nothing is there to draw them with.
    """
    sources: dict[str, Source | None] = {}
    overrides: list[Override] = []
    for key in (SETTINGS_FILE, SKILLS_FILE):
        raw = overlay.get(key)
        source, found = read_source(folder.path, key, shown=folder.shown, raw=raw) if key in files else (None, ())
        findings.found.extend(found)
        sources[key] = source
        if source is not None:
            more, wrong = read_overrides(source)
            overrides.extend(each for each in more if each.fault.severity is not Severity.ERROR)
            findings.found.extend(wrong)
            _report_fixed_severities(more, findings)
    site, found = read_settings(sources[SETTINGS_FILE], base_url=base_url)
    skill_names, more_found = read_skill_names(sources[SKILLS_FILE])
    findings.found.extend((*found, *more_found))
    wrong_paths = {each.place.path for each in findings.found if each.severity is Severity.ERROR}
    if only is None or SETTINGS_FILE in only or (site.occupations and site.occupations.file in only):
        findings.found.extend(_check_table(folder, site, files, sources[SETTINGS_FILE]))
        if pictures:
            findings.found.extend(_check_pictures(site, sources[SETTINGS_FILE]))
    if site.pictures and not (pictures and find_spec("PIL")):
        site = replace(site, pictures=False)
    return Settings(
        site=site,
        skill_names=skill_names,
        faulty=frozenset(key for key in (SETTINGS_FILE, SKILLS_FILE) if folder.shown_path(key) in wrong_paths),
        overrides=tuple(overrides),
    )


def report_lack_of_search(folder: ContentFolder, findings: Findings) -> None:
    """Report that the settings ask for search, and what makes its index is not installed."""
    settings, _ = read_source(folder.path, SETTINGS_FILE, shown=folder.shown)
    if settings is not None:
        findings.add(
            SEARCH_NOT_INSTALLED,
            _place_of_word(settings, "search:"),
            "Pagefind isn't installed, so the site is built without search",
            help='run `pip install "waymark[search]"`, or take `search:` out',
        )


def with_history(settings: Settings, folder: ContentFolder, findings: Findings) -> Settings:
    """The settings with the days of last commits, where they ask for them; what is wrong with the history is found."""
    if not settings.site.dates_from_git:
        return settings
    from site_gen.build.history import NoHistory, days_of_commits  # few sites ask git

    try:
        return replace(settings, days_by_key=days_of_commits(folder.path))
    except NoHistory as error:
        source, _ = read_source(folder.path, SETTINGS_FILE, shown=folder.shown)
        assert source is not None, "the settings ask for it"
        findings.add(NO_HISTORY, _place_of_word(source, "dates_from_git"), str(error), help=error.help)
        return settings


def report_lack_of_brotli(folder: ContentFolder, findings: Findings) -> None:
    """Report that the settings ask for packed copies, and what packs them best is not installed."""
    settings, _ = read_source(folder.path, SETTINGS_FILE, shown=folder.shown)
    if settings is not None:
        findings.add(
            PRECOMPRESS_WITHOUT_BROTLI,
            _place_of_word(settings, "precompress:"),
            "Brotli isn't installed, so there are `.gz` files and no `.br`",
            help='run `pip install "waymark[precompress]"` and write `precompress` into '
            "the brackets of requirements.txt, or take `precompress:` out",
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
    from site_gen.scaffold.occupations import read_occupations  # few checks look at a table

    source, found = read_source(folder.path, table.file, shown=folder.shown)
    return found if source is None else read_occupations(source.text, table, source.path)[1]


def _check_pictures(site: Site, settings: Source | None) -> tuple[Diagnostic, ...]:
    """A warning where pictures are wanted, and the library that draws them is not installed."""
    if not site.pictures or settings is None or find_spec("PIL"):
        return ()
    findings = Findings()
    findings.add(
        PICTURES_WITHOUT_PILLOW,
        _place_of_word(settings, "pictures"),
        "the pictures can't be drawn, because Pillow is not installed",
        help="install it with `pip install 'waymark[pictures]'`, or take `pictures:` out",
    )
    return findings.as_tuple


def _place_of_word(source: Source, word: str) -> Place:
    """Where a word stands for the first time; the first line where it does not stand letter for letter."""
    for number, line in enumerate(source.lines, 1):
        if (at := line.find(word)) >= 0:
            return source.place(number, at + 1, len(word))
    return source.place(1)
