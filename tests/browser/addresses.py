"""One page of each type, for tests that look at all of them."""

import pytest

GUIDE = "pathways/backend-developer-to-algorithm-engineer.html"
PAGES = {
    "home": "index.html",
    "pathway": GUIDE,
    "map": "map.html",
    "role": "roles/backend-developer.html",
    "method": "method.html",
    "about": "about.html",
    "not-found": "nowhere/at/all.html",
}
every_page_type = pytest.mark.parametrize("path", [pytest.param(path, id=name) for name, path in PAGES.items()])
