"""The state of a site's content: a catalog and its pathways become counts and lists, those become text or JSON."""
