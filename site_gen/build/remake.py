"""Of a site's files, those are read, judged and drawn again for which something has changed since the last build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from site_gen.build import answers
from site_gen.build.past import Past, Remade, slug_in
from site_gen.build.staleness import DUE, EDITED, MISLED, NEW, WITHHELD, Answers, changed, reason
from site_gen.build.stamps import copied, edited, look_at
from site_gen.build.traces import DocumentTrace
from site_gen.build.ways import MANY, likely_ways_out
from site_gen.build.work import Advance, Done, Work, do_all
from site_gen.model.page import PlainPage
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.record import record

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from site_gen.build.draw import PathwayPages
    from site_gen.build.settings import Settings

_ASKED_BY_ALL: Final = frozenset({"setting:currency"})
_ASKED_BY_PATHWAYS: Final = _ASKED_BY_ALL | {"skills", "frame"}


@record
class Start:
    """What is known of a site before its pathways are read."""

    site: Site
    page_names: frozenset[str]
    ways_out: Mapping[str, int]


def remake(
    work: Work,
    keys: Sequence[str],
    files: Sequence[str],
    *,
    settings: Settings,
    past: Past,
    today: date,
    drafts: bool,
    make_pages: Callable[[Start], PathwayPages | None],
    open_folder: Callable[[], Path],
    executor: Executor | None,
    advance: Advance,
) -> Remade:
    """Read what has changed: first roles and pages, then pathways, each held against its two roles."""
    before = past.book.documents
    looked_at = files if past.traces else ()  # a check goes by nothing, and leaves nothing
    stamps = look_at(work.reader.folder.path, looked_at, {**before, **past.book.copied}, past.moment)
    changed_files = edited(stamps, before, work.reader)
    copies = copied(stamps, past.book.copied, work.reader.folder.path)
    pathways = [key for key in keys if key.startswith("pathways/")]
    unknown = [key for key in pathways if key not in before]
    others = [key for key in keys if not key.startswith("pathways/")]
    now = {**past.code, **answers.of_settings(settings), **answers.of_files(copies), "drafts": str(drafts)}
    differs = _differs(past, now)
    reasons = {key: why for key in others if (why := _why(key, past, changed_files, differs))}
    done = do_all(work, list(reasons), executor=executor, advance=lambda count, _: advance(count, len(keys)))
    values = _Values(done=done, kept=[key for key in others if key not in reasons], past=past)
    now.update(values.answers())
    publication = _Publication(today=today, drafts=drafts, role_ids=values.role_ids)
    kept = {key: before[key] for key in pathways if key in before and key not in changed_files}
    ways = _ways([before[key] for key in pathways if key in before], unknown, publication)
    pages = make_pages(Start(site=settings.site, page_names=values.page_names, ways_out=ways))
    now.update(answers.of_ways(ways))
    now.update(pages.answers() if pages else {})
    differs = _differs(past, now)
    stale = _stale_pathways(pathways, past, changed_files, differs, publication)
    roles = values.roles if stale else ()
    work = replace(work, roles_by_id={each.id: answers.without_prose(each) for each in roles}, pages=pages)
    if pages is not None and stale:
        pages = replace(pages, folder=open_folder())
        work = replace(work, pages=pages)
    count = len(keys) - len(stale)
    read = do_all(work, list(stale), executor=executor, advance=lambda ready, _: advance(count + ready, len(keys)))
    if pages is not None and stale:
        right, again = _misled(read, kept.keys() - stale.keys(), past, pages.ways_out)
        now = {name: each for name, each in now.items() if not name.startswith("ways:")}
        now.update(answers.of_ways(right))
        differs = _differs(past, now)
        if again:
            pages = replace(pages, folder=open_folder())
            work = replace(work, pages=replace(pages, ways_out=right))
            read |= do_all(work, sorted(again), executor=executor, advance=lambda _done, _all: None)
            stale |= {key: stale.get(key, MISLED) for key in again}
    done |= read
    reasons |= stale
    still = {key: before[key] for key in keys if key not in done}
    known: dict[str, Done | DocumentTrace] = {**still, **done}
    return Remade(
        past=past,
        done=done,
        kept=still,
        stamps=stamps,
        copied=copies,
        reasons=reasons,
        answers=now,
        files=frozenset(files),
        is_narrow=_is_narrow(done, past, files, differs, today),
        withheld=frozenset(
            key for key, each in known.items() if key.startswith("pathways/") and not publication.is_due(each.due)
        ),
    )


def _why(key: str, past: Past, changed_files: Set[str], differs: Set[str]) -> str:
    """Why a role or a page has to be read again; empty where it need not be."""
    if key not in past.book.documents:
        return past.whole or NEW
    return EDITED if key in changed_files else reason(_ASKED_BY_ALL, differs)


@record
class _Values:
    """The roles and pages: those that were `done` now, and those `kept`, which are unpacked only when asked for."""

    done: Mapping[str, Done]
    kept: Sequence[str]
    past: Past

    @property
    def _is_as_before(self) -> bool:
        before = {key for key in self.past.book.documents if not key.startswith("pathways/")}
        return not self.done and bool(before) and before == set(self.kept)

    def _all(self) -> list[Role | PlainPage]:
        gathered = [*(each.unpack() for each in self.done.values()), *self.past.gathered(self.kept).values()]
        return [each.value for each in gathered if isinstance(each.value, Role | PlainPage)]

    @property
    def roles(self) -> list[Role]:
        """Every role."""
        return [each for each in self._all() if isinstance(each, Role)]

    def _names(self, folder: str) -> frozenset[str]:
        known: dict[str, Done | DocumentTrace] = {key: self.past.book.documents[key] for key in self.kept}
        return frozenset(
            each.origin for key, each in {**known, **self.done}.items() if key.startswith(folder) and each.origin
        )

    @property
    def role_ids(self) -> frozenset[str]:
        """The ids of the roles."""
        return self._names("roles/")

    @property
    def page_names(self) -> frozenset[str]:
        """The names of the plain pages."""
        return self._names("pages/")

    def answers(self) -> Answers:
        """The answers for roles and pages: those of the last build where nothing has changed among them."""
        if self._is_as_before:
            kinds = ("role:", "facts:", "page:")
            before = self.past.book.answers.items()
            return {name: each for name, each in before if name.startswith(kinds) or name in {"roles", "pages"}}
        values = self._all()
        pages = [each for each in values if isinstance(each, PlainPage)]
        return {**answers.of_roles(each for each in values if isinstance(each, Role)), **answers.of_pages(pages)}


def _differs(past: Past, now: Answers) -> frozenset[str]:
    """What is answered otherwise than by the last build, but for lists; nothing, where there was none."""
    if not past.book.documents:
        return frozenset()
    return changed({name: each for name, each in past.book.answers.items() if not name.startswith(_OF_LISTS)}, now)


_OF_LISTS: Final = ("listings", "ways_in:", "ways_out:")
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

    def is_wanted(self, trace: DocumentTrace) -> bool:
        """Whether a pathway that has not changed has a page now."""
        return self.is_due(trace.due) and trace.origin in self.role_ids and trace.target in self.role_ids


def _ways(known: Iterable[DocumentTrace], unknown: Iterable[str], publication: _Publication) -> dict[str, int]:
    """How many pathways begin at each role: a guess by what was known of them last, else by the names of files."""
    counts = Counter(each.origin for each in known if publication.is_wanted(each))
    counts.update(likely_ways_out(map(slug_in, unknown), publication.role_ids))
    return {role_id: min(count, MANY) for role_id, count in counts.items()}


def _stale_pathways(
    keys: Iterable[str], past: Past, changed_files: Set[str], differs: Set[str], publication: _Publication
) -> dict[str, str]:
    """The pathways that have to be made again, each with the reason."""
    shared: dict[frozenset[str], str] = {}
    stale: dict[str, str] = {}
    for key in keys:
        trace = past.book.documents.get(key)
        if trace is None:
            stale[key] = past.whole or NEW
        elif key in changed_files:
            stale[key] = EDITED
        elif publication.is_wanted(trace) != trace.has_page:
            stale[key] = WITHHELD if trace.has_page else DUE
        elif differs:
            if trace.asks not in shared:
                shared[trace.asks] = reason(trace.asks | _ASKED_BY_PATHWAYS, differs)
            if why := shared[trace.asks] or reason(_own_asks(trace), differs):
                stale[key] = why
    return stale


def _own_asks(trace: DocumentTrace) -> frozenset[str]:
    """What a pathway asks of its two roles."""
    ends = (trace.origin, trace.target)
    return frozenset({*(f"facts:{each}" for each in ends), *(f"ways:{each}" for each in ends)})


def _misled(
    read: Mapping[str, Done], kept: Set[str], past: Past, guess: Mapping[str, int]
) -> tuple[dict[str, int], set[str]]:
    """The right number of ways out of each role, and the pathways whose page says a wrong thing by a wrong one."""
    known: dict[str, Done | DocumentTrace] = {**{key: past.book.documents[key] for key in kept}, **read}
    drawn = {key: each for key, each in known.items() if each.has_page}
    counts = Counter(each.origin for each in drawn.values())
    right = {role_id: min(count, MANY) for role_id, count in counts.items()}
    wrong = {role_id for role_id in {*right, *guess} if right.get(role_id) != guess.get(role_id)}
    return right, {key for key, each in drawn.items() if each.origin in wrong or each.target in wrong}


def _is_narrow(done: Mapping[str, Done], past: Past, files: Sequence[str], differs: Set[str], today: date) -> bool:
    """Whether all that has changed stays on the pages of pathways: the text of some, and no place that is told of."""
    if past.book.today != today or past.book.files != frozenset(files) or differs:
        return False
    told = {place.path for each in past.book.judged for place in (each.place, *(other.place for other in each.related))}
    for key, each in done.items():
        trace = past.book.documents.get(key)
        if trace is None or not key.startswith("pathways/"):
            return False
        if (trace.facts, trace.names, trace.has_page) != (each.facts, each.names, each.has_page):
            return False
        if any(path.endswith(key) for path in told):
            return False
    return True
