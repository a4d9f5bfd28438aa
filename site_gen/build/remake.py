"""Of a site's files, those are read, judged and drawn again for which something has changed since the last build."""

from __future__ import annotations

import os
import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from site_gen.build import answers
from site_gen.build.gathered import Gathered
from site_gen.build.packing import unpack
from site_gen.build.staleness import Answers, changed, reason
from site_gen.build.traces import DocumentTrace, Traces
from site_gen.build.ways import MANY, likely_ways_out
from site_gen.build.work import Advance, Done, Work, do_all
from site_gen.diagnostic import Diagnostic
from site_gen.model.page import PlainPage
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.record import record

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from site_gen.build.draw import PathwayPages
    from site_gen.build.settings import Settings

NEW: Final = "it is new"
EDITED: Final = "its file has changed"

_ASKED_BY_ALL: Final = frozenset({"code", "setting:currency"})
_ASKED_BY_PATHWAYS: Final = _ASKED_BY_ALL | {"skills", "frame"}


@record
class Past:
    """What an earlier build has left behind, as far as it can be gone by.

    `judged` is what was found between files, on the day `today`; `files` are all there were. `moment` is the time of
    the disk when this build began, in nanoseconds: a file changed later than a little before it may change once more.
    """

    traces: Traces | None = None
    documents: Mapping[str, DocumentTrace] = field(default_factory=dict)
    answers: Answers = field(default_factory=dict)
    judged: tuple[Diagnostic, ...] = ()
    today: date | None = None
    files: frozenset[str] = frozenset()
    moment: int = 0
    code: Answers = field(default_factory=dict)


@record
class Start:
    """What is known of a site before its pathways are read."""

    site: Site
    page_names: frozenset[str]
    ways_out: Mapping[str, int]


@record
class Remade:
    """What was made again.

    `done` are the files that were read, `kept` the traces of those that were not; `reasons` say for each that was why.
    `answers` are those to everything that was asked so far. It `is_narrow` when nothing has changed that other files
    or lists show. `withheld` are the drafts and the pathways of a later date, as far as that is known without reading.
    """

    past: Past
    done: Mapping[str, Done]
    kept: Mapping[str, DocumentTrace]
    stamps: Mapping[str, Stamp]
    reasons: Mapping[str, str]
    answers: Answers
    files: frozenset[str]
    is_narrow: bool
    withheld: frozenset[str]

    def digests_by_slug(self) -> dict[str, bytes]:
        """A digest of the facts of each pathway."""
        return {_slug(key): each.facts for key, each in self.all.items() if key.startswith("pathways/")}

    @property
    def all(self) -> dict[str, Done | DocumentTrace]:
        """What is known of every file, by key, in sorted order."""
        known: dict[str, Done | DocumentTrace] = {**self.kept, **self.done}
        return dict(sorted(known.items()))

    @property
    def drawn_now(self) -> list[str]:
        """The slugs of the pathways whose page was drawn now."""
        return [_slug(key) for key, each in self.done.items() if each.has_page]

    def all_gathered(self) -> dict[str, Gathered]:
        """What was gathered of every file, now or earlier. Raises Broken."""
        gathered = {key: each.unpack() for key, each in self.done.items()}
        if self.kept and self.past.traces is not None:
            gathered |= {key: unpack(packed) for key, packed in self.past.traces.gathered() if key in self.kept}
        return dict(sorted(gathered.items()))

    @property
    def template_fault(self) -> Diagnostic | None:
        """Why the page of a pathway could not be drawn, the first of them."""
        faulty = (each.unpack() for _, each in sorted(self.done.items()) if not each.is_faultless)
        return next((each.template_fault for each in faulty if each.template_fault), None)

    def faulty_gathered(self) -> list[Gathered]:
        """What was gathered of the files of which there is something to say. Raises Broken."""
        traces = self.past.traces
        keys = [key for key, each in self.kept.items() if not each.is_faultless]
        gathered = {key: unpack(packed) for key, packed in (traces.gathered(keys) if traces else ())}
        gathered |= {key: each.unpack() for key, each in self.done.items() if not each.is_faultless}
        return [each for _, each in sorted(gathered.items())]

    @property
    def drawn(self) -> frozenset[str]:
        """The slugs of all pathways that have a page."""
        keys = [key for key, each in self.done.items() if each.has_page]
        keys += [key for key, each in self.kept.items() if each.has_page]
        return frozenset(map(_slug, keys))

    @property
    def undrawn(self) -> frozenset[str]:
        """The slugs of the pathways that had a page and have none now."""
        return frozenset(_slug(key) for key, each in self.past.documents.items() if each.has_page) - self.drawn


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells a changed file: its size, when it was changed, and whether it can't have been changed since."""

    size: int
    modified: int
    is_sure: bool


