"""A published manifest is read as it was written; anything else is refused with the reason."""

import json
from pathlib import Path
from typing import Any

import pytest

from site_gen.decode.manifest import NoManifest, read_manifest
from site_gen.model.manifest import Manifest, PublishedPathway
from tests.outputs.catalogs import catalog_of, outputs_of
from tests.sites import PATHWAY


def test_what_is_published_can_be_read_again(tmp_path: Path) -> None:
    text = PATHWAY.replace("difficulty", "aliases: [old]\ndifficulty")
    files = {"pathways/cook-to-baker.md": text, "pages/about.md": "---\ntitle: About\n---\n\nUs.\n"}
    (made,) = outputs_of("manifest", catalog_of(tmp_path, files))
    assert read_manifest(made.content.decode(), "m.json") == Manifest(
        path="m.json",
        pathways=(
            PublishedPathway(
                slug="cook-to-baker",
                origin_id="cook",
                target_id="baker",
                address="pathways/cook-to-baker.html",
                old=("pathways/old.html",),
            ),
        ),
        addresses=("roles/baker.html", "roles/cook.html", "about.html"),
    )


WHOLE: dict[str, Any] = {"kind": "manifest", "pathways": [], "roles": [], "pages": []}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param("<html>", "it is not JSON", id="a-page"),
        pytest.param("[]", 'it does not say `"kind": "manifest"`', id="a-list"),
        pytest.param('{"kind": "index"}', 'it does not say `"kind": "manifest"`', id="another-file-of-the-open-data"),
        pytest.param(json.dumps({**WHOLE, "roles": None}), "part of it is missing", id="no-roles"),
        pytest.param(json.dumps({**WHOLE, "pathways": [{"slug": "a"}]}), "part of it is missing", id="half-a-pathway"),
    ],
)
def test_anything_else_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(NoManifest) as refused:
        read_manifest(text, "m.json")
    assert str(refused.value) == why
