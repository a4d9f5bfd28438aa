"""A pathway's file is called `<from>-to-<to>.md`, so that its address says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import Check, Facts, finding
from site_gen.diagnostic import Diagnostic
from site_gen.faults import FILE_NAME_MISMATCH


def run(facts: Facts) -> Iterator[Diagnostic]:
    """Report each file whose name disagrees with its two roles; not where a role is unknown, which is the root fault."""
    for pathway in facts.catalog.pathways_by_slug.values():
        wanted = f"{pathway.origin_id}-to-{pathway.target_id}"
        if pathway.slug != wanted:
            yield finding(
                FILE_NAME_MISMATCH,
                pathway.places["from"],
                f"the file is called `{pathway.slug}.md`, but leads from `{pathway.origin_id}` to `{pathway.target_id}`",
                help=f"rename the file to `{wanted}.md`, or correct `from` and `to`",
            )


CHECK = Check(name="file_names", faults=(FILE_NAME_MISMATCH,), run=run)
