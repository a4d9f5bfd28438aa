"""The official occupation behind a role becomes words: which one it is, and how well it fits."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from site_gen.model.role import Fit, Occupation, Outlook, Role
from site_gen.render.words import grouped

FITS: Final = {
    Fit.EXACT: "an occupation of its own",
    Fit.NEAR: "the nearest occupation with figures of its own",
    Fit.PARENT: "the wider occupation that includes it",
    Fit.GROUP: "the group of occupations it belongs to",
}
PLURAL_FITS: Final = {
    Fit.EXACT: "each an occupation of its own",
    Fit.NEAR: "the nearest occupations with figures of their own",
    Fit.PARENT: "the wider occupations that include them",
    Fit.GROUP: "the groups of occupations they belong to",
}


def occupation_name(occupation: Occupation) -> str:
    """Title and code: `Software Developers (15-1252)`."""
    return f"{occupation.title} ({occupation.code})"


# Many guides lead from and to one role.
@lru_cache(maxsize=1024)
def fitting_occupation(occupation: Occupation) -> str:
    """Title, code and fit: `Software Developers (15-1252), an occupation of its own`."""
    return f"{occupation_name(occupation)}, {FITS[occupation.fit]}"


def both_occupations(origin: Role, target: Role) -> str:
    """The occupations whose figures stand for two roles, and how well they fit, said once if they can be."""
    known = [role.occupation for role in (origin, target) if role.occupation]
    if len(known) == 2 and known[0].fit is known[1].fit and known[0] != known[1]:
        return f"{occupation_name(known[0])} and {occupation_name(known[1])}, {PLURAL_FITS[known[0].fit]}"
    return ", and ".join(map(fitting_occupation, dict.fromkeys(known)))


def occupation_in_words(role: Role) -> str:
    """The occupation whose figures stand for a role and how well it fits, as a sentence; empty without one."""
    occupation = role.occupation
    if occupation is None:
        return ""
    return f"{role.name}: {fitting_occupation(occupation)}."


def outlook_in_words(outlook: Outlook) -> str:
    """How employment is projected to change: `grow 19.7% in 2024–34, with 3,200 openings a year`."""
    verb = "shrink" if outlook.growth < 0 else "grow"
    openings = f", with {grouped(outlook.openings)} openings a year" if outlook.openings else ""
    return f"{verb} {abs(outlook.growth):g}% in {outlook.period.replace('-', '–')}{openings}"
