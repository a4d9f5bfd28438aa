"""Of a site's files, those are read, judged and drawn again for which something has changed since the last build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from site_gen.build import answers
from site_gen.build.files import is_document
from site_gen.build.past import Past, Remade, Values, slug_in
from site_gen.build.staleness import DUE, EDITED, NEW, WITHHELD, changed, in_words, reason
from site_gen.build.stamps import copied, edited, look_at
from site_gen.build.traces import DocumentTrace
from site_gen.build.ways import MANY, likely_ways_out
from site_gen.build.work import Advance, Done, Work, do_all
from site_gen.model.site import Site
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.content import Terms
    from site_gen.build.draw import PathwayPages
    from site_gen.build.settings import Settings
    from site_gen.model.role import Role

_ASKED_BY_ALL: Final = frozenset({"setting:currency"})
_ASKED_BY_PATHWAYS: Final = _ASKED_BY_ALL | {"skills", "frame"}


@record
class Start:
    """What is known of a site before its pathways are read."""

    site: Site
    page_names: frozenset[str]
    has_roles: bool
    ways_out: Mapping[str, int]


def remake(work: Work, files: Sequence[str], settings: Settings, *, terms: Terms, advance: Advance) -> Remade:
    """Read what has changed of the files: first roles and pages, then pathways, each held against its two roles."""
    build = _Remaking(work, files, settings, terms=terms, advance=advance)
    build.look()
    terms.enter("roles and plain pages")
    build.read_others()
    build.plan()
    terms.enter("pathways")
    build.read_pathways()
    return build.remade()


class _Remaking:
    """One build on its way: what it has found out so far."""

    def __init__(self, work: Work, files: Sequence[str], settings: Settings, *, terms: Terms, advance: Advance) -> None:
        self.work, self.files, self.settings, self.terms, self.advance = work, files, settings, terms, advance
        self.keys = keys = [key for key in files if is_document(key)]
        self.past = terms.past or Past()
        self.before = self.past.book.documents
        self.pathways = [key for key in keys if key.startswith("pathways/")]
        self.pages: PathwayPages | None = None
        self.stale: dict[str, str] = {}
        self.roles: Mapping[str, Role] | None = None

    def look(self) -> None:
        """Look which files are not what they were, and what is answered otherwise now."""
        folder = self.work.reader.folder.path
        kept = [*self.keys, *(key for key in self.files if key.startswith("assets/"))]
        looked_at = kept if self.past.traces else ()  # a check goes by nothing, and leaves nothing
        self.stamps = look_at(folder, looked_at, {**self.before, **self.past.book.copied}, self.past.moment)
        self.edited = edited(self.stamps, self.before, self.work.reader)
        self.copied = copied(self.stamps, self.past.book.copied, folder)
        self.now: dict[str, str] = {
            **self.past.code,
            **answers.of_settings(self.settings),
            **answers.of_days(self.settings.days_by_key),
            **answers.of_files(self.copied),
            "drafts": str(self.terms.drafts),
        }

    def read_others(self) -> None:
        """Read the roles and plain pages that have changed."""
        others = [key for key in self.keys if not key.startswith("pathways/")]
        differs = self._differs()
        self.reasons = {key: why for key in others if (why := self._why_other(key, differs))}
        self.done = self._do(self.work, list(self.reasons), before=0)
        kept = [key for key in others if key not in self.reasons]
        self.values = Values(done=self.done, kept=kept, past=self.past)
        self.now.update(self.values.answers())

    def _why_other(self, key: str, differs: Set[str]) -> str:
        """Why a role or a page has to be read again; empty where it need not be."""
        if key not in self.before:
            return self.past.whole or NEW
        return EDITED if key in self.edited else reason(_ASKED_BY_ALL, differs)

    def plan(self) -> None:
        """Find out which pathways have to be made again, and why."""
        publication = self._publication()
        known = [self.before[key] for key in self.pathways if key in self.before]
        ways = _ways(known, [key for key in self.pathways if key not in self.before], publication)
        site = self.settings.site
        self.pages = self.terms.make_pages(
            Start(
                site=site,
                page_names=self.values.page_names,
                has_roles=bool(self.values.role_ids),
                ways_out=ways,
            )
        )
        self.now.update(self.pages.answers() if self.pages else {})
        self.stale = self._stale(publication)

    def _publication(self) -> _Publication:
        return _Publication(today=self.terms.today, drafts=self.terms.drafts, role_ids=self.values.role_ids)

    def _stale(self, publication: _Publication) -> dict[str, str]:
        """The pathways that have to be made again, each with the reason."""
        differs = self._differs()
        shared: dict[frozenset[str], str] = {}
        stale: dict[str, str] = {}
        for key in self.pathways:
            trace = self.before.get(key)
            if trace is None:
                stale[key] = self.past.whole or NEW
            elif key in self.edited:
                stale[key] = EDITED
            elif publication.is_wanted(trace) != trace.has_page:
                stale[key] = WITHHELD if trace.has_page else DUE
            elif differs:
                if trace.asks not in shared:
                    shared[trace.asks] = reason(trace.asks | _ASKED_BY_PATHWAYS, differs)
                if why := shared[trace.asks] or reason(_own_asks(key, trace), differs):
                    stale[key] = why
        return stale

    def read_pathways(self) -> None:
        """Read, judge and draw the pathways that have to be, then those whose page says where else one can go wrongly.

        How many ways lead out of a role is known only when all pathways are: the first are drawn by a guess.
        """
        self._read_pathways(list(self.stale), self.pages)
        if self.pages is None:
            return
        drawn = {key: each for key, each in self._known().items() if each.has_page}
        counts = Counter(each.origin for each in drawn.values())
        ways = {role_id: min(count, MANY) for role_id, count in counts.items()}
        self.now.update(answers.of_ways(ways))
        again = self._misled(drawn, self.pages.ways_out, ways)
        self.pages = replace(self.pages, ways_out=ways)
        self._read_pathways(list(again), self.pages)
        self.stale = {**again, **self.stale}

    def _misled(
        self, drawn: Mapping[str, Done | DocumentTrace], guess: Mapping[str, int], ways: Mapping[str, int]
    ) -> dict[str, str]:
        """The pathways whose page was drawn, now or earlier, by another number of ways out of a role, and why."""
        before = self.past.book.answers
        misled = {role_id for role_id in {*guess, *ways} if guess.get(role_id) != ways.get(role_id)}
        of_roles = {name for name in {*before, *self.now} if name.startswith("ways:")}
        outdated = {name[5:] for name in of_roles if before.get(name) != self.now.get(name)}
        again = {}
        for key, each in drawn.items():
            wrong = {each.origin, each.target} & (misled if key in self.done else outdated)
            if wrong:
                again[key] = in_words(f"ways:{min(wrong)}")
        return again

    def _read_pathways(self, keys: Sequence[str], pages: PathwayPages | None) -> None:
        if not keys:
            return
        pages = replace(pages, folder=self.terms.open_folder()) if pages else None
        self.done |= self._do(self._work_with(pages), keys, before=len(self.keys) - len(keys))

    def _work_with(self, pages: PathwayPages | None) -> Work:
        """What pathways are read and judged with, and drawn with if there are such pages."""
        if self.roles is None:
            self.roles = {each.id: answers.without_prose(each) for each in self.values.roles}
        return replace(self.work, roles_by_id=self.roles, pages=pages)

    def _next_work(self) -> Work:
        return replace(self._work_with(self.pages), package="")

    def remade(self) -> Remade:
        """What came of it."""
        publication = self._publication()
        known = self._known()
        return Remade(
            past=self.past,
            done=self.done,
            kept={key: self.before[key] for key in self.keys if key not in self.done},
            stamps=self.stamps,
            copied=self.copied,
            reasons={**self.reasons, **self.stale},
            answers=self.now,
            files=frozenset(self.files),
            is_narrow=self._is_narrow(),
            withheld=frozenset(key for key in self.pathways if not publication.is_due(known[key].due)),
            next_due=publication.next_due(known[key].due for key in self.pathways),
            next_work=self._next_work,
        )

    def _is_narrow(self) -> bool:
        """Whether all that has changed stays on the pages of pathways: the text of some, no place that is told of."""
        book = self.past.book
        if book.today != self.terms.today or book.files != frozenset(self.files) or self._differs():
            return False
        told = {place.path for each in book.judged for place in (each.place, *(other.place for other in each.related))}
        for key, each in self.done.items():
            trace = self.before.get(key)
            if trace is None or not key.startswith("pathways/"):
                return False
            if (trace.facts, trace.names, trace.has_page) != (each.facts, each.names, each.has_page):
                return False
            if any(path.endswith(key) for path in told):
                return False
        return True

    def _known(self) -> dict[str, Done | DocumentTrace]:
        return {**{key: self.before[key] for key in self.keys if key not in self.done}, **self.done}

    def _differs(self) -> frozenset[str]:
        """What is answered otherwise than by the last build, but for lists; nothing, where there was none."""
        if not self.before:
            return frozenset()
        before = self.past.book.answers.items()
        return changed({name: each for name, each in before if not name.startswith(_OF_LISTS)}, self.now)

    def _do(self, work: Work, keys: Sequence[str], *, before: int) -> dict[str, Done]:
        """Do something with some files, so many being finished `before`."""

        def advance(done: int, _all: int) -> None:
            self.advance(before + done, len(self.keys))

        return do_all(work, keys, executor=self.terms.executor, advance=advance)


_OF_LISTS: Final = (
    *("listings", "ways_in:", "ways_out:", "skill:", "skill_list", "route_list", "routes_from:", "card:"),
)
"""What is known only when all pathways are."""


@record
class _Publication:
    """Which pathways are published: those that are due, between two roles that there are."""

    today: date
    drafts: bool
    role_ids: Set[str]

    def is_due(self, due: int) -> bool:
        """Whether a pathway is published as far as it is up to its author: neither a draft nor of a later date."""
        return self.drafts or 0 <= due <= self.today.toordinal()

    def next_due(self, dues: Iterable[int]) -> date | None:
        """The first day on which a pathway is published that is not today."""
        later = (due for due in dues if due > 0 and not self.is_due(due))
        return date.fromordinal(first) if (first := min(later, default=0)) else None

    def is_wanted(self, trace: DocumentTrace) -> bool:
        """Whether a pathway that has not changed has a page now."""
        return self.is_due(trace.due) and trace.origin in self.role_ids and trace.target in self.role_ids


def _ways(known: Iterable[DocumentTrace], unknown: Iterable[str], publication: _Publication) -> dict[str, int]:
    """How many pathways begin at each role: a guess by what was known of them last, else by the names of files."""
    counts = Counter(each.origin for each in known if publication.is_wanted(each))
    counts.update(likely_ways_out(map(slug_in, unknown), publication.role_ids))
    return {role_id: min(count, MANY) for role_id, count in counts.items()}


def _own_asks(key: str, trace: DocumentTrace) -> frozenset[str]:
    """What a pathway asks of its two roles, but for where they lead, and of the history of its file."""
    return frozenset({f"facts:{trace.origin}", f"facts:{trace.target}", f"day:{key}"})
