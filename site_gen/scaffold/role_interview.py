"""What is given and answered about a role that doesn't exist yet becomes a `NewRole`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from site_gen.model.role import Fit
from site_gen.model.site import OccupationTable
from site_gen.nearest import listed, nearest
from site_gen.record import record
from site_gen.scaffold import mark
from site_gen.scaffold.author import Author, Refused, choose, cleaned, refuse
from site_gen.scaffold.naming import ID, LONGEST_ID, NEARLY, called, nearest_role, plural_of, role_id
from site_gen.scaffold.occupations import OccupationFigures
from site_gen.scaffold.role import NewRole
from site_gen.scaffold.surroundings import Surroundings
from site_gen.scaffold.titles import nearest_titles, of_that_name
from site_gen.typeset import plain

NO_OCCUPATION: Final = "none"
LIKE_A_FAMILY: Final = 0.75


@record
class Given:
    """What is said of a new role on the command line; None where nothing is."""

    family: str | None = None
    occupation: str | None = None
    fit: Fit | None = None
    plural: str | None = None


def free_id(author: Author, around: Surroundings, name: str, typed: str | None) -> str:
    """The id of a new role of that name; a role that exists is refused, one that nearly does is said."""
    identity = typed if typed is not None else role_id(name)
    if not ID.fullmatch(identity):
        refuse(
            "Give the role an id with --id: small letters, digits and hyphens, "
            f"such as {role_id(identity) or 'data-engineer'}."
        )
    if len(identity) > LONGEST_ID:
        refuse(
            f"The id has {len(identity)} characters; at most {LONGEST_ID} are possible. Give a shorter one with --id."
        )
    for other in called(name, around.roles):
        refuse(f"`{name}` is a role already: {other.path}. Nothing was written.")
    for other in around.roles:
        if other.id == identity:
            refuse(f"{other.path} is `{plain(other.name)}`. Give `{name}` another id with --id. Nothing was written.")
    around.refuse_existing(f"roles/{identity}.md")
    like = nearest_role(name, around.roles, cutoff=NEARLY)
    if like is not None:
        nearly = f"`{name}` is nearly `{plain(like.name)}`, {like.path}."
        if not author.asks:
            author.tell(f"Note: {nearly}")
        elif not author.agrees(f"{nearly} Write another role?", default=False):
            refuse("Nothing was written.")
    return identity


def plan_role(author: Author, around: Surroundings, given: Given, *, name: str, identity: str) -> NewRole:
    """A new role from what was given and, where its author may be asked, from the answers."""
    family = _family(author, around, given.family)
    figures = _figures(author, around, name, given.occupation)
    if given.fit is not None and figures is None:
        refuse("--fit says how well an occupation covers the role: give --occupation, too.")
    return NewRole(
        id=identity,
        name=name,
        plural=cleaned(given.plural, "--plural") if given.plural is not None else plural_of(name),
        family=family,
        figures=figures,
        fit=given.fit or _fit(author, name, figures),
    )


def _family(author: Author, around: Surroundings, typed: str | None) -> str:
    families = [plain(each) for each in around.families]
    if typed is None and not author.asks:
        return mark(f"the group of roles it belongs to, such as {listed(families) if families else 'Software'}")
    known = f" ({', '.join(families)}, or a new one)" if families else ""
    answer = cleaned(typed if typed is not None else author.ask(f"Family{known}", "--family"), "--family")
    guess = nearest(answer, families, cutoff=LIKE_A_FAMILY)
    if guess is None or guess.casefold() == answer.casefold():
        return guess or answer
    if not author.asks:
        author.tell(f"Note: `{answer}` is a new family; `{guess}` exists.")
        return answer
    return guess if author.agrees(f"No role has the family `{answer}`. Use `{guess}`?", default=True) else answer


def _figures(author: Author, around: Surroundings, name: str, typed: str | None) -> OccupationFigures | None:
    """The figures of the occupation that was given or chosen; else of the one that has the name of the role."""
    if typed is not None and typed.casefold() == NO_OCCUPATION:
        return None
    table = around.site.occupations
    if table is None:
        if typed is not None:
            refuse("site.yaml names no table of occupations: add `occupations:` to it, or leave --occupation out.")
        return None
    occupations, found = around.read_table()
    if found:
        raise Refused(
            f"Mend {around.shown_path(table.file)}, or add --occupation none. Nothing was written.", diagnostics=found
        )
    if typed is None:
        return _chosen(author, name, occupations, table) if author.asks else of_that_name(name, occupations)
    chosen = next((each for each in occupations if each.code == typed), None) or of_that_name(typed, occupations)
    if chosen is None:
        likely = nearest_titles(typed, occupations, most=1) or nearest_titles(name, occupations, most=1)
        example = f", such as {likely[0].code} ({likely[0].title})" if likely else ""
        refuse(f"The table of occupations has no `{typed}`. Give a code of it{example}, or none.")
    return chosen


def _chosen(
    author: Author, name: str, occupations: Sequence[OccupationFigures], table: OccupationTable
) -> OccupationFigures | None:
    """Offer the nearest titles until a number, a code or none is chosen; other words look for other titles."""
    words = name
    question = "Occupation (a number, a code, other words to look for, or none)"
    while True:
        offered = nearest_titles(words, occupations)
        author.tell(f"Official occupations nearest to `{words}`:" if offered else f"No title is like `{words}`.")
        for number, each in enumerate(offered, 1):
            pay = f" ({each.median:,} {table.currency})" if each.median is not None else ""
            author.tell(f"  {number}  {each.code}  {each.title}{pay}")
        answer = author.ask(question, "--occupation", "1" if of_that_name(name, offered[:1]) else NO_OCCUPATION)
        if answer.casefold() == NO_OCCUPATION:
            return None
        choices = {each.code: each for each in occupations}
        choices.update((str(number), each) for number, each in enumerate(offered, 1))
        if answer in choices:
            return choices[answer]
        words = answer


def _fit(author: Author, name: str, figures: OccupationFigures | None) -> Fit:
    if figures is not None and of_that_name(name, [figures]):
        return Fit.EXACT
    if figures is None or not author.asks:
        return Fit.NEAR
    return Fit(choose(author, f"How well {figures.title} covers the role", "--fit", list(Fit), default=Fit.NEAR))
