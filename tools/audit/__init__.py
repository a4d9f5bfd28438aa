"""Checkers of the built site that come from elsewhere: markup, links, and what a slow phone gets."""
