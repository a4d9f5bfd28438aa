"""The state of a site's content: a catalog becomes counts and lists, and those become text or JSON."""
