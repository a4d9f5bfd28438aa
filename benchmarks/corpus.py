"""Numbers become made-up guides of about 8 kB, all different, and the same bytes for the same seed.

python -m benchmarks.corpus 1000 FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isqrt
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.prose import COMMANDS, PEOPLE, TOOLS, Author

PATHWAYS_A_ROLE: Final = 20
_PRIORITIES: Final = ("critical", "important", "important", "nice to have", "nice to have")
_LEVELS: Final = ("moderate", "challenging", "challenging", "very challenging")


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A made-up role; pay in US dollars a year."""

    id: str
    name: str
    low: int
    median: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A made-up pathway: what its badges say, and its body as Markdown."""

    origin: Role
    target: Role
    summary: str
    difficulty: str
    weeks: int
    demand_note: str
    reviewed: str
    body: str

    @property
    def slug(self) -> str:
        """Its name as a file and in its address."""
        return f"{self.origin.id}-to-{self.target.id}"

    @property
    def title(self) -> str:
        """Its heading, for generators that want one."""
        return f"{self.origin.name} to {self.target.name}"

    @property
    def months(self) -> int:
        """How long it takes, for generators that don't count weeks."""
        return -(-self.weeks * 12 // 52)

    @property
    def pay_change(self) -> int:
        """From one median to the other, in percent, for generators that don't compare."""
        return round(100 * (self.target.median - self.origin.median) / self.origin.median)


def make_roles(count: int, *, seed: int = 1) -> list[Role]:
    """The roles that `count` pathways lie between."""
    random = Random(f"roles {seed}")
    roles = []
    for number in range(max(count // PATHWAYS_A_ROLE, isqrt(count) + 2)):
        low = 40_000 + 10 * random.randrange(5_000)
        roles.append(
            Role(id=f"role-{number}", name=f"Role {number}", low=low, median=low + 20_000, high=low + 50_000),
        )
    return roles


def make_guides(count: int, *, seed: int = 1) -> Iterator[Guide]:
    """So many guides, each between two roles that no other has."""
    roles = make_roles(count, seed=seed)
    for number in range(count):
        step, origin = divmod(number, len(roles))
        yield _guide(roles[origin], roles[(origin + step + 1) % len(roles)], Random(f"guide {seed} {number}"))


def make_site(folder: Path, count: int, *, seed: int = 1) -> None:
    """Write a site of `count` pathways and the roles between them, of which nothing is to be said, into `folder`."""
    for name in ("pathways", "roles"):
        (folder / "content" / name).mkdir(parents=True)
    (folder / "content" / "site.yaml").write_text("base_url: https://bench.example/\n", encoding="utf-8")
    for role in make_roles(count, seed=seed):
        (folder / "content" / "roles" / f"{role.id}.md").write_text(_role_file(role), encoding="utf-8")
    for guide in make_guides(count, seed=seed):
        (folder / "content" / "pathways" / f"{guide.slug}.md").write_text(_pathway_file(guide), encoding="utf-8")


def _role_file(role: Role) -> str:
    return f"""\
---
name: {role.name}
family: Made up
occupation: {{ code: 15-1252, title: Software Developers, fit: near }}
zone: 4
salary:
  low: {role.low}
  median: {role.median}
  high: {role.high}
  currency: USD
  place: United States
  source: Made up
  as_of: 2025-05
outlook: {{ growth: 15.8%, period: 2024-34, openings: 1000, source: Made up }}
---

A role that exists to be measured.
"""


def _pathway_file(guide: Guide) -> str:
    return f"""\
---
from: {guide.origin.id}
to: {guide.target.id}
summary: {guide.summary}
difficulty: {guide.difficulty}
demand: very high
demand_note: {guide.demand_note}
tags: [made up, measured]
reviewed: {guide.reviewed}
---

{guide.body}"""


def _guide(origin: Role, target: Role, random: Random) -> Guide:
    """One guide, its difficulty and weeks as the rules of the badges would have them."""
    author = Author(random)
    subjects = author.subjects(15)
    critical = random.randint(1, 4)
    phases = [random.randint(6, 9) for _ in range(4)]
    parts = (
        [author.paragraph(2, 4) for _ in range(3)],
        _skills(author, subjects[:5]),
        _skills_to_learn(author, subjects[5:11], critical),
        _roadmap(author, subjects[11:], phases),
        _reality_check(author),
        _action_plan(author),
        _questions(author, target),
    )
    return Guide(
        origin=origin,
        target=target,
        summary=f"What {origin.name} keeps, learns and leaves behind on the way to {target.name}.",
        difficulty=_LEVELS[critical - 1],
        weeks=sum(phases),
        demand_note=f"Asked for wherever {subjects[0]} meets {subjects[5]}.",
        reviewed=f"2026-{random.randint(1, 9):02}-{random.randint(1, 28):02}",
        body="\n\n".join(block for part in parts for block in part) + "\n",
    )


def _skills(author: Author, subjects: Iterable[str]) -> Iterator[str]:
    yield "## Transferable skills"
    for subject in subjects:
        yield f"### {subject.capitalize()}"
        yield author.paragraph(1, 3)


def _skills_to_learn(author: Author, subjects: Iterable[str], critical: int) -> Iterator[str]:
    """Skills whose weeks fit into any roadmap; the first of them are critical."""
    yield "## Skills to learn"
    priorities = ("critical",) * critical + _PRIORITIES[1:]
    for subject, priority in zip(subjects, priorities, strict=False):
        yield f"### {subject.capitalize()} ({priority}, {author.random.randint(2, 4)} weeks)"
        yield f"{author.sentence()} Start with {author.resource()}."


def _roadmap(author: Author, subjects: Iterable[str], weeks: Iterable[int]) -> Iterator[str]:
    yield "## Roadmap"
    for subject, duration in zip(subjects, weeks, strict=True):
        yield f"### {subject.capitalize()} ({duration} weeks)"
        yield _listed(author.task() for _ in range(3))
        yield "#### Resources"
        yield _listed(author.resource() for _ in range(3))


def _reality_check(author: Author) -> Iterator[str]:
    yield "## Reality check"
    for heading in ("What you'll love", "What you might miss", "Biggest challenges"):
        yield f"### {heading}"
        yield _listed(author.sentence() for _ in range(3))
    if author.random.random() < 0.4:
        rows = (f"| {tool} | {author.random.randint(1, 40)} hours |" for tool in author.random.sample(TOOLS, 3))
        yield "\n".join(("| Tool | To learn |", "| --- | ---: |", *rows))


def _action_plan(author: Author) -> Iterator[str]:
    yield "## Action plan"
    for heading in ("This week", "This month", "Next 90 days"):
        yield f"### {heading}"
        yield _listed(author.task() for _ in range(3))


def _questions(author: Author, target: Role) -> Iterator[str]:
    yield "## FAQ"
    asked = ("Do I need a degree?", f"Who pays {target.name} best?", f"What will {author.random.choice(PEOPLE)} say?")
    for question in asked:
        yield f"### {question}"
        yield author.paragraph(2, 4)
    if author.random.random() < 0.5:
        yield f"> {author.sentence()}"
    if author.random.random() < 0.5:
        yield f"```text\n$ {author.random.choice(COMMANDS)}\n{author.random.randint(2, 99)} done\n```"


def _listed(entries: Iterable[str]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)


if __name__ == "__main__":
    make_site(Path(sys.argv[2]), int(sys.argv[1]))
