"""Headings at a wrong level get the one that was meant, so that one sign too many isn't told as ten faults."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from site_gen.diagnostic import Edit, Findings, Fix
from site_gen.edits import change_line
from site_gen.faults import HEADING_ONE, NEARLY_A_SECTION
from site_gen.read.blocks import Block, Heading
from site_gen.read.outline import heading_place
from site_gen.read.source import Source
from site_gen.sections import kind_named, kinds_named, section_types_by_title, title_key

_SIGNS: Final = re.compile(r" {0,3}(#+)")


def settle_levels(blocks: Sequence[Block], source: Source, findings: Findings) -> Sequence[Block]:
    """The blocks of a body without a title above it, and in a pathway with known sections at the level of sections."""
    headings = [block for block in blocks if type(block) is Heading]
    if source.key.startswith("pathways/"):
        _raise_sections(headings, source, findings)
    titles = [each for each in headings if each.level == 1]
    if len(titles) == 1 and titles[0] is blocks[0] and title_key(titles[0].text) not in section_types_by_title():
        _report_title(titles[0], source, findings)
        return blocks[1:]
    return blocks


def _raise_sections(headings: Sequence[Heading], source: Source, findings: Findings) -> None:
    """Report headings below `##` that name a section outright which the page has nowhere else, and raise them."""
    kinds = section_types_by_title()
    seen = {kinds[key].kind for each in headings if each.level <= 2 and (key := title_key(each.text)) in kinds}
    if seen.issuperset(kinds_named()):
        return
    for each in headings:
        kind = kind_named(each.text) if each.level > 2 else ""
        if not kind or kind in seen:
            continue
        seen.add(kind)
        level, each.level = each.level, 2
        line = each.start + 1
        place = heading_place(each, source)
        words = place.excerpt[place.column - 1 :].rstrip()
        signs = _SIGNS.match(place.excerpt)
        findings.add(
            NEARLY_A_SECTION,
            place,
            f"`{words}` is the name of a section, but stands at level {level}",
            help=f"write `## {words}` instead of `{'#' * level} {words}`",
            fix=change_line(line, signs.start(1), signs.end(1), "##", safe=True) if signs else None,
        )


def _report_title(heading: Heading, source: Source, findings: Findings) -> None:
    """Report a `#` heading above everything else: the page has its title already, and shows no second one."""
    start, end = heading.start, heading.end
    after = end + (end < len(source.lines) - 1 and not source.lines[end].strip())
    edit = Edit(line=start + 1, column=1, end_line=after + 1, end_column=1, text="")
    findings.add(
        HEADING_ONE,
        heading_place(heading, source),
        f"`# {heading.text}` would be a second title of the page, so it is not shown",
        help="remove the line; `title:` in the front matter gives a page another title",
        fix=Fix(title="remove the line", edits=(edit,), safe=False) if after < len(source.lines) else None,
    )
