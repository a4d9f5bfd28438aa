"""Skills to learn: one heading a skill with its priority and duration, and under it how to learn it."""

from __future__ import annotations

from site_gen.edits import replacing, written_at
from site_gen.faults import SKILL_WITHOUT_DURATION, SKILL_WITHOUT_PRIORITY, UNKNOWN_PRIORITY
from site_gen.model.duration import likely_duration
from site_gen.model.heading import ONGOING, Heading, likely_heading, parse_heading
from site_gen.model.section import SkillsToLearn
from site_gen.model.skill import Priority, SkillToLearn, likely_priority
from site_gen.nearest import listed
from site_gen.read.outline import Node
from site_gen.sections import Reading, SectionType, prose_of


def read(node: Node, reading: Reading) -> SkillsToLearn:
    """Each inner heading is a skill; what precedes the first is the introduction."""
    return SkillsToLearn(
        intro=prose_of(node.blocks),
        skills=tuple(_skill(child, reading) for child in node.children),
    )


def _skill(node: Node, reading: Reading) -> SkillToLearn:
    heading = parse_heading(node.text)
    if not _is_whole(heading):
        _report_facts(node, heading, reading)
    reading.warn_if_empty(node, "how to learn the skill")
    return SkillToLearn(
        name=heading.name,
        anchor=node.anchor,
        priority=heading.priority or Priority.IMPORTANT,
        duration=None if heading.duration and heading.duration.is_endless else heading.duration,
        how=prose_of(node.whole),
        place=node.place,
    )


def _is_whole(heading: Heading) -> bool:
    """Whether a heading says both of its facts, once, and nothing else."""
    if heading.unknown or heading.repeated or _lacks_fact(heading):
        return False
    return heading.duration is None or not heading.duration.is_endless


def _report_facts(node: Node, heading: Heading, reading: Reading) -> None:
    marks = "#" * node.level
    priorities = f"a priority is {listed(Priority)}"
    if heading.unknown:
        parts = " and ".join(f"`{part}`" for part in heading.unknown)
        reading.findings.add(
            UNKNOWN_PRIORITY,
            node.place,
            f"{parts} {'is' if len(heading.unknown) == 1 else 'are'} neither a priority nor a length of time",
            help=f"write `{marks} {_suggestion(heading)}`; {priorities}",
            fix=replacing(node.place, _suggestion(heading))
            if all(likely_priority(each) or likely_duration(each) for each in heading.unknown)
            and written_at(node.place) == node.text
            else None,
        )
    elif heading.repeated:
        reading.findings.add(
            UNKNOWN_PRIORITY,
            node.place,
            f"`{heading.repeated[0]}` is one fact too many: a skill has one priority and one length of time",
            help=f"write `{marks} {_suggestion(heading)}`",
        )
    elif heading.duration is not None and heading.duration.is_endless:
        reading.findings.add(
            SKILL_WITHOUT_DURATION,
            node.place,
            f"the skill `{heading.name}` takes {_written(heading)}, which is more than ten years",
            help="write the time that it takes, or `ongoing` where it has no end",
        )
    elif _lacks_fact(heading) and (likely := likely_heading(node.written)):
        meant = parse_heading(likely)
        reading.findings.add(
            SKILL_WITHOUT_PRIORITY if heading.priority is None else SKILL_WITHOUT_DURATION,
            node.place,
            f"the facts of the skill `{node.written}` don't stand in one pair of parentheses at its end",
            help=f"write `{marks} {_suggestion(meant)}`; {priorities}",
            fix=None if _lacks_fact(meant) else replacing(node.place, likely),
        )
    elif heading.priority is None:
        reading.findings.add(
            SKILL_WITHOUT_PRIORITY,
            node.place,
            f"the skill `{heading.name}` does not say how much it matters",
            help=f"end the heading with its priority: `{marks} {_suggestion(heading)}`; {priorities}",
        )
    elif heading.duration is None and not heading.ongoing:
        reading.findings.add(
            SKILL_WITHOUT_DURATION,
            node.place,
            f"the skill `{heading.name}` does not say how long it takes",
            help=f"end the heading with the time it takes: `{marks} {_suggestion(heading)}`, "
            f"or `{ONGOING}` where it has no end",
        )


def _lacks_fact(heading: Heading) -> bool:
    return heading.priority is None or (heading.duration is None and not heading.ongoing)


def _suggestion(heading: Heading) -> str:
    """The heading with both its facts: those it has, else what its other words most likely mean, else an example."""
    priority = heading.priority or next(filter(None, map(likely_priority, heading.unknown)), Priority.IMPORTANT)
    length = _written(heading) or next(filter(None, map(likely_duration, heading.unknown)), "6 weeks")
    return f"{heading.name} ({priority}, {length})"


def _written(heading: Heading) -> str:
    if heading.ongoing:
        return ONGOING
    length = heading.duration
    if length is None:
        return ""
    figure = f"{float(length.low):g}" if length.low == length.high else f"{float(length.low):g}-{float(length.high):g}"
    return f"{figure} {length.unit}{'' if figure == '1' else 's'}"


SECTION = SectionType(
    kind="skills_to_learn",
    titles=(
        "Skills to learn",
        "Skills you need to learn",
        "Skills you'll need to learn",
        "Skills you will need to learn",
        "Skills you need",
        "What to learn",
        "What you need to learn",
        "What you'll need to learn",
    ),
    content="`### ` headings, one for each skill, such as `### Statistics (critical, 8 weeks)`",
    read=read,
    needs_headings=True,
)
