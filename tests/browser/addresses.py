"""One page of each type, for tests that look at all of them."""

import pytest

GUIDE = "pathways/backend-developer-to-algorithm-engineer.html"
PAGES = {
    "home": "index.html",
    "pathway": GUIDE,
    "map": "map.html",
    "role": "roles/backend-developer.html",
    "route": "routes/photographer-to-ux-designer.html",
    "routes": "routes.html?from=photographer&to=ux-designer",
    "skill": "skills/sql.html",
    "skills": "skills.html",
    "compare": "compare.html?way=it-support-specialist-to-security-analyst&way=journalist-to-video-editor",
    "found": "index.html?from=it-support-specialist&months=24",
    "method": "method.html",
    "about": "about.html",
    "not-found": "nowhere/at/all.html",
}
every_page_type = pytest.mark.parametrize("path", [pytest.param(path, id=name) for name, path in PAGES.items()])
