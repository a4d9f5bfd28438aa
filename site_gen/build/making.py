"""A site is made: what has changed is read and drawn into a new tree, which then takes the place of the old one."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from site_gen.addresses import ASSETS
from site_gen.build import answers
from site_gen.build.again import Memory
from site_gen.build.content import Content
from site_gen.build.copies import are_due, renew_copies
from site_gen.build.outcome import Report
from site_gen.build.overview import Overview
from site_gen.build.past import Past, Remade, traces_of
from site_gen.build.publish import Staged, staging
from site_gen.build.remake import Start
from site_gen.build.rest import Drawing, Rest, make_drawing, taken_by
from site_gen.build.staleness import Answers, changed
from site_gen.build.stamps import sure_before
from site_gen.build.standing import Standing, digest_of_asked, glance_of, known_of, load_code, packed_parts, told_of
from site_gen.build.telling import Enter, no_stage
from site_gen.build.templates import cache_folders, compile_all, template_folders
from site_gen.build.traces import Book, Broken, Later, OutputTrace, Traces, file_of, folder_of
from site_gen.diagnostic import has_errors
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.draw import PathwayPages
    from site_gen.build.options import Options, Progress

BY_ANOTHER: Final = "the last build was made by another version, or what it has left was changed"
CALLED_OTHERWISE: Final = "the site folder was called otherwise"


@record
class _Course:
    """How a build goes on: what reads, what says what there is to say of that, and who is told of it.

    `overview` is how the files looked before any was read.
    """

    read: Callable[..., Content]
    say: Callable[[Content], Report]
    overview: Overview | None
    memory: Memory
    progress: Progress
    enter: Enter


class _Making:
    """One build: what it draws with, where to, and what it goes by."""

    def __init__(self, options: Options, tree: Staged, past: Past) -> None:
        self.options = options
        self.tree = tree
        self.past = past
        self.folders = template_folders(options.site)
        self.cache = cache_folders(self.folders, folder_of(options))
        self.drawing: Drawing | None = None
        self.failure: Exception | None = None

    def pathway_pages(self, start: Start) -> PathwayPages | None:
        """What draws the pages of pathways; nothing where they won't be published."""
        try:
            self.drawing = make_drawing(self.folders, self.cache, start)
        except Exception as error:  # raised again when it has been said what is wrong with the content
            self.failure = error
            return None
        if self.cache and not self.past.book.documents:
            compile_all(self.folders, self.cache)
        return self.drawing.pathway_pages(self.options, start)

    def rest(self, content: Content, remade: Remade) -> Rest:
        """What makes the rest of the site, of which something has changed."""
        assert self.drawing is not None
        catalog = content.catalog
        digests = remade.digests_by_slug()
        now = {**remade.answers, **answers.of_catalog(catalog, digests, remade.answers)}
        return Rest(
            catalog=catalog,
            assets=content.assets,
            content=self.options.site / "content",
            drawing=self.drawing,
            past={each.name: each for each in self.past.book.outputs},
            answers=now,
            differs=changed(self.past.book.answers, now),
            taken=taken_by(remade.drawn),
            jobs=self.options.jobs,
            whole=self.past.whole,
        )


def make_site(
    options: Options,
    read: Callable[..., Content],
    say: Callable[[Content], Report],
    *,
    overview: Overview | None,
    memory: Memory,
    progress: Progress,
    enter: Enter = no_stage,
) -> Report:
    """Make what has changed, and publish it if there is no error in what there is to `say` of what was read.

    `read` is given what draws pathways, what opens the folder to draw them into, and the past. Raises `NotOurs` and
    OSError.
    """
    course = _Course(read=read, say=say, overview=overview, memory=memory, progress=progress, enter=enter)
    enter("what the last build has left")
    traces = Traces(file_of(options))
    try:
        code = _code(traces, overview)
        traces.take_up(code["code"])
        try:
            return _staged(options, traces, code, course)
        except Broken:
            # Part of the new tree may have been made by what is not to be trusted: it is left, and another begun.
            traces.forget()
            return _staged(options, traces, code, course)
    finally:
        traces.close()


def _code(traces: Traces, overview: Overview | None) -> Answers:
    """The answer for the program: that of the last build where not one of its files looks otherwise."""
    code = load_code(traces, overview.program) if overview else ""
    return {"code": code} if code else answers.of_code()


def _staged(options: Options, traces: Traces, code: Answers, course: _Course) -> Report:
    book, shown = traces.book, str(options.shown)
    whole = BY_ANOTHER if book is None and traces.is_strange else ""
    if book is not None and book.shown != shown:
        book, whole = None, CALLED_OTHERWISE  # what is said of a file says its place as the author typed it
    with staging(options.output, book.generation if book else None, portable=options.portable) as tree:
        if book is not None and tree.is_update:
            past = Past(traces=traces, book=book, code=code)
        else:
            past = Past(traces=traces, code=code, whole=BY_ANOTHER if book else whole)
        return _make(options, tree, past, course)


