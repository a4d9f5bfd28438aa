"""The live preview: build, serve output/, and build and reload again on every change."""
