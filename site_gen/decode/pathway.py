"""A file in content/pathways becomes a `Pathway`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import Final

from site_gen.decode.body import Document, read_document
from site_gen.decode.fields import LONGEST_SUMMARY, PathwayFields, SalaryFields
from site_gen.decode.report import decode, place_of, places_of
from site_gen.decode.values import salary_range
from site_gen.diagnostic import Diagnostic, Findings, Related
from site_gen.edits import replacing
from site_gen.faults import (
    BAD_SALARY,
    DUPLICATE_SECTION,
    EMPTY_SECTION,
    HEADING_ONE,
    HEADING_SKIPPED,
    MISSING_SECTION,
    NEARLY_A_SECTION,
    SUMMARY_TOO_LONG,
    TOO_LARGE,
    UNCLOSED_FENCE,
    UNSETTLED_MERGE,
)
from site_gen.links import OutsideLink
from site_gen.model.heading import parse_heading
from site_gen.model.money import Pay
from site_gen.model.pathway import Pathway, Reference, StatedSalary
from site_gen.model.section import Overview, Section
from site_gen.nearest import nearest
from site_gen.read.front_matter import Mapping
from site_gen.read.outline import Node, releveled
from site_gen.read.source import Source
from site_gen.sections import PROSE, Reading, SectionType, prose_of, section_types_by_title, title_key
from site_gen.typeset import typeset

_REQUIRED: Final = {
    "overview": (
        "before the first `##` heading",
        "write a paragraph on why the move works above the first `##` heading",
    ),
    "roadmap": ("", "add a section `## Roadmap` with phases such as `### Foundations (8 weeks)`"),
}
"""The sections that no pathway can be without: where each is looked for, and what to write."""


def read_pathway(source: Source, *, currency: str) -> tuple[Pathway | None, tuple[Diagnostic, ...]]:
    """Read one pathway; `currency` is the site's. No pathway where its front matter has a fault, which is reported."""
    findings = Findings()
    document = read_document(source, findings)
    sections = _sections(document, findings)
    front = document.front
    fields = decode(PathwayFields, front.mapping, findings) if front else None
    if fields is None or front is None:
        return None, findings.as_tuple
    _report_long_summary(fields, front.mapping, findings)
    salary = _salary(fields.salary, currency, front.mapping, findings) if fields.salary else None
    pathway = Pathway(
        slug=posixpath.basename(source.key).removesuffix(".md"),
        origin_id=fields.origin,
        target_id=fields.target,
        title=typeset(fields.title),
        summary=typeset(fields.summary),
        difficulty=fields.difficulty,
        difficulty_reason=typeset(fields.difficulty_reason),
        timeline=fields.timeline,
        salary=salary,
        salary_change=fields.salary_change,
        demand=fields.demand,
        demand_note=typeset(fields.demand_note),
        hours_a_week=fields.hours_per_week,
        gate=fields.gate,
        reviewed=fields.reviewed,
        published=fields.published,
        updated=fields.updated,
        draft=fields.draft,
        aliases=fields.aliases,
        authors=fields.authors,
        tags=fields.tags,
        sources=tuple(Reference(title=typeset(each.title), url=each.url) for each in fields.sources),
        sections=sections,
        path=source.path,
        key=source.key,
        places=places_of(front.mapping),
        anchors=document.anchors,
        links=document.links,
        outside_links=replace(document.outside_links, first=tuple(_source_links(fields, front.mapping)))
        if fields.sources
        else document.outside_links,
        markdown=document.markdown,
    )
    return pathway, findings.as_tuple


def _report_long_summary(fields: PathwayFields, mapping: Mapping, findings: Findings) -> None:
    if len(fields.summary) > LONGEST_SUMMARY:
        findings.add(
            SUMMARY_TOO_LONG,
            mapping.places[("summary",)],
            f"the summary has {len(fields.summary)} characters, {len(fields.summary) - LONGEST_SUMMARY} too many",
            help=f"shorten it to {LONGEST_SUMMARY} characters: cards, feeds and search results cut it there",
        )


def _source_links(fields: PathwayFields, mapping: Mapping) -> Iterator[OutsideLink]:
    """The addresses of the sources that front matter names."""
    for at, each in enumerate(fields.sources):
        if each.url:
            yield OutsideLink(url=each.url, place=place_of(mapping, ("sources", at, "url")))


def _salary(fields: SalaryFields, currency: str, mapping: Mapping, findings: Findings) -> StatedSalary | None:
    default = fields.currency or currency
    ranges = [salary_range(text, default) for text in (fields.origin, fields.target)]
    signs = {each.currency for each in ranges}
    if fields.currency and signs != {fields.currency}:
        findings.add(
            BAD_SALARY,
            mapping.places[("salary", "currency")],
            f"the ranges are in {', '.join(sorted(signs))}, but the currency is {fields.currency}",
            help="write the ranges without a currency sign, or the currency that the sign stands for",
        )
        return None
    place, publisher = typeset(fields.place), typeset(fields.source)
    origin, target = (Pay(range=each, place=place, source=publisher, release=fields.as_of) for each in ranges)
    return StatedSalary(origin=origin, target=target)


