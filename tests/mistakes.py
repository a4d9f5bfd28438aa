"""The corpus of mistakes in tests/data/mistakes: each is put into a copy of the project's site."""

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from site_gen.diagnostic import Diagnostic, Place
from site_gen.faults import FAULTS
from tests.sites import GUIDE, TODAY, reviewed

FOLDER = Path(__file__).parent / "data" / "mistakes"
OPEN, CLOSE = "«", "»"
_FAULTS_BY_NAME = {fault.name: fault for fault in FAULTS.values()}


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """One mistake and what is to be said of it.

    In `file` (below content/, or below the site folder with a leading `/`) the text `find`, or the line that begins
    with `find_line`, becomes `write`; or the file is created, from the text `create` and `grow` letters more, as a
    `symlink` or as a `folder`. `also` is a role to add, `without` are folders to remove.

    What stands between « and » is what the caret must cover. Where no text can say it, `mark` is a text of the file,
    `at` is line, column and length ([1, 1, 1] is a file as a whole), and `last_line` the last one with text in it.
    `raw` is the byte, as a character, that stands for ¤. Mistakes of one `group` can stand together in one site.

    `fix` says of what kind its fix is, safe or unsafe, where it has one. The line of the diagnostic becomes `fixed`;
    without that, the file is again what it was before the mistake. `then` are the faults that come to light after it.
    """

    name: str
    fault: str
    message: str = ""
    help: str = ""
    notes: tuple[str, ...] = ()
    file: str = GUIDE
    find: str = ""
    find_line: str = ""
    write: str = ""
    create: str = ""
    grow: int = 0
    raw: str = ""
    symlink: str = ""
    folder: bool = False
    also: str = ""
    without: Sequence[str] = ()
    at: Sequence[int] = ()
    mark: str = ""
    last_line: bool = False
    group: str = ""
    fix: str = ""
    fixed: str = ""
    then: Sequence[str] = ()

    @property
    def is_in_a_template(self) -> bool:
        return self.file.startswith("/")

    @property
    def written(self) -> str:
        return (self.create or self.write).replace(OPEN, "").replace(CLOSE, "")

    def put_into(self, site: Path) -> None:
        """Make the mistake."""
        file = self.file_in(site)
        file.parent.mkdir(parents=True, exist_ok=True)
        if self.also:
            also = site / "content" / self.also
            also.parent.mkdir(exist_ok=True)
            also.write_text("---\nname: Other\nfamily: Other\n---\n\nWords.\n")
        if self.without:
            for folder in self.without:
                shutil.rmtree(site / "content" / folder)
        elif self.symlink:
            file.symlink_to(self.symlink)
        elif self.folder:
            file.mkdir()
        elif self.create:
            file.write_bytes(self._encoded(self.written + "x" * self.grow))
        else:
            text = file.read_text("utf-8")
            find = self.find.replace("{reviewed}", reviewed())
            if self.find_line:
                find = next(line for line in text.split("\n") if line.startswith(self.find_line))
            assert text.count(find) >= 1, f"{self.file} no longer says {find!r}"
            text = text.replace(find, self.written, 1)
            file.write_bytes(self._encoded(text))

    def expected(self, site: Path) -> Diagnostic:
        """What is to be said, with its place as the file stands now."""
        fault = _FAULTS_BY_NAME[self.fault]
        place = self._place(site)
        return Diagnostic(
            fault=fault,
            message=self._filled(self.message, site),
            place=place,
            help=self._filled(self.help, site),
            notes=tuple(self._filled(note, site) for note in self.notes),
            severity=fault.severity,
        )

    def _encoded(self, text: str) -> bytes:
        return text.encode().replace("¤".encode(), self.raw.encode("latin-1")) if self.raw else text.encode()

    def file_in(self, site: Path) -> Path:
        """The file that the mistake is made in."""
        return site / self.file[1:] if self.file.startswith("/") else site / "content" / self.file

    def _place(self, site: Path) -> Place:
        path = self.file[1:] if self.file.startswith("/") else f"content/{self.file}"
        if self.without:
            return Place(path="content", line=1)
        file = self.file_in(site)
        text = file.read_bytes().decode("utf-8", "replace") if file.is_file() and not self.grow else ""
        lines = text.split("\n")
        if self.at:
            line, column, length = self.at
        elif self.last_line:
            line, column, length = len(text.rstrip().split("\n")), 1, 1
        else:
            line, column, length = self._marked(text)
        excerpt = "" if tuple(self.at) == (1, 1, 1) else lines[line - 1]
        return Place(path=path, line=line, column=column, length=length, excerpt=excerpt)

    def _marked(self, text: str) -> tuple[int, int, int]:
        if self.mark:
            start, length = text.index(self.mark), len(self.mark)
        else:
            line = next(each for each in (self.create or self.write).split("\n") if OPEN in each)
            bare = line.replace(OPEN, "").replace(CLOSE, "").replace("¤", "\N{REPLACEMENT CHARACTER}")
            sought = f"\n{bare}\n" if f"\n{text}\n".count(f"\n{bare}\n") == 1 else bare
            assert f"\n{text}\n".count(sought) == 1, f"{self.name}: {bare!r} does not stand there once"
            start = f"\n{text}\n".index(sought) + sought.index(bare) + line.index(OPEN) - 1
            length = line.index(CLOSE) - line.index(OPEN) - 1
        line_start = text.rfind("\n", 0, start) + 1
        return text.count("\n", 0, start) + 1, start - line_start + 1, length

    def _filled(self, text: str, site: Path) -> str:
        """A message with its lines and dates filled in: `{line of ## FAQ}`, `{today}`, `{months since 2020-01-01}`."""
        while "{line of " in text:
            before, _, rest = text.partition("{line of ")
            sought, _, after = rest.partition("}")
            lines = self.file_in(site).read_text("utf-8").split("\n")
            text = f"{before}{lines.index(sought) + 1}{after}"
        if "{months since " in text:
            before, _, rest = text.partition("{months since ")
            day, _, after = rest.partition("}")
            text = f"{before}{_months_since(date.fromisoformat(day))}{after}"
        return text.replace("{today}", TODAY.isoformat())


def _months_since(day: date) -> int:
    return (TODAY.year - day.year) * 12 + TODAY.month - day.month - (TODAY.day < day.day)


def all_mistakes() -> list[Mistake]:
    """Every mistake of the corpus, by file."""
    return [Mistake(**entry) for file in sorted(FOLDER.glob("*.yaml")) for entry in _entries(file)]


def spoil(site: Path, names: Iterable[str]) -> list[Mistake]:
    """Make the mistakes of these names in one site; gives those whose place the earlier ones have left as it was."""
    mistakes_by_name = {mistake.name: mistake for mistake in all_mistakes()}
    made = []
    for name in names:
        try:
            mistakes_by_name[name].put_into(site)
        except (AssertionError, StopIteration, FileExistsError, UnicodeDecodeError):
            continue
        made.append(mistakes_by_name[name])
    return made


def _entries(file: Path) -> Iterator[dict[str, Any]]:
    for entry in yaml.safe_load(file.read_text("utf-8")):
        yield {**entry, "notes": tuple(entry.get("notes", ()))}
