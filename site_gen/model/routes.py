"""The pathways of a site become routes: one to four pathways in a row from any role to any other.

The browser answers the same questions with the same rules (templates/modules/routes.js), so everything here is worked
out in whole numbers, which both know alike; a test holds the two together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from site_gen.model.badges import HIGH_OVER_LOW
from site_gen.model.duration import WEEKS_A_MONTH, Months
from site_gen.model.money import Pay
from site_gen.model.role import Role
from site_gen.model.skill import SkillNames
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.model.catalog import Listing

MOST_STEPS: Final = 4
"""Pathways in a row: five moves of career are no plan any more."""

ENOUGH: Final = 6
"""Where so many routes are found, those of more steps are not looked for."""


class Leg(NamedTuple):
    """What routes ask of one pathway: `learns` are its skills by slug, each with its hours, -1 where there is no end.

    `sets_pace` is whether a school, an employer or a board says how long it takes. `level` is the difficulty, 1 to 4.
    """

    slug: str
    origin_id: str
    target_id: str
    hours: int
    hours_a_week: int
    sets_pace: bool
    level: int
    learns: tuple[tuple[str, int], ...]


class StopPay(NamedTuple):
    """What is earned in the role that a step leads to: a year's median or mid-point, and what it can be compared with.

    `kind` is the currency and the place: pays of two kinds do not compare. `is_estimate` is whether no official figure
    is known, but what a guide says.
    """

    amount: int
    kind: str
    is_estimate: bool = False


@record
class Step:
    """One pathway on a route: `twice` are the slugs of the skills learnt on the way to it, `saved` their hours."""

    leg: Leg
    twice: tuple[str, ...]
    saved: int

    @property
    def hours(self) -> int:
        """The hours of study that are left."""
        return self.leg.hours - self.saved

    @property
    def months(self) -> Months:
        """How long they take, by the rule of routes."""
        return _months(Fraction(self.hours, self.leg.hours_a_week))


@record
class Route:
    """Some pathways in a row; `pays` are those of the roles they lead to, None where one is not known."""

    steps: tuple[Step, ...]
    pays: tuple[StopPay | None, ...]

    @property
    def weeks(self) -> Fraction:
        """All weeks of study, each step at its own hours a week."""
        return Fraction(*self._weeks)

    @property
    def tenths(self) -> int:
        """The same in tenths of a week, rounded half up: by these, routes are ranked."""
        part, whole = self._weeks
        return (20 * part + whole) // (2 * whole)

    @property
    def _weeks(self) -> tuple[int, int]:
        """The two numbers of a fraction: to make one for each of thousands of routes would take long."""
        part, whole = 0, 1
        for each in self.steps:
            pace = each.leg.hours_a_week
            part, whole = part * pace + each.hours * whole, whole * pace
        return part, whole

    @property
    def months(self) -> Months:
        """From the weeks at one's pace to a third more, each rounded up once for the whole route."""
        return _months(self.weeks)

    @property
    def hours(self) -> int:
        """All hours of study that are left."""
        return sum(each.hours for each in self.steps)

    @property
    def saved(self) -> int:
        """All hours that a skill learnt once and used twice saves."""
        return sum(each.saved for each in self.steps)

    @property
    def level(self) -> int:
        """The difficulty of the hardest step, 1 to 4."""
        return max(each.leg.level for each in self.steps)

    @property
    def slugs(self) -> tuple[str, ...]:
        """The pathways, in their order."""
        return tuple(each.leg.slug for each in self.steps)

    @property
    def role_ids(self) -> tuple[str, ...]:
        """The roles on the way, from the first to the last."""
        return (self.steps[0].leg.origin_id, *(each.leg.target_id for each in self.steps))


class Ranking(StrEnum):
    """What routes can be ranked by."""

    TIME = "time"
    PAY = "pay"
    DIFFICULTY = "difficulty"


def by_time(route: Route) -> tuple[object, ...]:
    """The order of routes by time: the fewest weeks, then the fewest steps."""
    return route.tenths, len(route.steps), route.level, route.slugs


