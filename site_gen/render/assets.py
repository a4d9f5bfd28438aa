"""Style sheets, scripts and the icon become files whose names change when their bytes do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Final

from site_gen.addresses import ASSETS, asset_address, digest_of
from site_gen.record import record

LAYERS: Final = ("reset", "tokens", "base", "components", "print")
"""The cascade layers in their order, which is that in which they are met: a later one wins, whatever its selectors."""

BELOW: Final = ("reset", "tokens", "base")
"""The layers that components are made of."""

ALONE: Final = frozenset({"embed"})
"""The sheets of pages that take in no other."""

_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACES: Final = re.compile(r"\s+")
_AROUND: Final = re.compile(r" ?([{};,]|>(?!=)) ?")
_SCRIPT_LINE: Final = re.compile(r"^[ \t]*(?://.*)?\n?|[ \t]+$", re.MULTILINE)


@record
class Assets:
    """The addresses of what pages take in, and `files`: each address with its bytes, in sorted order.

    `sheets` are the style sheets by name that only some pages take in, beside the one of all. `modules` is the folder
    of the scripts that are loaded when they are used: it is named after all of them, for one imports another by name.
    """

    stylesheet: str
    theme: str
    script: str
    icon: str
    files: tuple[tuple[str, bytes], ...]
    sheets: Mapping[str, str] = field(default_factory=dict)
    modules: str = ""


def make_assets(templates: Sequence[Path]) -> Assets:
    """Bundle what the template folders hold; of two files with one name, the earlier folder's counts."""
    stylesheet = _name("style", "css", bundle_styles(templates))
    theme = _name("theme", "js", minify_script(_read("assets/theme.js", templates)))
    script = _name("app", "js", minify_script(_read("assets/app.js", templates)))
    icon = _name("icon", "svg", _read("assets/icon.svg", templates))
    sheets = {name: _name(name, "css", bundle_sheet(name, templates)) for name in sheet_names(templates)}
    folder, modules = _modules(templates)
    return Assets(
        stylesheet=stylesheet[0],
        theme=theme[0],
        script=script[0],
        icon=icon[0],
        files=tuple(sorted((stylesheet, theme, script, icon, *sheets.values(), *modules))),
        sheets={name: address for name, (address, _) in sheets.items()},
        modules=folder,
    )


def bundle_styles(templates: Sequence[Path]) -> str:
    """One minified style sheet of all layers, components in the order of their names."""
    return "".join([f"@layer {layer}{{{minify_style(_layer(layer, templates))}}}" for layer in LAYERS])


def sheet_names(templates: Sequence[Path]) -> list[str]:
    """The names of the style sheets that only some pages take in: `map` where a file is `career_map.map.css`."""
    return sorted({sheet for name in _component_styles(templates) for sheet in _sheets(name)})


def bundle_sheet(sheet: str, templates: Sequence[Path]) -> str:
    """One minified style sheet of all components whose file names it, in the order of their names.

    That of a page which takes in no other begins with what such components are made of.
    """
    named = [name for name in _component_styles(templates) if sheet in _sheets(name)]
    below = [f"@layer {layer}{{{minify_style(_layer(layer, templates))}}}" for layer in BELOW if sheet in ALONE]
    return f"{''.join(below)}@layer components{{{minify_style(_joined(named, templates))}}}"


def minify_style(text: str) -> str:
    """Style rules without comments and needless spaces; a space that joins selectors or sums stays."""
    text = _SPACES.sub(" ", _COMMENT.sub("", text))
    text = _AROUND.sub(r"\1", text)
    return text.replace(": ", ":").replace(";}", "}").strip()


def minify_script(text: str) -> str:
    """A script without indentation, blank lines and lines that are comments; its line ends stay."""
    return _SCRIPT_LINE.sub("", text)


def _sheets(name: str) -> list[str]:
    """The sheets that a component's file names: `lists` and `embed` where it is `badge_row.lists.embed.css`."""
    return name.rpartition("/")[2].split(".")[1:-1]


def _layer(layer: str, templates: Sequence[Path]) -> str:
    if layer != "components":
        return _read(f"assets/{layer}.css", templates)
    return _joined([name for name in _component_styles(templates) if not _sheets(name)], templates)


def _joined(names: Sequence[str], templates: Sequence[Path]) -> str:
    return "\n".join(_read(name, templates) for name in names)


def _modules(templates: Sequence[Path]) -> tuple[str, list[tuple[str, bytes]]]:
    """The folder of the modules, named after the bytes of all, and each of them with its address."""
    names = sorted({path.name for folder in templates for path in folder.glob("modules/*.js")})
    texts = {name: minify_script(_read(f"modules/{name}", templates)) for name in names}
    folder = f"{ASSETS}/modules-{digest_of(repr(sorted(texts.items())).encode())}"
    return folder, [(f"{folder}/{name}", text.encode()) for name, text in texts.items()]


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
    return asset_address(stem, suffix, content), content
