"""A pathway's file is called `<from>-to-<to>.md`, so that its address says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks import Check, Facts, slug_of
from site_gen.diagnostic import Diagnostic, finding
from site_gen.faults import FILE_NAME_MISMATCH


def of_site(facts: Facts) -> Iterator[Diagnostic]:
    """Report each file whose name disagrees with its two roles.

    Not where one of them is unknown or both are the same: that is the root fault, reported elsewhere.
    """
    known = facts.role_ids
    for pathway in facts.pathway_glimpses:
        origin, target = pathway.origin_id, pathway.target_id
        wanted = slug_of(pathway)
        if pathway.slug != wanted and {origin, target} <= known and origin != target:
            only_target = pathway.slug.startswith(f"{origin}-to-")
            yield finding(
                FILE_NAME_MISMATCH,
                pathway.target_place if only_target else pathway.origin_place,
                f"the file is called `{pathway.slug}.md`, but leads from `{origin}` to `{target}`",
                help=f"rename the file to `{wanted}.md`, or correct `from` and `to`",
            )


CHECK = Check(name="file_names", faults=(FILE_NAME_MISMATCH,), of_site=of_site)
