"""A file in content/roles becomes a `Role`."""

from __future__ import annotations

import posixpath

from site_gen.decode.body import read_document
from site_gen.decode.fields import RoleFields, RoleSalaryFields
from site_gen.decode.report import decode, place_of, places_of
from site_gen.decode.values import ID
from site_gen.diagnostic import Diagnostic, Findings
from site_gen.faults import BAD_NAME, BAD_SALARY, EMPTY_SECTION
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.role import Occupation, Outlook, Role
from site_gen.read.front_matter import Mapping
from site_gen.read.source import Source
from site_gen.sections import prose_of
from site_gen.typeset import typeset


def read_role(source: Source, *, currency: str) -> tuple[Role | None, tuple[Diagnostic, ...]]:
    """Read one role; `currency` is the site's. No role where its front matter has a fault, which is reported."""
    findings = Findings()
    document = read_document(source, findings)
    identity = posixpath.basename(source.key).removesuffix(".md")
    if not ID.fullmatch(identity):
        findings.add(
            BAD_NAME,
            source.place(1),
            f"`{identity}` cannot be the id of a role",
            help="rename the file: small letters, digits and hyphens, then `.md`",
        )
    front = document.front
    fields = decode(RoleFields, front.mapping, findings) if front else None
    if fields is None or front is None:
        return None, findings.as_tuple
    if not document.root.whole:
        findings.add(
            EMPTY_SECTION,
            front.mapping.whole,
            "the role does not say what people in it do",
            help="write a paragraph below the front matter",
        )
    occupation = fields.occupation
    outlook = fields.outlook
    role = Role(
        id=identity,
        name=typeset(fields.name),
        plural=typeset(fields.plural or f"{fields.name}s"),
        family=typeset(fields.family),
        aliases=tuple(typeset(each) for each in fields.aliases),
        occupation=Occupation(code=occupation.code, title=occupation.title, fit=occupation.fit) if occupation else None,
        zone=fields.zone,
        pay=_pay(fields.salary, currency, front.mapping, findings) if fields.salary else None,
        outlook=Outlook(
            growth=outlook.growth,
            period=typeset(outlook.period),
            openings=outlook.openings,
            source=typeset(outlook.source),
        )
        if outlook
        else None,
        about=prose_of(document.root.whole),
        path=source.path,
        key=source.key,
        places=places_of(front.mapping),
        anchors=document.anchors,
        links=document.links,
        outside_links=document.outside_links,
        markdown=document.markdown,
    )
    return role, findings.as_tuple


def _pay(fields: RoleSalaryFields, currency: str, mapping: Mapping, findings: Findings) -> Pay | None:
    figures = [each for each in (fields.low, fields.median, fields.high) if each is not None]
    if figures != sorted(figures):
        findings.add(
            BAD_SALARY,
            place_of(mapping, ("salary", "median" if fields.low <= fields.high else "low")),
            "the figures do not rise from low over median to high",
            help=f"write them in order: {', '.join(str(each) for each in sorted(figures))}",
        )
        return None
    return Pay(
        range=MoneyRange(low=fields.low, high=fields.high, currency=fields.currency or currency),
        median=fields.median,
        spread=typeset(fields.spread),
        place=typeset(fields.place),
        source=typeset(fields.source),
        release=fields.as_of,
    )
