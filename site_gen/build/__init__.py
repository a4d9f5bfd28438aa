"""The stages in order: read, check, render, publish."""
