"""A build of a site of which nothing has changed since the last one, or only the text of a few pathways.

It looks at the files alone and takes up little of what the last build has left, so it costs a small part of a build
that looks through everything. Wherever more may have changed, it gives up before anything is published.
"""

from __future__ import annotations

import os
import pickle
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import closing
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from site_gen.addresses import pathway_addresses
from site_gen.build.outcome import Report, with_diagnostics
from site_gen.build.overview import Glance, Overview, glance_at
from site_gen.build.publish import Staged, staging
from site_gen.build.settling import settle
from site_gen.build.staleness import EDITED
from site_gen.build.standing import UNSURE, Standing, digest_of_asked, load_standing, load_work, packed_parts
from site_gen.build.telling import Enter
from site_gen.build.traces import Broken, Traces, file_of
from site_gen.diagnostic import has_errors
from site_gen.read.source import shown_path
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.options import Options
    from site_gen.build.work import Desk, Done

FEW: Final = 200
"""So many files at most are changed here since the last whole book: to share out more pays."""


@dataclass(slots=True)
class Memory:
    """What one process keeps from one build of a site to the next.

    `changed` are the paths of all files that have changed since the `standing`, whether they were built or not.
    `gathered` is what was packed of files and not stored yet.
    """

    standing: Standing | None = None
    desk: Desk | None = None
    changed: set[str] = field(default_factory=set)
    gathered: dict[str, bytes] = field(default_factory=dict)

    def note(self, changed: Set[str] | None) -> None:
        """Take note of the files that have changed since the last build; of None, which isn't known, forget all."""
        if changed is None:
            self.keep(None)
        else:
            self.changed |= changed

    def keep(self, standing: Standing | None) -> None:
        """Keep how the site stands now, with all changes in it; None where that isn't known."""
        self.standing, self.desk = standing, self.desk if standing else None
        self.changed.clear()

    def store(self, options: Options) -> None:
        """Store what is in memory alone, for other processes: none of those can build upon the site before."""
        if self.standing is not None and self.gathered:
            with closing(Traces(file_of(options))) as traces:
                traces.update(self.gathered, packed_parts(replace(self.standing, work=b"")))
        self.gathered.clear()


def build_again(
    options: Options, memory: Memory, look: Callable[[], Overview | None], *, enter: Enter
) -> Report | None:
    """Build a site of which little has changed; None where more may have, and nothing was done.

    Raises what `staging` does.
    """
    if options.overlay or options.keeps_outside_links:
        return None
    enter("what the last build has left")
    with closing(Traces(file_of(options))) as traces:
        standing = memory.standing or load_standing(traces)
        if standing is None or standing.asked != digest_of_asked(options):
            return None
        if standing.report.site.dates_from_git:  # a commit changes dates and no file
            return None
        enter("settings and files")
        changed = memory.changed if memory.standing else None
        doubtful = _doubtful(options.site / "content", standing, changed, look)
        if doubtful is None or len(doubtful) + len(standing.later.documents) > FEW:
            return None
        is_ours, portable = memory.standing is not None, options.portable
        with staging(options.output, standing.generation, is_ours=is_ours, portable=portable) as tree:
            if not tree.is_update:
                return None
            again = _Again(options=options, standing=standing, tree=tree, traces=traces, memory=memory)
            try:
                return again.build(doubtful, enter)
            except Broken:
                return None


def _doubtful(
    content: Path, standing: Standing, changed: Set[str] | None, look: Callable[[], Overview | None]
) -> dict[str, Glance] | None:
    """How those pathways look that don't look as they did; None where something else has changed, or is not known."""
    before = standing.glances
    if changed is None:
        overview = look()
        if overview is None or (overview.program, overview.surroundings) != (standing.program, standing.surroundings):
            return None
        now: Mapping[str, Glance] = overview.pathways
        if now.keys() != before.keys():
            return None
    else:
        try:
            now = {os.path.relpath(path, content): _glance_at_file(path) for path in changed}
        except OSError:
            return None
        if not now.keys() <= before.keys():
            return None
    return {key: glance for key, glance in now.items() if before[key] != glance}


def _glance_at_file(path: str) -> Glance:
    state = os.lstat(path)
    if not stat.S_ISREG(state.st_mode):
        raise OSError(path)
    return glance_at(state)


