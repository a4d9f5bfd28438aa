"""content/site.yaml and content/skills.yaml become the site's settings and its names of skills."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from site_gen.decode.fields import OccupationTableFields, SiteFields
from site_gen.decode.likely_value import likely_list
from site_gen.decode.overrides import is_fault, report_unknown_fault
from site_gen.decode.report import decode, place_of
from site_gen.diagnostic import Diagnostic, Findings, Place, Related
from site_gen.edits import value_fix, written_at
from site_gen.faults import BAD_ADDRESS, DUPLICATE_KEY, EMPTY_VALUE, WRONG_TYPE
from site_gen.model.site import OccupationTable, Site, SiteCall
from site_gen.model.skill import SkillNames, skill_key
from site_gen.read.front_matter import Mapping, read_mapping
from site_gen.read.source import Source
from site_gen.read.yaml_mistakes import ticked
from site_gen.typeset import typeset


def read_settings(source: Source | None, *, base_url: str | None = None) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Read the settings; without a file, or with a fault in it (which is reported), they are the default ones.

    `base_url` goes before the one in the file.
    """
    override: dict[str, Any] = {"base_url": with_slash(base_url)} if base_url else {}
    if source is None:
        return Site(**override), ()
    findings = Findings()
    mapping, found = read_mapping(source)
    findings.found.extend(found)
    fields = decode(SiteFields, mapping, findings) if mapping else None
    if mapping is not None:
        _report_unknown_codes(mapping, findings)
    if fields is None or mapping is None:
        return Site(**override), findings.as_tuple
    given: dict[str, Any] = {
        "title": fields.title,
        "headline": fields.headline,
        "description": fields.description,
        "language": fields.language,
        "currency": fields.currency,
        "hours_a_week": fields.hours_per_week,
        "review_after": fields.review_after,
        "author": fields.author,
        "footer": fields.footer,
        "base_url": _base_url(fields, mapping, findings),
        "call_to_action": SiteCall(title=typeset(fields.call_to_action.title), text=typeset(fields.call_to_action.text))
        if fields.call_to_action
        else None,
        "corrections": fields.corrections,
        "route_pages": fields.route_pages,
        "search": fields.search,
        "pictures": fields.pictures,
        "dates_from_git": fields.dates_from_git,
        "precompress": fields.precompress,
        "allowed_links": fields.links.allow if fields.links else None,
        "occupations": _table(fields.occupations, fields.currency or Site().currency) if fields.occupations else None,
    }
    prose = {"title", "headline", "description", "author", "footer"}
    chosen: dict[str, Any] = {
        key: typeset(value) if key in prose else value for key, value in given.items() if value is not None
    }
    return Site(**chosen | override, severities=dict(fields.severity)), findings.as_tuple


def _base_url(fields: SiteFields, mapping: Mapping, findings: Findings) -> str | None:
    url = fields.base_url
    if url is None:
        return None
    if "?" in url or "#" in url:
        findings.add(
            BAD_ADDRESS,
            place_of(mapping, ("base_url",)),
            "the address of the site ends where its pages begin: it takes no `?` or `#`",
            help=f"write `{with_slash(url.split('?')[0].split('#')[0])}`",
        )
    return with_slash(url)


def _table(fields: OccupationTableFields, currency: str) -> OccupationTable:
    return OccupationTable(**{**vars(fields), "currency": fields.currency or currency})


def with_slash(url: str) -> str:
    """An address that ends with exactly one slash."""
    return url.rstrip("/") + "/"


def _report_unknown_codes(mapping: Mapping, findings: Findings) -> None:
    """Report the keys of `severity` that no fault has, whatever else is wrong with the settings."""
    given = mapping.values.get("severity")
    for key in given if isinstance(given, dict) else ():
        if not is_fault(key):
            report_unknown_fault(key, mapping.keys[("severity", key)], findings)


def read_skill_names(source: Source | None) -> tuple[SkillNames, tuple[Diagnostic, ...]]:
    """Read `name: [other spelling, other spelling]` lines; without a file no skill has a second spelling."""
    if source is None:
        return SkillNames(names_by_key={}), ()
    names = _Names()
    mapping, found = read_mapping(source)
    names.findings.found.extend(found)
    if mapping is not None:
        for name in mapping.values:
            names.read(name, mapping)
    return SkillNames(names_by_key=names.names_by_key), names.findings.as_tuple


@dataclass(slots=True)
class _Names:
    """The names read so far, and where each stands."""

    findings: Findings = field(default_factory=Findings)
    names_by_key: dict[str, str] = field(default_factory=dict)
    places_by_key: dict[str, Place] = field(default_factory=dict)

    def read(self, name: str, mapping: Mapping) -> None:
        """Read one line: a name and its other spellings."""
        place = mapping.keys[(name,)]
        self._add(name, name, place)
        for at, spelling in enumerate(self._spellings(name, mapping)):
            self._add(name, spelling, mapping.places.get((name, at), place))

    def _spellings(self, name: str, mapping: Mapping) -> list[str]:
        value = mapping.values[name]
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return value
        if isinstance(value, str):
            self._report_comma(name, value, mapping)
            return [value]
        fault, message = WRONG_TYPE, "the other spellings are a list of texts"
        if value is None:
            fault, message = EMPTY_VALUE, "the skill has no other spelling"
        self.findings.add(
            fault, place_of(mapping, (name,)), message, help=f"write `{name}: [other spelling, other spelling]`"
        )
        return []

    def _report_comma(self, name: str, value: str, mapping: Mapping) -> None:
        """Report an unquoted text with commas: as it stands it is one spelling, which nobody writes."""
        place = place_of(mapping, (name,))
        if "," in value and written_at(place) == value:
            self.findings.add(
                WRONG_TYPE,
                place,
                "this is one spelling with a comma in it",
                help=f"write a list, {ticked(f'{name}: {likely_list(value)}')}, or put the text in quotes",
                fix=value_fix(place, value, likely_list(value)),
            )

    def _add(self, name: str, spelling: str, place: Place) -> None:
        key, shown = skill_key(spelling), typeset(name)
        if not key:
            self.findings.add(EMPTY_VALUE, place, "the name of a skill is empty", help="write a name, or remove it")
        elif self.names_by_key.get(key, shown) != shown:
            first = self.places_by_key[key].line
            self.findings.add(
                DUPLICATE_KEY,
                place,
                f"`{spelling}` already stands for `{self.names_by_key[key]}` on line {first}",
                help="keep it under one name",
                related=[Related(place=self.places_by_key[key], message="it stands here first")],
            )
        else:
            self.names_by_key[key] = shown
            self.places_by_key.setdefault(key, place)
