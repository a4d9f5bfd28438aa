"""Changed files become a new site, and what the pages of the preview are to know of it."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Set
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Final

from site_gen.build.again import Memory
from site_gen.build.publish import NotOurs
from site_gen.build.site import Options, Report, build_site
from site_gen.diagnostic import has_errors
from site_gen.faults import PLACE_TO_FILL_IN
from site_gen.render.frame import base_path
from site_gen.report.text import COLOUR, PLAIN, report, summary
from site_gen.serve.handlers import State

MAY_WAIT: Final = frozenset({PLACE_TO_FILL_IN.code})
"""Errors that a preview shows a page in spite of: its author is about to end them."""

FEW: Final = 100
"""Changed files that are built sooner than other processes are started to help."""


@dataclass(slots=True)
class Builder:
    """Builds, prints what is wrong, and keeps it for the page.

    `worker` is the one thread that builds and looks at files, so that a build never sees half of a look.
    """

    options: Options
    state: State
    colour: bool
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    _memory: Memory = field(default_factory=Memory, init=False)
    _files: int = field(default=0, init=False)
    _is_sure: bool = field(default=False, init=False)

    def build(self, changed: Set[str] | None = None) -> bool:
        """Build once, with the paths of all files that have changed since the last time; None where that isn't known.

        A mistake leaves the last good site. Gives whether there is anything new to be shown. Raises NotOurs when
        the output folder holds something else.
        """
        start = time.perf_counter()
        try:
            result = self._make(changed)
        except OSError as error:
            return self._gave_up(error)
        for block in report(result.diagnostics, style=COLOUR if self.colour else PLAIN):
            print(block, file=sys.stderr)
        counted = summary(result.diagnostics, checked=len(result.checked), published=result.published)
        print(f"{counted} {time.perf_counter() - start:.2f} seconds.", file=sys.stderr, flush=True)
        return self._keep(result, counted)

    def build_again(self, changed: Set[str]) -> bool:
        """Build once more; whatever goes wrong is shown and waits for the next save."""
        try:
            return self.build(changed)
        except NotOurs as error:
            return self._gave_up(NotOurs(f"{self.options.output} cannot be replaced: {error}"))
        except Exception as error:  # a fault of Waymark's own must not end an author's preview
            self._is_sure = False
            traceback.print_exc()
            return self._show("Waymark has failed, and this is not your mistake", repr(error))

    def store(self) -> None:
        """Store what the last build has kept in memory, so that it need not be done before its page is shown."""
        with suppress(OSError):  # what can't be stored only makes the next build of another process longer
            self._memory.store(self.options)

    def _gave_up(self, error: Exception) -> bool:
        """Say why nothing was published; what had changed is not to be taken for built."""
        self._is_sure = False
        print(f"Nothing was published: {error}", file=sys.stderr, flush=True)
        return self._show("Nothing was published", str(error))

    def _make(self, changed: Set[str] | None) -> Report:
        """The one place that builds: what is kept from one build to the next, and what has changed, is given here.

        Pictures are for those who share a page, and packed copies for servers: none of either is made.
        """
        if not self._is_sure:
            changed = None
        self._is_sure = True
        few = changed is not None and len(changed) <= FEW
        jobs = 1 if few and self.options.jobs is None else self.options.jobs
        self._memory.note(changed)
        return build_site(
            replace(self.options, lowered=MAY_WAIT, jobs=jobs, search=False, pictures=False, precompress=False),
            memory=self._memory,
        )

    def _keep(self, result: Report, counted: str) -> bool:
        """Keep what the pages of the preview are to know; gives whether they are others than before."""
        failed = has_errors(result.diagnostics)
        is_remade = bool(result.reasons) or (result.published and result.files != self._files)
        if result.published:
            self._files = result.files
        self.state.base_path = base_path(result.base_url)
        is_said_anew = self._show(counted if failed else "", "\n".join(report(result.diagnostics)) if failed else "")
        if is_remade:
            self.state.name_edition()
        return is_remade or is_said_anew

    def _show(self, title: str, text: str) -> bool:
        """Let the pages say what is wrong; gives whether they don't say so yet."""
        if (self.state.title, self.state.text) == (title, text):
            return False
        self.state.title, self.state.text = title, text
        self.state.name_edition()
        return True
