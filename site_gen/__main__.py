"""Runs the command line: `python -m site_gen` is `waymark`."""

from site_gen.cli import main

if __name__ == "__main__":
    main()
