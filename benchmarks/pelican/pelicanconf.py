"""A site of pathways for Pelican: the same pages as Waymark and Hugo make of them."""

from typing import Any

SITENAME = "Made-up pathways"
SITEURL = "https://bench.example"
AUTHOR = "Nobody"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_PATHS: list[str] = []
STATIC_PATHS: list[str] = []

ARTICLE_PATHS = ["pathways"]
ARTICLE_URL = "pathways/{slug}.html"
ARTICLE_SAVE_AS = "pathways/{slug}.html"
ARTICLE_ORDER_BY = "title"
PAGE_PATHS = ["roles"]
PAGE_URL = "roles/{slug}.html"
PAGE_SAVE_AS = "roles/{slug}.html"
SLUGIFY_SOURCE = "basename"
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
ARCHIVES_SAVE_AS = AUTHOR_SAVE_AS = AUTHORS_SAVE_AS = CATEGORY_SAVE_AS = CATEGORIES_SAVE_AS = ""
TAG_SAVE_AS = TAGS_SAVE_AS = ""
DEFAULT_PAGINATION = False

FEED_ALL_RSS = "index.xml"
FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

SUMMARY_MAX_LENGTH = 0  # summaries are shown nowhere
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.toc": {},
    },
    "output_format": "html5",
}
CACHE_CONTENT = LOAD_CONTENT_CACHE = True  # what it has to make a second build quicker


_ways: dict[tuple[str, str], list[Any]] = {}


def ways(articles: list[Any], role: str, end: str) -> list[Any]:
    """The articles whose `end`, `origin` or `target`, is a role: grouped once, so that no page looks through all."""
    if not _ways:
        for article in articles:
            _ways.setdefault(("origin", article.origin), []).append(article)
            _ways.setdefault(("target", article.target), []).append(article)
    return _ways.get((end, role), [])


JINJA_FILTERS = {"ways": ways}
