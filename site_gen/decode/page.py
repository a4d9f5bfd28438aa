"""A file in content/pages becomes a `PlainPage`."""

from __future__ import annotations

import posixpath

from site_gen.decode.body import read_document
from site_gen.decode.fields import PageFields
from site_gen.decode.report import decode, places_of
from site_gen.decode.values import ID
from site_gen.diagnostic import Diagnostic, Findings
from site_gen.faults import BAD_NAME
from site_gen.model.page import PlainPage
from site_gen.read.source import Source
from site_gen.sections import prose_of
from site_gen.typeset import typeset


def read_page(source: Source) -> tuple[PlainPage | None, tuple[Diagnostic, ...]]:
    """Read one plain page. No page where its front matter or name has a fault, which is reported."""
    findings = Findings()
    document = read_document(source, findings)
    name = posixpath.basename(source.key).removesuffix(".md")
    if not ID.fullmatch(name) or name == "index":
        findings.add(
            BAD_NAME,
            source.place(1),
            f"`{name}` cannot be the name of a page",
            help="rename the file: small letters, digits and hyphens, not `index`, then `.md`",
        )
        return None, findings.as_tuple
    front = document.front
    fields = decode(PageFields, front.mapping, findings) if front else None
    if fields is None or front is None:
        return None, findings.as_tuple
    page = PlainPage(
        name=name,
        title=typeset(fields.title),
        summary=typeset(fields.summary),
        body=prose_of(document.root.whole),
        path=source.path,
        key=source.key,
        places=places_of(front.mapping),
        anchors=document.anchors,
        links=document.links,
        outside_links=document.outside_links,
        markdown=document.markdown,
    )
    return page, findings.as_tuple
