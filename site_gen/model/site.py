"""The site's own settings, as typed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from site_gen.diagnostic import Severity
from site_gen.model.duration import HOURS_A_WEEK
from site_gen.record import record


@record
class SiteCall:
    """The call to action that every pathway ends with, unless it has its own."""

    title: str
    text: str


@record
class OccupationTable:
    """A table of official pay and outlook: its `file` below content/, and what holds for every line of it.

    `spread` says what the low and the high end of pay are, `as_of` the release of pay, `period` the years of outlook.
    """

    file: str
    currency: str
    place: str
    spread: str
    source: str
    as_of: str
    period: str
    outlook_source: str


@record
class Site:
    """The site's settings: `base_url` ends with a slash, or is empty when nobody has said where the site will live.

    `review_after` is how many months a review stays fresh. `severities` are by code or name of a fault.
    `allowed_links` are patterns of outside addresses that may fail. `corrections` is the address where a reader mends
    or reports a figure, with `{path}` and `{line}` for the place in the content; `route_pages` is how many pages of
    routes there are at most; `search`, `pictures` and `precompress` are whether pages are indexed for search, pathways
    have a picture each, and texts have packed copies beside them. With `dates_from_git` a
    pathway that doesn't say itself when it was updated was so by its last commit.
    """

    title: str = "Waymark"
    headline: str = "From the job you have to the job you want"
    description: str = (
        "Week-by-week plans for changing career, with an honest look at the effort, the pay and the hard parts."
    )
    base_url: str = ""
    language: str = "en"
    currency: str = "USD"
    hours_a_week: int = HOURS_A_WEEK
    review_after: int = 12
    author: str = ""
    footer: str = ""
    call_to_action: SiteCall = SiteCall(
        title="Ready to start?",
        text="Print the plan, tick what you have done, and begin with the first task of this week.",
    )
    severities: Mapping[str, Severity] = field(default_factory=dict)
    allowed_links: tuple[str, ...] = ()
    occupations: OccupationTable | None = None
    corrections: str = ""
    route_pages: int = 200
    search: bool = False
    pictures: bool = False
    dates_from_git: bool = False
    precompress: bool = False
