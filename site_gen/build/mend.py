"""A site with faults that have fixes becomes one without: check, fix, and check again until nothing is left to do."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import unified_diff
from pathlib import Path
from typing import Final

from site_gen.build.site import Options, Report, check_site
from site_gen.diagnostic import Diagnostic, Fix
from site_gen.fixing import apply_fixes
from site_gen.record import record

MOST_ROUNDS: Final = 20
"""A fix can bring another fault to light, and that one a third. While files change only they are checked again; when
they no longer do, the whole is, for a fix in one file can end a fault of another, or begin one."""


@record
class ChangedFile:
    """A file that fixes change: its path as shown to the author, where it is, and its bytes before and after."""

    path: str
    file: Path
    before: bytes
    after: bytes

    def diff(self) -> str:
        """The change as a patch."""
        old, new = (_lines(raw) for raw in (self.before, self.after))
        name = f"{self.path}\t" if " " in self.path else self.path  # a name with spaces ends with a tab in patches
        return "".join(_patch(unified_diff(old, new, f"a/{name}", f"b/{name}")))


@record
class Mended:
    """What is left to say after all fixes, the files that they change, and how many faults they end."""

    report: Report
    changed: tuple[ChangedFile, ...]
    fixed: int


def mend_site(report: Report, options: Options, *, unsafe: bool) -> Mended:
    """Work out every fix that can be applied to what a check has reported, without writing anything.

    Only what the report says is fixed: a fault that is silenced stays, and so does a file that was not asked for.
    """
    work = _Work(options=options, unsafe=unsafe)
    found = report
    for _ in range(MOST_ROUNDS):
        changed = work.apply(found.diagnostics)
        if changed:
            found = check_site(replace(options, overlay=work.overlay, only=changed))
        elif found is report:
            break
        else:
            found = report = replace(check_site(replace(options, overlay=work.overlay)), checked=report.checked)
    else:
        report = replace(check_site(replace(options, overlay=work.overlay)), checked=report.checked)
    return Mended(report=report, changed=work.changed(), fixed=work.fixed)


@dataclass(slots=True, kw_only=True)
class _Work:
    """The files changed so far, by key, before and after; `overlay` is what checks read instead of the disk."""

    options: Options
    unsafe: bool
    before: dict[str, bytes] = field(default_factory=dict)
    overlay: dict[str, bytes] = field(default_factory=dict)
    fixed: int = 0

    def apply(self, diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
        """Apply what can be applied in one go; gives the keys of the files that changed."""
        changed = set()
        for key, fixes in _fixes_by_key(diagnostics, self.options, unsafe=self.unsafe).items():
            raw = self.overlay.get(key)
            if raw is None:
                raw = self.before.setdefault(key, (self.options.site / "content" / key).read_bytes())
            result = apply_fixes(raw, fixes)
            if result.raw != raw:
                self.overlay[key] = result.raw
                self.fixed += len(result.applied)
                changed.add(key)
        return frozenset(changed)

    def changed(self) -> tuple[ChangedFile, ...]:
        """Every file that is not what it was, by path."""
        return tuple(
            ChangedFile(
                path=_shown(self.options, key),
                file=self.options.site / "content" / key,
                before=self.before[key],
                after=after,
            )
            for key, after in sorted(self.overlay.items())
            if after != self.before[key]
        )


class NotWritten(Exception):  # noqa: N818 - it is an answer, not an accident
    """The system refused to write a changed file; `written` are those before it, which are mended."""

    def __init__(self, refused: ChangedFile, error: OSError, written: Sequence[ChangedFile]) -> None:
        super().__init__(f"{refused.path} could not be written: {error.strerror or error}")
        self.written = tuple(written)


def write_changes(changed: Iterable[ChangedFile]) -> None:
    """Write each file in one step, with the mode it had; a link stays a link.

    Raises `NotWritten` at the first that the system refuses.
    """
    written: list[ChangedFile] = []
    for each in changed:
        try:
            _write(each.file.resolve(), each.after)
        except OSError as error:
            raise NotWritten(each, error, written) from error
        written.append(each)


def _write(file: Path, raw: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".waymark-")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(raw)
        Path(name).chmod(stat.S_IMODE(file.stat().st_mode))
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _fixes_by_key(diagnostics: Iterable[Diagnostic], options: Options, *, unsafe: bool) -> dict[str, list[Fix]]:
    """The fixes to apply now, by file: the safe ones, and only where there is none left, those that guess.

    A guess is worth more when what is sure has been put right.
    """
    prefix = _shown(options, "")
    fixes: dict[str, list[Fix]] = {}
    guesses: dict[str, list[Fix]] = {}
    for each in diagnostics:
        if each.fix is not None and each.place.path.startswith(prefix):
            key = each.place.path.removeprefix(prefix)
            (fixes if each.fix.safe else guesses).setdefault(key, []).append(each.fix)
    return fixes or (guesses if unsafe else {})


def _shown(options: Options, key: str) -> str:
    shown = (options.shown / "content").as_posix()
    return f"{shown}/{key}"


def _lines(raw: bytes) -> list[str]:
    """The lines of a file, cut at line feeds only, as patches are."""
    return re.findall(r"[^\n]*\n|[^\n]+", raw.decode())


def _patch(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a patch; one without a line end says so, as patches do."""
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
