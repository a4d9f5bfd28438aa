"""Routes: every way of one to four pathways, what is learnt once and used twice, and three rankings."""

import random
from fractions import Fraction
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model import routes
from site_gen.model.duration import Months
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.pathway import Gate
from site_gen.model.routes import Graph, Leg, Ranking, Route, StopPay, make_graph, stop_pay
from site_gen.model.skill import SkillNames
from tests.samples import bare_pathway, facts, pathway, role, sample

ROLES = "abcdef"


def leg(name: str, hours: int = 100, pace: int = 10, **changes: Any) -> Leg:
    plain = Leg(f"{name[0]}-to-{name[1]}", name[0], name[1], hours, pace, sets_pace=False, level=1, learns=())
    return plain._replace(**changes)


def found(*legs: Leg, pays: dict[str, StopPay] | None = None, way: str = "ad") -> list[Route]:
    return list(Graph(legs, pays or {}).routes(way[0], way[1]))


def ways(routes: list[Route]) -> list[str]:
    return ["".join(each.role_ids) for each in routes]


@pytest.mark.parametrize(
    ("legs", "expected"),
    [
        pytest.param((), [], id="no-pathways"),
        pytest.param((leg("ab"), leg("cd")), [], id="a-gap"),
        pytest.param((leg("da"),), [], id="against-the-direction"),
        pytest.param((leg("ad"),), ["ad"], id="one-step"),
        pytest.param((leg("ab"), leg("bc"), leg("cd")), ["abcd"], id="three-steps"),
        pytest.param((leg("ab"), leg("bc"), leg("ce"), leg("ef"), leg("fd")), [], id="five-steps-are-too-many"),
        pytest.param((leg("ab"), leg("ba"), leg("bd")), ["abd"], id="no-role-twice"),
        pytest.param((leg("ad"), leg("db"), leg("bd")), ["ad"], id="never-past-the-end"),
        pytest.param((leg("ab"), leg("bd", 0)), [], id="time-not-known"),
    ],
)
def test_routes_are_ways_of_one_to_four_pathways(legs: tuple[Leg, ...], expected: list[str]) -> None:
    assert ways(found(*legs)) == expected


def test_no_route_leads_to_where_one_is() -> None:
    assert found(leg("ab"), leg("ba"), way="aa") == []


def test_two_pathways_between_the_same_roles_are_two_routes() -> None:
    other = leg("ad", 80)._replace(slug="another")
    assert [each.slugs for each in found(leg("ad"), other)] == [("another",), ("a-to-d",)]


