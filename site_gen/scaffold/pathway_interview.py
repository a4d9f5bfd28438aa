"""What is given and answered about a pathway becomes a `NewPathway`, and the files of roles that it needs."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from site_gen.decode.fields import LONGEST_SUMMARY
from site_gen.decode.role import read_role
from site_gen.model.pathway import Gate
from site_gen.model.role import Role
from site_gen.model.skill import skill_key
from site_gen.nearest import listed
from site_gen.read.source import Source
from site_gen.record import record
from site_gen.scaffold.author import Author, choose, cleaned, refuse
from site_gen.scaffold.naming import LONGEST_ID, NEARLY, called, nearest_role, role_id, role_name
from site_gen.scaffold.pathway import NewPathway
from site_gen.scaffold.role import role_text
from site_gen.scaffold.role_interview import Given, plan_role
from site_gen.scaffold.surroundings import Surroundings
from site_gen.typeset import plain

NO_GATE: Final = "none"
MOST_HOURS: Final = 80


@record
class Wanted:
    """What is said of a new pathway on the command line; None where nothing is. `gate` may be `none`."""

    origin: str
    target: str
    summary: str | None = None
    hours: int | None = None
    gate: str | None = None
    with_roles: bool = False


def plan_pathway(
    author: Author, around: Surroundings, wanted: Wanted, today: date
) -> tuple[NewPathway, Mapping[str, str]]:
    """A new pathway, and the texts of the roles to write with it, by their keys."""
    origin = _end(author, around, wanted.origin, with_roles=wanted.with_roles)
    others = tuple(each for each in around.roles if each is not origin)
    target = _end(author, around, wanted.target, with_roles=wanted.with_roles, offered=others)
    ends = (origin, target)
    ids = [end.id if isinstance(end, Role) else role_id(end) for end in ends]
    if ids[0] == ids[1]:
        refuse(_one_role(ends, ids[0]))
    around.refuse_existing(f"pathways/{ids[0]}-to-{ids[1]}.md")
    texts: dict[str, str] = {}
    roles = []
    for end in ends:
        made = end if isinstance(end, Role) else _new_role(author, around, end, texts)
        around = replace(around, roles=(*around.roles, made))
        roles.append(made)
    summary = _summary(author, wanted.summary)
    hours = wanted.hours if wanted.hours is not None else _hours(author, around.site.hours_a_week)
    gate = wanted.gate
    if gate is None and author.asks:
        gate = choose(author, "What the law or the trade asks for first", "--gate", [NO_GATE, *Gate], default=NO_GATE)
    pathway = NewPathway(
        origin=roles[0],
        target=roles[1],
        reviewed=today,
        summary=summary,
        hours_a_week=hours if hours != around.site.hours_a_week else None,
        gate=Gate(gate) if gate and gate != NO_GATE else None,
    )
    return pathway, texts


def _end(
    author: Author, around: Surroundings, typed: str, *, with_roles: bool, offered: Sequence[Role] | None = None
) -> Role | str:
    """The role that is called so, or the name of one to write, to which its author has agreed.

    The nearest one to a misspelt name is looked for among those `offered`, else among all.
    """
    typed = cleaned(typed, "a role")
    found = called(typed, around.roles)
    if len(found) > 1:
        refuse(f"`{typed}` can be {listed(f'`{each.id}`' for each in found)}. Give the id.")
    if found:
        return found[0]
    identity = role_id(typed)
    if not identity:
        refuse(f"`{typed}` makes no id. {_first(typed)}")
    if len(identity) > LONGEST_ID:
        refuse(f"The id of a role has at most {LONGEST_ID} characters, not {len(identity)}. Give a shorter name.")
    around.refuse_faulty(f"roles/{identity}.md")
    for other in around.roles:
        if other.id == identity:
            refuse(f"`{typed}` would be {other.path}, which is `{plain(other.name)}`. {_first(typed)}")
    unknown = f"No role is called `{typed}`."
    offered = around.roles if offered is None else offered
    guess = nearest_role(typed, offered)
    is_slip = nearest_role(typed, offered, cutoff=NEARLY) is not None
    if not author.asks:
        near = f" The nearest is `{guess.id}`." if guess else ""
        if not with_roles:
            refuse(f"{unknown}{near} Give the id of a role, or add --with-roles to write this one, too.")
        author.tell(f"Note: {unknown}{near} It is written, too.")
    elif guess is not None and author.agrees(f"{unknown} Use `{guess.id}`?", default=is_slip):
        return guess
    elif not with_roles and not author.agrees(f"{'' if guess else f'{unknown} '}Write it, too?", default=True):
        refuse(f"{unknown} Nothing was written.")
    return role_name(typed)


def _first(name: str) -> str:
    return f"Write the role first: waymark new role {shlex.quote(name)} --id ID"


def _one_role(ends: Sequence[Role | str], identity: str) -> str:
    """Why there is no pathway between two ends of one id: they are one role, or two new ones whose names make it."""
    names = [end for end in ends if isinstance(end, str)]
    if len({skill_key(name) for name in names}) == len(ends):
        return f"`{names[0]}` and `{names[1]}` both make the id `{identity}`. {_first(names[1])}"
    return f"A pathway leads from one role to another, and both are `{identity}`."


def _new_role(author: Author, around: Surroundings, name: str, texts: dict[str, str]) -> Role:
    """A role to write with the pathway; its text is added to `texts`."""
    if author.asks:
        author.tell(f"The new role `{name}`:")
    identity = role_id(name)
    key = f"roles/{identity}.md"
    around.refuse_existing(key)
    texts[key] = role_text(plan_role(author, around, Given(), name=name, identity=identity), around.site.occupations)
    source = Source(path=around.shown_path(key), key=key, text=texts[key])
    role, found = read_role(source, currency=around.site.currency)
    if role is None:
        message = f"the skeleton of a role can't be read: {found[0].message}"
        raise ValueError(message)
    return role


def _summary(author: Author, typed: str | None) -> str:
    if typed is not None:
        summary = cleaned(typed, "--summary")
        if len(summary) > LONGEST_SUMMARY:
            refuse(f"The summary has {len(summary)} characters; at most {LONGEST_SUMMARY} fit on a card.")
        return summary
    while author.asks:
        answer = author.ask("Summary, one sentence (Enter leaves it for later)", "--summary", "")
        if len(answer) <= LONGEST_SUMMARY:
            return cleaned(answer, "--summary") if answer.strip() else ""
        author.tell(f"It has {len(answer)} characters; at most {LONGEST_SUMMARY} fit on a card.")
    return ""


def _hours(author: Author, usual: int) -> int:
    while author.asks:
        answer = author.ask("Hours of study a week", "--hours", str(usual))
        if answer.isascii() and answer.isdigit() and 1 <= int(answer[:3]) <= MOST_HOURS:
            return int(answer[:3])
        author.tell(f"`{answer}` is not a number of hours from 1 to {MOST_HOURS}.")
    return usual
