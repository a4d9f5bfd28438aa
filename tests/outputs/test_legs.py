"""What the scripts of routes ask of the pathways that begin at a role."""

import json
from pathlib import Path

from tests.outputs.catalogs import catalog_of, outputs_of
from tests.sites import PATHWAY

SKILLS = (
    "## Skills to learn\n\n### Dough (critical, 4 weeks)\n\nX.\n\n### Ovens (important, ongoing)\n\nX.\n\n## Roadmap"
)


def test_role_that_a_pathway_begins_at_has_a_file(tmp_path: Path) -> None:
    (made,) = outputs_of("legs", catalog_of(tmp_path))
    assert made.address == "api/legs/cook.json"
    assert json.loads(made.content) == {"cook-to-baker": [80, 10, 0, []]}


def test_skills_go_by_the_one_name_of_the_site(tmp_path: Path) -> None:
    files = {
        "pathways/cook-to-baker.md": PATHWAY.replace("## Roadmap", SKILLS).replace(
            "difficulty: easy", "difficulty: moderate\ngate: degree"
        ),
        "skills.yaml": "Doughs: [Dough]\n",
    }
    (made,) = outputs_of("legs", catalog_of(tmp_path, files))
    assert json.loads(made.content) == {"cook-to-baker": [80, 10, 1, [["Doughs", 40], ["Ovens", -1]]]}
