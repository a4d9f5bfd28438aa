"""Documents to typed values: what front matter and settings may say, and what a value means."""
