"""A pathway has been reviewed, not too long ago and not in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from site_gen.checks import Check, Facts
from site_gen.diagnostic import Diagnostic, finding
from site_gen.faults import REVIEW_OVERDUE, REVIEWED_IN_FUTURE

_AHEAD: Final = timedelta(days=1)
"""An author's own calendar can be a day ahead of the one in Greenwich, by which sites are built."""


def of_site(facts: Facts) -> Iterator[Diagnostic]:
    """Report each review date after today, and each older than the site's `review_after` months."""
    today = facts.today
    limit = facts.catalog.site.review_after
    for pathway in facts.pathways:
        reviewed = pathway.reviewed
        months = (today.year - reviewed.year) * 12 + today.month - reviewed.month - (today.day < reviewed.day)
        if reviewed > today + _AHEAD:
            yield finding(
                REVIEWED_IN_FUTURE,
                pathway.reviewed_place,
                f"the review of {reviewed} has not happened yet: today is {today}",
                help="write the day on which the guide was last read against its sources",
            )
        elif months >= limit:
            yield finding(
                REVIEW_OVERDUE,
                pathway.reviewed_place,
                f"the last review was {months} months ago; reviews are due after {limit}",
                help="read the guide against its sources, mend it, and write today's date",
            )


CHECK = Check(name="reviews", faults=(REVIEWED_IN_FUTURE, REVIEW_OVERDUE), of_site=of_site)
