"""The call to action: a pathway's own words in place of the site's."""

from __future__ import annotations

from site_gen.model.section import CallToAction
from site_gen.read.outline import Node
from site_gen.sections import Reading, SectionType, prose_of


def read(node: Node, reading: Reading) -> CallToAction:
    """Everything under the heading."""
    del reading
    return CallToAction(prose=prose_of(node.whole))


SECTION = SectionType(
    kind="call_to_action",
    titles=(
        "Call to action",
        "Next step",
        "Next steps",
        "Ready to start",
        "Ready to start your transition",
        "Ready to start the transition",
        "Start with one hour this week",
    ),
    content="what the reader should do next",
    read=read,
)
