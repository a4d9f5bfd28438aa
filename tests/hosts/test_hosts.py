"""The web servers are the files of a folder, and all that the command offers."""

import pytest

from site_gen.commands.hosting import SERVERS
from site_gen.hosts import host_types
from site_gen.model.site import Site
from site_gen.render.hosting import kinds, policy
from tests.sites import REPOSITORY


def test_every_file_of_the_folder_is_a_server_and_can_be_asked_for() -> None:
    files = {path.stem for path in (REPOSITORY / "site_gen/hosts").glob("*.py")} - {"__init__"}
    assert [each.name for each in host_types()] == sorted(files) == list(SERVERS)


def test_every_server_is_told_of_in_the_docs() -> None:
    text = (REPOSITORY / "docs/hosts.md").read_text("utf-8")
    assert [each.name for each in host_types() if f"waymark hosting {each.name}" not in text] == []


@pytest.mark.parametrize("search", [False, True], ids=["without-search", "with-search"])
def test_policy_allows_what_pages_allow_themselves(search: bool) -> None:
    base = (REPOSITORY / "templates/base.html").read_text("utf-8")
    extra = " 'wasm-unsafe-eval'"
    assert extra in (REPOSITORY / "templates/pages/search.html").read_text("utf-8")
    own = base.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    before, _, rest = own.partition("{% block scripts %}")
    after = rest.removeprefix("{% endblock %}")
    expected = f"{before}{extra if search else ''}{after}; frame-ancestors 'self'"
    assert policy(Site(search=search), framed_by="'self'") == expected


def test_last_kind_is_that_of_pages() -> None:
    assert ":page" in kinds(Site())[-1].patterns
