"""Names of roles: ids, plurals, and which role is meant."""

import pytest

from site_gen.scaffold.naming import NEARLY, called, nearest_role, plural_of, role_id, role_name, same_name
from tests.samples import role

ROLES = (
    role("Baker", aliases=("Bread maker",)),
    role("Cook", aliases=("Chef de partie", "Kitchen hand")),
    role("Waiter", aliases=("Kitchen hand",)),
)


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        pytest.param("Data Engineer", "data-engineer", id="two words"),
        pytest.param("Pâtissière", "patissiere", id="accents"),
        pytest.param("R&D/QA Lead", "r-d-qa-lead", id="signs"),
        pytest.param("C Developer", "c-developer", id="a language of one letter"),
        pytest.param("C++ Developer", "c-plus-plus-developer", id="the same with plus signs"),
        pytest.param("C# Developer", "c-sharp-developer", id="the same with a hash sign"),
        pytest.param("Baker #2", "baker-2", id="a hash sign before a number"),
        pytest.param("Ship's Cook", "ships-cook", id="an apostrophe"),
        pytest.param("料理人", "", id="no letter that an address has"),
    ],
)
def test_an_id_has_small_letters_digits_and_hyphens(name: str, identity: str) -> None:
    assert role_id(name) == identity


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        pytest.param("data-engineer", "Data Engineer", id="an id"),
        pytest.param("director-of-photography", "Director of Photography", id="an id with a small word"),
        pytest.param("baker", "Baker", id="one word"),
        pytest.param("UX Designer", "UX Designer", id="a name"),
        pytest.param("data engineer", "data engineer", id="a name in small letters"),
    ],
)
def test_an_id_is_a_name_in_capitals_and_a_name_stays(typed: str, name: str) -> None:
    assert role_name(typed) == name


@pytest.mark.parametrize(
    ("name", "plural"),
    [
        pytest.param("Baker", "Bakers", id="usual"),
        pytest.param("Actuary", "Actuaries", id="a consonant and y"),
        pytest.param("Attorney", "Attorneys", id="a vowel and y"),
        pytest.param("Coach", "Coaches", id="ch"),
        pytest.param("Boss", "Bosses", id="s"),
        pytest.param("Fireman", "Firemen", id="man"),
    ],
)
def test_plural_is_the_usual_one(name: str, plural: str) -> None:
    assert plural_of(name) == plural


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Web Developer", "Web Developers", True, id="singular and plural"),
        pytest.param("web-developers", "Web Developer", True, id="hyphen and capitals"),
        pytest.param("Web Developer", "Web Development", False, id="another word"),
    ],
)
def test_one_name_is_known_in_both_numbers(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        pytest.param("baker", ["baker"], id="an id"),
        pytest.param("BAKER", ["baker"], id="a name in capitals"),
        pytest.param("bread-maker", ["baker"], id="another name, with a hyphen"),
        pytest.param("Bakers", ["baker"], id="the plural"),
        pytest.param("kitchen hand", ["cook", "waiter"], id="another name of two"),
        pytest.param("bakker", [], id="a misspelt one"),
    ],
)
def test_a_role_is_found_by_each_of_its_names(typed: str, ids: list[str]) -> None:
    assert [each.id for each in called(typed, ROLES)] == ids


def test_a_name_goes_before_another_name_of_a_role() -> None:
    chef = role("Chef de partie")
    assert called("chef de partie", (*ROLES, chef)) == (chef,)


@pytest.mark.parametrize(
    ("typed", "identity"),
    [
        pytest.param("bakker", "baker", id="a letter too many"),
        pytest.param("chef de party", "cook", id="nearly another name"),
        pytest.param("astronaut", None, id="like none"),
    ],
)
def test_the_nearest_role_is_named_by_any_of_its_names(typed: str, identity: str | None) -> None:
    found = nearest_role(typed, ROLES)
    assert (found.id if found else None) == identity


@pytest.mark.parametrize(
    ("typed", "name", "like"),
    [
        pytest.param("Develper Backend", "Developer Backend", True, id="a slip in one word"),
        pytest.param("Front-end Developer", "Frontend Developer", True, id="one word written as two"),
        pytest.param("Front end Develper", "Frontend Developer", True, id="the same with a slip"),
        pytest.param("Kotlin Developer", "Frontend Developer", False, id="another language"),
        pytest.param("Security Engineer", "Algorithm Engineer", False, id="another field"),
        pytest.param("DevOps Engineer", "MLOps Engineer", False, id="another half of a word"),
        pytest.param("QA Engineer", "Data Engineer", False, id="another short word"),
        pytest.param("UX Designer", "UI Designer", False, id="another letter of two"),
        pytest.param("Lead Data Engineer", "Data Engineer", False, id="a word more"),
        pytest.param("Engineer", "Engine Engineer", False, id="a word less"),
        pytest.param("Electrical Engineering Physicist", "Electrical Engineering Surgeon", False, id="the last word"),
    ],
)
def test_a_role_is_near_only_if_every_word_is(typed: str, name: str, like: bool) -> None:
    assert (nearest_role(typed, (role(name),)) is not None) is like


def test_a_frontend_developer_is_not_nearly_a_backend_developer() -> None:
    assert nearest_role("Frontend Developer", (role("Backend Developer"),), cutoff=NEARLY) is None
    assert nearest_role("Backend Develeper", (role("Backend Developer"),), cutoff=NEARLY) is not None