@given(st.integers(0, 2**32))
def test_every_way_is_found_once(seed: int) -> None:
    chance = random.Random(seed)
    pairs = [f"{a}{b}" for a, b in permutations(ROLES, 2) if chance.random() < 0.4]
    expected = sorted(
        "".join(("a", *inner, "d"))
        for length in range(4)
        for inner in permutations([each for each in ROLES if each not in "ad"], length)
        if all(f"{x}{y}" in pairs for x, y in zip(("a", *inner), (*inner, "d"), strict=True))
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(routes, "ENOUGH", 1000)
        assert sorted(ways(found(*map(leg, pairs)))) == expected


def test_where_routes_enough_are_found_longer_ones_are_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    legs = (leg("ab"), leg("bd"), leg("bc"), leg("cd"))
    assert ways(found(*legs)) == ["abd", "abcd"]
    monkeypatch.setattr(routes, "ENOUGH", 1)
    assert ways(found(*legs)) == ["abd"]


def test_skill_learnt_in_one_step_is_not_counted_in_the_next() -> None:
    first = leg("ab", learns=(("sql", 30), ("git", -1)))
    second = leg("bd", learns=(("sql", 40), ("git", -1), ("java", 50)))
    (route,) = found(first, second)
    assert [(each.twice, each.saved, each.hours) for each in route.steps] == [((), 0, 100), (("sql", "git"), 40, 60)]
    assert (route.hours, route.saved) == (160, 40)


def test_skill_of_the_first_step_is_known_in_the_third() -> None:
    (route,) = found(leg("ab", learns=(("sql", 30),)), leg("bc"), leg("cd", learns=(("sql", 30),)))
    assert [each.saved for each in route.steps] == [0, 0, 30]


def test_skills_learnt_side_by_side_save_their_share_rounded_down() -> None:
    (route,) = found(leg("ab", learns=(("sql", 9),)), leg("bd", learns=(("sql", 90), ("java", 60))))
    assert route.steps[1].saved == 90 * 100 // 150


def test_school_or_trade_takes_its_time_all_the_same() -> None:
    (route,) = found(leg("ab", learns=(("sql", 9),)), leg("bd", learns=(("sql", 90),), sets_pace=True))
    assert (route.steps[1].twice, route.steps[1].saved) == (("sql",), 0)


def test_weeks_add_up_at_the_pace_of_each_step_and_months_are_rounded_once() -> None:
    (route,) = found(leg("ab", 100, 10), leg("bd", 100, 7))
    assert route.weeks == 10 + Fraction(100, 7)
    assert route.tenths == 243
    assert route.months == Months(low=6, high=8)  # 24.29 / 4.345 = 5.59; x 4/3 = 7.45


def test_time_ranks_by_weeks_then_by_steps() -> None:
    assert ways(found(leg("ab", 50), leg("bd", 50), leg("ac", 30), leg("cd", 30), leg("ad", 100))) == [
        "acd",
        "ad",
        "abd",
    ]


def ranked(by: Ranking, *legs: Leg, pays: dict[str, StopPay] | None = None) -> list[str]:
    return ways(sorted(found(*legs, pays=pays), key=routes.ORDERS[by]))


SQUARE = (leg("ab", 10), leg("bd", 10), leg("ac", 20), leg("cd", 20), leg("ad", 90))


def paid(**amounts: int) -> dict[str, StopPay]:
    return {role_id: StopPay(amount, "USD Here") for role_id, amount in amounts.items()}


@pytest.mark.parametrize(
    ("pays", "expected"),
    [
        pytest.param(paid(b=50, c=70, d=90), ["ad", "acd", "abd"], id="the-worst-paid-job-decides"),
        pytest.param(paid(b=95, c=99, d=90), ["acd", "abd", "ad"], id="then-the-average"),
        pytest.param(paid(b=90, c=90, d=90), ["abd", "acd", "ad"], id="then-time"),
        pytest.param(paid(b=95, d=90), ["abd", "ad", "acd"], id="what-is-not-known-goes-last"),
        pytest.param(
            paid(b=95, d=90) | {"c": StopPay(999, "EUR There")},
            ["abd", "ad", "acd"],
            id="so-does-what-does-not-compare",
        ),
    ],
)
def test_pay_ranks(pays: dict[str, StopPay], expected: list[str]) -> None:
    assert ranked(Ranking.PAY, *SQUARE, pays=pays) == expected


def test_difficulty_ranks_by_the_hardest_step_then_by_time() -> None:
    assert ranked(Ranking.DIFFICULTY, *SQUARE) == ["abd", "acd", "ad"]
    hard = [each._replace(level=3) if each.slug == "b-to-d" else each for each in SQUARE]
    assert ranked(Ranking.DIFFICULTY, *hard) == ["acd", "ad", "abd"]


def test_pairs_are_those_without_a_pathway_of_their_own_nearest_first() -> None:
    graph = Graph([leg("ab"), leg("bc"), leg("cd"), leg("bd")], {})
    assert graph.pairs(9) == [("a", "d"), ("a", "c")]
    row = Graph([leg("ab"), leg("bc"), leg("cd")], {})
    assert row.pairs(9) == [("a", "c"), ("b", "d"), ("a", "d")]
    assert [row.pairs(most) for most in range(3)] == [[], [("a", "c")], [("a", "c"), ("b", "d")]]


def test_pay_of_a_stop_is_the_median_else_the_middle() -> None:
    pay = Pay(range=MoneyRange(low=10, high=21), median=12, place="Here")
    assert stop_pay(pay) == StopPay(12, "USD Here")
    assert stop_pay(Pay(range=MoneyRange(low=10, high=21))) == StopPay(15, "USD ")


def test_graph_of_a_catalog_knows_skills_by_one_name_and_pays_by_the_role_first() -> None:
    made = sample(pathway(gate=Gate.LICENCE), roles=(role("Cook"), role("Baker"))).catalog
    names = SkillNames(names_by_key={"sourdough": "Dough", "dough": "Dough"})
    graph = make_graph(made.listings, made.roles_by_id.values(), names)
    (only,) = graph.legs_from("cook")
    assert (only.hours, only.hours_a_week, only.sets_pace) == (100, 8, True)
    assert only.learns == (("patience", -1), ("dough", 64))
    stated = pathway().salary
    assert stated is not None
    assert graph.pays["baker"] == stop_pay(stated.target)._replace(is_estimate=True)


def test_pathway_without_phases_is_on_no_route() -> None:
    made = sample(bare_pathway(sections=())).catalog
    assert made.graph.legs_from("cook") == ()
    assert facts(bare_pathway(sections=())).study.hours == 0


def test_two_steps_are_the_quickest_of_two_to_each_role_also_where_one_leads_there() -> None:
    graph = Graph([leg("ab", 50), leg("bd"), leg("ac", 30), leg("cd"), leg("ad"), leg("ba")], {})
    assert ways(list(graph.two_steps("a"))) == ["acd"]
    assert graph.two_steps("d") == ()


def test_step_takes_the_months_of_the_hours_that_are_left() -> None:
    (route,) = found(leg("ab", learns=(("sql", 30),)), leg("bd", 400, learns=(("sql", 100),)))
    assert [each.months for each in route.steps] == [Months(low=3, high=4), Months(low=7, high=10)]


@given(st.integers(0, 2**32))
def test_two_steps_are_the_quickest_that_there_are(seed: int) -> None:
    chance = random.Random(seed)
    legs = [
        leg(f"{a}{b}", chance.randint(1, 900), chance.randint(1, 40), sets_pace=chance.random() < 0.2)._replace(
            learns=tuple((skill, chance.randint(1, 300)) for skill in chance.sample("xyz", k=chance.randint(0, 3)))
        )
        for a, b in permutations("abcde", 2)
        if chance.random() < 0.7
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(routes, "ENOUGH", 1000)
        graph = Graph(legs, {})
        every = [each for end in "bcde" for each in graph.routes("a", end) if len(each.steps) == 2]
    quickest = {
        end: min((each for each in every if each.role_ids[-1] == end), key=routes.by_time)
        for end in {each.role_ids[-1] for each in every}
    }
    assert {each.role_ids[-1]: each.slugs for each in graph.two_steps("a")} == {
        end: each.slugs for end, each in quickest.items()
    }