def _make(options: Options, tree: Staged, past: Past, course: _Course) -> Report:
    making = _Making(options, tree, past)
    report: Report | None = None
    try:
        content = course.read(make_pages=making.pathway_pages, open_folder=lambda: tree.folder, past=past)
        remade = content.remade
        assert remade is not None
        report = course.say(content)
        if has_errors(report.diagnostics):
            return report
        if remade.template_fault is not None:
            return replace(report, diagnostics=(*report.diagnostics, remade.template_fault))
        if making.failure is not None:
            raise making.failure
        rest = None if remade.is_narrow else making.rest(content, remade)
        for address, file in rest.files(course.progress, course.enter) if rest else ():
            tree.write(address, file)
    except Exception as error:
        # A site's own template can run any expression, so it can fail in any way; all else is raised again below.
        from site_gen.build.template_faults import template_diagnostic

        fault = template_diagnostic(error, making.folders, site=options.site, shown=options.shown)
        if fault is None or report is None:
            raise
        return replace(report, diagnostics=(*report.diagnostics, fault))
    return _published(making, content, report, rest=rest, course=course)


def _published(making: _Making, content: Content, report: Report, *, rest: Rest | None, course: _Course) -> Report:
    """Publish the new tree, if anything in it is new, and keep the traces."""
    course.enter("publishing")
    remade = content.remade
    assert remade is not None
    tree, before = making.tree, making.past.book
    outputs = before.outputs if rest is None else tuple(rest.traces)
    drawn = taken_by(remade.drawn)
    gone = (taken_by(remade.undrawn) | _addresses(before.outputs)) - drawn - _addresses(outputs)
    if remade.drawn_now:
        tree.wrote(taken_by(set(remade.drawn_now)))
    reasons = {**remade.reasons, **(rest.reasons if rest else {})}
    packs = making.options.precompress and report.site.precompress
    is_new = bool(reasons or gone) or not tree.is_update or are_due(making.options.output, wanted=packs)
    book = Book(
        generation=_generation(remade) if is_new else before.generation,
        shown=str(making.options.shown),
        today=making.options.today,
        answers=before.answers if rest is None else rest.answers,
        documents=dict(traces_of(remade)),
        copied=remade.copied,
        outputs=outputs,
        judged=content.judged,
        files=remade.files,
    )
    if is_new:
        for address in sorted(address for address in gone if not _is_asset(address)):
            tree.remove(address)
        tree.keep_assets(set(filter(_is_asset, _addresses(outputs))))
        _renew_index(tree, report, course)
        if packs:
            course.enter("packed copies")
        renew_copies(tree, wanted=packs, jobs=making.options.jobs)
        tree.publish(book.generation)
    course.enter("traces for the next build")
    report = replace(
        report,
        pages=len(remade.drawn) + sum(1 for each in outputs if each.is_page),
        files=len(drawn) + len(_addresses(outputs)),
        published=True,
        next_due=remade.next_due,
    )
    _keep(making, remade, book, report=report, course=course)
    return replace(
        report,
        made_again=len(remade.drawn_now) + sum(1 for each in outputs if each.is_page and each.name in reasons),
        reasons=reasons,
    )


def _renew_index(tree: Staged, report: Report, course: _Course) -> None:
    """Let what readers search be that of the new pages."""
    from site_gen.build.search_index import renew_index  # a build of which nothing has changed does without

    if report.site.search:
        course.enter("search")
    renew_index(tree, wanted=report.site.search)


def _keep(making: _Making, remade: Remade, book: Book, *, report: Report, course: _Course) -> None:
    """Keep what the next build can go by, on the disk and in memory."""
    traces, overview = making.past.traces, course.overview
    assert traces is not None
    standing = None
    if overview is not None and not making.options.overlay:
        standing = Standing(
            asked=digest_of_asked(making.options),
            program=overview.program,
            code=making.past.code["code"],
            surroundings=overview.surroundings if overview.newest < sure_before(traces.moment()) else "",
            report=report,
            told=told_of(book.judged),
            later=Later(base=book.generation, generation=book.generation),
            glances={key: glance_of(trace) for key, trace in book.documents.items() if key.startswith("pathways/")},
            known={key: known_of(trace) for key, trace in book.documents.items() if key.startswith("pathways/")},
            work=pickle.dumps(remade.next_work(), pickle.HIGHEST_PROTOCOL),
        )
    course.memory.keep(standing)
    packed = {key: each.packed for key, each in remade.done.items()}
    parts = packed_parts(standing) if standing is not None and standing.surroundings else {}
    traces.store(book, packed, parts, code=making.past.code["code"], afresh=not making.tree.is_update)


def _is_asset(address: str) -> bool:
    return address.startswith(f"{ASSETS}/")


def _addresses(outputs: Iterable[OutputTrace]) -> set[str]:
    return {address for each in outputs for address in each.addresses}


def _generation(remade: Remade) -> str:
    """A name for exactly this state of the site: the same wherever and however it was built.

    The name of a file may hold bytes that are no text.
    """
    state = blake2b(digest_size=16)
    for key, each in remade.all.items():
        state.update(key.encode(errors="surrogatepass") + b"\0" + each.content + bytes([each.has_page]))
    for name, answer in sorted(remade.answers.items()):
        state.update(f"{name}={answer};".encode(errors="surrogatepass"))
    return state.hexdigest()