def by_pay(route: Route) -> tuple[object, ...]:
    """The order by pay: the route whose worst-paid job pays most, then the one whose jobs pay most on average.

    A route with a job whose pay is not known, or does not compare with the others, goes last.
    """
    known = [each for each in route.pays if each is not None]
    is_known = len(known) == len(route.pays) and len({each.kind for each in known}) == 1
    amounts = [each.amount for each in known] if is_known else [0]
    return not is_known, -min(amounts), -(sum(amounts) // len(amounts)), *by_time(route)


def by_difficulty(route: Route) -> tuple[object, ...]:
    """The order by difficulty: the hardest step decides, then the time."""
    return route.level, *by_time(route)


ORDERS: Final[Mapping[Ranking, Callable[[Route], tuple[object, ...]]]] = {
    Ranking.TIME: by_time,
    Ranking.PAY: by_pay,
    Ranking.DIFFICULTY: by_difficulty,
}


def best_first(routes: Iterable[Route], ranking: Ranking) -> list[Route]:
    """Routes in the order of a ranking."""
    return sorted(routes, key=ORDERS[ranking])


class Graph:
    """Who leads where: the legs of a site by the role they begin at, and what each role pays."""

    def __init__(self, legs: Iterable[Leg], pays: Mapping[str, StopPay]) -> None:
        self.pays = pays
        self._known: dict[tuple[str, str], tuple[Route, ...]] = {}
        self._pairs: dict[int, Sequence[tuple[str, str]]] = {}
        self._out: dict[str, list[Leg]] = defaultdict(list)
        self._into: dict[str, set[str]] = defaultdict(set)
        for leg in sorted(legs):
            if leg.hours > 0:
                self._out[leg.origin_id].append(leg)
                self._into[leg.target_id].add(leg.origin_id)

    def legs_from(self, role_id: str) -> Sequence[Leg]:
        """The legs that begin at a role, but for those of which nobody says how long they take."""
        return self._out.get(role_id, ())

    def routes(self, origin_id: str, target_id: str) -> tuple[Route, ...]:
        """The routes between two roles that visit none twice, in the order of time: a page asks more than once."""
        asked = origin_id, target_id
        if asked not in self._known:
            self._known[asked] = self._find(origin_id, target_id)
        return self._known[asked]

    def _find(self, origin_id: str, target_id: str) -> tuple[Route, ...]:
        steps_left = self._steps_to(target_id)
        found: list[tuple[Leg, ...]] = []
        for length in range(1, MOST_STEPS + 1):
            found += self._ways(origin_id, target_id, length, steps_left)
            if len(found) >= ENOUGH:
                break
        return tuple(sorted((self._route(each) for each in found), key=by_time))

    def two_steps(self, origin_id: str) -> tuple[Route, ...]:
        """To each role that two pathways in a row lead to, the quickest route of two; in the order of time."""
        best: dict[str, Route] = {}
        pairs = [(leg, onward) for leg in self.legs_from(origin_id) for onward in self.legs_from(leg.target_id)]
        # The promising first: then most of the others need not be worked out to be known as slower.
        for least, leg, onward in sorted([(_least_weeks(*pair), *pair) for pair in pairs]):
            known = best.get(onward.target_id)
            if onward.target_id == origin_id or (known is not None and least * 10 > known.tenths + 1):
                continue
            route = self._route((leg, onward))
            if known is None or by_time(route) < by_time(known):
                best[onward.target_id] = route
        return tuple(best_first(best.values(), Ranking.TIME))

    def pairs(self, most: int) -> Sequence[tuple[str, str]]:
        """Up to so many pairs of roles that routes of several steps connect and no pathway of their own does.

        Those of the fewest steps go first, of these the ones with the most ways out of the first and into the last.
        """
        if most not in self._pairs:
            self._pairs[most] = self._find_pairs(most)
        return self._pairs[most]

    def _find_pairs(self, most: int) -> Sequence[tuple[str, str]]:
        found: list[tuple[str, str]] = []
        reached = {origin_id: {origin_id} for origin_id in self._out}
        borders = {origin_id: {origin_id} for origin_id in self._out}
        for length in range(1, MOST_STEPS + 1):
            for origin_id, border in borders.items():
                onward = {leg.target_id for role_id in border for leg in self._out.get(role_id, ())}
                borders[origin_id] = onward - reached[origin_id]
                reached[origin_id] |= onward
            if length > 1:
                found += self._best_connected((each, target) for each, to in borders.items() for target in to)
            if len(found) >= most:
                break
        return found[:most]

    def _best_connected(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Pairs, first those with the most ways out of the first role and into the second, then by their ids."""
        return sorted(pairs, key=lambda pair: (-len(self._out[pair[0]]) - len(self._into[pair[1]]), pair))

    def _steps_to(self, target_id: str) -> Mapping[str, int]:
        """The roles that lead to one, with the least number of steps."""
        steps = {target_id: 0}
        border = {target_id}
        for length in range(1, MOST_STEPS):
            border = {each for role_id in border for each in self._into.get(role_id, ())} - steps.keys()
            steps |= dict.fromkeys(border, length)
        return steps

    def _ways(
        self, origin_id: str, target_id: str, length: int, steps_left: Mapping[str, int]
    ) -> Iterator[tuple[Leg, ...]]:
        """The ways of exactly so many steps."""

        def go_on(way: tuple[Leg, ...], seen: frozenset[str]) -> Iterator[tuple[Leg, ...]]:
            left = length - len(way) - 1
            for leg in self._out.get(way[-1].target_id if way else origin_id, ()):
                here = leg.target_id
                if here == target_id:
                    if left == 0:
                        yield (*way, leg)
                elif here not in seen and steps_left.get(here, MOST_STEPS) <= left:
                    yield from go_on((*way, leg), seen | {here})

        if origin_id != target_id:
            yield from go_on((), frozenset({origin_id}))

    def _route(self, legs: Sequence[Leg]) -> Route:
        known: set[str] = set()
        steps = []
        for leg in legs:
            steps.append(_step(leg, known))
            known.update(key for key, _ in leg.learns)
        return Route(steps=tuple(steps), pays=tuple(self.pays.get(leg.target_id) for leg in legs))


def _least_weeks(first: Leg, second: Leg) -> float:
    """Weeks that two legs take at least: if all that the second teaches were known."""
    hours = second.hours if second.sets_pace else second.hours - sum(hours for _, hours in second.learns if hours > 0)
    return first.hours / first.hours_a_week + max(hours, 0) / second.hours_a_week


def _step(leg: Leg, known: set[str]) -> Step:
    """A pathway after others have taught some skills: what it teaches of them again need not be learnt.

    Where its skills take more hours than its phases, they are learnt side by side: each saves its share of the phases,
    rounded down. Who is at school or in a trade for a set time saves none.
    """
    again = [(key, hours) for key, hours in leg.learns if key in known]
    repeated = sum(hours for _, hours in again if hours > 0)
    whole = sum(hours for _, hours in leg.learns if hours > 0)
    saved = 0 if leg.sets_pace or not repeated else repeated * leg.hours // max(leg.hours, whole)
    return Step(leg=leg, twice=tuple(key for key, _ in again), saved=saved)


def make_graph(listings: Iterable[Listing], roles: Iterable[Role], names: SkillNames) -> Graph:
    """The graph of a catalog; what a role pays is what official figures say, else the last guide that leads to it."""
    listed = list(listings)
    stated = {each.target.id: each.facts.stated_pay for each in listed if each.facts.stated_pay}
    pays = {role_id: stop_pay(pay)._replace(is_estimate=True) for role_id, pay in stated.items()}
    pays |= {role.id: stop_pay(role.pay) for role in roles if role.pay}
    return Graph((_leg(each, names) for each in listed), pays)


def stop_pay(pay: Pay) -> StopPay:
    """A pay as one figure: the median, else the mid-point rounded down."""
    amount = pay.median or (pay.range.low + pay.range.high) // 2
    return StopPay(amount=amount, kind=f"{pay.range.currency} {pay.place}")


def _leg(listing: Listing, names: SkillNames) -> Leg:
    study, figures = listing.facts.study, listing.facts.figures
    assert figures is not None, "a listing has both its roles"
    hours_by_slug: dict[str, int] = {}
    for name, _, hours in listing.facts.learns:
        key = names.slug_of(name)
        hours_by_slug[key] = max(hours, hours_by_slug.get(key, hours))
    return Leg(
        slug=listing.slug,
        origin_id=listing.origin.id,
        target_id=listing.target.id,
        hours=study.hours,
        hours_a_week=study.hours_a_week,
        sets_pace=bool(study.gate and study.gate.sets_pace),
        level=figures.difficulty.level,
        learns=tuple(hours_by_slug.items()),
    )


def _months(weeks: Fraction) -> Months:
    """From the weeks at one's pace to a third more, in months, each rounded up."""
    months = weeks / WEEKS_A_MONTH
    return Months(low=_up(months), high=_up(months * HIGH_OVER_LOW))


def _up(number: Fraction) -> int:
    return -(-number.numerator // number.denominator)
