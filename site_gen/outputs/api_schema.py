"""What the files below api/ hold becomes api/schema.json, their JSON Schema (draft 2020-12).

Whatever a file may hold, it holds: a key is left out nowhere, and what is not known is null or an empty text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from site_gen.model.catalog import Catalog
from site_gen.model.pathway import Demand, Difficulty, Gate
from site_gen.model.role import Fit
from site_gen.model.skill import Priority
from site_gen.outputs import Output, OutputType
from site_gen.render.open_data import Json

ADDRESS: Final = "api/schema.json"
DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def make(_: Catalog) -> Iterator[Output]:
    """The one file: people read it, so it has line ends."""
    yield Output(address=ADDRESS, content=f"{json.dumps(SCHEMA, indent=2, ensure_ascii=False)}\n".encode())


def _saying(schema: Mapping[str, object], description: str) -> Json:
    return {**schema, "description": description}


def _or_none(schema: Mapping[str, object]) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _list_of(schema: Mapping[str, object]) -> Json:
    return {"type": "array", "items": schema}


def _one_of(words: type[StrEnum]) -> Json:
    return {"enum": [each.value for each in words]}


def _ref(name: str) -> Json:
    return {"$ref": f"#/$defs/{name}"}


def _whole(properties: Mapping[str, object], description: str = "") -> Json:
    """A mapping that has all of these keys and no other."""
    said = {"description": description} if description else {}
    return {
        "type": "object",
        **said,
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _file(kind: str, properties: Mapping[str, object], description: str) -> Json:
    """A file of some kind."""
    head = {"$schema": _saying(TEXT, "Where this schema is, seen from the file."), "kind": {"const": kind}}
    return _whole({**head, **properties}, description)


TEXT: Final[Json] = {"type": "string"}
NAME: Final[Json] = {"type": "string", "minLength": 1}
NUMBER: Final[Json] = {"type": "number"}
WHOLE: Final[Json] = {"type": "integer"}
COUNT: Final[Json] = {"type": "integer", "minimum": 0}
YES_OR_NO: Final[Json] = {"type": "boolean"}
DAY: Final[Json] = {"type": "string", "format": "date"}
URL: Final = _or_none({"type": "string", "format": "uri"})
WHERE: Final[Json] = {
    "address": _saying(NAME, "The page's address below the root of the site."),
    "url": _saying(URL, "The page's whole address; null where the site does not say where it is."),
}
COMPARISON: Final[Json] = {
    "shown": _saying(_ref("span"), "What the badge says, in percent."),
    "band": _saying(_ref("span"), "What the rule gives."),
    "stated": _saying(_or_none(_ref("span")), "What the guide says."),
    "median": _saying(_or_none(NUMBER), "From median to median, where one release has both."),
    "low": _saying(NUMBER, "From low end to low end."),
    "high": _saying(NUMBER, "From high end to high end."),
    "worst": _saying(NUMBER, "From the top of the old range to the bottom of the new."),
    "overlap": _saying(_or_none(_ref("span")), "The stretch of pay that both ranges share."),
    "is_estimate": _saying(YES_OR_NO, "Whether the ranges are the author's own estimate."),
}
SHOWN_WORDS: Final[Json] = {**dict.fromkeys(("difficulty", "time", "pay_label", "pay", "demand"), TEXT)}
WAY: Final[Json] = {
    "slug": NAME,
    "title": NAME,
    "role": _saying(_ref("named"), "The role at the other end."),
    "words": _whole(SHOWN_WORDS, "What a card says of the four badges."),
    "level": {"type": "integer", "minimum": 1, "maximum": 4, "description": "Of difficulty."},
    "months": _or_none(_ref("span")),
    "hours": _saying(COUNT, "Of study in all; 0 where nobody says them."),
    "hours_a_week": COUNT,
    "pay_change": _saying(_or_none(_ref("span")), "In percent."),
    "gate": _or_none(_one_of(Gate)),
}
TAUGHT: Final[Json] = {"slug": NAME, "priority": _one_of(Priority), "hours": _or_none(COUNT)}
FACTS_OF_DIFFICULTY: Final[Json] = {
    name: _whole({"value": value, "asks_for": _one_of(Difficulty)})
    for name, value in {
        "study_hours": COUNT,
        "critical_skills": COUNT,
        "zones_up": _or_none(WHOLE),
        "gate": _or_none(_one_of(Gate)),
    }.items()
}
BADGES: Final[Json] = {
    "difficulty": _whole(
        {
            "shown": _one_of(Difficulty),
            "level": {"type": "integer", "minimum": 1, "maximum": 4},
            "least": _saying(_one_of(Difficulty), "The least that the four facts allow."),
            "facts": _whole(FACTS_OF_DIFFICULTY, "Each fact with the difficulty that it asks for."),
            "reason": _saying(TEXT, "Why the guide says otherwise; empty where it does not."),
        }
    ),
    "time": _or_none(
        _whole(
            {
                "shown": _saying(_ref("span"), "In months."),
                "computed": _saying(_ref("span"), "What the rule gives."),
                "stated": _saying(_or_none(_ref("span")), "What the guide says."),
                "weeks": NUMBER,
                "hours_a_week": COUNT,
                "study_hours": COUNT,
            }
        )
    ),
    "pay": _or_none(_whole(COMPARISON, "Null where the two ranges can't be compared.")),
    "official_pay": _or_none(
        _whole(
            {**COMPARISON, "origin": _ref("pay"), "target": _ref("pay")},
            "The official comparison beside the guide's own ranges.",
        )
    ),
    "demand": _whole(
        {
            "shown": _or_none(_one_of(Demand)),
            "official": _or_none(_one_of(Demand)),
            "stated": _saying(_or_none(_one_of(Demand)), "The author's view."),
            "growth": _saying(_or_none(NUMBER), "Of employment, in percent over the period."),
            "period": TEXT,
            "openings": _saying(_or_none(COUNT), "A year."),
            "source": TEXT,
            "note": TEXT,
        }
    ),
}
LEARNT: Final[Json] = {
    "name": NAME,
    "slug": _saying(NAME, "The same for all spellings of one skill."),
    "priority": _one_of(Priority),
    "weeks": _saying(_or_none(NUMBER), "Null where learning goes on without an end."),
    "hours": _or_none(COUNT),
}
PHASE: Final[Json] = {
    "name": NAME,
    "weeks": NUMBER,
    "tasks": _list_of(NAME),
    "resources": _list_of(_whole({"name": NAME, "url": URL})),
}
PATHWAY: Final[Json] = {
    "slug": NAME,
    **WHERE,
    "title": NAME,
    "summary": TEXT,
    "origin": _ref("end"),
    "target": _ref("end"),
    "words": _whole(
        {**SHOWN_WORDS, **dict.fromkeys(("origin_pay", "target_pay", "pay_source"), TEXT)},
        "Ready to be shown; empty where nothing is known.",
    ),
    "workings": _whole(
        dict.fromkeys(("difficulty", "time", "pay", "demand"), TEXT), "How each badge was worked out, in sentences."
    ),
    "badges": _whole(BADGES),
    "gate": _saying(_or_none(_one_of(Gate)), "What the law or the trade asks for."),
    "skills_to_learn": _list_of(_whole(LEARNT)),
    "transferable_skills": _list_of(_whole({"name": NAME, "slug": NAME})),
    "phases": _list_of(_whole(PHASE)),
    "reviewed": DAY,
    "updated": _or_none(DAY),
    "published": _or_none(DAY),
    "authors": _list_of(NAME),
    "tags": _list_of(NAME),
    "sources": _list_of(_whole({"title": NAME, "url": URL})),
}
ROLE: Final[Json] = {
    "id": NAME,
    "name": NAME,
    **WHERE,
    "plural": NAME,
    "field": NAME,
    "aliases": _list_of(NAME),
    "occupation": _or_none(_ref("occupation")),
    "zone": _saying(_or_none({"type": "integer", "minimum": 1, "maximum": 5}), "Job zone, of O*NET."),
    "pay": _or_none(_ref("pay")),
    "outlook": _or_none(
        _whole(
            {"growth": NUMBER, "period": TEXT, "openings": _or_none(COUNT), "source": TEXT, "demand": _one_of(Demand)}
        )
    ),
    "words": _whole(dict.fromkeys(("occupation", "pay", "pay_source", "outlook"), TEXT)),
    "ways_in": _list_of(_whole(WAY)),
    "ways_out": _list_of(_whole({**WAY, "learns": _list_of(_ref("learns"))})),
}
SKILL: Final[Json] = {
    "slug": NAME,
    "name": NAME,
    **WHERE,
    "taught_by": _list_of(_whole(TAUGHT)),
    "used_by": _list_of(NAME),
    "resources": _list_of(
        _whole(
            {"name": NAME, "url": URL, "pathways": {"type": "integer", "minimum": 2}},
            "What so many of the pathways that teach it name.",
        )
    ),
}
INDEX: Final[Json] = {
    "title": NAME,
    "description": TEXT,
    "language": NAME,
    "url": URL,
    "files": _whole(
        dict.fromkeys(
            ("schema", "manifest", "csv", "pathway", "role", "skill", "routes", "graph", "markdown", "card"), NAME
        ),
        "Addresses below the root of the site; {slug} and {id} stand for those of the lists.",
    ),
    "counts": _whole(dict.fromkeys(("pathways", "roles", "skills", "routes"), COUNT)),
    "pathways": _list_of(
        _whole(
            {**dict.fromkeys(("slug", "title", "origin", "target"), NAME), "reviewed": DAY}, "Roles are named by id."
        )
    ),
    "roles": _list_of(_whole(dict.fromkeys(("id", "name", "field"), NAME))),
    "skills": _list_of(_whole(dict.fromkeys(("slug", "name"), NAME))),
    "routes": _list_of(
        _whole(dict.fromkeys(("origin", "target"), NAME), "Two roles, by id, whose routes have a file and a page.")
    ),
    "fields": _list_of(_whole({"name": NAME, "feed": _or_none(NAME)})),
}
MANIFEST: Final[Json] = {
    "pathways": _list_of(
        _whole(
            {
                **dict.fromkeys(("slug", "origin", "target", "address"), NAME),
                "old": _saying(_list_of(NAME), "Addresses that lead to this one."),
            },
            "Roles are named by id.",
        )
    ),
    "roles": _list_of(_whole(dict.fromkeys(("id", "address"), NAME))),
    "pages": _saying(_list_of(NAME), "The addresses of plain pages."),
}
STOP: Final[Json] = _whole(
    {
        "id": NAME,
        "name": NAME,
        "pay": _or_none(COUNT),
        "currency": TEXT,
        "place": TEXT,
        "is_estimate": {"type": "boolean"},
    },
    "A role on the way, and what it pays in a year: a median, else the middle of a range.",
)
STEP: Final[Json] = {
    "slug": NAME,
    "study_hours": _saying(COUNT, "All hours of the pathway."),
    "known": _list_of(_whole({"slug": NAME, "name": NAME})),
    "saved_hours": _saying(COUNT, "What of them an earlier step has taught already."),
    "hours_a_week": COUNT,
    "level": {"type": "integer", "minimum": 1, "maximum": 4},
    "target": _ref("stop"),
}
ROUTES: Final[Json] = {
    **WHERE,
    "origin": _ref("stop"),
    "target": _ref("stop"),
    "routes": _list_of(
        _whole(
            {
                "steps": _list_of(_whole(STEP)),
                "weeks": NUMBER,
                "months": _whole({"low": COUNT, "high": COUNT}),
                "study_hours": COUNT,
                "saved_hours": COUNT,
                "level": {"type": "integer", "minimum": 1, "maximum": 4},
            },
            "In the order of time.",
        )
    ),
}
PARTS: Final[Json] = {
    "stop": STOP,
    "span": _whole({"low": NUMBER, "high": NUMBER}),
    "named": _whole({"id": NAME, "name": NAME}),
    "occupation": _whole({"code": NAME, "title": NAME, "fit": _one_of(Fit)}, "Of the 2018 SOC, and how well it fits."),
    "pay": _whole(
        {
            "low": COUNT,
            "high": COUNT,
            "currency": _saying(NAME, "ISO 4217."),
            "median": _or_none(COUNT),
            "spread": _saying(TEXT, "What the two ends are."),
            "place": TEXT,
            "source": TEXT,
            "release": TEXT,
        },
        "A year before tax.",
    ),
    "end": _whole(
        {"id": NAME, "name": NAME, "occupation": _or_none(_ref("occupation")), "pay": _or_none(_ref("pay"))},
        "One of the two roles, and what the page says that it pays.",
    ),
    "learns": {
        "type": "array",
        "prefixItems": [NAME, {"type": "integer", "minimum": -1}],
        "items": False,
        "minItems": 2,
        "description": "The slug of a skill and its hours, -1 where there is no end.",
    },
}
FILES: Final[Json] = {
    "index": _file("index", INDEX, "api/index.json: what there is, and where."),
    "manifest": _file("manifest", MANIFEST, "api/manifest.json: every address that may have been kept."),
    "pathway": _file("pathway", PATHWAY, "api/pathways/{slug}.json: one pathway."),
    "role": _file("role", ROLE, "api/roles/{id}.json: one role, and the pathways to and from it."),
    "routes": _file("routes", ROUTES, "api/routes/{origin}-to-{target}.json: the routes between two roles."),
    "skill": _file("skill", SKILL, "api/skills/{slug}.json: one skill."),
}
"""Each kind of file; one that is added here is known to the schema."""

SCHEMA: Final[Json] = {
    "$schema": DIALECT,
    "title": "The open data of a Waymark site",
    "oneOf": [_ref(kind) for kind in FILES],
    "$defs": {**FILES, **PARTS},
}

OUTPUT = OutputType(name="api_schema", make=make)
