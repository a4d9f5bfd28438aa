"""What is asked about a new role, and what becomes of the answers."""

from pathlib import Path

import pytest

from site_gen.model.role import Fit
from site_gen.scaffold.author import Refused
from site_gen.scaffold.occupations import read_occupations
from site_gen.scaffold.role import NewRole
from site_gen.scaffold.role_interview import Given, free_id, plan_role
from tests.scaffold.authors import Scripted, around, script
from tests.scaffold.tables import CSV, TABLE

DATABASE, SCIENTISTS, NURSES, COOKS, BAKERS = read_occupations(CSV, TABLE, "")[0]
OCCUPATION = "Occupation (a number, a code, other words to look for, or none)"


def plan(folder: Path, author: Scripted, name: str, given: Given, files: dict[str, str] | None = None) -> NewRole:
    return plan_role(author, around(folder, files), given, name=name, identity="x")


def new(name: str, **values: object) -> NewRole:
    known: dict[str, object] = {"id": "x", "name": name, "plural": f"{name}s", "family": "Kitchen"}
    return NewRole(**{**known, **values})  # type: ignore[arg-type] # each test names the fields it needs


def test_everything_that_is_missing_is_asked_for(tmp_path: Path) -> None:
    author = Scripted(answers=["kitchen", "1", "parent"])
    assert plan(tmp_path, author, "Data Architect", Given()) == new("Data Architect", figures=DATABASE, fit=Fit.PARENT)
    assert author.heard == [
        "Family (Data & AI, Kitchen, or a new one) [None] --family",
        "Official occupations nearest to `Data Architect`:",
        "  1  15-1243  Database Architects (139,500 USD)",
        "  2  15-2051  Data Scientists (120,230 USD)",
        f"{OCCUPATION} [none] --occupation",
        "How well Database Architects covers the role: exact, near, parent or group [near] --fit",
    ]


def test_nothing_is_asked_that_was_given(tmp_path: Path) -> None:
    given = Given(family="Kitchen", occupation="51-3011", fit=Fit.GROUP, plural="Xes")
    author = Scripted()
    assert plan(tmp_path, author, "X", given) == new("X", plural="Xes", figures=BAKERS, fit=Fit.GROUP)
    assert author.heard == []


def test_a_title_that_is_the_name_is_offered_first_and_fits_exactly(tmp_path: Path) -> None:
    author = Scripted(answers=[""])
    given = Given(family="Kitchen")
    assert plan(tmp_path, author, "Data Scientist", given) == new("Data Scientist", figures=SCIENTISTS, fit=Fit.EXACT)
    assert author.heard[-1] == f"{OCCUPATION} [1] --occupation"


def test_other_words_look_for_other_titles_and_a_code_may_be_typed(tmp_path: Path) -> None:
    author = Scripted(answers=["zzz", "nurse", "35-2014", "near"])
    assert plan(tmp_path, author, "Saucier", Given(family="Kitchen")).figures == COOKS
    assert [line for line in author.heard if line.startswith(("No title", "Official"))] == [
        "No title is like `Saucier`.",
        "No title is like `zzz`.",
        "Official occupations nearest to `nurse`:",
    ]


@pytest.mark.parametrize(
    ("answers", "family"),
    [
        pytest.param(["KITCHEN"], "Kitchen", id="one that exists, in capitals"),
        pytest.param(["Kichen", "y"], "Kitchen", id="a misspelt one, mended"),
        pytest.param(["Kichen", "n"], "Kichen", id="a misspelt one, meant"),
        pytest.param(["Health"], "Health", id="a new one"),
    ],
)
def test_a_family_that_nearly_exists_is_asked_about(tmp_path: Path, answers: list[str], family: str) -> None:
    author = Scripted(answers=answers)
    assert plan(tmp_path, author, "X", Given(occupation="none")).family == family
    assert author.answers == []


def test_a_site_without_a_table_asks_for_no_occupation(tmp_path: Path) -> None:
    author = Scripted(answers=["Kitchen"])
    assert plan(tmp_path, author, "X", Given(), {"site.yaml": ""}) == new("X")


def test_a_script_is_asked_nothing_and_gets_marks(tmp_path: Path) -> None:
    author = script()
    mark = "FILL IN: the group of roles it belongs to, such as Data & AI or Kitchen"
    assert plan(tmp_path, author, "Data Wrangler", Given()) == new("Data Wrangler", family=mark)
    assert author.heard == []


