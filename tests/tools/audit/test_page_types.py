"""One page of each type, by the sitemap."""

from tools.audit.page_types import pages_of


def test_pages_are_those_beside_the_home_page_and_the_first_of_each_folder() -> None:
    places = ("", "map.html", "roles/b.html", "roles/a.html", "pathways/a-to-b.html", "pathways/b-to-a.html")
    urls = "".join(f"<url><loc>http://127.0.0.1:1/{place}</loc></url>" for place in places)
    sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    assert pages_of(sitemap, "http://127.0.0.1:1") == ["/", "/map.html", "/pathways/a-to-b.html", "/roles/a.html"]


def test_addresses_of_another_host_are_left_out() -> None:
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        "<url><loc>https://other.example/x.html</loc></url></urlset>"
    )
    assert pages_of(sitemap, "http://127.0.0.1:1") == []
