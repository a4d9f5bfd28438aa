"""A role's file becomes its value; what is missing, misspelt or out of order is said once."""

import pytest

from site_gen.decode.role import read_role
from site_gen.model.money import MoneyRange, Pay
from site_gen.model.role import Fit, Occupation, Outlook, Role
from tests.said import said, source

NAMES = "name: Backend Developer\nfamily: Software\n"


def read(
    front: str, *, body: str = "What one does.", key: str = "roles/backend-developer.md"
) -> tuple[Role | None, list[str]]:
    role, found = read_role(source(f"---\n{front}\n---\n\n{body}\n", key), currency="EUR")
    return role, said(found)


def test_name_and_family_are_enough() -> None:
    role, found = read(NAMES)
    assert found == []
    assert role is not None
    assert (role.id, role.name, role.plural, role.family) == (
        "backend-developer",
        "Backend Developer",
        "Backend Developers",
        "Software",
    )
    assert (role.pay, role.outlook, role.occupation, role.zone) == (None, None, None, None)
    assert role.about.html == "<p>What one does.</p>"


def test_every_key_is_read() -> None:
    role, found = read(
        NAMES
        + "plural: Devs\naliases: [API developer]\nzone: 4\n"
        + "occupation: { code: 15-1252, title: Software Developers, fit: near }\n"
        + "salary:\n  low: 105210\n  median: 135,980\n  high: 171980\n  currency: USD\n"
        + "  spread: 25th to 75th percentile\n"
        + "  place: United States\n  source: BLS OEWS\n  as_of: 2025-05\n"
        + "outlook: { growth: 15.8%, period: 2024-34, openings: 115200, source: BLS }\n"
    )
    assert found == []
    assert role is not None
    assert (role.plural, role.aliases, role.zone) == ("Devs", ("API developer",), 4)
    assert role.occupation == Occupation(code="15-1252", title="Software Developers", fit=Fit.NEAR)
    assert role.pay == Pay(
        range=MoneyRange(low=105210, high=171980),
        median=135980,
        spread="25th to 75th percentile",
        place="United States",
        source="BLS OEWS",
        release="2025-05",
    )
    assert role.outlook == Outlook(growth=15.8, period="2024–34", openings=115200, source="BLS")


def test_pay_without_a_currency_is_in_the_sites() -> None:
    role, found = read(NAMES + "salary: {low: 30000, high: 30000, source: A}")
    assert found == []
    assert role is not None
    assert role.pay is not None
    assert role.pay.range == MoneyRange(low=30000, high=30000, currency="EUR")


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        pytest.param(
            "name: A", "1:1+3 W103 the key `family` is missing -- add a line `family: Software`", id="missing"
        ),
        pytest.param("name: A\nfamly: B", "3:1+5 W101 there is no key `famly` -- write `family`", id="misspelt"),
        pytest.param(
            NAMES + "zone: 6", "4:7+1 W112 `6` is not a job zone -- write a whole number from 1 to 5", id="zone"
        ),
        pytest.param(
            NAMES + "occupation: 15-1252",
            "4:13+7 W104 keys and values belong here, not one text or a list -- "
            "write `code:`, `title:` or `fit:` on lines of their own, indented by two spaces",
            id="occupation",
        ),
        pytest.param(
            NAMES + "occupation: {code: 15-1252, title: A, fit: nere}",
            "4:44+4 W119 `nere` is not a fit -- write `near` (exact, near, parent or group)",
            id="fit",
        ),
        pytest.param(
            NAMES + "outlook: {growth: 15.8, period: 2024-34, source: A}",
            "4:19+4 W107 `15.8` is not a percentage -- write the projected growth with its sign, `15.8%` or `-4.2%`",
            id="growth",
        ),
        pytest.param(
            NAMES + "salary: {low: $85k, high: 90000, source: A}",
            "4:15+4 W112 `$85k` is not an amount of money a year -- write `85000`, a whole number",
            id="amount",
        ),
        pytest.param(
            NAMES + "outlook:",
            "4:1+7 W111 the key has no value -- "
            "write its keys on the lines below, indented by two spaces, or remove the line",
            id="nothing under a key",
        ),
    ],
)
def test_fault_is_said_once_at_its_place(front: str, expected: str) -> None:
    assert read(front) == (None, [expected])


@pytest.mark.parametrize(
    ("figures", "place"),
    [("low: 3, median: 2, high: 4", "4:26+1"), ("low: 3, median: 5, high: 4", "4:26+1"), ("low: 5, high: 4", "4:15+1")],
    ids=["a median below", "a median above", "no median"],
)
def test_figures_rise(figures: str, place: str) -> None:
    role, found = read(f"{NAMES}salary: {{{figures}, source: A}}")
    assert role is not None
    assert role.pay is None
    assert len(found) == 1
    assert found[0].startswith(
        f"{place} W106 the figures do not rise from low over median to high -- write them in order: "
    )


def test_role_without_a_word_is_warned_about() -> None:
    assert read(NAMES, body="")[1] == [
        "1:1+3 W123 the role does not say what people in it do -- write a paragraph below the front matter"
    ]


@pytest.mark.parametrize("name", ["Backend Developer", "backend_developer", "c++", "-", "é"])
def test_file_name_is_an_id(name: str) -> None:
    assert read(NAMES, key=f"roles/{name}.md")[1] == [
        f"1:1+1 W118 `{name}` cannot be the id of a role -- "
        "rename the file: small letters, digits and hyphens, then `.md`"
    ]
