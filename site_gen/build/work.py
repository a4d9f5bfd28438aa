"""What is done with one file, here or in a worker: read it, judge it, draw its page, and keep the small facts."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from site_gen.build.answers import digest_of_package
from site_gen.build.documents import Read, Reader
from site_gen.build.gathered import Gathered
from site_gen.build.noting import Notebook, noted_site
from site_gen.build.packing import pack, unpack
from site_gen.checks import Judged, checks, slug_of
from site_gen.diagnostic import Diagnostic, Fault
from site_gen.faults import (
    BAD_NAME,
    DUPLICATE_SECTION,
    MISSING_SECTION,
    NEARLY_A_SECTION,
    PHASE_WITHOUT_WEEKS,
    REPEATED_NAME,
    SKILL_WITHOUT_DURATION,
    SKILL_WITHOUT_PRIORITY,
    UNKNOWN_PRIORITY,
)
from site_gen.model.card import Card, PathwayFacts, facts_of_pathway, make_card
from site_gen.model.page import PlainPage
from site_gen.model.pathway import Pathway
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.model.skill import NO_NAMES, SkillNames
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.draw import PathwayPages
    from site_gen.build.workers import Workers

SHARE: Final = 50
"""Files a worker takes at a time: enough that handing them over costs little, few enough that none waits at the end."""

Advance = Callable[[int, int], None]
"""Told how many of how many files are done."""

_HIDES_SUMS: Final = frozenset(
    {
        DUPLICATE_SECTION,
        MISSING_SECTION,
        NEARLY_A_SECTION,
        PHASE_WITHOUT_WEEKS,
        REPEATED_NAME,
        SKILL_WITHOUT_DURATION,
        SKILL_WITHOUT_PRIORITY,
        UNKNOWN_PRIORITY,
    }
)
"""Faults of one file after which nobody can say what its weeks and skills add up to.

