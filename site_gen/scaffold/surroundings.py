"""A content folder becomes what a new file has to fit in with: the settings, the roles and the table of occupations."""

from __future__ import annotations

import posixpath
from pathlib import Path, PurePosixPath
from typing import Final

from site_gen.decode.marks import MARK
from site_gen.decode.role import read_role
from site_gen.decode.settings import read_settings
from site_gen.diagnostic import Diagnostic, Findings, Place, has_errors
from site_gen.faults import BAD_TABLE
from site_gen.model.role import Role
from site_gen.model.site import Site
from site_gen.read.source import find_files, read_source
from site_gen.record import record
from site_gen.scaffold.author import refuse
from site_gen.scaffold.occupations import OccupationFigures, read_occupations

SETTINGS: Final = "site.yaml"
_LONGEST_NAME: Final = 255


@record
class Surroundings:
    """What stands in the folder `content`, which is shown to its author as `shown`.

    `files` are the keys of all files, `faulty` those of roles and settings with errors.
    """

    content: Path
    shown: PurePosixPath
    site: Site
    roles: tuple[Role, ...]
    files: frozenset[str]
    faulty: frozenset[str]

    @property
    def families(self) -> tuple[str, ...]:
        """The families of roles, each once, in the order of the alphabet; a place to fill in is none."""
        families = {each.family for each in self.roles if MARK not in each.family}
        return tuple(sorted(families, key=lambda each: (each.casefold(), each)))

    def shown_path(self, key: str) -> str:
        """A file below content/ as its author would type it."""
        return (self.shown / key).as_posix()

    def refuse_existing(self, key: str) -> None:
        """Refuse to write over a file, or to give one a longer name than the system takes."""
        path = self.content / key
        if len(path.name) > _LONGEST_NAME:
            refuse(
                f"The name of the file would have {len(path.name)} characters; at most {_LONGEST_NAME} are possible."
            )
        if key in self.files or path.exists() or path.is_symlink():
            refuse(f"{self.shown_path(key)} is there already. Nothing was written.")

    def refuse_faulty(self, key: str) -> None:
        """Refuse to build upon a file with errors."""
        if key in self.faulty:
            refuse(f"{self.shown_path(key)} has errors. Mend them first: `waymark check` lists them.")

    def read_table(self) -> tuple[tuple[OccupationFigures, ...], tuple[Diagnostic, ...]]:
        """Read the table that the settings name; nothing where they name none."""
        table = self.site.occupations
        if table is None:
            return (), ()
        where = PurePosixPath(table.file)
        if where.is_absolute() or ".." in where.parts or not (self.content / where).exists():
            findings = Findings()
            findings.add(
                BAD_TABLE,
                Place(path=self.shown_path(SETTINGS), line=1),
                f"there is no table `{table.file}` below {self.shown}",
                help="write the name of a file there as `occupations.file`, such as `occupations.csv`",
            )
            return (), findings.as_tuple
        source, found = read_source(self.content, where.as_posix(), shown=self.shown)
        return read_occupations(source.text, table, source.path) if source else ((), found)


def read_surroundings(content: Path, shown: PurePosixPath) -> Surroundings:
    """Read the settings and every role below `content`."""
    files = find_files(content)
    faulty = set()
    site = Site()
    if SETTINGS in files:
        source, found = read_source(content, SETTINGS, shown=shown)
        site, more = read_settings(source)
        if has_errors((*found, *more)):
            faulty.add(SETTINGS)
    roles = []
    for key in files:
        if posixpath.dirname(key) != "roles" or not key.endswith(".md"):
            continue
        source, _ = read_source(content, key, shown=shown)
        role = read_role(source, currency=site.currency)[0] if source else None
        if role is None:
            faulty.add(key)
        else:
            roles.append(role)
    return Surroundings(
        content=content,
        shown=shown,
        site=site,
        roles=tuple(roles),
        files=frozenset(files),
        faulty=frozenset(faulty),
    )
