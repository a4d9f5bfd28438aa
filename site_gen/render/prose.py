"""An author's prose becomes markup that templates show as it is."""

from __future__ import annotations

from markupsafe import Markup

from site_gen.model.prose import Prose
from site_gen.render.markup import safe


def prose(written: Prose | str) -> Markup:
    """The HTML of prose, or of a piece that the parser has made safe already, such as a resource's name."""
    return safe(written if isinstance(written, str) else written.html)
