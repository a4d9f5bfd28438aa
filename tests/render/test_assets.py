"""The four asset files: their names, their bytes, and what minifying leaves alone."""

import re
from pathlib import Path

import pytest

from site_gen.render.assets import (
    LAYERS,
    bundle_sheet,
    bundle_styles,
    make_assets,
    minify_script,
    minify_style,
    sheet_names,
)

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize(
    ("written", "small"),
    [
        pytest.param("a { b: calc(1px + 2px) }", "a{b:calc(1px + 2px)}", id="spaces-in-sums-stay"),
        pytest.param(".a :is(b, c) + d { e: f; }", ".a :is(b,c) + d{e:f}", id="spaces-between-selectors-stay"),
        pytest.param("/* why */ a {\n  b: c;\n  d: e\n}", "a{b:c;d:e}", id="comments-and-lines-go"),
        pytest.param("@media (width >= 4rem) { a { b: c } }", "@media (width >= 4rem){a{b:c}}", id="comparisons-stay"),
    ],
)
def test_style_is_minified_without_a_change_of_meaning(written: str, small: str) -> None:
    assert minify_style(written) == small


def test_script_loses_comments_and_indentation_only() -> None:
    assert minify_script("// why\n{\n  a = 'b // c';\n\n  // no\n}\n") == "{\na = 'b // c';\n}\n"


def test_layers_are_all_filled_and_met_in_their_order() -> None:
    sheet = bundle_styles([TEMPLATES])
    assert re.findall(r"@layer (\w+)\{[^}]", sheet) == list(LAYERS)


def test_every_component_has_its_styles_in_the_sheet_that_its_file_names() -> None:
    sheet = bundle_styles([TEMPLATES])
    styles = sorted(TEMPLATES.glob("components/*/*.css"))
    named = {path: path.name.split(".")[1:-1] for path in styles}
    assert styles and any(named.values())
    for path, names in named.items():
        held = bundle_sheet(names[0], [TEMPLATES]) if names else sheet
        assert minify_style(path.read_text(encoding="utf-8")) in held


def test_sheet_that_a_file_names_is_beside_the_one_of_all(tmp_path: Path) -> None:
    for name, text in {"a/a.css": "a{b:c}", "a/a.map.css": "d { e: f }", "b/b.map.css": "g { h: i }"}.items():
        (tmp_path / "components" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "components" / name).write_text(text, encoding="utf-8")
    assert sheet_names([tmp_path]) == ["map"]
    assert bundle_sheet("map", [tmp_path]) == "@layer components{d{e:f}g{h:i}}"
    made = make_assets([tmp_path, TEMPLATES])
    assert dict(made.files)[made.sheets["map"]].startswith(b"@layer components{")


def test_sheet_of_a_page_that_takes_in_no_other_has_what_components_are_made_of() -> None:
    sheet = bundle_sheet("embed", [TEMPLATES])
    assert [sheet.count(f"@layer {layer}{{") for layer in LAYERS] == [1, 1, 1, 1, 0]
    assert "--paper:" in sheet and ".badge-row" in sheet
    assert "--paper:" not in bundle_sheet("lists", [TEMPLATES])


def test_modules_stand_in_a_folder_named_after_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "modules").mkdir()
    (tmp_path / "modules/a.js").write_text("import './b.js';\n", encoding="utf-8")
    (tmp_path / "modules/b.js").write_text("// why\nb();\n", encoding="utf-8")
    before = make_assets([tmp_path, TEMPLATES])
    assert dict(before.files)[f"{before.modules}/b.js"] == b"b();\n"
    (tmp_path / "modules/b.js").write_text("c();\n", encoding="utf-8")
    after = make_assets([tmp_path, TEMPLATES])
    assert before.modules != after.modules
    assert dict(after.files)[f"{after.modules}/a.js"] == b"import './b.js';\n"


def test_names_change_with_the_bytes_and_only_then(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/theme.js").write_text("changed()\n", encoding="utf-8")
    before, again, after = make_assets([TEMPLATES]), make_assets([TEMPLATES]), make_assets([tmp_path, TEMPLATES])
    assert before == again
    assert before.theme != after.theme
    assert (before.stylesheet, before.script, before.icon) == (after.stylesheet, after.script, after.icon)
    assert dict(after.files)[after.theme] == b"changed()\n"


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no template folder has assets/reset\.css"):
        make_assets([tmp_path])
