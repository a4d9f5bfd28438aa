"""One file a form of diagnostics."""
