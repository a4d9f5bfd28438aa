"""A stated change of pay is held against the two ranges."""

from pathlib import Path

import pytest

from tests.checks.found import GUIDE, Found, found, guide, role

OWN = "salary:\n  from: {old}\n  to: {new}\n  source: Author's estimate{more}"


def own(old: str = "85000-140000", new: str = "120000-230000", change: str = "", more: str = "") -> dict[str, str]:
    stated = f"\nsalary_change: {change}" if change else ""
    return {GUIDE: guide(OWN.format(old=old, new=new, more=more) + stated)}


def pay(low: int, high: int, *more: str) -> tuple[str, ...]:
    return ("salary:", f"  low: {low}", f"  high: {high}", "  source: BLS", *(f"  {each}" for each in more))


@pytest.mark.parametrize("change", ["", "40%", "60%", "40-60%", "50%"])
def test_a_change_inside_the_band_is_fine(tmp_path: Path, change: str) -> None:
    assert found(tmp_path, own(change=change)) == []


def test_a_change_without_any_pay_has_no_ground(tmp_path: Path) -> None:
    assert found(tmp_path, {GUIDE: guide("salary_change: 90%")}) == [
        Found(
            "salary-change-unfounded",
            f"{GUIDE}:7:16+3",
            "nothing says what either role pays, so a change of 90% can't be checked and is not shown",
            "add `salary:` with both ranges and their source here, or to the files of both roles",
        )
    ]


@pytest.mark.parametrize("change", ["39%", "61%", "30-50%", "-40%"])
def test_a_change_outside_the_band_shows_the_arithmetic(tmp_path: Path, change: str) -> None:
    assert found(tmp_path, own(change=change)) == [
        Found(
            "salary-change-disagrees",
            f"{GUIDE}:11:16+{len(change)}",
            f"the salary change says {change}, but the two ranges give 40-60%",
            "write `40-60%` or a figure inside it, or leave `salary_change` out and it is computed",
            ("low to low: 85000 to 120000 is +41.2%; high to high: 140000 to 230000 is +64.3%",),
        )
    ]


def test_a_change_may_lie_on_both_sides_of_nothing(tmp_path: Path) -> None:
    (only,) = found(tmp_path, own("50000-100000", "40000-120000", "30%"))
    assert only.message == "the salary change says 30%, but the two ranges give -20% to 20%"


def test_two_medians_of_one_source_are_compared_with_each_other(tmp_path: Path) -> None:
    files = {
        GUIDE: guide("salary_change: 30%"),
        "roles/cook.md": role("Cook", *pay(20000, 40000, "median: 30000")),
        "roles/baker.md": role("Baker", *pay(30000, 60000, "median: 33000")),
    }
    assert found(tmp_path, files) == [
        Found(
            "salary-change-disagrees",
            f"{GUIDE}:7:16+3",
            "the salary change says 30%, but the two ranges give 10%",
            "write `10%` or a figure inside it, or leave `salary_change` out and it is computed",
            ("median to median: 30000 to 33000 is +10.0%",),
        )
    ]


@pytest.mark.parametrize(
    ("cook", "baker", "message"),
    [
        pytest.param(
            "currency: EUR",
            "currency: USD",
            "one range is in EUR, the other in USD: there is no badge",
            id="currencies",
        ),
        pytest.param(
            "place: Utah",
            "place: Ohio",
            "one range is of `Utah`, the other of `Ohio`: there is no badge",
            id="places",
        ),
        pytest.param(
            "place: Utah",
            "as_of: 2025",
            "one range is of `Utah`, the other without a place: there is no badge",
            id="a place and none",
        ),
    ],
)
def test_ranges_that_cannot_be_compared_are_reported(tmp_path: Path, cook: str, baker: str, message: str) -> None:
    files = {
        GUIDE: guide(),
        "roles/cook.md": role("Cook", *pay(20000, 40000, cook)),
        "roles/baker.md": role("Baker", *pay(30000, 60000, baker)),
    }
    help_text = "give both ranges in one currency and of one place, from one source"
    assert found(tmp_path, files) == [Found("salaries-not-comparable", f"{GUIDE}:3:5+5", message, help_text)]


def test_a_guide_s_own_ranges_are_reported_at_its_salary(tmp_path: Path) -> None:
    (only,) = found(tmp_path, own("$85k-$140k", "€120k-€230k"))
    assert (only.fault, only.place) == ("salaries-not-comparable", f"{GUIDE}:7:1+6")
