"""Values become HTML: the Jinja environment, the frame of every page, words for figures, drawings, and the assets."""
