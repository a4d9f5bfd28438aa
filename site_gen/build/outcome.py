"""What a build did, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from typing import TYPE_CHECKING

from site_gen.diagnostic import Diagnostic, Override, Severity, weigh
from site_gen.links import OutsideLink
from site_gen.model.site import Site
from site_gen.record import record

if TYPE_CHECKING:
    from site_gen.build.options import Options


@record
class Report:
    """What a build did; not `published` where `diagnostics` holds an error. `pages` counts HTML pages, and
    `made_again` those of them that were drawn now; `reasons` say why, by page or file.

    `checked` are the files that were looked at, as shown to the author. `next_due` is the day on which the next pathway
    of a later date is to be published; None where there is none.
    """

    diagnostics: tuple[Diagnostic, ...]
    checked: tuple[str, ...]
    outside_links: tuple[OutsideLink, ...] = ()
    site: Site = field(default_factory=Site)
    overrides: tuple[Override, ...] = ()
    pages: int = 0
    made_again: int = 0
    files: int = 0
    reasons: Mapping[str, str] = field(default_factory=dict)
    published: bool = False
    next_due: date | None = None

    @property
    def base_url(self) -> str:
        """The address that the site will live at; empty where nobody has said so."""
        return self.site.base_url


def with_diagnostics(report: Report, more: Iterable[Diagnostic], options: Options) -> Report:
    """A report with more to say, weighed by the site's settings and its comments like the rest."""
    severities = {**report.site.severities, **dict.fromkeys(options.lowered, Severity.WARNING)}
    weighed = weigh(more, severities=severities, overrides=report.overrides, strict=options.strict)
    asked_for = [each for each in weighed if _is_asked_for(each.fault.code, options)]
    said = sorted((*report.diagnostics, *asked_for), key=lambda each: each.sort_key)
    return replace(report, diagnostics=tuple(said))


def _is_asked_for(code: str, options: Options) -> bool:
    return (options.select is None or code in options.select) and code not in options.ignore