Where a part stands twice, the heading between the two may have been lost.
"""


_NO_NAMES: Final = SkillNames(names_by_key={})


@record
class Work:
    """What is done with each file; it travels to worker processes, so it holds no more than they need.

    `days_by_key` are those of last commits, where they are asked for. `skill_names` is None while skills.yaml has a
    fault. `pages` draws the page of a pathway, None for none. `package` is a digest of the Waymark that must do the
    work, where it may be another one.
    """

    reader: Reader
    site: Site
    skill_names: SkillNames | None
    roles_by_id: Mapping[str, Role]
    days_by_key: Mapping[str, date] = field(default_factory=dict)
    pages: PathwayPages | None = None
    package: str = ""
    keeps_pathways: bool = False
    keeps_outside_links: bool = False

    def do(self, key: str) -> Gathered:
        """Read, judge and draw one file."""
        return self.judge(key, self.reader.read(key))

    def judge(self, key: str, read: Read) -> Gathered:
        """Judge and draw one file that has been read."""
        value = read.value
        found = [*read.found]
        facts: PathwayFacts | Role | PlainPage | None = None
        template_fault, has_page = None, False
        if isinstance(value, Pathway):
            if value.updated is None and key in self.days_by_key:
                value = replace(value, updated=self.days_by_key[key])
            card = self._card(value)
            found += self._of_pathway(value, card, read)
            facts = facts_of_pathway(value, card, self.site)
            if self.pages is not None and card is not None and self.pages.is_wanted(value):
                template_fault = self.pages.draw(value, card, self.skill_names or NO_NAMES)
                has_page = template_fault is None
        elif isinstance(value, Role):
            facts = value
            found += [each for check in checks() if check.of_role for each in check.of_role(value)]
        else:
            facts = value
        prose = value or read.remains
        return Gathered(
            key=key,
            value=facts,
            glimpse=read.glimpse,
            found=tuple(found),
            overrides=read.overrides,
            links=prose.links if prose else None,
            outside_links=tuple(prose.outside_links) if prose and self.keeps_outside_links else (),
            pathway=value if self.keeps_pathways and isinstance(value, Pathway) else None,
            anchors=tuple(sorted(prose.anchors)) if prose else (),
            content=read.content,
            draft=read.draft,
            is_faulty=value is None or _has(read.found, frozenset({BAD_NAME})),
            has_page=has_page,
            template_fault=template_fault,
        )

    def _card(self, pathway: Pathway) -> Card | None:
        origin, target = self.roles_by_id.get(pathway.origin_id), self.roles_by_id.get(pathway.target_id)
        if origin is None or target is None:
            return None
        return make_card(pathway, origin=origin, target=target, site=self.site)

    def _of_pathway(self, pathway: Pathway, card: Card | None, read: Read) -> Iterator[Diagnostic]:
        is_settled = card is not None and pathway.slug == slug_of(pathway) and card.origin is not card.target
        judged = Judged(
            pathway=pathway,
            card=card if is_settled else None,
            site=self.site,
            skill_names=self.skill_names,
            is_doubtful=bool(read.found) and _has(read.found, _HIDES_SUMS),
        )
        for check in checks():
            if check.of_pathway is not None:
                yield from check.of_pathway(judged)


def _has(found: Sequence[Diagnostic], faults: frozenset[Fault]) -> bool:
    return any(each.fault in faults for each in found)


@dataclass(slots=True)
class Done:
    """What was done with one file, packed as it travels: most of it is only kept, and never unpacked.

    `content` is a digest of the file; `asks` are the settings and templates that were looked at. `facts` and `names`
    are digests: of what lists show of the file, and of what other files are judged by; no place in the file is part of
    them, but for the lines of a role's figures. `origin` and `target` are the roles of a pathway, `origin` alone the id
    of a role or the name of a page; `due` is the ordinal of the day that a pathway is published on, 0 for none and -1
    for a draft.
    """

    key: str
    packed: bytes
    content: bytes
    asks: frozenset[str]
    facts: bytes
    names: bytes
    origin: str
    target: str
    due: int
    has_page: bool
    is_faultless: bool
    _gathered: Gathered | None = field(default=None, compare=False, repr=False)

    def unpack(self) -> Gathered:
        """What was gathered; it is unpacked once."""
        if self._gathered is None:
            self._gathered = unpack(self.packed)
        return self._gathered


class AnotherVersion(Exception):  # noqa: N818 - told as wrong usage, not an error of the program
    """A worker of a cluster has another version of Waymark, and would make other pages."""


class Desk:
    """Where one process does its share of the work: it takes a note of what is asked for each file."""

    def __init__(self, work: Work) -> None:
        """Raises AnotherVersion."""
        if work.package and work.package != digest_of_package():
            raise AnotherVersion
        self._notes = Notebook()
        site = noted_site(work.site, self._notes)
        if work.pages is not None:
            work = replace(work, pages=work.pages.noting(site, self._notes))
        self._work = replace(work, site=site)

    def do(self, key: str) -> Done:
        """Read, judge and draw one file."""
        self._notes.clear()
        gathered = self._work.do(key)
        value = gathered.value
        facts = value if isinstance(value, PathwayFacts) else None
        packed = pack(gathered)
        return Done(
            key=key,
            packed=packed.content,
            content=gathered.content,
            asks=self._notes.asked(),
            facts=packed.facts,
            names=packed.names,
            origin=facts.origin_id if facts else _name(value),
            target=facts.target_id if facts else "",
            due=_due(facts) if facts else 0,
            has_page=gathered.has_page,
            is_faultless=not (gathered.found or gathered.overrides or gathered.template_fault),
        )


def _name(value: Role | PlainPage | PathwayFacts | None) -> str:
    """The id of a role, the name of a page; empty where there is neither."""
    if isinstance(value, Role):
        return value.id
    return value.name if isinstance(value, PlainPage) else ""


def _due(facts: PathwayFacts) -> int:
    """The ordinal of the day on which a pathway is published: 0 where it is not said, -1 for a draft."""
    if facts.draft:
        return -1
    return facts.published.toordinal() if facts.published else 0


def do_all(work: Work, keys: Sequence[str], *, executor: Workers | None, advance: Advance) -> dict[str, Done]:
    """What was done with each file, in the order of `keys`: shared out to the executor's workers, if there is one."""
    done: dict[str, Done] = {}
    shares = [tuple(keys[at : at + SHARE]) for at in range(0, len(keys), SHARE)]
    if executor is None or len(shares) < 2:
        desk = Desk(work)
        results: Iterator[list[Done]] = ([desk.do(key) for key in share] for share in shares)
    else:
        packed = pickle.dumps(work, pickle.HIGHEST_PROTOCOL)
        results = executor.map(_do_share, [packed] * len(shares), shares)
    for share in results:
        done |= {each.key: each for each in share}
        if executor is not None:
            for each in share:  # while the workers are busy with the next ones: nearly all will be asked for
                each.unpack()
        advance(len(done), len(keys))
    return done


def _do_share(packed: bytes, keys: tuple[str, ...]) -> list[Done]:
    desk = _desk(packed)
    return [desk.do(key) for key in keys]


@lru_cache(maxsize=2)
def _desk(packed: bytes) -> Desk:
    """The desk for the work that a share belongs to: the same for hundreds of them."""
    return Desk(pickle.loads(packed))
