"""The manifest names every address that a reader may have kept."""

import json
from pathlib import Path

from site_gen.outputs.manifest import ADDRESS
from tests.outputs.catalogs import catalog_of, outputs_of
from tests.sites import PATHWAY


def test_manifest_has_pathways_with_their_old_addresses_roles_and_pages(tmp_path: Path) -> None:
    files = {
        "pathways/cook-to-baker.md": PATHWAY.replace("difficulty", "aliases: [old, a/older.html]\ndifficulty"),
        "pages/about.md": "---\ntitle: About\n---\n\nUs.\n",
        "pages/404.md": "---\ntitle: Gone\n---\n\nGone.\n",
    }
    (made,) = outputs_of("manifest", catalog_of(tmp_path, files))
    assert made.address == ADDRESS == "api/manifest.json"
    assert json.loads(made.content) == {
        "$schema": "schema.json",
        "kind": "manifest",
        "pathways": [
            {
                "slug": "cook-to-baker",
                "origin": "cook",
                "target": "baker",
                "address": "pathways/cook-to-baker.html",
                "old": ["pathways/old.html", "a/older.html"],
            }
        ],
        "roles": [{"id": "baker", "address": "roles/baker.html"}, {"id": "cook", "address": "roles/cook.html"}],
        "pages": ["about.html"],
    }