_UNSURE: Final = 2_000_000_000
"""Nanoseconds: the coarsest file systems in use tell times apart that are two seconds away from each other."""


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
    stamps = _stamps(work, keys, past)
    edited = _edited(work, stamps, past)
    pathways = [key for key in keys if key.startswith("pathways/")]
    others = [key for key in keys if not key.startswith("pathways/")]
    now: dict[str, str] = {**past.code, **answers.of_settings(settings.site), **_of_files(work, files, past)}
    now["skills"] = answers.digest(sorted(settings.skill_names.names_by_key.items())).hex()
    differs = _differs(past, now)
    reasons = {key: why for key in others if (why := _why(key, past, edited, differs))}
    done = do_all(work, list(reasons), executor=executor, advance=lambda count, _: advance(count, len(keys)))
    values = _Values(done=done, kept=[key for key in others if key not in reasons], past=past)
    now.update(values.answers())
    kept = {key: past.documents[key] for key in pathways if key in past.documents and key not in edited}
    unread = [key for key in pathways if key not in kept]
    ways = _ways(kept, unread, values.role_ids, today, drafts=drafts)
    start = Start(
        site=settings.site,
        page_names=values.page_names,
        ways_out=ways,
    )
    pages = make_pages(start)
    now.update(answers.of_ways(ways))
    now.update(pages.answers() if pages else {})
    differs = _differs(past, now)
    stale = _stale_pathways(pathways, past, edited, differs, today=today, drafts=drafts)
    roles = values.roles if stale else ()
    work = replace(work, roles_by_id={each.id: answers.without_prose(each) for each in roles}, pages=pages)
    if pages is not None and stale:
        pages = replace(pages, folder=open_folder())
        work = replace(work, pages=pages)
    count = len(keys) - len(stale)
    read = do_all(work, list(stale), executor=executor, advance=lambda ready, _: advance(count + ready, len(keys)))
    if pages is not None:
        right, again = _misled(read, kept.keys() - stale.keys(), past, pages.ways_out)
        if again:
            pages = replace(pages, folder=open_folder())
            now = {name: each for name, each in now.items() if not name.startswith("ways:")}
            now.update(answers.of_ways(right))
            work = replace(work, pages=replace(pages, ways_out=right))
            read |= do_all(work, sorted(again), executor=executor, advance=lambda _done, _all: None)
            stale |= {key: stale.get(key, "it leads on to other pathways now") for key in again}
    done |= read
    reasons |= stale
    still = {key: past.documents[key] for key in keys if key not in done}
    known: dict[str, Done | DocumentTrace] = {**still, **done}
    return Remade(
        past=past,
        done=done,
        kept=still,
        stamps=stamps,
        reasons=reasons,
        answers=now,
        files=frozenset(files),
        is_narrow=_is_narrow(done, past, files, differs, today),
        withheld=frozenset(
            key
            for key, each in known.items()
            if key.startswith("pathways/") and not _is_due(each.due, today, drafts=drafts)
        ),
    )


def _stamps(work: Work, keys: Iterable[str], past: Past) -> dict[str, Stamp]:
    """The stamp of each file; one that can't be looked at has none."""
    folder = os.fspath(work.reader.folder.path)
    latest = past.moment - _UNSURE
    stamps: dict[str, Stamp] = {}
    for key in keys:
        try:
            state = os.stat(f"{folder}/{key}")  # noqa: PTH116 - a Path for each of thousands of files
        except OSError:
            continue
        stamps[key] = Stamp(state.st_size, state.st_mtime_ns, state.st_mtime_ns < latest)
    return stamps


def _edited(work: Work, stamps: Mapping[str, Stamp], past: Past) -> frozenset[str]:
    """The files that are not what they were: by their stamps, and where those differ or may deceive, by their bytes."""
    edited = set()
    for key, trace in past.documents.items():
        stamp = stamps.get(key)
        if stamp is None:
            edited.add(key)
        elif (stamp.size, stamp.modified) != (trace.size, trace.modified) or not trace.is_sure:
            if stamp.size != trace.size or work.reader.digest(key) != trace.content:
                edited.add(key)
    return frozenset(edited)


def _why(key: str, past: Past, edited: Set[str], differs: Set[str]) -> str:
    """Why a role or a page has to be read again; empty where it need not be."""
    if key not in past.documents:
        return NEW
    return EDITED if key in edited else reason(_ASKED_BY_ALL, differs)


@record
class _Values:
    """The roles and pages: those that were `done` now, and those `kept`, which are unpacked only when asked for."""

    done: Mapping[str, Done]
    kept: Sequence[str]
    past: Past

    @property
    def _is_as_before(self) -> bool:
        gone = (key for key in self.past.documents if not key.startswith("pathways/") and key not in self.kept)
        return not self.done and next(gone, None) is None and bool(self.kept)

    def _all(self) -> list[Role | PlainPage]:
        gathered = [each.unpack() for each in self.done.values()]
        traces = self.past.traces
        gathered += [unpack(packed) for _, packed in (traces.gathered(self.kept) if traces else ())]
        return [each.value for each in gathered if isinstance(each.value, Role | PlainPage)]

    @property
    def roles(self) -> list[Role]:
        """Every role."""
        return [each for each in self._all() if isinstance(each, Role)]

    def _names(self, folder: str) -> frozenset[str]:
        known: dict[str, Done | DocumentTrace] = {key: self.past.documents[key] for key in self.kept}
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
            before = self.past.answers.items()
            return {name: each for name, each in before if name.startswith(kinds) or name in {"roles", "pages"}}
        values = self._all()
        pages = [each for each in values if isinstance(each, PlainPage)]
        return {**answers.of_roles(each for each in values if isinstance(each, Role)), **answers.of_pages(pages)}


