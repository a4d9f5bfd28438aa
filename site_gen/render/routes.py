"""Routes over several pathways become the words of their page; a script fills the same words in the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from site_gen.addresses import COMPARE_ADDRESS, pathway_address, role_address
from site_gen.model.catalog import Catalog
from site_gen.model.pathway import Difficulty
from site_gen.model.role import Role
from site_gen.model.routes import Ranking, Route, Step, best_first
from site_gen.record import record
from site_gen.render.duration import months
from site_gen.render.facts import UNKNOWN
from site_gen.render.money import in_full
from site_gen.render.patterns import fill
from site_gen.render.pay import sources_in_words
from site_gen.render.words import listed, sentence

MOST_SHOWN: Final = 3
"""Of each ranking, so many routes are shown."""

DIFFICULTIES: Final = tuple(sentence(each) for each in Difficulty)
VIA: Final = "By way of {via}"
STRAIGHT: Final = "In one step"
TIME: Final = "{time}"
HOURS: Final = "{hours|hour|hours}"
SAVED: Final = "{saved|hour|hours} saved: what is learnt once is counted once"
PAY: Final = "{pay}"
MONTHS: Final = "{low}–{high} months"
MONTH: Final = "{low|month|months}"
LISTED: Final = "{most} and {last}"
ESTIMATED: Final = " (an author’s estimate)"
START: Final = "{role} now: about {pay} a year"
START_UNKNOWN: Final = "{role} now: pay not known"
STEP: Final = "{origin} to {target}"
STEP_FACTS: Final = "{time}, {difficulty}"
LESS: Final = "{here} here ({time} on its own)"
STEP_HOURS: Final = "{hours|hour|hours} at {pace|hour|hours} a week"
TWICE: Final = "Learnt on the way already: {twice}, which saves {saved|hour|hours} of {whole}."
TWICE_ALL_THE_SAME: Final = (
    "Learnt on the way already: {twice}. The time here is set by a school or a trade, so none is saved."
)
STOP: Final = "{role}: about {pay} a year"
STOP_UNKNOWN: Final = "{role}: pay not known"


PATTERNS: Final = {
    "hours": HOURS,
    "less": LESS,
    "months": MONTHS,
    "month": MONTH,
    "listed": LISTED,
    "via": VIA,
    "straight": STRAIGHT,
    "saved": SAVED,
    "twice": TWICE,
    "same": TWICE_ALL_THE_SAME,
    "start": START,
    "startless": START_UNKNOWN,
    "stop": STOP,
    "unknown": STOP_UNKNOWN,
    "payless": UNKNOWN,
}
"""The sentences of routes that the script chooses from."""


@record
class StepView:
    """One pathway of a route: its link, its facts, what is learnt already (empty for nothing), what it leads to.

    `figures` is the address where it stands what the pay of that role rests on.
    """

    title: str
    address: str
    level: int | str
    facts: str
    hours: str
    twice: str
    stop: str
    figures: str


@record
class RouteView:
    """One route in words; `saved` is empty where nothing is learnt twice, `pay` where it is not known."""

    anchor: str
    title: str
    time: str
    hours: str
    saved: str
    level: int | str
    difficulty: str
    pay: str
    start: str
    compare: str
    steps: tuple[StepView, ...]


@record
class RankedView:
    """The best routes by one measure: each with its anchor, its title and the figure that it is ranked by."""

    title: str
    entries: tuple[tuple[str, str, str], ...]


TEMPLATE: Final = RouteView(
    anchor="",
    title="{title}",
    time=TIME,
    hours=HOURS,
    saved=SAVED,
    level="{level}",
    difficulty="{difficulty}",
    pay=PAY,
    start="{start}",
    compare="{compare}",
    steps=(
        StepView(
            title=STEP,
            address="{address}",
            level="{level}",
            facts=STEP_FACTS,
            hours=STEP_HOURS,
            twice="{words}",
            stop="{stop}",
            figures="{figures}",
        ),
    ),
)
"""A route all of whose words are gaps, for a script to fill."""

Best = Mapping[Ranking, tuple[Route, ...]]
"""The few best routes by each measure, the best first."""


def best_of(routes: Sequence[Route]) -> Best:
    """The few best routes by each measure."""
    return {ranking: tuple(best_first(routes, ranking)[:MOST_SHOWN]) for ranking in Ranking}


def shown_of(routes: Sequence[Route], best: Best) -> tuple[Route, ...]:
    """The routes that are among the few best by any measure, in the order of time."""
    slugs = {route.slugs for ranked in best.values() for route in ranked}
    return tuple(route for route in routes if route.slugs in slugs)


def route_view(catalog: Catalog, route: Route, anchor: str = "") -> RouteView:
    """A route in words."""
    end = catalog.roles_by_id[route.role_ids[-1]]
    return RouteView(
        anchor=anchor,
        title=title_of(catalog, route),
        time=fill(TIME, {"time": months(route.months)}),
        hours=fill(HOURS, {"hours": route.hours}),
        saved=fill(SAVED, {"saved": route.saved}) if route.saved else "",
        level=route.level,
        difficulty=DIFFICULTIES[route.level - 1],
        pay=earns(catalog, end.id),
        start=_stop(catalog, route.role_ids[0], START, START_UNKNOWN),
        compare=f"{COMPARE_ADDRESS}?way={','.join(route.slugs)}",
        steps=tuple(_step_view(catalog, each) for each in route.steps),
    )


def title_of(catalog: Catalog, route: Route) -> str:
    """How a route is called: by the roles on the way."""
    names = [catalog.roles_by_id[each].name for each in route.role_ids[1:-1]]
    return fill(VIA, {"via": listed(names)}) if names else STRAIGHT


def ranked_views(catalog: Catalog, shown: Sequence[Route], best: Best) -> tuple[RankedView, ...]:
    """The few best routes by each measure, by their anchors; nothing where one alone is shown."""
    if len(shown) < 2:
        return ()
    anchors = {route.slugs: f"wm-route-{number}" for number, route in enumerate(shown, 1)}
    views = []
    for ranking, ranked in best.items():
        entries = [(anchors[each.slugs], title_of(catalog, each), _figure(each, ranking)) for each in ranked]
        views.append(RankedView(title=f"By {ranking}", entries=tuple(entries)))
    return tuple(views)


def earns(catalog: Catalog, role_id: str) -> str:
    """What a role pays in a year, as one figure; empty where it is not known."""
    pay = catalog.graph.pays.get(role_id)
    return in_full(pay.amount, pay.kind.partition(" ")[0]) + ESTIMATED * pay.is_estimate if pay else ""


def _figure(route: Route, ranking: Ranking) -> str:
    if ranking is Ranking.TIME:
        return months(route.months)
    if ranking is Ranking.DIFFICULTY:
        return DIFFICULTIES[route.level - 1]
    known = [each for each in route.pays if each is not None]
    if len(known) < len(route.pays) or len({each.kind for each in known}) > 1:
        return "pay not known on all of it"
    least = min(known, key=lambda each: each.amount)
    return f"{in_full(least.amount, least.kind.partition(' ')[0])} or more on the way"


def _step_view(catalog: Catalog, step: Step) -> StepView:
    listing = catalog.listings_by_slug[step.leg.slug]
    figures = listing.facts.figures
    assert figures is not None, "a listing has both its roles"
    time = months(figures.months) if figures.months else ""
    if step.saved:
        time = fill(LESS, {"here": months(step.months), "time": time})
    difficulty = figures.difficulty
    return StepView(
        title=fill(STEP, {"origin": listing.origin.name, "target": listing.target.name}),
        address=pathway_address(listing.slug),
        level=difficulty.level,
        facts=fill(STEP_FACTS, {"time": time, "difficulty": difficulty}),
        hours=fill(STEP_HOURS, {"hours": step.hours, "pace": step.leg.hours_a_week}),
        twice=_twice(catalog, step),
        stop=_stop(catalog, listing.target.id, STOP, STOP_UNKNOWN),
        figures=role_address(listing.target.id) + ("#wm-figures" if _is_sourced(listing.target) else ""),
    )


def _is_sourced(role: Role) -> bool:
    """Whether the page of a role says where its pay comes from."""
    return role.pay is not None and bool(sources_in_words([role.pay]))


def _stop(catalog: Catalog, role_id: str, known: str, unknown: str) -> str:
    pay = earns(catalog, role_id)
    return fill(known if pay else unknown, {"role": catalog.roles_by_id[role_id].name, "pay": pay})


def _twice(catalog: Catalog, step: Step) -> str:
    if not step.twice:
        return ""
    names = listed([catalog.skills.by_slug[each].name for each in step.twice])
    pattern = TWICE if step.saved else TWICE_ALL_THE_SAME
    return fill(pattern, {"twice": names, "saved": step.saved, "whole": step.leg.hours})
