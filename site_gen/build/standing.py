"""How a build has left a site: enough for the next one to see that nothing has changed, or the text of a few pathways.

It is kept in parts, and of those only the ones that are needed are taken up: most builds need little.
"""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Iterable, Mapping
from dataclasses import field, fields, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from site_gen.build.outcome import Report
from site_gen.build.traces import Broken, DocumentTrace, Later, Traces, digest_of_packed
from site_gen.diagnostic import Diagnostic
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.options import Options
    from site_gen.build.overview import Glance

Known = tuple[bytes, bytes, bytes]
"""What is known of the file of a pathway: digests of its bytes, of what lists show of it, and of what other files are
judged by; the last two are empty where it has no page.
"""

_NO_REPORT: Final = Report(diagnostics=(), checked=())

UNSURE: Final = 0
"""In place of the time of a file that may have been changed again in the same moment without a trace."""


@record
class Standing:
    """How a build has left a site.

    `asked` is a digest of what the build was asked to do, `program` and `surroundings` are those of the overview and
    `code` the digest of the program's bytes. `report` is that of the build, `report_seal` a digest of it as stored, and
    `told` are the files, as shown to the author, that something found between files names. `later` is what the book of
    the traces lacks. `work` is what each pathway is read, judged and drawn with, packed; empty where that is still in
    the store.
    """

    asked: str
    program: str
    code: str
    surroundings: str
    report: Report
    told: frozenset[str]
    later: Later
    report_seal: bytes = b""
    glances: Mapping[str, Glance] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)
    work: bytes = b""

    @property
    def generation(self) -> str:
        """The name of the tree that it belongs to."""
        return self.later.generation


def packed_parts(standing: Standing, before: Standing | None = None) -> dict[str, bytes]:
    """The parts of a standing that have to be stored: but for those that are still in the store.

    Those are the work where it was not taken up, and the report where it is the one of the standing stored `before`.
    """
    is_said = before is not None and standing.report is before.report
    report = b"" if is_said else pickle.dumps(standing.report, pickle.HIGHEST_PROTOCOL)
    seal = standing.report_seal if is_said else digest_of_packed(report)
    head = replace(standing, report=_NO_REPORT, report_seal=seal, glances={}, known={}, work=b"")
    parts = {
        "head": pickle.dumps(head, pickle.HIGHEST_PROTOCOL),
        "files": _named(standing.later.generation, marshal.dumps((dict(standing.glances), dict(standing.known)))),
        "later": pickle.dumps(standing.later, pickle.HIGHEST_PROTOCOL),
        "code": f"{standing.program} {standing.code}".encode(),
    }
    if report:
        parts["report"] = report
    if standing.work:
        parts["work"] = _named(standing.later.base, standing.work)
    return parts


def load_standing(traces: Traces) -> Standing | None:
    """How the last build has left the site, without the work; None where that isn't known."""
    try:
        head, files, report = traces.part("head"), traces.part("files"), traces.part("report")
    except Broken:
        return None
    if not (head and files and report):
        return None
    standing: Standing = pickle.loads(head)
    if digest_of_packed(report) != standing.report_seal:
        return None
    try:
        glances, known = marshal.loads(_unnamed(standing.later.generation, files))
    except Broken:
        return None
    return replace(standing, report=pickle.loads(report), glances=glances, known=known)


def load_work(traces: Traces, standing: Standing) -> bytes:
    """The work of a standing that was loaded. Raises Broken."""
    return _unnamed(standing.later.base, traces.part("work"))


def _named(generation: str, part: bytes) -> bytes:
    """A part with the name of the state that it belongs to: a damaged store may give an older part, which is whole."""
    return generation.encode() + part


def _unnamed(generation: str, part: bytes) -> bytes:
    name = generation.encode()
    if not part.startswith(name):
        raise Broken(generation)
    return part[len(name) :]


def load_code(traces: Traces, program: str) -> str:
    """The digest of the bytes of a program that looks like this, if that is known; else empty."""
    try:
        known, _, code = traces.part("code").decode().partition(" ")
    except Broken:
        return ""
    return code if known == program else ""


def glance_of(trace: DocumentTrace) -> Glance:
    """How a file looks that has not changed since a build."""
    return trace.size, trace.modified if trace.is_sure else UNSURE


def known_of(trace: DocumentTrace) -> Known:
    """What is known of the file of a pathway."""
    return (trace.content, trace.facts, trace.names) if trace.has_page else (trace.content, b"", b"")


def told_of(judged: Iterable[Diagnostic]) -> frozenset[str]:
    """The files that something found between files names, as shown to the author."""
    return frozenset(place.path for each in judged for place in (each.place, *(other.place for other in each.related)))


def digest_of_asked(options: Options) -> str:
    """A digest of all that a build is asked to do, but for how the work is shared out."""
    shared_out = {"jobs", "scheduler", "portable"}
    asked = [
        (each.name, sorted(value) if isinstance(value := getattr(options, each.name), frozenset) else value)
        for each in fields(options)
        if each.name not in shared_out
    ]
    return blake2b(repr(asked).encode(errors="surrogatepass"), digest_size=16).hexdigest()
