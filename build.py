"""Builds the site from a clone, as `waymark build` does: `python build.py --help` lists the options."""

import sys

try:
    from site_gen.cli import main
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("site_gen"):
        raise
    print(
        f"build.py: the package {missing.name} is not installed here; run `make`, which installs it.",
        file=sys.stderr,
    )
    sys.exit(2)

if __name__ == "__main__":
    main(["build", *sys.argv[1:]])
