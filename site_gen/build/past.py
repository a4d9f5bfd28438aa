"""What an earlier build has left behind, and what one has made again, as the stages of a build hand it on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Final

from site_gen.build import answers
from site_gen.build.gathered import Gathered
from site_gen.build.packing import unpack, unpack_said
from site_gen.build.staleness import Answers
from site_gen.build.stamps import Stamp
from site_gen.build.traces import Book, DocumentTrace, FileTrace, Traces, digest_of_packed
from site_gen.build.work import Done, Work
from site_gen.diagnostic import Diagnostic
from site_gen.model.page import PlainPage
from site_gen.model.role import Role
from site_gen.record import record

EMPTY: Final = Book()


@record
class Past:
    """What an earlier build has left behind, as far as it can be gone by, and the answers of the code of this one.

    `whole` says why it can't be gone by anything; empty where it can.
    """

    traces: Traces | None = None
    book: Book = EMPTY
    code: Answers = field(default_factory=dict)
    whole: str = ""

    def moment(self) -> int:
        """The time of the disk, in nanoseconds; 0 where it can't be known."""
        return self.traces.moment() if self.traces else 0

    def gathered(self, keys: Iterable[str]) -> dict[str, Gathered]:
        """What was gathered of files that have not changed. Raises Broken."""
        return {key: unpack(packed) for key, packed in (self.traces.gathered(keys) if self.traces else ())}

    def said(self, keys: Iterable[str]) -> dict[str, Gathered]:
        """What there is to say of files that have not changed, each of which has a fault. Raises Broken."""
        return {key: unpack_said(packed) for key, packed in (self.traces.gathered(keys) if self.traces else ())}


@record
class Remade:
    """What was made again.

    `done` are the files that were read, `kept` the traces of those that were not; `reasons` say for each that was why.
    `answers` are those to everything that was asked so far. It `is_narrow` when nothing has changed that other files
    or lists show. `withheld` are the drafts and the pathways of a later date, as far as that is known without reading;
    `next_due` is the first of their days, None where there is none.
    """

    past: Past
    done: Mapping[str, Done]
    kept: Mapping[str, DocumentTrace]
    stamps: Mapping[str, Stamp]
    copied: Mapping[str, FileTrace]
    reasons: Mapping[str, str]
    answers: Answers
    files: frozenset[str]
    is_narrow: bool
    withheld: frozenset[str]
    next_due: date | None
    next_work: Callable[[], Work]

    def digests_by_slug(self) -> dict[str, bytes]:
        """A digest of the facts of each pathway."""
        return {slug_in(key): each.facts for key, each in self.all.items() if key.startswith("pathways/")}

    @property
    def all(self) -> dict[str, Done | DocumentTrace]:
        """What is known of every file, by key, in sorted order."""
        known: dict[str, Done | DocumentTrace] = {**self.kept, **self.done}
        return dict(sorted(known.items()))

    @property
    def drawn_now(self) -> list[str]:
        """The slugs of the pathways whose page was drawn now."""
        return [slug_in(key) for key, each in self.done.items() if each.has_page]

    def all_gathered(self) -> dict[str, Gathered]:
        """What was gathered of every file, now or earlier. Raises Broken."""
        gathered = {key: each.unpack() for key, each in self.done.items()}
        return dict(sorted({**gathered, **self.past.gathered(self.kept)}.items()))

    @property
    def template_fault(self) -> Diagnostic | None:
        """Why the page of a pathway could not be drawn, the first of them."""
        faulty = (each.unpack() for _, each in sorted(self.done.items()) if not each.is_faultless)
        return next((each.template_fault for each in faulty if each.template_fault), None)

    def faulty_gathered(self) -> list[Gathered]:
        """What was gathered of the files of which there is something to say. Raises Broken."""
        gathered = self.past.said(key for key, each in self.kept.items() if not each.is_faultless)
        gathered |= {key: each.unpack() for key, each in self.done.items() if not each.is_faultless}
        return [each for _, each in sorted(gathered.items())]

    @property
    def drawn(self) -> frozenset[str]:
        """The slugs of all pathways that have a page."""
        keys = [key for key, each in self.done.items() if each.has_page]
        keys += [key for key, each in self.kept.items() if each.has_page]
        return frozenset(map(slug_in, keys))

    @property
    def undrawn(self) -> frozenset[str]:
        """The slugs of the pathways that had a page and have none now."""
        return frozenset(slug_in(key) for key, each in self.past.book.documents.items() if each.has_page) - self.drawn


@record
class Values:
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


def slug_in(key: str) -> str:
    """The slug of the pathway that a file holds."""
    return key.rpartition("/")[2].removesuffix(".md")


def traces_of(remade: Remade) -> Iterator[tuple[str, DocumentTrace]]:
    """What is to be known of each file by the next build; one that can't be looked at is read again by that."""
    shared: dict[frozenset[str], frozenset[str]] = {}
    for key, each in remade.done.items():
        stamp = remade.stamps.get(key)
        if stamp is not None:
            # Workers send equal sets that are not the same.
            yield key, trace_of(each, stamp)._replace(asks=shared.setdefault(each.asks, each.asks))
    for key, trace in remade.kept.items():
        stamp = remade.stamps[key]
        is_same = stamp.is_sure and stamp.is_of(trace)
        yield key, trace if is_same else trace._replace(modified=stamp.modified, is_sure=stamp.is_sure)


def trace_of(done: Done, stamp: Stamp) -> DocumentTrace:
    """What is to be known of a file of this stamp by the next build."""
    return DocumentTrace(
        size=stamp.size,
        modified=stamp.modified,
        is_sure=stamp.is_sure,
        content=done.content,
        asks=done.asks,
        origin=done.origin,
        target=done.target,
        due=done.due,
        has_page=done.has_page,
        facts=done.facts,
        names=done.names,
        packed=digest_of_packed(done.packed),
        is_faultless=done.is_faultless,
    )
