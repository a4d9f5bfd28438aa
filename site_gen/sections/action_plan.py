"""The action plan: what to do this week, this month and in the next 90 days."""

from __future__ import annotations

from typing import Final

from site_gen.faults import NEARLY_A_PART
from site_gen.model.section import ActionPlan, Horizon, HorizonPlan
from site_gen.read.outline import Node, list_entries
from site_gen.sections import Reading, SectionType, prose_of, title_key

_TITLES: Final = {
    Horizon.WEEK: ("This week", "Week 1", "First week", "Week one", "In the first week", "Next 7 days"),
    Horizon.MONTH: ("This month", "Month 1", "First month", "Month one", "In the first month", "Next 30 days"),
    Horizon.QUARTER: ("Next 90 days", "First 90 days", "Next three months", "Next 3 months", "This quarter"),
}
_HORIZONS_BY_TITLE: Final = {title_key(title): horizon for horizon, titles in _TITLES.items() for title in titles}
_TITLES_BY_KEY: Final = {title_key(title): title for titles in _TITLES.values() for title in titles}


def read(node: Node, reading: Reading) -> ActionPlan:
    """Each inner heading is a horizon; one that is none of the three is reported and kept."""
    seen: dict[Horizon, Node] = {}
    horizons = tuple(_horizon(child, seen, reading) for child in node.children)
    return ActionPlan(intro=prose_of(node.blocks), horizons=horizons)


def _horizon(node: Node, seen: dict[Horizon, Node], reading: Reading) -> HorizonPlan:
    horizon = _HORIZONS_BY_TITLE.get(title_key(node.text))
    if horizon is not None:
        reading.repeated_part(node, seen.setdefault(horizon, node))
    elif not reading.misspelt_part(node, _TITLES_BY_KEY, "beside the three horizons"):
        wanted = ", ".join(f"`### {titles[0]}`" for titles in _TITLES.values())
        reading.findings.add(
            NEARLY_A_PART,
            node.place,
            f"an action plan has no horizon `{node.written}`",
            help=f"write one of {wanted}",
        )
    reading.warn_if_empty(node, "a list of things to do")
    entries, others = list_entries(node.whole)
    return HorizonPlan(
        horizon=horizon,
        title=node.text,
        anchor=node.anchor,
        tasks=reading.tasks(entries),
        more=prose_of(others),
    )


SECTION = SectionType(
    kind="action_plan",
    titles=(
        "Action plan",
        "First 90 days",
        "Start now",
        "Start your journey",
        "Start your journey now",
        "Getting started",
    ),
    content="`### This week`, `### This month` and `### Next 90 days`, each with a list",
    read=read,
    needs_headings=True,
)
