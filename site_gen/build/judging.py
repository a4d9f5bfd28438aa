"""What the files of a site have to do with each other is judged, and what was found is put in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from site_gen.build.ways import is_published
from site_gen.checks import SETTINGS_FILE, Facts, checks
from site_gen.diagnostic import Diagnostic, Fault, Findings, Override, Severity
from site_gen.faults import (
    BARE_ADDRESS,
    DEAD_LINK,
    PLACE_TO_FILL_IN,
    RESOURCE_WITHOUT_NAME,
    SEVERITY_WITHOUT_EFFECT,
)
from site_gen.model.card import PathwayFacts
from site_gen.model.catalog import make_catalog
from site_gen.model.glimpse import PathwayGlimpse, RoleGlimpse
from site_gen.model.page import PlainPage
from site_gen.model.role import Role

if TYPE_CHECKING:
    from site_gen.build.documents import Glimpse
    from site_gen.build.files import ContentFolder
    from site_gen.build.gathered import Gathered
    from site_gen.build.settings import Settings


def facts_of_site(
    folder: ContentFolder,
    gathered: Mapping[str, Gathered],
    glimpses: Mapping[str, Glimpse],
    *,
    settings: Settings,
    files: frozenset[str],
    closed: frozenset[str],
    today: date,
    drafts: bool,
) -> Facts:
    """What the rules look at that concern several files; `closed` are those of the files that can't be opened."""
    values = [each.value for each in gathered.values()]
    pathways = tuple(each for each in values if isinstance(each, PathwayFacts))
    roles = tuple(each for each in values if isinstance(each, Role))
    withheld = frozenset(each.key for each in pathways if not (drafts or is_published(each, today)))
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
        anchors_of=lambda key: frozenset(gathered[key].anchors),
        pathway_glimpses=tuple(each for each in seen if isinstance(each, PathwayGlimpse)),
        role_glimpses=tuple(each for each in seen if isinstance(each, RoleGlimpse)),
        content=folder.shown.as_posix(),
        files=files,
        faulty=closed | settings.faulty | {key for key, each in gathered.items() if each.is_faulty},
        withheld=withheld,
        today=today,
    )


def judge_site(facts: Facts) -> tuple[Diagnostic, ...]:
    """What the files have to do with each other that they should not."""
    found: list[Diagnostic] = []
    for check in checks():
        if check.of_site is not None:
            found.extend(check.of_site(facts))
    return tuple(found)


def settle(
    found: Sequence[Diagnostic], overrides: Iterable[Override], *, folder: ContentFolder, settings: Settings
) -> tuple[Diagnostic, ...]:
    """Everything there is to say, once each: no echoes of one fault, and each comment that changes nothing."""
    kept = _without_echoes(found, settings=folder.shown_path(SETTINGS_FILE), faulty=SETTINGS_FILE in settings.faulty)
    return (*kept, *_without_effect(overrides, kept))


def _without_echoes(found: Sequence[Diagnostic], *, settings: str, faulty: bool) -> tuple[Diagnostic, ...]:
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
    if not faulty:
        return tuple(kept)
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
