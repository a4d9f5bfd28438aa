"""Builds the site from a clone, as `waymark build` does: `python build.py --help` lists the commands."""

import runpy
import sys
from pathlib import Path


def make_package() -> None:
    """Do what `python -m build` asks for: in this folder it finds this file before the program of that name."""
    here = Path(__file__).resolve().parent
    sys.path = [each for each in sys.path if Path(each).resolve() != here]
    runpy.run_module("build", run_name="__main__", alter_sys=True)


def make_site() -> None:
    """Run the command line from this clone."""
    try:
        from site_gen.cli import main

        main()
    except ModuleNotFoundError as missing:
        if (missing.name or "").startswith("site_gen"):
            raise
        print(
            f"build.py: the package {missing.name} is not installed; run `make`, which installs it here.",
            file=sys.stderr,
        )
        sys.exit(2)


if __name__ == "__main__":
    if __spec__ is None:
        make_site()
    else:
        make_package()
