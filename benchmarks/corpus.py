"""The first pathway becomes a site of many pathways of its size, all different, the same bytes every time.

python -m benchmarks.corpus 1000 FOLDER
"""

from __future__ import annotations

import re
import sys
from math import isqrt
from pathlib import Path
from random import Random
from typing import Final

FIRST: Final = Path(__file__).parent.parent / "content" / "pathways" / "backend-developer-to-algorithm-engineer.md"
PATHWAYS_A_ROLE: Final = 20
_WORD: Final = re.compile(r"\b[a-z]{5,}\b")
_INSIDE: Final = re.compile(r"\]\(\.\./[^)]*\)")
_KEPT: Final = re.compile(r"^(?:#+ .*|.*\]\(.*)$")
_ROLE: Final = """\
---
name: Role {number}
plural: Roles {number}
family: Made up
occupation: {{ code: 15-1252, title: Software Developers, fit: near }}
zone: {zone}
salary:
  low: {low}
  median: {median}
  high: {high}
  currency: USD
  place: United States
  source: Made up
  as_of: 2025-05
outlook: {{ growth: 15.8%, period: 2024-34, openings: 1000, source: Made up }}
---

A role that exists to be measured.
"""


def make_site(folder: Path, count: int, *, seed: int = 1) -> None:
    """Write a site of `count` pathways and the roles between them into an empty or missing folder."""
    random = Random(seed)
    front, body = _split(FIRST.read_text(encoding="utf-8"))
    words = sorted(set(_WORD.findall(body)))
    for name in ("pathways", "roles"):
        (folder / "content" / name).mkdir(parents=True)
    # Words exchanged at random stand twice in a row now and then.
    settings = "base_url: https://bench.example/\nseverity: { doubled-word: off }\n"
    (folder / "content" / "site.yaml").write_text(settings, encoding="utf-8")
    roles = max(count // PATHWAYS_A_ROLE, isqrt(count) + 2)
    for number in range(roles):
        low = 60_000 + random.randrange(60_000)
        text = _ROLE.format(number=number, zone=4, low=low, median=low + 20_000, high=low + 50_000)
        (folder / "content" / "roles" / f"role-{number}.md").write_text(text, encoding="utf-8")
    for number in range(count):
        origin, target = _ends(number, roles)
        text = front.replace("backend-developer", origin).replace("algorithm-engineer", target)
        path = folder / "content" / "pathways" / f"{origin}-to-{target}.md"
        path.write_text(f"---\n{text}---\n{_varied(body, words, random)}", encoding="utf-8")


def _split(text: str) -> tuple[str, str]:
    """Front matter and body; links to other pages of the site, which a made-up one has not, lead outside."""
    _, front, body = text.split("---\n", 2)
    return front, _INSIDE.sub("](https://bench.example/elsewhere)", body)


def _ends(number: int, roles: int) -> tuple[str, str]:
    """Two roles for a pathway: every number has a pair of its own, as long as there are pairs."""
    step, origin = divmod(number, roles)
    return f"role-{origin}", f"role-{(origin + step + 1) % roles}"


def _varied(body: str, words: list[str], random: Random) -> str:
    """The body with every third longer word exchanged; headings and lines with links stay as they are."""
    lines = []
    for line in body.split("\n"):
        if _KEPT.match(line):
            lines.append(line)
        else:
            lines.append(_WORD.sub(lambda found: random.choice(words) if random.random() < 1 / 3 else found[0], line))
    return "\n".join(lines)


if __name__ == "__main__":
    make_site(Path(sys.argv[2]), int(sys.argv[1]))
