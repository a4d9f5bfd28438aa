"""What the two roles of a pathway pay, and the sentences beside it."""

from dataclasses import replace

from site_gen.diagnostic import Place
from site_gen.model.pathway import Pathway, StatedSalary
from site_gen.model.role import Role
from site_gen.render.corrections import Correction
from site_gen.render.pay import NOT_COMPARABLE, POPULATIONS, PayView, pay_in_words, pay_view, sources_in_words
from tests.samples import BAKER, COOK, ROLES, bare_pathway, card, pathway, pay, role


def view(made: Pathway, roles: tuple[Role, ...] = ROLES) -> PayView | None:
    return pay_view(made, card(made, roles=roles))


def test_nothing_is_said_where_no_pay_is_known() -> None:
    assert view(bare_pathway(), roles=(role("Cook"), role("Waiter"))) is None


def test_guides_own_ranges_stand_before_the_official_ones() -> None:
    found = view(pathway())
    assert found is not None
    assert [row.words for row in found.rows] == [
        "$30,000 to $52,500, mid-point $41,250",
        "$42k to $84k, mid-point $63k",
    ]
    overlap, opinion = found.notes
    assert overlap == (
        "On $42k or more already? The ranges overlap from $42k to $52.5k. "
        "Worst case within these ranges, from $52.5k to $42k: −20%."
    )
    assert opinion == (
        "Second opinion: by official figures (Guild survey, Elsewhere, March 2026) the medians are $40k and $44k, "
        "a difference of +10%. They are those of Cooks, Restaurant (35-2014), the nearest occupation with figures "
        f"of its own, and Bakers (51-3011), an occupation of its own. {POPULATIONS}"
    )


def test_official_medians_promise_nothing() -> None:
    found = view(pathway(salary=None, salary_change=None))
    assert found is not None
    assert found.rows[0].words == "$30k to $50k, median $40k"
    assert found.notes[-1] == POPULATIONS


def test_ranges_that_do_not_meet_have_no_overlap() -> None:
    apart = StatedSalary(origin=pay(30_000, 40_000), target=pay(50_000, 60_000))
    found = view(pathway(salary=apart, salary_change=None))
    assert found is not None
    assert found.notes[0] == "Worst case within these ranges, from $40k to $50k: +25%."


def test_overlap_from_the_bottom_of_the_old_range_asks_nothing() -> None:
    lower = StatedSalary(origin=pay(40_000, 70_000), target=pay(30_000, 60_000))
    found = view(pathway(salary=lower, salary_change=None))
    assert found is not None
    assert found.notes[0] == (
        "The ranges overlap from $40k to $60k. Worst case within these ranges, from $70k to $30k: −57%."
    )


def test_two_currencies_are_not_compared() -> None:
    baker = replace(BAKER, pay=pay(36_000, 70_000, currency="EUR"))
    found = view(pathway(salary=None, salary_change=None), roles=(COOK, baker))
    assert found is not None
    assert NOT_COMPARABLE in found.notes
    assert found.rows[1].words.startswith("€36k")


def test_role_without_pay_is_named() -> None:
    found = view(bare_pathway())
    assert found is not None
    assert [row.name for row in found.rows] == ["Cook"]
    assert "What Waiter pays is not known, so there is nothing to compare." in found.notes


def test_same_source_is_said_once() -> None:
    assert sources_in_words([pay(1, 2), pay(3, 4)]) == "Guild survey, Elsewhere, March 2026"


def test_median_is_called_median() -> None:
    official = pay(103_570, 188_700, median=140_300)
    assert pay_in_words(official) == "$103,570 to $188,700, median $140,300"
    assert pay_in_words(replace(official, spread="middle half")) == (
        "$103,570 to $188,700 (middle half), median $140,300"
    )


def test_source_that_both_rows_share_is_said_once_above_them() -> None:
    found = view(pathway(salary=None, salary_change=None))
    assert found is not None
    assert found.source == "Guild survey, Elsewhere, March 2026"
    assert [row.source for row in found.rows] == [
        "Cooks, Restaurant (35-2014), the nearest occupation with figures of its own.",
        "Bakers (51-3011), an occupation of its own.",
    ]


def test_two_sources_stand_with_their_rows() -> None:
    older = replace(BAKER, pay=replace(pay(36_000, 70_000), release="2025-03"))
    found = view(pathway(salary=None, salary_change=None), roles=(COOK, older))
    assert found is not None
    assert found.source == ""
    assert [row.source for row in found.rows] == [
        "Cooks, Restaurant (35-2014), the nearest occupation with figures of its own; "
        "Guild survey, Elsewhere, March 2026.",
        "Bakers (51-3011), an occupation of its own; Guild survey, Elsewhere, March 2025.",
    ]


def test_ranges_of_a_guide_are_no_occupations() -> None:
    found = view(pathway())
    assert found is not None
    assert [row.source for row in found.rows] == ["", ""]


def test_pay_is_corrected_where_it_is_stated() -> None:
    place = Place(path="x", line=7)
    cook, baker = (replace(each, places={"salary": place}) for each in (COOK, BAKER))
    official, own = pathway(salary=None, salary_change=None), pathway(places={"salary": place})
    by_role = pay_view(official, card(official, roles=(cook, baker)), "https://a.example/{path}#{line}")
    by_guide = pay_view(own, card(own, roles=(cook, baker)), "https://a.example/{path}#{line}")
    assert by_role is not None
    assert by_role.correction is None
    assert [row.correction for row in by_role.rows] == [
        Correction(address="https://a.example/content/roles/Cook.md#7", of="the pay of Cook"),
        Correction(address="https://a.example/content/roles/Baker.md#7", of="the pay of Baker"),
    ]
    assert by_guide is not None
    assert by_guide.correction == Correction(
        address="https://a.example/content/pathways/cook-to-baker.md#7", of="both ranges"
    )
    assert [row.correction for row in by_guide.rows] == [None, None]
