"""Values become HTML: the Jinja environment, the frame of every page, words, drawings, and the assets."""
