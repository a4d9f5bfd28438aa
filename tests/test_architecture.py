"""The plan of the house, read from the imports: they go one way, plug-ins don't know each other, nothing is ambient."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "site_gen"
PLUGINS = ("sections", "checks", "pages", "outputs", "hosts", "report", "commands")

LAYERS = {
    **dict.fromkeys(
        ("diagnostic", "edits", "explain", "faults", "fixing", "nearest", "record", "typeset", "addresses", "links"), 0
    ),
    **dict.fromkeys(("read", "model"), 1),
    "sections": 2,
    "decode": 3,
    **dict.fromkeys(("render", "scaffold"), 4),
    **dict.fromkeys(("pages", "outputs", "hosts", "checks", "report", "stats"), 5),
    "build": 6,
    **dict.fromkeys(("serve", "outside"), 7),
    "commands": 8,
    "cli": 9,
    "__main__": 10,
}
APART = {("read", "model"), ("model", "read"), ("serve", "outside"), ("outside", "serve")}
"""Two layers of one height that know nothing of each other."""

AMBIENT_MODULES = {"time", "locale", "random", "secrets", "socket", "getpass", "platform"}
AMBIENT_CALLS = {"getenv", "getcwd", "now", "today", "utcnow", "cwd", "home", "expanduser", "urandom"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """The layer that a module belongs to: its folder below the package, or its own name."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def imports(path: Path) -> Iterator[str]:
    """Every module of the project that a module imports, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""
            if node.module is not None:
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(path: Path) -> set[str]:
    names = (name.split(".") for name in imports(path))
    return {name[1] for name in names if name[0] == "site_gen" and len(name) > 1} & LAYERS.keys()


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_module_has_its_layer() -> None:
    parts = {part_of(path) for path in modules()} - {"__init__"}
    assert parts == LAYERS.keys()


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    if path == PACKAGE / "__init__.py":
        return  # it names what others may use, and loads none of it: tests/test_public.py
    own = part_of(path)
    wrong = {
        other
        for other in parts_imported(path)
        if LAYERS[other] > LAYERS[own] or (own, other) in APART or (LAYERS[own] == 5 == LAYERS[other] and own != other)
    }
    assert wrong == set()


@pytest.mark.parametrize(
    "path", [path for path in modules() if part_of(path) in PLUGINS and path.stem != "__init__"], ids=name_of
)
def test_plugin_never_imports_its_sibling(path: Path) -> None:
    folder = f"site_gen.{part_of(path)}"
    siblings = {f"{folder}.{other.stem}" for other in path.parent.glob("*.py")} - {f"{folder}.__init__"}
    assert siblings & set(imports(path)) == set()


@pytest.mark.parametrize("folder", PLUGINS)
def test_register_of_plugins_names_none_of_them(folder: str) -> None:
    register = PACKAGE / folder / "__init__.py"
    assert {name for name in imports(register) if name.startswith(f"site_gen.{folder}.")} == set()


def ambient(path: Path) -> set[str]:
    found = {name for name in imports(path) if name.split(".")[0] in AMBIENT_MODULES}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr == "environ":
            found.add(ast.unparse(node))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in AMBIENT_CALLS:
            found.add(ast.unparse(node.func))
    return found


@pytest.mark.parametrize(
    "path", [path for path in modules() if part_of(path) not in {"cli", "commands", "serve", "__main__"}], ids=name_of
)
def test_nothing_below_the_command_line_is_ambient(path: Path) -> None:
    assert ambient(path) == set()


def test_ambient_things_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    path.write_text(
        "import time\nfrom os import path\nimport os\nos.environ\ndate.today()\nx.today\n", encoding="utf-8"
    )
    assert ambient(path) == {"time", "os.environ", "date.today"}


@pytest.mark.parametrize("folder", PLUGINS)
def test_every_plugin_has_its_test(folder: str) -> None:
    plugins = {path.stem for path in (PACKAGE / folder).glob("*.py")} - {"__init__"}
    tests = {path.stem.removeprefix("test_") for path in (ROOT / "tests" / folder).glob("test_*.py")}
    assert plugins
    assert plugins - tests == set()


@pytest.mark.parametrize(
    "path", [*modules(), *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "tools").rglob("*.py"))], ids=name_of
)
def test_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_no_folder_of_tests_is_passed_by(pytestconfig: pytest.Config) -> None:
    """A folder called `build` is none that pytest looks into, unless it is told to."""
    folders = {path.parent.name for path in (ROOT / "tests").rglob("test_*.py")}
    assert "build" in folders
    passed_by = pytestconfig.getini("norecursedirs")
    assert [folder for folder in folders if any(fnmatch(folder, pattern) for pattern in passed_by)] == []
