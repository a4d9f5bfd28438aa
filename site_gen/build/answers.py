"""What can be asked while pages are made, and a digest of each answer: the same on every machine for the same site."""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import cache
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import TYPE_CHECKING, Final

from site_gen.build.overview import libraries
from site_gen.build.staleness import Answers
from site_gen.checks import SKILLS_FILE
from site_gen.diagnostic import Place
from site_gen.model.card import PathwayFacts
from site_gen.model.page import PlainPage
from site_gen.model.role import Role
from site_gen.model.site import Site

if TYPE_CHECKING:
    from site_gen.build.settings import Settings
    from site_gen.build.traces import FileTrace
    from site_gen.model.catalog import Catalog, Listing

_SIZE: Final = 8
_NOWHERE: Final = Place(path="", line=1)
_FIGURES: Final = ("occupation", "outlook", "salary")


def digest(value: object) -> bytes:
    """A digest of a value by what it says of itself; sets have no order, so none may be in it."""
    return blake2b(repr(value).encode(), digest_size=_SIZE).digest()


def digest_of_bytes(content: bytes) -> bytes:
    """A digest of the content of a file."""
    return blake2b(content, digest_size=2 * _SIZE).digest()


def digest_of_file(file: Path) -> bytes:
    """A digest of the bytes of a file; empty where it can't be read."""
    try:
        with file.open("rb") as opened:
            return file_digest(opened, lambda: blake2b(digest_size=2 * _SIZE)).digest()
    except OSError:
        return b""


def bare(value: PathwayFacts | Role | PlainPage | None) -> object:
    """A value without the places in its file that say nothing to a reader: pages link to the lines of figures only."""
    if isinstance(value, PathwayFacts):
        return replace(value, reviewed_place=_NOWHERE)
    if value is None:
        return None
    if isinstance(value, Role):
        return replace(value, places=_lines(value), anchors=frozenset(), links=(), outside_links=())
    return replace(value, places={}, anchors=frozenset(), links=(), outside_links=())


def without_prose(role: Role) -> Role:
    """A role as pathways need it: its name and its figures, and on which lines they stand."""
    return replace(
        role,
        about=replace(role.about, html=""),
        markdown="",
        places=_lines(role),
        anchors=frozenset(),
        links=(),
        outside_links=(),
    )


def _lines(role: Role) -> dict[str, Place]:
    """The lines of a role's figures; how its file is called depends on where the command was typed."""
    found = {field: role.places.get(field) for field in _FIGURES}
    return {field: Place(path="", line=place.line) for field, place in found.items() if place}


def of_settings(settings: Settings) -> Answers:
    """An answer for each setting, and for the names of skills."""
    site = settings.site
    is_faulty = SKILLS_FILE in settings.faulty
    return {
        **{f"setting:{each.name}": digest(getattr(site, each.name)).hex() for each in fields(Site)},
        "skills": digest((is_faulty, sorted(settings.skill_names.names_by_key.items()))).hex(),
    }


def of_files(copied: Mapping[str, FileTrace]) -> Answers:
    """An answer for each file that is copied."""
    return {f"file:{key}": each.content.hex() for key, each in copied.items()}


def of_days(days: Mapping[str, date]) -> Answers:
    """An answer for each file of a pathway: the day of its last commit, where such days are asked for."""
    return {f"day:{key}": day.isoformat() for key, day in days.items() if key.startswith("pathways/")}


def of_templates(folders: Sequence[Path]) -> Answers:
    """An answer for each file that a template can take in: of two with one name, the earlier folder's counts."""
    answers: dict[str, str] = {}
    for root in folders:
        for folder, _, names in os.walk(root, followlinks=True):
            for name in names:
                file = Path(folder, name)
                asked = f"template:{file.relative_to(root).as_posix()}"
                if asked not in answers and file.is_file():
                    answers[asked] = digest_of_file(file).hex()
    return answers


def of_code() -> Answers:
    """One answer for the version of Python, of every installed library and of each line of Waymark itself."""
    state = blake2b(repr((sys.version, libraries())).encode(), digest_size=_SIZE)
    state.update(digest_of_package().encode())
    return {"code": state.hexdigest()}


@cache
def digest_of_package() -> str:
    """A digest of every line of Waymark itself."""
    package = Path(__file__).parents[1]
    state = blake2b(digest_size=_SIZE)
    for path in sorted(package.rglob("*.py")):
        state.update(path.relative_to(package).as_posix().encode())
        state.update(path.read_bytes())
    return state.hexdigest()


def of_roles(roles: Iterable[Role]) -> Answers:
    """Two answers for each role, with its prose and without, and one for all together."""
    answers: dict[str, str] = {}
    for role in roles:
        answers[f"role:{role.id}"] = digest(bare(role)).hex()
        answers[f"facts:{role.id}"] = digest(bare(without_prose(role))).hex()
    return {**answers, "roles": digest(sorted(each for each in answers.items() if each[0].startswith("facts:"))).hex()}


def of_pages(pages: Iterable[PlainPage]) -> Answers:
    """An answer for each plain page, and one for all together."""
    answers = {f"page:{page.name}": digest(bare(page)).hex() for page in pages}
    return {**answers, "pages": digest(sorted(answers)).hex()}


def of_ways(counts: Mapping[str, int]) -> Answers:
    """An answer for each role that pathways begin at."""
    return {f"ways:{role_id}": str(count) for role_id, count in counts.items()}


def of_catalog(catalog: Catalog, facts: Mapping[str, bytes], roles: Answers) -> Answers:
    """The answers for lists of pathways; `facts` are the digests of theirs by slug, `roles` the answers of roles."""

    def of_list(listings: Iterable[Listing]) -> str:
        state = blake2b(digest_size=_SIZE)
        for each in listings:
            state.update(facts[each.slug])
            state.update(f"{roles[f'facts:{each.origin.id}']}{roles[f'facts:{each.target.id}']}".encode())
        return state.hexdigest()

    routes_from: dict[str, list[str]] = defaultdict(list)
    for origin_id, target_id in catalog.route_pairs:
        routes_from[origin_id].append(target_id)
    return {
        "listings": of_list(catalog.listings),
        **{f"ways_in:{role_id}": of_list(catalog.ways_in(role_id)) for role_id in catalog.roles_by_id},
        **{f"ways_out:{role_id}": of_list(catalog.ways_out(role_id)) for role_id in catalog.roles_by_id},
        **{
            f"skill:{skill.slug}": of_list(catalog.listings_by_slug[slug] for slug in skill.pathways)
            for skill in catalog.skills.by_slug.values()
        },
        **{f"routes_from:{role_id}": digest(routes_from[role_id]).hex() for role_id in catalog.roles_by_id},
        "route_list": digest(catalog.route_pairs).hex(),
        **(dict(_of_cards(catalog)) if catalog.site.pictures else {}),
        "skill_list": digest([(skill.slug, skill.name) for skill in catalog.skills.by_slug.values()]).hex(),
    }


def _of_cards(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """An answer for each pathway: what its picture says."""
    from site_gen.render.picture_words import words_of_listing  # few sites have pictures

    for slug, listing in catalog.listings_by_slug.items():
        yield f"card:{slug}", digest(words_of_listing(listing)).hex()
