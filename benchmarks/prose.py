"""Random numbers become sentences about learning a trade: plain words, with the Markdown that guides really use."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Final

SUBJECTS: Final = (
    "account reconciliation",
    "bed planning",
    "cable routing",
    "cold storage",
    "colour grading",
    "contract reading",
    "crop rotation",
    "data modelling",
    "debt collection",
    "energy audits",
    "fabric cutting",
    "fault finding",
    "freight booking",
    "glass fitting",
    "grant writing",
    "harbour pilotage",
    "incident review",
    "insurance claims",
    "kitchen hygiene",
    "lesson design",
    "load balancing",
    "machine setup",
    "market research",
    "mould making",
    "network monitoring",
    "noise measurement",
    "parcel sorting",
    "patient handover",
    "payroll",
    "pest control",
    "pipe welding",
    "price analysis",
    "print layout",
    "public speaking",
    "query tuning",
    "roof surveying",
    "route scheduling",
    "seed testing",
    "shift rostering",
    "site safety",
    "soil sampling",
    "sound mixing",
    "stock counting",
    "surface finishing",
    "tender drafting",
    "threat modelling",
    "timber grading",
    "traffic counts",
    "usability interviews",
    "vendor selection",
    "visa procedures",
    "waste sorting",
    "water treatment",
    "wound dressing",
)
TOOLS: Final = ("Blender", "Excel", "Git", "Kubernetes", "Linux", "Postgres", "Python", "QGIS", "Revit", "SAP", "Stata")
COMMANDS: Final = ("git bisect", "join -t, a b", "make -n", "psql -l", "python -m timeit", "rsync -n", "sort -u", "top")
PEOPLE: Final = (
    "a foreman",
    "a neighbour in the trade",
    "an examiner",
    "former colleagues",
    "the night shift",
    "two customers",
    "your manager",
    "your union",
)
PLACES: Final = (
    "cooperatives",
    "family firms",
    "hospitals",
    "large exporters",
    "ministries",
    "start-ups",
    "town halls",
)
WAYS: Final = (
    "early",
    "in small steps",
    "on paper first",
    "once a week",
    "out loud",
    "under time pressure",
    "with care",
)
KINDS: Final = ("course", "handbook", "lectures", "logbook", "podcast", "reference", "standard", "workshop")

_SENTENCES: Final = (
    "Most {places} try you on {subject} before they ask about {tool}.",
    "Your feeling for **{subject}** carries over, and {people} will see it within {number} days.",
    "What *{subject}* asks of you is patience: {number} bad attempts come before the first good one.",
    "Nobody learns {subject} from slides, so plan {number} evenings of practice {way}.",
    "Run `{command}` on work of your own, and write down what you didn't expect.",
    "Read {resource} first; its chapter on {other} is the one that {people} quote.",
    'A trial task often says "{other}" and means {subject} under a deadline.',
    "In {places} the two jobs sit side by side -- ask to shadow one for {number} days.",
    "Pay follows whoever can own {subject} alone, which {places} check {way}.",
    "If {subject} feels slow, go back to {other} & do one case with {tool}.",
    "Keep {number} worked examples of {subject}, each with a note on **{other}**.",
    "There is more of {other} in {subject} than its name says, so compare the two {way}.",
    "Between {subject} and {other} lie {number} weeks; don't hurry the first.",
    "When {people} look over your {subject}, ask what they'd leave out.",
    "You already know {tool}, so spend the hours on *{other}* instead.",
    "The dull half of {subject} is {other}, and it's the half that is examined.",
)
_TASKS: Final = (
    "Do one piece of {subject} from start to end in {tool}, and time it.",
    "Write {number} pages on **{subject}** for {people}. Stop when nobody asks back.",
    "Ask {people} to mark your {subject}, then do it again.",
    "Repeat `{command}` until its answer holds no surprise.",
    "Finish {number} exercises on {subject} and keep those that failed.",
    "Set {subject} beside {other} in one table, and say which you would pay for.",
    "Publish your notes on {subject}, with {resource} as the source.",
    "Sit in on {subject} {way} and list what you missed.",
)


@dataclass(frozen=True, slots=True)
class Author:
    """Writes sentences by one source of random numbers: the same numbers, the same words."""

    random: Random

    def subjects(self, count: int) -> list[str]:
        """So many subjects, none twice."""
        return self.random.sample(SUBJECTS, count)

    def sentence(self) -> str:
        """A full sentence."""
        return self._filled(_SENTENCES)

    def task(self) -> str:
        """Something to do, as a sentence or two."""
        return self._filled(_TASKS)

    def paragraph(self, fewest: int, most: int) -> str:
        """A line of `fewest` to `most` sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(fewest, most)))

    def resource(self) -> str:
        """A work to learn from: a link to an invented site, or a title in italics."""
        name = f"{self.random.choice(SUBJECTS).capitalize()}, a {self.random.choice(KINDS)}"
        if self.random.random() < 1 / 3:
            return f"*{name}*"
        return f"[{name}](https://library.example/{name.lower().replace(', ', '-').replace(' ', '-')})"

    def _filled(self, forms: tuple[str, ...]) -> str:
        choice = self.random.choice
        subject, other = self.subjects(2)
        return choice(forms).format(
            subject=subject,
            other=other,
            tool=choice(TOOLS),
            command=choice(COMMANDS),
            people=choice(PEOPLE),
            places=choice(PLACES),
            way=choice(WAYS),
            number=self.random.randint(2, 14),
            resource=self.resource(),
        )