def _sections(document: Document, findings: Findings) -> tuple[Section, ...]:
    """The sections of a page in the order of the file; the text before the first heading is the overview."""
    reading = Reading(source=document.source, findings=findings)
    root = document.root
    sections = []
    seen: dict[str, Node] = {}
    misspelt: list[tuple[Node, str, str]] = []
    plan_goes_on = False
    if root.blocks:
        seen["overview"] = root
        sections.append(
            Section(kind="overview", title="", anchor="", value=Overview(prose=prose_of(root.blocks)), place=root.place)
        )
    for node in root.children:
        section_type = section_types_by_title().get(title_key(node.text), PROSE)
        if section_type is PROSE and (meant := _section_meant(node)):
            misspelt.append((node, *meant))
            reading.misplaced.append(node)
            plan_goes_on = False
        elif section_type is PROSE and "roadmap" in seen and parse_heading(node.text).duration:
            _report_phase_outside(node, reading, is_next=plan_goes_on)
        else:
            plan_goes_on = section_type.kind == "roadmap"
        first = seen.setdefault(section_type.kind, node)
        if first is not node and section_type.titles:
            findings.add(
                DUPLICATE_SECTION,
                node.place,
                f"the section `{node.text}` stands twice: first on line {first.place.line}",
                help="join the two under one heading",
                related=[Related(place=first.place, message="the section stands here first")],
            )
            continue
        if not node.whole:
            findings.add(
                EMPTY_SECTION,
                node.place,
                f"there is nothing under the heading `{node.text}`",
                help=f"write {section_type.content} under it, or remove the heading",
            )
        elif section_type.needs_headings and not node.children:
            _report_no_headings(node, section_type, findings)
        value = section_type.read(node, reading)
        sections.append(
            Section(kind=section_type.kind, title=node.text, anchor=node.anchor, value=value, place=node.place)
        )
    _report_missing(_report_misspelt(misspelt, seen, findings), document, findings)
    _forget_levels(reading.misplaced, findings)
    return tuple(sections)


def _forget_levels(misplaced: Iterable[Node], findings: Findings) -> None:
    """Take back what was said of the levels at and below headings that belong elsewhere: it would be wrong there."""
    lines = {each.place.line for node in misplaced for each in node.walk()}
    if lines:
        levels = (HEADING_SKIPPED, HEADING_ONE)
        findings.found[:] = [
            each for each in findings.found if each.fault not in levels or each.place.line not in lines
        ]


def _report_phase_outside(node: Node, reading: Reading, *, is_next: bool) -> None:
    """Report a heading that says how long it takes, as phases do, one level too high for one.

    Where it is next to the roadmap, a level lower would put it there.
    """
    reading.misplaced.append(node)
    reading.findings.add(
        NEARLY_A_SECTION,
        node.place,
        f"`{node.written}` says how long it takes, as a phase does, but stands outside the roadmap",
        help=f"write `### {node.written}`; as it is, it and what follows are shown as plain prose",
        fix=releveled([node], reading.source, by=3 - node.level) if is_next else None,
    )


def _report_no_headings(node: Node, section_type: SectionType, findings: Findings) -> None:
    """Report a section whose facts stand in headings, and which has none: a roadmap without phases is no roadmap."""
    findings.add(
        MISSING_SECTION if section_type.kind in _REQUIRED else EMPTY_SECTION,
        node.place,
        f"the section `{node.text}` has no headings of its own, so nothing in it is counted",
        help=f"write {section_type.content}",
    )


def _section_meant(node: Node) -> tuple[str, str] | None:
    """The kind of section that a heading nearly names, and the name it should have."""
    by_title = section_types_by_title()
    guess = nearest(title_key(node.text), by_title, cutoff=0.82)
    if guess is None:
        return None
    section_type = by_title[guess]
    return section_type.kind, next(title for title in section_type.titles if title_key(title) == guess)


def _report_misspelt(
    misspelt: Iterable[tuple[Node, str, str]], seen: Iterable[str], findings: Findings
) -> frozenset[str]:
    """Report headings that are nearly a section: an error where a page can't be without it; gives the kinds settled."""
    settled = set(seen)
    for node, kind, right in misspelt:
        if kind in _REQUIRED and kind not in settled:
            fault, effect = MISSING_SECTION, f"without it, the {kind} is missing"
        else:
            fault, effect = NEARLY_A_SECTION, "as it is, the section is shown as plain prose"
        settled.add(kind)
        findings.add(
            fault,
            node.place,
            f"`{node.written}` is nearly the section `{right}`, but not quite",
            help=f"write `## {right}`; {effect}",
            fix=replacing(node.place, right),
        )
    return frozenset(settled)


def _report_missing(seen: Set[str], document: Document, findings: Findings) -> None:
    """Report a missing overview or roadmap, unless the body was not read for a fault that is reported already."""
    if not _REQUIRED.keys() - seen:
        return
    source = document.source
    last = next((number for number in range(len(source.lines), 0, -1) if source.line(number).strip()), 1)
    unread = document.front is None or any(
        each.fault in (TOO_LARGE, UNCLOSED_FENCE, UNSETTLED_MERGE) for each in findings.found
    )
    if unread and (not document.root.whole or document.front is not None):
        return
    for kind, (where, help_text) in _REQUIRED.items():
        if kind not in seen:
            place = source.place(last) if kind == "roadmap" else document.root.place
            findings.add(MISSING_SECTION, place, f"the {kind} is missing{' ' + where if where else ''}", help=help_text)
