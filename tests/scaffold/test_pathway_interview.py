"""What is asked about a new pathway and its roles, and what becomes of the answers."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from site_gen.model.pathway import Gate
from site_gen.scaffold.author import Refused
from site_gen.scaffold.pathway import NewPathway
from site_gen.scaffold.pathway_interview import Wanted, plan_pathway
from tests.scaffold.authors import Scripted, around, script

TODAY = date(2026, 1, 10)


def plan(
    folder: Path, author: Scripted, *ends: str, files: dict[str, str] | None = None, **given: Any
) -> tuple[NewPathway, dict[str, str]]:
    wanted = Wanted(origin=ends[0], target=ends[1], **given)
    pathway, texts = plan_pathway(author, around(folder, files), wanted, TODAY)
    return pathway, dict(texts)


def test_a_script_with_known_roles_is_asked_nothing(tmp_path: Path) -> None:
    author = script()
    pathway, texts = plan(tmp_path, author, "baker", "Pipeline engineer")
    assert (pathway.slug, texts, author.heard) == ("baker-to-data-engineer", {}, [])
    assert (pathway.summary, pathway.hours_a_week, pathway.gate) == ("", None, None)
    assert pathway.reviewed == TODAY


def test_summary_hours_and_gate_are_asked_for(tmp_path: Path) -> None:
    author = Scripted(answers=["x" * 161, "From dough to data.", "0", "ten", "8", "certifcate", "certificate"])
    pathway, _ = plan(tmp_path, author, "baker", "data-engineer")
    assert (pathway.summary, pathway.hours_a_week, pathway.gate) == ("From dough to data.", 8, Gate.CERTIFICATE)
    summary = "Summary, one sentence (Enter leaves it for later) [] --summary"
    hours = "Hours of study a week [10] --hours"
    gate = "What the law or the trade asks for first: none, certificate, licence or degree [none] --gate"
    assert author.heard == [
        summary,
        "It has 161 characters; at most 160 fit on a card.",
        summary,
        hours,
        "`0` is not a number of hours from 1 to 80.",
        hours,
        "`ten` is not a number of hours from 1 to 80.",
        hours,
        gate,
        "`certifcate` is not one of them; the nearest is `certificate`.",
        gate,
    ]


def test_enter_leaves_all_of_them_to_the_site(tmp_path: Path) -> None:
    pathway, _ = plan(tmp_path, Scripted(answers=["", "", ""]), "baker", "data-engineer")
    assert (pathway.summary, pathway.hours_a_week, pathway.gate) == ("", None, None)


def test_the_nearest_role_is_offered_for_an_unknown_one(tmp_path: Path) -> None:
    author = Scripted(answers=[""])
    pathway, texts = plan(tmp_path, author, "bakker", "cook", summary="S.", hours=10, gate="none")
    assert (pathway.slug, texts) == ("baker-to-cook", {})
    assert author.heard == ["No role is called `bakker`. Use `baker`? [Y/n]"]


def test_a_role_that_is_only_somewhat_alike_takes_a_yes(tmp_path: Path) -> None:
    clerk = {"roles/radiologist.md": "---\nname: Radiologist\nfamily: Health\n---\n\nSees through.\n"}
    author = Scripted(answers=["", "n"])
    with pytest.raises(Refused):
        plan(tmp_path, author, "Cardiologist", "cook", files=clerk)
    assert author.heard == ["No role is called `Cardiologist`. Use `radiologist`? [y/N]", "Write it, too? [Y/n]"]


def test_the_role_it_leads_from_is_not_offered_as_its_aim(tmp_path: Path) -> None:
    author = Scripted(answers=["n"])
    with pytest.raises(Refused, match="Nothing was written"):
        plan(tmp_path, author, "baker", "bakker", summary="S.", hours=10, gate="none")
    assert author.heard == ["No role is called `bakker`. Write it, too? [Y/n]"]


def test_an_unknown_role_is_written_too_when_its_author_agrees(tmp_path: Path) -> None:
    author = Scripted(answers=["n", "y", "Kitchen", "none"])
    pathway, texts = plan(tmp_path, author, "bakker", "cook", summary="S.", hours=10, gate="none")
    assert pathway.slug == "bakker-to-cook"
    assert list(texts) == ["roles/bakker.md"]
    assert texts["roles/bakker.md"].startswith("---\nname: Bakker\nplural: Bakkers\nfamily: Kitchen\n---\n")
    assert author.heard[:3] == [
        "No role is called `bakker`. Use `baker`? [Y/n]",
        "Write it, too? [Y/n]",
        "The new role `Bakker`:",
    ]


def test_both_roles_can_be_new(tmp_path: Path) -> None:
    pathway, texts = plan(tmp_path, script(), "Zookeeper", "registered-nurse", with_roles=True)
    assert pathway.slug == "zookeeper-to-registered-nurse"
    assert sorted(texts) == ["roles/registered-nurse.md", "roles/zookeeper.md"]
    assert pathway.target.zone == 3


def test_the_family_of_the_first_new_role_is_offered_for_the_second(tmp_path: Path) -> None:
    author = Scripted(answers=["y", "y", "Zoo", "none", "zoo", "none"])
    plan(tmp_path, author, "Zookeeper", "Vet", summary="S.", hours=10, gate="none")
    assert [line for line in author.heard if line.startswith("Family")] == [
        "Family (Data & AI, Kitchen, or a new one) [None] --family",
        "Family (Data & AI, Kitchen, Zoo, or a new one) [None] --family",
    ]


def test_a_script_with_roles_is_told_of_the_nearest(tmp_path: Path) -> None:
    author = script()
    _, texts = plan(tmp_path, author, "bakker", "cook", with_roles=True)
    assert list(texts) == ["roles/bakker.md"]
    assert author.heard == [
        "Note: No role is called `bakker`. The nearest is `baker`. It is written, too.",
    ]


@pytest.mark.parametrize(
    ("ends", "given", "files", "reason"),
    [
        pytest.param(
            ("bakker", "cook"),
            {},
            {},
            "No role is called `bakker`. The nearest is `baker`. "
            "Give the id of a role, or add --with-roles to write this one, too.",
            id="an unknown role with a near one",
        ),
        pytest.param(
            ("cook", "Astronaut"),
            {},
            {},
            "No role is called `Astronaut`. Give the id of a role, or add --with-roles to write this one, too.",
            id="an unknown role like none",
        ),
        pytest.param(
            ("cook", "Cook"),
            {},
            {},
            "A pathway leads from one role to another, and both are `cook`.",
            id="one role twice",
        ),
        pytest.param(
            ("astronaut", "Astronaut"),
            {"with_roles": True},
            {},
            "A pathway leads from one role to another, and both are `astronaut`.",
            id="one new role twice",
        ),
        pytest.param(
            ("cook", "baker"),
            {},
            {},
            "content/pathways/cook-to-baker.md is there already. Nothing was written.",
            id="a pathway that is there",
        ),
        pytest.param(
            ("cook", "data-engineer"),
            {},
            {"roles/data-engineer.md": "---\nnme: x\n---\n"},
            "content/roles/data-engineer.md has errors. Mend them first: `waymark check` lists them.",
            id="a role with errors",
        ),
        pytest.param(
            ("hand", "baker"),
            {},
            {
                "roles/cook.md": "---\nname: Cook\nfamily: Kitchen\naliases: [Hand]\n---\n\nCooks.\n",
                "roles/waiter.md": "---\nname: Waiter\nfamily: Kitchen\naliases: [Hand]\n---\n\nWaits.\n",
            },
            "`hand` can be `cook` or `waiter`. Give the id.",
            id="another name of two roles",
        ),
        pytest.param(
            ("料理人", "baker"),
            {},
            {},
            "`料理人` makes no id. Write the role first: waymark new role '料理人' --id ID",
            id="a name without an id",
        ),
        pytest.param(
            ("Cook!", "baker"),
            {"with_roles": True},
            {},
            "`Cook!` would be content/roles/cook.md, which is `Cook`. "
            "Write the role first: waymark new role 'Cook!' --id ID",
            id="a name that makes the id of a role",
        ),
        pytest.param(
            ("Chef", "Chef!"),
            {"with_roles": True},
            {},
            "`Chef` and `Chef!` both make the id `chef`. Write the role first: waymark new role 'Chef!' --id ID",
            id="two new names that make one id",
        ),
        pytest.param(
            ("cook", "x" * 101),
            {"with_roles": True},
            {},
            "The id of a role has at most 100 characters, not 101. Give a shorter name.",
            id="an endless name",
        ),
        pytest.param(
            ("baker", "cook"),
            {"summary": "x" * 161},
            {},
            "The summary has 161 characters; at most 160 fit on a card.",
            id="a summary too long",
        ),
        pytest.param(("baker", " "), {}, {}, "What was given for a role is empty.", id="an empty name"),
    ],
)
def test_what_cannot_be_is_refused(
    tmp_path: Path, ends: tuple[str, str], given: dict[str, Any], files: dict[str, str], reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        plan(tmp_path, script(), *ends, files=files, **given)
    assert str(refused.value) == reason


def test_an_author_who_wants_neither_gets_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"^No role is called `bakker`\. Nothing was written\.$"):
        plan(tmp_path, Scripted(answers=["n", "n"]), "bakker", "cook")
    author = Scripted(answers=["n"])
    with pytest.raises(Refused):
        plan(tmp_path, author, "astronaut", "cook")
    assert author.heard == ["No role is called `astronaut`. Write it, too? [Y/n]"]
