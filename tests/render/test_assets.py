"""The four asset files: their names, their bytes, and what minifying leaves alone."""

from pathlib import Path

import pytest

from site_gen.render.assets import LAYERS, bundle_styles, make_assets, minify_script, minify_style

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


def test_layers_are_declared_first_and_all_filled() -> None:
    sheet = bundle_styles([TEMPLATES])
    assert sheet.startswith(f"@layer {','.join(LAYERS)};@layer reset{{*,")
    assert all(f"@layer {layer}{{" in sheet for layer in LAYERS)


def test_every_component_has_its_styles_in_the_sheet() -> None:
    sheet = bundle_styles([TEMPLATES])
    styles = sorted(TEMPLATES.glob("components/*/*.css"))
    assert styles
    assert all(minify_style(path.read_text(encoding="utf-8")) in sheet for path in styles)


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
