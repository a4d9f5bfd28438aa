"""The guides make a graph that one can travel: roles have several ways, and ways join to routes."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from site_gen.model.role import Role
from tests.content.written import guides, own_content

ONE_WAY_ONLY: Final = {
    "automotive-technician": "O*NET relates it to one other role here, and BLS to none.",
    "bookkeeper": "The other role related to it is Accountant, and nobody asks for the way back.",
    "customer-service-representative": "BLS calls IT support similar; O*NET relates it to no role here.",
    "electricians-helper": "Its one related role that it can reach at once is Electrician.",
    "teaching-assistant": "Instructional Designer is related too, but the way there leads through teaching.",
}
"""Roles with a single pathway, and why the official data suggests no second one."""


def edges() -> list[tuple[str, str]]:
    return [(each.origin_id, each.target_id) for each in guides()]


def median(role: Role) -> int:
    assert role.pay
    assert role.pay.median
    return role.pay.median


def routes(steps: int) -> Iterator[tuple[str, ...]]:
    """Every way over so many pathways that passes no role twice."""
    found: list[tuple[str, ...]] = [(origin, target) for origin, target in edges()]
    for _ in range(steps - 1):
        found = [
            (*way, target) for way in found for origin, target in edges() if origin == way[-1] and target not in way
        ]
    yield from found


def test_every_role_has_two_pathways_where_the_data_allows() -> None:
    ways = Counter(role for edge in edges() for role in edge)
    roles = own_content().catalog.roles_by_id
    assert {role for role in roles if ways[role] < 2} == set(ONE_WAY_ONLY), "add a pathway, or the reason to the list"


def test_twenty_routes_of_three_steps_make_sense() -> None:
    """Each step of such a route is to higher median pay, and no pathway would have skipped one."""
    roles = own_content().catalog.roles_by_id
    sensible = []
    for route in routes(3):
        pay = [median(roles[role]) for role in route]
        skips = {(route[0], route[2]), (route[0], route[3]), (route[1], route[3])}
        if pay == sorted(pay) and not skips.intersection(edges()):
            sensible.append(route)
    assert len(sensible) >= 20
