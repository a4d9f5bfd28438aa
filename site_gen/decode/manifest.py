"""The text of a published api/manifest.json becomes the addresses that it names."""

from __future__ import annotations

import json
from typing import Any

from site_gen.model.manifest import Manifest, PublishedPathway


class NoManifest(Exception):  # noqa: N818 - a refusal, named after its reason
    """The text is something else; the words say what."""


def read_manifest(text: str, path: str) -> Manifest:
    """Read the manifest of a published site; raises NoManifest where the text is none."""
    try:
        value = json.loads(text)
    except ValueError as error:
        message = "it is not JSON"
        raise NoManifest(message) from error
    if not isinstance(value, dict) or value.get("kind") != "manifest":
        message = 'it does not say `"kind": "manifest"`'
        raise NoManifest(message)
    try:
        return Manifest(
            path=path,
            pathways=tuple(map(_pathway, value["pathways"])),
            addresses=(*(str(each["address"]) for each in value["roles"]), *map(str, value["pages"])),
        )
    except (KeyError, TypeError) as error:
        message = "part of it is missing"
        raise NoManifest(message) from error


def _pathway(value: Any) -> PublishedPathway:
    return PublishedPathway(
        slug=str(value["slug"]),
        origin_id=str(value["origin"]),
        target_id=str(value["target"]),
        address=str(value["address"]),
        old=tuple(map(str, value["old"])),
    )