@record
class _Again:
    """One such build: what it is asked, what it goes by, and where to it draws."""

    options: Options
    standing: Standing
    tree: Staged
    traces: Traces
    memory: Memory

    def build(self, doubtful: Mapping[str, Glance], enter: Enter) -> Report | None:
        """Draw what has changed, and publish it; None where that shows on other pages, too. Raises Broken."""
        edited = [key for key, glance in doubtful.items() if self._is_edited(key, glance)]
        if not edited:
            if doubtful:
                self._keep({}, doubtful, self.standing.report, self.standing.generation)
            return self.standing.report
        enter("pathways")
        done = self._do(edited)
        if not all(self._is_text_alone(each) for each in done.values()):
            return None
        report = self._report(done)
        if has_errors(report.diagnostics):
            return replace(report, pages=0, files=0, published=False)
        if report.site.search:
            from site_gen.build.search_index import renew_index  # most sites have none

            enter("search")
            renew_index(self.tree, wanted=True)
        if self.options.precompress and report.site.precompress:
            from site_gen.build.copies import renew_copies  # most sites have none

            enter("packed copies")
            renew_copies(self.tree, wanted=True)
        enter("publishing")
        generation = _generation_after(self.standing.generation, done.values())
        self.tree.publish(generation)
        enter("traces for the next build")
        self._keep(done, doubtful, report, generation)
        return replace(report, made_again=len(done), reasons=dict.fromkeys(done, EDITED))

    def _is_edited(self, key: str, glance: Glance) -> bool:
        """Whether a file is another one, and not only looks so."""
        from site_gen.build.answers import digest_of_file  # a build of which nothing has changed does without

        size, content = self.standing.glances[key][0], self.standing.known[key][0]
        return size != glance[0] or digest_of_file(self.options.site / "content" / key) != content

    def _do(self, keys: Sequence[str]) -> dict[str, Done]:
        """Read, judge and draw some pathways."""
        from site_gen.build.past import slug_in
        from site_gen.build.work import Desk

        folder = self.tree.folder
        if self.memory.desk is None:
            work = pickle.loads(self.standing.work or load_work(self.traces, self.standing))
            self.memory.desk = Desk(replace(work, pages=replace(work.pages, folder=folder)))
        done = {key: self.memory.desk.do(key) for key in keys}
        self.tree.wrote(address for key in keys for address in pathway_addresses(slug_in(key)))
        return done

    def _is_text_alone(self, done: Done) -> bool:
        """Whether what has changed of a pathway is on its own page, and nowhere else."""
        _, facts, names = self.standing.known[done.key]
        shown = shown_path(self.options.shown / "content", done.key)
        return done.has_page and (done.facts, done.names) == (facts, names) and shown not in self.standing.told

    def _report(self, done: Mapping[str, Done]) -> Report:
        """What there is to say now: of these files what was found, of all others the same as before."""
        gathered = [each.unpack() for each in done.values()]
        files = {shown_path(self.options.shown / "content", key) for key in done}
        before = self.standing.report
        overrides = tuple(chain.from_iterable(each.overrides for each in gathered))
        kept = replace(
            before,
            diagnostics=tuple(each for each in before.diagnostics if each.place.path not in files),
            overrides=(*(each for each in before.overrides if each.place.path not in files), *overrides),
        )
        said = settle(tuple(chain.from_iterable(each.found for each in gathered)), overrides)
        report = with_diagnostics(kept, said, self.options)
        is_same = (report.diagnostics, report.overrides) == (before.diagnostics, before.overrides)
        return before if is_same else report

    def _keep(self, done: Mapping[str, Done], seen: Mapping[str, Glance], report: Report, generation: str) -> None:
        """Keep how the site is left now, for the next build."""
        from site_gen.build.past import trace_of
        from site_gen.build.stamps import Stamp, sure_before

        before = self.standing
        latest = sure_before(self.traces.moment())
        glances = {key: glance if glance[1] < latest else (glance[0], UNSURE) for key, glance in seen.items()}
        traces = {key: trace_of(each, Stamp(*seen[key], is_sure=seen[key][1] < latest)) for key, each in done.items()}
        known = {key: (each.content, each.facts, each.names) for key, each in done.items()}
        standing = replace(
            before,
            report=report,
            later=replace(before.later, generation=generation, documents={**before.later.documents, **traces}),
            glances={**before.glances, **glances},
            known={**before.known, **known},
        )
        packed = {key: each.packed for key, each in done.items()}
        if self.memory.standing is None:
            self.traces.update(packed, packed_parts(standing, before))
        else:
            self.memory.keep(standing)
            self.memory.gathered |= packed


def _generation_after(generation: str, done: Iterable[Done]) -> str:
    """A name for the state that a site has when some of its files are others."""
    state = blake2b(generation.encode(), digest_size=16)
    for each in done:
        state.update(each.key.encode(errors="surrogatepass") + b"\0" + each.content)
    return state.hexdigest()
