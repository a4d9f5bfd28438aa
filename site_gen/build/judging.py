"""What the files of a site have to do with each other is judged."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from site_gen.build.ways import is_published
from site_gen.checks import Facts, checks
from site_gen.diagnostic import Diagnostic
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
