"""A piece of an author's prose, parsed and safe to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Safe HTML made from Markdown."""

    html: str

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.html)


NO_PROSE: Final = Prose(html="")
