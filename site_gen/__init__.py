"""Waymark turns Markdown career pathways into a static site with badges a reader can check."""

__version__ = "0.1.0"
