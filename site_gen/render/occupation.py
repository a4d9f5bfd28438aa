"""The official occupation behind a role becomes words: which one it is, and how well it fits."""

from __future__ import annotations

from typing import Final

from site_gen.model.role import Fit, Occupation, Outlook, Role
from site_gen.render.words import grouped

FITS: Final = {
    Fit.EXACT: "an occupation of its own",
    Fit.NEAR: "the nearest occupation with figures of its own",
    Fit.PARENT: "the wider occupation that includes it",
    Fit.GROUP: "the group of occupations it belongs to",
}


def occupation_name(occupation: Occupation) -> str:
    """Title and code: `Software Developers (15-1252)`."""
    return f"{occupation.title} ({occupation.code})"


def occupation_in_words(role: Role) -> str:
    """A sentence that names the occupation whose figures stand for a role, and says how well it fits; empty without one."""
    occupation = role.occupation
    if occupation is None:
        return ""
    return f"{role.name}: {occupation_name(occupation)}, {FITS[occupation.fit]}."


def outlook_in_words(outlook: Outlook) -> str:
    """How employment is projected to change: `grow 19.7% in 2024–34, with 3,200 openings a year`."""
    verb = "shrink" if outlook.growth < 0 else "grow"
    openings = f", with {grouped(outlook.openings)} openings a year" if outlook.openings else ""
    return f"{verb} {abs(outlook.growth):g}% in {outlook.period.replace('-', '–')}{openings}"
