"""Outside links and what their addresses had to say to diagnostics: one a file for each address that fails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from site_gen.diagnostic import Diagnostic, Fix, Related
from site_gen.faults import DEAD_LINK
from site_gen.links import OutsideLink
from site_gen.outside.answer import Answer, Standing
from site_gen.outside.moved import is_another_page, is_front_page, moving
from site_gen.outside.wanted import is_allowed, page_of


def dead_links(
    links: Iterable[OutsideLink], answers: Mapping[str, Answer], allowed: Sequence[str] = ()
) -> tuple[Diagnostic, ...]:
    """Each address that can't be reached or has moved for good, once for every file it stands in.

    Addresses without an answer, and those that the patterns of `allowed` cover, are not reported.
    """
    links_by_place: defaultdict[tuple[str, str], list[OutsideLink]] = defaultdict(list)
    for link in links:
        page = page_of(link.url)
        if page is not None and page in answers and not is_allowed(link.url, allowed):
            links_by_place[link.place.path, page].append(link)
    judged = (
        _judge(page, answers[page], sorted(same, key=lambda each: (each.place.line, each.place.column)))
        for (_, page), same in links_by_place.items()
    )
    return tuple(each for each in judged if each is not None)


def refused(answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The addresses that turn programs away, in order: nothing is known of them, so they are not reported."""
    return tuple(sorted(url for url, answer in answers.items() if answer.standing is Standing.REFUSED))


def _judge(page: str, answer: Answer, links: Sequence[OutsideLink]) -> Diagnostic | None:
    match answer.standing:
        case Standing.LOST:
            return _lost(page, answer, links)
        case Standing.FOUND if answer.moved_to and is_another_page(page, answer.moved_to):
            return _moved(page, answer.moved_to, links)
        case _:
            return None


def _lost(page: str, answer: Answer, links: Sequence[OutsideLink]) -> Diagnostic:
    return _finding(
        links,
        f"`{page}` {answer.said}",
        help="write the page's new address, take the link out, or add the address to `links: allow:` in "
        "content/site.yaml if it works in a browser",
        notes=(f"it has moved to `{answer.moved_to}`",) if answer.moved_to else (),
    )


def _moved(page: str, new: str, links: Sequence[OutsideLink]) -> Diagnostic:
    if is_front_page(new):
        return _finding(
            links,
            f"`{page}` leads only to the front page of {urlsplit(new).hostname}",
            help="write the page's new address, or take the link out",
        )
    return _finding(links, f"`{page}` has moved for good", help=f"write `{new}`", fix=moving(links, new))


def _finding(
    links: Sequence[OutsideLink], message: str, *, help: str, notes: tuple[str, ...] = (), fix: Fix | None = None
) -> Diagnostic:
    first, *others = (link.place for link in links)
    return Diagnostic(
        fault=DEAD_LINK,
        message=message,
        place=first,
        help=help,
        notes=notes,
        related=tuple(Related(place=place, message="it stands here, too") for place in others),
        fix=fix,
        severity=DEAD_LINK.severity,
    )
