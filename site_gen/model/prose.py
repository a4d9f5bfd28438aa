"""A piece of an author's prose, parsed and safe to show."""

from __future__ import annotations

from typing import Final

from site_gen.record import record


@record
class Prose:
    """Safe HTML made from Markdown."""

    html: str

    def __bool__(self) -> bool:
        """Whether there is anything to read."""
        return bool(self.html)


NO_PROSE: Final = Prose(html="")
