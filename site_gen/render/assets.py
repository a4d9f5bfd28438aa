"""Style sheets, scripts and the icon become four files whose names change when their bytes do."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from site_gen.record import record

LAYERS: Final = ("reset", "tokens", "base", "components", "print")
"""The cascade layers in their order: a later one wins, whatever its selectors."""

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACES: Final = re.compile(r"\s+")
_AROUND: Final = re.compile(r" ?([{};,]|>(?!=)) ?")
_SCRIPT_LINE: Final = re.compile(r"^[ \t]*(?://.*)?\n?|[ \t]+$", re.MULTILINE)


@record
class Assets:
    """The addresses of the four files, and `files`: each address with its bytes, in sorted order."""

    stylesheet: str
    theme: str
    script: str
    icon: str
    files: tuple[tuple[str, bytes], ...]


def make_assets(templates: Sequence[Path]) -> Assets:
    """Bundle what the template folders hold; of two files with one name, the earlier folder's counts."""
    stylesheet = _name("style", "css", bundle_styles(templates))
    theme = _name("theme", "js", minify_script(_read("assets/theme.js", templates)))
    script = _name("app", "js", minify_script(_read("assets/app.js", templates)))
    icon = _name("icon", "svg", _read("assets/icon.svg", templates))
    return Assets(
        stylesheet=stylesheet[0],
        theme=theme[0],
        script=script[0],
        icon=icon[0],
        files=tuple(sorted((stylesheet, theme, script, icon))),
    )


def bundle_styles(templates: Sequence[Path]) -> str:
    """One minified style sheet of all layers, components in the order of their names."""
    layers = [f"@layer {layer}{{{minify_style(_layer(layer, templates))}}}" for layer in LAYERS]
    return f"@layer {','.join(LAYERS)};{''.join(layers)}"


def minify_style(text: str) -> str:
    """Style rules without comments and needless spaces; a space that joins selectors or sums stays."""
    text = _SPACES.sub(" ", _COMMENT.sub("", text))
    text = _AROUND.sub(r"\1", text)
    return text.replace(": ", ":").replace(";}", "}").strip()


def minify_script(text: str) -> str:
    """A script without indentation, blank lines and lines that are comments; its line ends stay."""
    return _SCRIPT_LINE.sub("", text)


def _layer(layer: str, templates: Sequence[Path]) -> str:
    if layer != "components":
        return _read(f"assets/{layer}.css", templates)
    return "\n".join(_read(name, templates) for name in _component_styles(templates))


def _component_styles(templates: Sequence[Path]) -> Iterator[str]:
    found = {path.relative_to(folder).as_posix() for folder in templates for path in folder.glob("components/*/*.css")}
    yield from sorted(found)


def _read(name: str, templates: Sequence[Path]) -> str:
    path = next((folder / name for folder in templates if (folder / name).is_file()), None)
    if path is None:
        message = f"no template folder has {name}"
        raise FileNotFoundError(message)
    return path.read_text(encoding="utf-8")


def _name(stem: str, suffix: str, text: str) -> tuple[str, bytes]:
    content = text.encode()
    return f"assets/{stem}-{hashlib.blake2b(content, digest_size=4).hexdigest()}.{suffix}", content
