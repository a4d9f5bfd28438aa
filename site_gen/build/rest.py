"""Everything of a site but the pages of its pathways: the pages that gather them, what machines read, and assets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from site_gen.addresses import ASSETS, address_of, pathway_addresses
from site_gen.build.draw import PathwayPages
from site_gen.build.noting import Notebook, note_templates, noted_site
from site_gen.build.staleness import NEW, Answers, reason
from site_gen.build.telling import Enter, no_stage
from site_gen.build.traces import OutputTrace
from site_gen.build.workers import in_forks
from site_gen.outputs import Output, PlannedFile, output_types
from site_gen.pages import Planned, page_types
from site_gen.record import record
from site_gen.render.assets import Assets, make_assets
from site_gen.render.frame import Frame, make_frame
from site_gen.render.page import render_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment

    from site_gen.build.remake import Start
    from site_gen.build.site import Options, Progress
    from site_gen.model.catalog import Catalog

MANY: Final = 1_000
"""So many pages and files it pays to make in other processes."""

_ASKED_BY_ALL: Final = frozenset({"frame"})


@record
class Drawing:
    """What pages are drawn with."""

    folders: tuple[Path, ...]
    cache: Mapping[Path, Path]
    assets: Assets
    frame: Frame

    def pathway_pages(self, options: Options, start: Start) -> PathwayPages:
        """How the pages of pathways are drawn."""
        return PathwayPages(
            site=start.site,
            frame=self.frame,
            folders=self.folders,
            cache=self.cache,
            site_folder=options.site,
            shown=options.shown,
            ways_out=start.ways_out,
            today=options.today,
            with_drafts=options.drafts,
        )


def make_drawing(folders: tuple[Path, ...], cache: Mapping[Path, Path], start: Start) -> Drawing:
    """Gather what pages are drawn with; `cache` names a folder for each to keep them compiled in.

    Raises OSError where a style sheet or script can't be read.
    """
    assets = make_assets(folders)
    frame = make_frame(start.site, start.page_names, assets, has_map=start.has_roles)
    return Drawing(folders=folders, cache=cache, assets=assets, frame=frame)


@dataclass(slots=True, kw_only=True)
class Rest:
    """Makes what has changed of the rest of a site, one file at a time.

    `past` are the traces of the last build, `answers` those to all that can be asked, `differs` those that are others
    now; `whole` is why there is no past to go by, if that has to be said. Where an author has silenced W202, two may
    ask for one address: the page gets it, then the earlier file; `taken` are those given away. `jobs` is how many
    processes may help, None for as many as there are processors.
    When all is made, `traces` are those of this build, and `reasons` say by name why it was made.
    """

    catalog: Catalog
    assets: tuple[str, ...]
    content: Path
    drawing: Drawing
    past: Mapping[str, OutputTrace]
    answers: Answers
    differs: Set[str]
    taken: set[str]
    jobs: int | None = 1
    whole: str = ""
    traces: list[OutputTrace] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)

    def files(self, progress: Progress, enter: Enter = no_stage) -> Iterator[tuple[str, bytes]]:
        """Each file that has to be written, by its address.

        While many pages are drawn by other processes, this one makes the rest.
        """
        enter("other pages")
        pages = self._plan_pages()
        count = len(pages.wanted)
        drawing = in_forks(pages.draw, count, self.jobs) if count >= MANY else nullcontext(pages.draw)
        with drawing as drawn:
            yield from self._outputs(enter)
            enter("style sheet, scripts and copied files")
            yield from self._copies()
            enter("other pages")
            for number, page in enumerate(pages.wanted):
                html, asked = drawn(number)
                self.traces[page.trace] = self.traces[page.trace]._replace(asks=asked)
                if page.is_given:
                    yield page.planned.address, html
                if number % 10 == 9 or number + 1 == count:
                    progress("Rendering", number + 1, count)

    def _copies(self) -> Iterator[tuple[str, bytes]]:
        """The files that are written as they are."""
        asks = frozenset({"frame"})
        yield from self._made(ASSETS, asks, lambda: (dict(self.drawing.assets.files), asks))
        for key in self.assets:
            address = address_of(key)
            if address is not None:
                asked = frozenset({f"file:{key}"})
                yield from self._made(f"copy:{key}", asked, self._copy(key, address, asked))

    def _copy(
        self, key: str, address: str, asks: frozenset[str]
    ) -> Callable[[], tuple[Mapping[str, bytes], frozenset[str]]]:
        return lambda: ({address: (self.content / key).read_bytes()}, asks)

    def _plan_pages(self) -> _Pages:
        """Find out which pages have to be drawn, and give each its address."""
        pages = _Pages(self.catalog, self.drawing)
        for each in pages.planned():
            name, asks = each.address, each.asks | _ASKED_BY_ALL
            if isinstance(each, PlannedFile):  # content has a file of the same name as some
                name, asks = f"output:{each.address}", each.asks
            before = self.past.get(name)
            why = self._why(before, asks)
            if before is not None and not why:
                self.taken.update(before.addresses)
                self.traces.append(before)
                continue
            is_given = each.address not in self.taken
            self.taken.add(each.address)
            given, denied = ((each.address,), ()) if is_given else ((), (each.address,))
            pages.wanted.append(_Wanted(planned=each, is_given=is_given, trace=len(self.traces)))
            self.traces.append(OutputTrace(name, each.asks, given, denied))
            self.reasons[name] = why
        pages.wanted.sort(key=_twins_together)
        return pages

    def _outputs(self, enter: Enter) -> Iterator[tuple[str, bytes]]:
        notes = Notebook()
        catalog = replace(self.catalog, site=noted_site(self.catalog.site, notes))
        for kind in output_types():
            if kind.make is None:
                continue
            enter(f"output {kind.name}")

            def make(
                make: Callable[[Catalog], Iterator[Output]] = kind.make, asks: frozenset[str] = kind.asks
            ) -> tuple[Mapping[str, bytes], frozenset[str]]:
                notes.clear()
                made = {each.address: each.content for each in make(catalog)}
                return made, asks | notes.asked()

            yield from self._made(f"output:{kind.name}", kind.asks, make)

    def _made(
        self, name: str, asks: frozenset[str], make: Callable[[], tuple[Mapping[str, bytes], frozenset[str]]]
    ) -> Iterator[tuple[str, bytes]]:
        """The files of one page or kind of output, if they have to be made again, but for addresses already taken."""
        before = self.past.get(name)
        why = self._why(before, asks)
        if before is not None and not why:
            self.taken.update(before.addresses)
            self.traces.append(before)
            return
        made, asked = make()
        given = {address: content for address, content in made.items() if address not in self.taken}
        self.taken.update(given)
        self.traces.append(OutputTrace(name, asked, tuple(given), tuple(sorted(made.keys() - given.keys()))))
        self.reasons[name] = why
        yield from given.items()

    def _why(self, before: OutputTrace | None, asks: frozenset[str]) -> str:
        """Why a page or kind of output has to be made again; empty where it need not be."""
        if before is None:
            return self.whole or NEW
        why = reason(before.asks | asks, self.differs)
        if not why and not (self.taken.isdisjoint(before.addresses) and self.taken.issuperset(before.denied)):
            return "two ask for one address, and it is given to another of them now"
        return why


@record
class _Wanted:
    """A page or file that has to be made, whether it gets its address, and which of the traces is its own."""

    planned: Planned | PlannedFile
    is_given: bool
    trace: int


def _twins_together(wanted: _Wanted) -> str:
    """The order in which the page of a thing goes with its Markdown and its JSON."""
    return PurePosixPath(wanted.planned.address).stem


class _Pages:
    """Plans and draws the pages of the whole site, here or in a fork of this process."""

    def __init__(self, catalog: Catalog, drawing: Drawing) -> None:
        self.wanted: list[_Wanted] = []
        self._notes = Notebook()
        self._drawing = drawing
        self._catalog = replace(catalog, site=noted_site(catalog.site, self._notes))

    def planned(self) -> Iterator[Planned | PlannedFile]:
        """Every page that the site should have, then every file that is planned one by one."""
        for kind in page_types():
            if kind.of_site is not None:
                yield from kind.of_site(self._catalog)
        for output in output_types():
            if output.plan is not None:
                yield from output.plan(self._catalog)

    @cached_property
    def _environment(self) -> Environment:
        from site_gen.render.environment import make_environment  # a build that draws nothing does without

        environment = make_environment(self._drawing.folders, self._drawing.cache)
        note_templates(environment, self._notes)
        return environment

    def draw(self, number: int) -> tuple[bytes, frozenset[str]]:
        """The bytes of a wanted page or file, and everything that was asked for it."""
        page = self.wanted[number].planned
        if isinstance(page, PlannedFile):
            self._notes.clear()
            return page.make(), page.asks | self._notes.asked()
        environment, frame = self._environment, replace(self._drawing.frame, site=self._catalog.site)
        self._notes.clear()
        html = render_page(environment, frame, page.make()).encode()
        return html, page.asks | self._notes.asked() | _ASKED_BY_ALL


def taken_by(slugs: Set[str]) -> set[str]:
    """The addresses of the files that are made of each of these pathways."""
    return {address for slug in slugs for address in pathway_addresses(slug)}
