"""What was worked out for a page is kept for its twin, the file of the same facts that is made right after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from site_gen.model.catalog import Catalog

Asked = TypeVar("Asked")
View = TypeVar("View")


def kept_for_twin(view: Callable[[Catalog, Asked], View]) -> Callable[[Catalog, Asked], View]:
    """The same function, which works its last answer out once; it may ask nothing of the settings of the site.

    What a file asks of those is noted while it is made, so that it is made again when they change.
    """
    last: tuple[Catalog, Asked, View] | None = None

    @wraps(view)
    def kept(catalog: Catalog, asked: Asked) -> View:
        nonlocal last
        if last is None or last[0] is not catalog or last[1] != asked:
            last = catalog, asked, view(catalog, asked)
        return last[2]

    return kept
