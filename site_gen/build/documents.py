"""Content files become values, glimpses and diagnostics, one by one."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

from site_gen.build.answers import digest_of_bytes
from site_gen.build.files import ContentFolder, is_document
from site_gen.build.sketches import WORTH_KEEPING, Sketches, keep, recall, stamp_of
from site_gen.checks import Document
from site_gen.decode.body import read_document
from site_gen.decode.glance import Sketch, glance_at_pathway, glance_at_role, sketch_pathway
from site_gen.decode.kind import report_wrong_folder
from site_gen.decode.overrides import read_overrides
from site_gen.decode.page import read_page
from site_gen.decode.pathway import read_pathway
from site_gen.decode.role import read_role
from site_gen.diagnostic import Diagnostic, Findings, Override, Place
from site_gen.model.glimpse import PathwayGlimpse, RoleGlimpse, glimpse_of_pathway, glimpse_of_role
from site_gen.model.pathway import Pathway
from site_gen.model.remains import Remains
from site_gen.model.role import Role
from site_gen.read.source import Source, read_plain_text, read_source
from site_gen.record import record

_NOWHERE: Final = Place(path="", line=1)
_DRAFT: Final = re.compile(r"^draft: *(?:true|True|TRUE)\b", re.MULTILINE)

Glimpse = PathwayGlimpse | RoleGlimpse


@record
class Read:
    """What became of one file.

    There is no `value` where a fault left nothing to use, but `remains`; a `glimpse` may be had all the same.
    `draft` is what a file says of itself that could not be read otherwise; `content` is a digest of its text.
    """

    value: Document | None
    found: tuple[Diagnostic, ...]
    remains: Remains | None = None
    glimpse: Glimpse | None = None
    overrides: tuple[Override, ...] = ()
    draft: bool = False
    content: bytes = b""


@record
class Reader:
    """How files are read: the folder, the site's currency, and texts that stand in for what is on the disk."""

    folder: ContentFolder
    currency: str
    overlay: Mapping[str, bytes]

    def source(self, key: str) -> tuple[Source | None, tuple[Diagnostic, ...]]:
        """The text of one file."""
        return read_source(self.folder.path, key, shown=self.folder.shown, raw=self.overlay.get(key))

    def read(self, key: str) -> Read:
        """Everything one file says."""
        source, found = self.source(key)
        if source is None:
            return Read(value=None, found=found)
        if (misplaced := report_wrong_folder(source)) is not None:
            return Read(value=None, found=(*found, misplaced))
        value, more = self._decode(source)
        overrides, wrong = read_overrides(source)
        return Read(
            value=value,
            found=(*found, *more, *wrong),
            remains=_remains_of(source) if value is None else None,
            glimpse=_glimpse_of(value) if value is not None else _glance_at(source),
            overrides=overrides,
            content=digest_of_bytes(source.encoded),
            draft=value is None and _DRAFT.search(source.text.split("\n---", 1)[0]) is not None,
        )

    def digest(self, key: str) -> bytes:
        """A digest of the text of one file; empty where it can't be read."""
        source, _ = self.source(key)
        return digest_of_bytes(source.encoded) if source is not None else b""

    def glance(self, key: str) -> Glimpse | None:
        """The small facts of one file."""
        source, _ = self.source(key)
        return _glance_at(source) if source is not None else None

    def _decode(self, source: Source) -> tuple[Document | None, tuple[Diagnostic, ...]]:
        if source.key.startswith("pathways/"):
            return read_pathway(source, currency=self.currency)
        if source.key.startswith("roles/"):
            return read_role(source, currency=self.currency)
        return read_page(source)


def read_some(reader: Reader, keys: Sequence[str], wanted: Set[str]) -> tuple[dict[str, Read], dict[str, Glimpse]]:
    """What became of the wanted files and of those they name, and a glimpse of every other.

    A file is judged by its own words, by the roles it leads between and by the pages it links to. Of the others only
    small facts matter: a pathway shares skills and old addresses with all pathways, a role its names with all roles.
    """
    read = {key: reader.read(key) for key in keys if key in wanted}
    there = frozenset(keys)
    for key in sorted(_named_by(each.value or each.remains for each in list(read.values()))):
        if key in there and key not in read:
            read[key] = reader.read(key)
    folders = {posixpath.dirname(key) for key in wanted}
    beside = {"pathways", "roles"} if "roles" in folders else folders & {"pathways"}
    others = [key for key in keys if key not in read and key.partition("/")[0] in beside]
    return dict(sorted(read.items())), _glimpses(reader, others)


def _glimpses(reader: Reader, keys: Sequence[str]) -> dict[str, Glimpse]:
    """A glimpse of each file of which nothing is to be told, made of its sketch where it is a plain pathway."""
    cache = reader.folder.path.parent / ".cache" / "waymark"
    known = recall(cache) if len(keys) >= WORTH_KEEPING else {}
    sketches: Sketches = {}
    for key in keys:
        if key.startswith("pathways/") and key not in reader.overlay:
            path = f"{reader.folder.path}/{key}"
            stamp, held = stamp_of(path), known.get(key)
            if held and held[0] == stamp:
                sketches[key] = held
            elif stamp and (sketch := _sketch(path)):
                sketches[key] = (stamp, sketch)
    if sum(known.get(key) is not each for key, each in sketches.items()) >= WORTH_KEEPING:
        keep(cache, sketches)
    brief = _brief_glimpses({key: sketch for key, (_, sketch) in sketches.items()}, reader.folder)
    found = ((key, brief[key] if key in brief else reader.glance(key)) for key in keys)
    return {key: glimpse for key, glimpse in found if glimpse is not None}


def _sketch(path: str) -> Sketch | None:
    text = read_plain_text(path)
    return sketch_pathway(text) if text is not None else None


def _brief_glimpses(sketches: Mapping[str, Sketch], folder: ContentFolder) -> dict[str, PathwayGlimpse]:
    """Glimpses of pathways that are only compared with: of their roles nothing is told, so these stand nowhere."""
    shown = folder.shown_path("pathways")
    glimpses = {}
    for key, (origin, target, named) in sketches.items():
        name = key.removeprefix("pathways/")
        path = f"{shown}/{name}"
        glimpses[key] = PathwayGlimpse(
            key=key,
            path=path,
            slug=name.removesuffix(".md"),
            origin_id=origin[0],
            origin_place=_NOWHERE,
            target_id=target[0],
            target_place=_NOWHERE,
            aliases=(),
            aliases_place=None,
            skills=named,
        )
    return glimpses


def _named_by(values: Iterable[Document | Remains | None]) -> Iterator[str]:
    """The content files that these lead between or link to."""
    for value in values:
        if isinstance(value, Pathway):
            yield from (f"roles/{role_id}.md" for role_id in (value.origin_id, value.target_id))
        if value is not None:
            yield from (link.target for link in value.links if is_document(link.target))


def _remains_of(source: Source) -> Remains:
    document = read_document(source, Findings())
    return Remains(
        path=source.path,
        key=source.key,
        anchors=document.anchors,
        links=document.links,
        outside_links=document.outside_links,
    )


def _glimpse_of(value: Document) -> Glimpse | None:
    if isinstance(value, Pathway):
        return glimpse_of_pathway(value)
    return glimpse_of_role(value) if isinstance(value, Role) else None


def _glance_at(source: Source) -> Glimpse | None:
    folder = posixpath.dirname(source.key)
    if folder == "pathways":
        return glance_at_pathway(source)
    return glance_at_role(source) if folder == "roles" else None
