"""A site is made: what has changed is read and drawn into a new tree, which then takes the place of the old one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

from site_gen.addresses import pathway_address
from site_gen.build import answers
from site_gen.build.content import Content
from site_gen.build.past import Past, Remade, traces_of
from site_gen.build.publish import Staged, staging
from site_gen.build.remake import Start
from site_gen.build.rest import Drawing, Rest, make_drawing, taken_by
from site_gen.build.staleness import Answers, changed
from site_gen.build.telling import Enter, no_stage
from site_gen.build.templates import cache_folder, compile_all, template_folders
from site_gen.build.traces import Book, Broken, OutputTrace, Traces
from site_gen.diagnostic import Diagnostic
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.draw import PathwayPages
    from site_gen.build.site import Options, Progress

_STORE: Final = "traces"

BY_ANOTHER: Final = "the last build was made by another version, or what it has left was changed"
CALLED_OTHERWISE: Final = "the site folder was called otherwise"


@record
class Made:
    """What became of a site: what was found, and how much there is of it now.

    `fault` is that of a template that can't be rendered. `pages` and `files` count all, `made_again` the pages drawn
    now, and `reasons` say of each file and page that was made again why. Nothing was published where there is a fault,
    or where `is_refused`.
    """

    content: Content
    fault: Diagnostic | None = None
    is_refused: bool = False
    pages: int = 0
    made_again: int = 0
    files: int = 0
    reasons: Mapping[str, str] = field(default_factory=dict)


@record
class _Course:
    """How a build goes on: what reads, what says whether a site can be published, and who is told of it."""

    read: Callable[..., Content]
    is_fit: Callable[[Content], bool]
    progress: Progress
    enter: Enter


class _Making:
    """One build: what it draws with, where to, and what it goes by."""

    def __init__(self, options: Options, tree: Staged, past: Past) -> None:
        self.options = options
        self.tree = tree
        self.past = past
        self.folders = template_folders(options.site)
        self.cache = cache_folder(_folder_of(options))
        self.drawing: Drawing | None = None
        self.failure: Exception | None = None

    def pathway_pages(self, start: Start) -> PathwayPages | None:
        """What draws the pages of pathways; nothing where they won't be published."""
        try:
            self.drawing = make_drawing(self.folders, self.cache, start)
        except Exception as error:  # raised again when it has been said what is wrong with the content
            self.failure = error
            return None
        if self.cache is not None and not self.past.book.documents:
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
            whole=self.past.whole,
        )


def make_site(
    options: Options,
    read: Callable[..., Content],
    is_fit: Callable[[Content], bool],
    progress: Progress,
    *,
    enter: Enter = no_stage,
) -> Made:
    """Make what has changed, and publish it if what was read `is_fit` for that.

    `read` is given what draws pathways, what opens the folder to draw them into, and the past. Raises `NotOurs` and
    OSError.
    """
    course = _Course(read=read, is_fit=is_fit, progress=progress, enter=enter)
    enter("what the last build has left")
    code = answers.of_code()
    traces = Traces(_file_of(options), code["code"])
    try:
        try:
            return _staged(options, traces, code, course)
        except Broken:
            # Part of the new tree may have been made by what is not to be trusted: it is left, and another begun.
            traces.forget()
            return _staged(options, traces, code, course)
    finally:
        traces.close()


def _staged(options: Options, traces: Traces, code: Answers, course: _Course) -> Made:
    book, shown = traces.book, str(options.shown)
    whole = BY_ANOTHER if book is None and traces.is_strange else ""
    if book is not None and book.shown != shown:
        book, whole = None, CALLED_OTHERWISE  # what is said of a file says its place as the author typed it
    with staging(options.output, book.generation if book else None) as tree:
        if book is not None and tree.is_update:
            past = Past(traces=traces, book=book, code=code)
        else:
            past = Past(traces=traces, code=code, whole=BY_ANOTHER if book else whole)
        return _make(options, tree, past, course)


def _make(options: Options, tree: Staged, past: Past, course: _Course) -> Made:
    making = _Making(options, tree, past)
    content: Content | None = None
    try:
        content = course.read(make_pages=making.pathway_pages, open_folder=lambda: tree.folder, past=past)
        remade = content.remade
        assert remade is not None
        if not course.is_fit(content):
            return Made(content=content, is_refused=True)
        if remade.template_fault is not None:
            return Made(content=content, fault=remade.template_fault)
        if making.failure is not None:
            raise making.failure
        rest = None if remade.is_narrow else making.rest(content, remade)
        for address, file in rest.files(course.progress, course.enter) if rest else ():
            tree.write(address, file)
    except Exception as error:
        # A site's own template can run any expression, so it can fail in any way; all else is raised again below.
        from site_gen.build.template_faults import template_diagnostic

        fault = template_diagnostic(error, making.folders, site=options.site, shown=options.shown)
        if fault is None or content is None:
            raise
        return Made(content=content, fault=fault)
    return _published(making, content, remade, rest, enter=course.enter)


def _published(making: _Making, content: Content, remade: Remade, rest: Rest | None, *, enter: Enter) -> Made:
    """Publish the new tree, if anything in it is new, and keep the traces."""
    enter("publishing")
    tree, before = making.tree, making.past.book
    outputs = before.outputs if rest is None else tuple(rest.traces)
    drawn = taken_by(remade.drawn)
    gone = (taken_by(remade.undrawn) | _addresses(before.outputs)) - drawn - _addresses(outputs)
    if remade.drawn_now:
        tree.wrote(pathway_address(slug) for slug in remade.drawn_now)
    reasons = {**remade.reasons, **(rest.reasons if rest else {})}
    is_new = bool(reasons or gone) or not tree.is_update
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
        for address in sorted(gone):
            tree.remove(address)
        tree.publish(book.generation)
    enter("traces for the next build")
    if (book != before or not tree.is_update) and making.past.traces is not None:
        packed = {key: each.packed for key, each in remade.done.items()}
        making.past.traces.store(book, packed, afresh=not tree.is_update)
    return Made(
        content=content,
        pages=len(drawn) + sum(1 for each in outputs if each.is_page),
        made_again=len(remade.drawn_now) + sum(1 for each in outputs if each.is_page and each.name in reasons),
        files=len(drawn) + len(_addresses(outputs)),
        reasons=reasons,
    )


def _file_of(options: Options) -> Path:
    """Where the traces of a site are kept: those of another output folder in a file of their own."""
    folder = _folder_of(options)
    if options.output == options.site / "output":
        return folder / f"{_STORE}.sqlite"
    name = blake2b(str(options.output).encode(errors="surrogatepass"), digest_size=4).hexdigest()
    return folder / f"{_STORE}-{name}.sqlite"


def _folder_of(options: Options) -> Path:
    """Where a site keeps what only saves time."""
    return options.site / ".cache" / "waymark"


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