def test_a_script_gets_the_occupation_of_that_name(tmp_path: Path) -> None:
    given = Given(family="Kichen")
    author = script()
    made = plan(tmp_path, author, "Registered Nurse", given)
    assert made == new("Registered Nurse", family="Kichen", figures=NURSES, fit=Fit.EXACT)
    assert author.heard == ["Note: `Kichen` is a new family; `Kitchen` exists."]


@pytest.mark.parametrize(
    ("given", "files", "reason"),
    [
        pytest.param(
            Given(occupation="99-9999"),
            {},
            "The table of occupations has no `99-9999`. Give a code of it, or none.",
            id="a code that the table has not",
        ),
        pytest.param(
            Given(occupation="Data Scientits"),
            {},
            "The table of occupations has no `Data Scientits`. Give a code of it, such as 15-2051 (Data Scientists), "
            "or none.",
            id="a misspelt title",
        ),
        pytest.param(
            Given(occupation="15-1243"),
            {"site.yaml": ""},
            "site.yaml names no table of occupations: add `occupations:` to it, or leave --occupation out.",
            id="no table",
        ),
        pytest.param(
            Given(occupation="none", fit=Fit.NEAR),
            {},
            "--fit says how well an occupation covers the role: give --occupation, too.",
            id="a fit of nothing",
        ),
        pytest.param(
            Given(),
            {"occupations.csv": "code\n"},
            "Mend content/occupations.csv, or add --occupation none. Nothing was written.",
            id="a table with faults",
        ),
        pytest.param(Given(plural=" "), {}, "What was given for --plural is empty.", id="an empty plural"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, given: Given, files: dict[str, str], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        plan(tmp_path, script(), "X", given, files)
    assert str(refused.value) == reason
    assert bool(refused.value.diagnostics) is ("occupations.csv" in files)


@pytest.mark.parametrize(
    ("name", "typed", "identity"),
    [
        pytest.param("Pastry Chef", None, "pastry-chef", id="made of the name"),
        pytest.param("料理人", "ryorinin", "ryorinin", id="given"),
    ],
)
def test_a_new_role_gets_a_free_id(tmp_path: Path, name: str, typed: str | None, identity: str) -> None:
    author = Scripted()
    assert free_id(author, around(tmp_path), name, typed) == identity
    assert author.heard == []


@pytest.mark.parametrize(
    ("name", "typed", "reason"),
    [
        pytest.param(
            "Baker",
            None,
            "`Baker` is a role already: content/roles/baker.md. Nothing was written.",
            id="the name of a role",
        ),
        pytest.param(
            "Chef",
            "cook",
            "content/roles/cook.md is `Cook`. Give `Chef` another id with --id. Nothing was written.",
            id="the id of a role",
        ),
        pytest.param(
            "Baker!",
            None,
            "content/roles/baker.md is `Baker`. Give `Baker!` another id with --id. Nothing was written.",
            id="a name that makes the id of a role",
        ),
        pytest.param(
            "x" * 101,
            None,
            "The id has 101 characters; at most 100 are possible. Give a shorter one with --id.",
            id="an endless name",
        ),
        pytest.param(
            "Pipeline Engineer",
            None,
            "`Pipeline Engineer` is a role already: content/roles/data-engineer.md. Nothing was written.",
            id="another name of a role",
        ),
        pytest.param(
            "Chef",
            "Head Chef",
            "Give the role an id with --id: small letters, digits and hyphens, such as head-chef.",
            id="an id with a space",
        ),
        pytest.param(
            "料理人",
            None,
            "Give the role an id with --id: small letters, digits and hyphens, such as data-engineer.",
            id="a name without such letters",
        ),
        pytest.param(
            "Chef", "../x", "Give the role an id with --id: small letters, digits and hyphens, such as x.", id="a path"
        ),
    ],
)
def test_a_name_or_id_that_is_taken_or_none_is_refused(
    tmp_path: Path, name: str, typed: str | None, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        free_id(Scripted(), around(tmp_path), name, typed)
    assert str(refused.value) == reason


def test_a_name_that_nearly_exists_is_asked_about(tmp_path: Path) -> None:
    content = around(tmp_path)
    said = "`Data Enginer` is nearly `Data Engineer`, content/roles/data-engineer.md."
    author = Scripted(answers=["y"])
    assert free_id(author, content, "Data Enginer", None) == "data-enginer"
    assert author.heard == [f"{said} Write another role? [y/N]"]
    with pytest.raises(Refused, match=r"^Nothing was written\.$"):
        free_id(Scripted(answers=[""]), content, "Data Enginer", None)
    alone = script()
    assert free_id(alone, content, "Data Enginer", None) == "data-enginer"
    assert alone.heard == [f"Note: {said}"]
