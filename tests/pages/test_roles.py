"""The list of all roles of a large site."""

import re

from tests.pages.large import built
from tests.pages.rendering import PAGES


def test_a_small_site_has_its_roles_on_the_front_page() -> None:
    assert not [address for address in PAGES if address.startswith("roles/page/")]
    assert '<a href="roles/cook.html">Cook</a> <span>1 in, 1 out</span>' in PAGES["index.html"]


def test_pages_hold_every_role_once_in_the_order_of_names() -> None:
    files = built()
    pages = [files[f"roles/page/{number}.html"] for number in (1, 2, 3)]
    assert [re.findall(r'<li><a href="../../(roles/\w+)\.html">', page) for page in pages] == [
        ["roles/2", "roles/ann", "roles/baker"],
        ["roles/bea", "roles/cid", "roles/cook"],
        ["roles/dan", "roles/eve", "roles/page"],
    ]
    assert "roles/page/4.html" not in files
    assert '<a href="../../roles/page.html">Page</a> <span>6 in, 6 out</span>' in pages[2]


def test_pages_say_which_they_are_and_lead_on() -> None:
    second = built()["roles/page/2.html"]
    assert "<title>Roles, page 2 of 3 · Waymark</title>" in second
    assert "9 roles from A to Z, page 2 of 3:" in second
    assert '<a href="../../roles/page/1.html">Roles</a></li><li aria-current="page">Page 2 of 3</li>' in second
    assert 'aria-current="page"><span class="vh">Page </span><span class="vh">2: </span>Be–C</a>' in second
    assert '<a class="button" href="../../roles/page/3.html" rel="next">Next page</a>' in second


def test_front_page_leads_to_the_list_and_to_the_roles_of_each_field() -> None:
    home = built()["index.html"].partition('id="wm-roles"')[2]
    assert '<a href="roles/page/1.html">All 9 roles, A to Z</a>, or those of a field:' in home
    assert '<a href="map/craft-and-art.html#wm-roles">Craft &amp; art</a> <span>5 roles</span>' in home
    assert "roles/ann.html" not in home
    assert 'id="wm-roles"' in built()["map/craft-and-art.html"]


def test_markdown_goes_with_them() -> None:
    files = built()
    assert "- [All 9 roles, A to Z](roles/page/1.md)" in files["index.md"]
    assert files["roles/page/2.md"] == (
        "# Roles, page 2 of 3\n\n"
        "- [Bea](../../roles/bea.md): 1 in, 1 out\n- [Cid](../../roles/cid.md): 1 in, 1 out\n"
        "- [Cook](../../roles/cook.md): 0 in, 1 out\n\n[Next page](../../roles/page/3.md)\n"
    )
