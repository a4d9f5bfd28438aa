"""Builds the site from a clone, as `waymark build` does: `python build.py --help` lists the commands."""

import sys

if __name__ == "__main__":
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
