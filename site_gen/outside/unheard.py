"""Outside addresses and their answers to what is said of those of which nothing is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from site_gen.outside.answer import Answer
from site_gen.outside.dead import refused

_MOST_HOSTS: Final = 5


def turned_away(answers: Mapping[str, Answer]) -> str:
    """How many addresses turn programs away or ask for a long wait, and their hosts; empty where none does."""
    urls = refused(answers)
    if not urls:
        return ""
    counts = Counter(_host(url) for url in urls)
    named = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    hosts = [f"{host} {count}" for host, count in named[:_MOST_HOSTS]]
    if len(named) > _MOST_HOSTS:
        hosts.append(f"{len(named) - _MOST_HOSTS} more")
    return f"Not known, because programs are turned away: {_share(urls, answers)} ({', '.join(hosts)})."


def not_asked(wanted: Sequence[str], answers: Mapping[str, Answer]) -> str:
    """How many addresses were not asked when the asking was interrupted; empty where all were."""
    left = [url for url in wanted if url not in answers]
    return f"Not asked, because you interrupted: {_share(left, wanted)}." if left else ""


def _share(some: Sequence[str], every: Sequence[str] | Mapping[str, Answer]) -> str:
    return f"{len(some)} of {len(every)} outside address{'' if len(every) == 1 else 'es'}"


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
