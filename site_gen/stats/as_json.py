"""The state of the content becomes one JSON object.

    {
      "pathways": {"published": 8, "drafts": 1, "later": 0},
      "roles": 9,
      "skills": 40,
      "fields": [{"family": "Software", "roles": 2, "pathways": 3, "from_other_fields": {"Design": 1}}],
      "roles_not_reached": ["baker"],
      "roles_not_left": ["cook"],
      "skills_spelt_in_two_ways": [{"name": "SQL", "others": {"Sql": 1}, "likeness": "same"}],
      "oldest_reviews": [{"path": "content/pathways/a-to-b.md", "reviewed": "2026-01-10", "days": 30}],
      "thinnest_guides": [
        {"path": "content/pathways/a-to-b.md", "percent": 55, "words": 300, "tasks": 9, "resources": 3, "questions": 2}
      ],
      "places_to_fill_in": {"content/pathways/c-to-d.md": 41},
      "not_counted": ["content/roles/broken.md"]
    }

`likeness` is `same` (capitals, spaces and hyphens), `merged` (by skills.yaml) or `nearly` (two skills to the site).
"""

from __future__ import annotations

import json
from dataclasses import asdict

from site_gen.stats.count import Stats


def as_json(stats: Stats) -> str:
    """The object as text, which ends with a line end."""
    value = {
        "pathways": {"published": stats.published, "drafts": stats.drafts, "later": stats.later},
        "roles": stats.roles,
        "skills": stats.skills,
        "fields": [
            {
                "family": each.family,
                "roles": each.roles,
                "pathways": each.pathways,
                "from_other_fields": dict(each.from_others),
            }
            for each in stats.fields
        ],
        "roles_not_reached": list(stats.roles_not_reached),
        "roles_not_left": list(stats.roles_not_left),
        "skills_spelt_in_two_ways": [
            {"name": each.name, "others": dict(each.others), "likeness": each.likeness} for each in stats.spellings
        ],
        "oldest_reviews": [
            {"path": each.path, "reviewed": each.reviewed.isoformat(), "days": each.days}
            for each in stats.oldest_reviews
        ],
        "thinnest_guides": [
            {
                "path": each.size.path,
                "percent": each.percent,
                **{k: v for k, v in asdict(each.size).items() if k != "path"},
            }
            for each in stats.thinnest_guides
        ],
        "places_to_fill_in": dict(stats.marks_by_path),
        "not_counted": list(stats.uncounted),
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
