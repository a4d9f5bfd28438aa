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
from site_gen.build.publish import Staged, staging
from site_gen.build.remake import Past, Remade, Start, traces_of
from site_gen.build.rest import Drawing, Rest, make_drawing, taken_by
from site_gen.build.staleness import changed
from site_gen.build.templates import template_diagnostic, template_folders
from site_gen.build.traces import Broken, OutputTrace, Traces, Update
from site_gen.diagnostic import Diagnostic
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.draw import PathwayPages
    from site_gen.build.site import Options, Progress

_STORE: Final = "traces"


@record
class Made:
    """What became of a site: what was found, and how much there is of it now.

    `fault` is that of a template that can't be rendered. `pages` and `files` count all, `reasons` say of each file and
    page that was made again why. Nothing was published where there is a fault, or where `is_refused`.
    """

    content: Content
    fault: Diagnostic | None = None
    is_refused: bool = False
    pages: int = 0
    files: int = 0
    reasons: Mapping[str, str] = field(default_factory=dict)


class _Making:
    """One build: what it draws with, where to, and what it goes by."""

    def __init__(self, options: Options, tree: Staged, traces: Traces, past: Past) -> None:
        self.options = options
        self.tree = tree
        self.traces = traces
        self.past = past
        self.folders = template_folders(options.site)
        self.drawing: Drawing | None = None
        self.failure: Exception | None = None

    def pathway_pages(self, start: Start) -> PathwayPages | None:
        """What draws the pages of pathways; nothing where they won't be published."""
        try:
            self.drawing = make_drawing(self.folders, start)
        except Exception as error:  # raised again when it has been said what is wrong with the content
            self.failure = error
            return None
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
            past=self.traces.outputs() if self.tree.is_update else {},
            answers=now,
            differs=changed({**self.past.answers, **(self.traces.note("lists") or {})}, now),
            taken=taken_by(remade.drawn),
        )


def make_site(
    options: Options, read: Callable[..., Content], is_fit: Callable[[Content], bool], progress: Progress
) -> Made:
    """Make what has changed, and publish it if what was read `is_fit` for that.

    `read` is given what draws pathways, what opens the folder to draw them into, and the past. Raises `NotOurs` and
    OSError.
    """
    traces = Traces(_file_of(options))
    try:
        with staging(options.output, _noted_generation(traces)) as tree:
            try:
                return _make(options, tree, traces, read, is_fit, progress)
            except Broken:
                traces.forget()
                return _make(options, tree, traces, read, is_fit, progress)
    finally:
        traces.close()


def _make(
    options: Options,
    tree: Staged,
    traces: Traces,
    read: Callable[..., Content],
    is_fit: Callable[[Content], bool],
    progress: Progress,
) -> Made:
    past = _past(traces) if tree.is_update else Past(moment=traces.moment(), code=answers.of_code())
    making = _Making(options, tree, traces, past)
    content: Content | None = None
    try:
        content = read(making.pathway_pages, lambda: tree.folder, past)
        remade = content.remade
        assert remade is not None
        if not is_fit(content):
            return Made(content=content, is_refused=True)
        if remade.template_fault is not None:
            return Made(content=content, fault=remade.template_fault)
        if making.failure is not None:
            raise making.failure
        rest = None if remade.is_narrow else making.rest(content, remade)
        for address, file in rest.files(progress) if rest else ():
            tree.write(address, file)
    except Exception as error:
        # A site's own template can run any expression, so it can fail in any way; all else is raised again below.
        fault = template_diagnostic(error, making.folders, site=options.site, shown=options.shown)
        if fault is None or content is None:
            raise
        return Made(content=content, fault=fault)
    return _published(making, content, remade, rest)


def _published(making: _Making, content: Content, remade: Remade, rest: Rest | None) -> Made:
    """Publish the new tree, if anything in it is new, and keep the traces."""
    tree, traces = making.tree, making.traces
    outputs = rest.traces if rest else list(traces.outputs().values())
    drawn = taken_by(remade.drawn)
    gone = taken_by(remade.undrawn) | _addresses(traces.outputs().values() if tree.is_update else ())
    gone -= drawn | _addresses(outputs)
    tree.wrote(pathway_address(slug) for slug in remade.drawn_now)
    reasons = {**remade.reasons, **(rest.reasons if rest else {})}
    generation = _generation(remade)
    if reasons or gone or not tree.is_update:
        for address in sorted(gone):
            tree.remove(address)
        tree.publish(generation)
    _store(making, content, remade, rest, generation)
    return Made(
        content=content,
        pages=len(drawn) + sum(1 for each in outputs if each.is_page),
        files=len(drawn) + len(_addresses(outputs)),
        reasons=reasons,
    )


def _store(making: _Making, content: Content, remade: Remade, rest: Rest | None, generation: str) -> None:
    documents = list(traces_of(remade))
    past = making.past
    if not documents and rest is None and making.tree.is_update:
        return
    notes: dict[str, object] = {
        "generation": generation,
        "answers": dict(remade.answers),
        "today": making.options.today,
        "files": frozenset(remade.files),
    }
    if rest is not None:
        notes |= {"judged": content.judged, "lists": {k: v for k, v in rest.answers.items() if k not in remade.answers}}
    update = Update(
        documents=documents,
        packed={key: each.packed for key, each in remade.done.items()},
        removed=past.documents.keys() - remade.done.keys() - remade.kept.keys(),
        outputs=rest.traces if rest else None,
        notes=notes,
    )
    making.traces.store(update, afresh=not making.tree.is_update or not past.documents)


def _file_of(options: Options) -> Path:
    """Where the traces of a site are kept: those of another output folder in a file of their own."""
    folder = options.site / ".cache" / "waymark"
    if options.output == options.site / "output":
        return folder / f"{_STORE}.sqlite"
    name = blake2b(str(options.output).encode(), digest_size=4).hexdigest()
    return folder / f"{_STORE}-{name}.sqlite"


def _noted_generation(traces: Traces) -> str | None:
    try:
        generation = traces.note("generation")
    except Broken:
        return None
    return generation if isinstance(generation, str) else None


def _past(traces: Traces) -> Past:
    """What the last build has left. Raises Broken."""
    return Past(
        traces=traces,
        documents=traces.documents(),
        answers=traces.note("answers") or {},
        judged=traces.note("judged") or (),
        today=traces.note("today"),
        files=traces.note("files") or frozenset(),
        moment=traces.moment(),
        code=answers.of_code(),
    )


def _addresses(outputs: Iterable[OutputTrace]) -> set[str]:
    return {address for each in outputs for address in each.addresses}


def _generation(remade: Remade) -> str:
    """A name for exactly this state of the site: the same wherever and however it was built."""
    state = blake2b(digest_size=16)
    for key, each in remade.all.items():
        state.update(key.encode() + b"\0" + each.content)
    for name, answer in sorted(remade.answers.items()):
        state.update(f"{name}={answer};".encode())
    return state.hexdigest()
