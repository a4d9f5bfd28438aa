"""What other programs may import is there, typed and documented, and costs nothing until it is asked for."""

import inspect
import re
import subprocess
import sys

import pytest

import site_gen
from tests.docs.reading import read
from tests.sites import REPOSITORY


@pytest.mark.parametrize("name", site_gen.__all__)
def test_public_name_is_there_and_says_what_it_is(name: str) -> None:
    value = getattr(site_gen, name)
    assert name == "__version__" or inspect.getdoc(value)
    assert name in dir(site_gen)


def test_every_name_is_imported_once() -> None:
    assert site_gen.build_site is site_gen.build_site
    assert vars(site_gen)["build_site"] is site_gen.build_site


def test_no_other_name_is_given() -> None:
    with pytest.raises(AttributeError, match="module 'site_gen' has no attribute 'build_sight'"):
        _ = site_gen.build_sight  # type: ignore[attr-defined]


def test_every_public_name_stands_in_its_reference() -> None:
    text = read("docs/python.md")
    assert [name for name in site_gen.__all__ if name != "__version__" and f"`{name}" not in text] == []


def test_types_are_offered() -> None:
    assert (REPOSITORY / "site_gen/py.typed").is_file()


def test_the_version_stands_in_one_place() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", site_gen.__version__)
    text = read("pyproject.toml")
    assert re.search(r'^dynamic = \["version"\]$', text, re.MULTILINE)
    assert not re.search(r"^version\s*=", text, re.MULTILINE)


def test_the_package_alone_loads_nothing_of_itself() -> None:
    code = (
        "import sys, site_gen\n"
        "print({*site_gen.__all__} <= {*dir(site_gen)}, *[name for name in sys.modules if name.startswith('site_gen')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "site_gen"]
