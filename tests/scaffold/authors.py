"""An author who answers from a list, and a small site around a new file."""

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from site_gen.scaffold.surroundings import Surroundings, read_surroundings
from tests.scaffold.tables import CSV, SETTINGS
from tests.sites import small_site

ENGINEER = "---\nname: Data Engineer\nfamily: Data & AI\naliases: [Pipeline engineer]\n---\n\nMoves data.\n"


@dataclass(slots=True, kw_only=True)
class Scripted:
    """Answers in order; what was asked and told stands in `heard`. Without answers it may not be asked at all."""

    answers: list[str] = field(default_factory=list)
    asks: bool = True
    heard: list[str] = field(default_factory=list)

    def ask(self, question: str, option: str, default: str | None = None) -> str:
        self.heard.append(f"{question} [{default}] {option}")
        return self.answers.pop(0) or default or ""

    def agrees(self, question: str, *, default: bool) -> bool:
        self.heard.append(f"{question} [{'Y/n' if default else 'y/N'}]")
        answer = self.answers.pop(0)
        return default if not answer else answer == "y"

    def tell(self, text: str) -> None:
        self.heard.append(text)


def script() -> Scripted:
    """One who can't be asked."""
    return Scripted(asks=False)


def around(folder: Path, files: dict[str, str] | None = None) -> Surroundings:
    """The small site with a third role and a table of occupations, and `files` put over them."""
    table = {"occupations.csv": CSV, "site.yaml": SETTINGS}
    site = small_site(folder, {"roles/data-engineer.md": ENGINEER, **table, **(files or {})})
    return read_surroundings(site / "content", PurePosixPath("content"))
