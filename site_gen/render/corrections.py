"""The place of a figure in the content becomes the link by which a reader corrects it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from site_gen.diagnostic import Place
from site_gen.model.role import Role


# Not frozen: pages make tens of thousands of them, which would take three times as long.
@dataclass(slots=True, kw_only=True)
class Correction:
    """A link to the line that a figure stands on; `of` names the figure as the end of a request: `the pay of Cook`."""

    address: str
    of: str


def correction(pattern: str, key: str, place: Place | None, of: str) -> Correction | None:
    """The link to a place in the file of a key, by the site's own `pattern`; None without a pattern or a place."""
    if not pattern or place is None:
        return None
    return Correction(address=_address(pattern, key, place.line), of=of)


def correction_of_role(pattern: str, role: Role, field: str, of: str) -> Correction | None:
    """The link to the line of a role's front matter that a field stands on."""
    return correction(pattern, role.key, role.places.get(field), of)


# Many guides lead from and to one role.
@lru_cache(maxsize=4096)
def _address(pattern: str, key: str, line: int) -> str:
    return pattern.replace("{path}", quote(f"content/{key}")).replace("{line}", str(line))