def _differs(past: Past, now: Answers) -> frozenset[str]:
    """What is answered otherwise than by the last build; nothing, where there was none."""
    if not past.documents:
        return frozenset()
    before = {name: each for name, each in past.answers.items() if name in now or not name.startswith(_LATER)}
    return changed(before, now)


_LATER: Final = ("ways:", "frame", "template:")
"""What is known only when roles and pages have been read."""


def _of_files(work: Work, files: Iterable[str], past: Past) -> Answers:
    """An answer for each file that is copied."""
    stamps = _stamps(work, (key for key in files if key.startswith("assets/")), past)
    return {
        f"file:{key}": answers.digest((stamp.size, stamp.modified)).hex() if stamp.is_sure else ""
        for key, stamp in stamps.items()
    }


def _is_due(due: int, today: date, *, drafts: bool) -> bool:
    return drafts or 0 <= due <= today.toordinal()


def _ways(
    kept: Mapping[str, DocumentTrace], unread: Iterable[str], role_ids: Set[str], today: date, *, drafts: bool
) -> dict[str, int]:
    """How many pathways begin at each role: by what is known of them, else by the names of their files."""
    counts = Counter(each.origin for each in kept.values() if each.origin and _is_due(each.due, today, drafts=drafts))
    counts.update(likely_ways_out(map(_slug, unread), role_ids))
    return {role_id: min(count, MANY) for role_id, count in counts.items()}


def _stale_pathways(
    keys: Iterable[str], past: Past, edited: Set[str], differs: Set[str], *, today: date, drafts: bool
) -> dict[str, str]:
    """The pathways that have to be made again, each with the reason."""
    shared: dict[frozenset[str], str] = {}
    stale: dict[str, str] = {}
    for key in keys:
        trace = past.documents.get(key)
        if trace is None:
            stale[key] = NEW
        elif key in edited:
            stale[key] = EDITED
        elif _is_due(trace.due, today, drafts=drafts) != trace.has_page:
            stale[key] = "it is no longer published" if trace.has_page else "it is published now"
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
    drawn: list[Done | DocumentTrace] = [each for each in read.values() if each.has_page]
    drawn += [past.documents[key] for key in kept if past.documents[key].has_page]
    counts = Counter(each.origin for each in drawn)
    right = {role_id: min(count, MANY) for role_id, count in counts.items()}
    wrong = {role_id for role_id in {*right, *guess} if right.get(role_id) != guess.get(role_id)}
    return right, {each.key for each in drawn if each.origin in wrong or each.target in wrong}


def _is_narrow(done: Mapping[str, Done], past: Past, files: Sequence[str], differs: Set[str], today: date) -> bool:
    """Whether all that has changed stays on the pages of pathways: the text of some, and no place that is told of."""
    if past.today != today or past.files != frozenset(files) or differs - {"drafts"}:
        return False
    told = {place.path for each in past.judged for place in (each.place, *(other.place for other in each.related))}
    for key, each in done.items():
        trace = past.documents.get(key)
        if trace is None or not key.startswith("pathways/"):
            return False
        if (trace.facts, trace.names, trace.has_page) != (each.facts, each.names, each.has_page):
            return False
        if any(path.endswith(key) for path in told):
            return False
    return True


def _slug(key: str) -> str:
    return posixpath.basename(key).removesuffix(".md")


def traces_of(remade: Remade) -> Iterator[DocumentTrace]:
    """The traces of the files that were read, and of those whose stamps alone have changed."""
    for key, each in remade.done.items():
        stamp = remade.stamps.get(key)
        if stamp is not None:
            yield DocumentTrace(
                key,
                stamp.size,
                stamp.modified,
                stamp.is_sure,
                each.content,
                each.asks,
                each.origin,
                each.target,
                each.due,
                each.has_page,
                each.facts,
                each.names,
                each.is_faultless,
            )
    for key, trace in remade.kept.items():
        stamp = remade.stamps[key]
        if (stamp.modified, stamp.is_sure) != (trace.modified, trace.is_sure):
            yield DocumentTrace(
                key, stamp.size, stamp.modified, stamp.is_sure, *(getattr(trace, name) for name in _REST)
            )


_REST: Final = (
    "content",
    "asks",
    "origin",
    "target",
    "due",
    "has_page",
    "facts",
    "names",
    "is_faultless",
)
