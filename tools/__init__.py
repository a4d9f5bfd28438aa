"""What the Makefile needs besides well-kept commands: a browser, a file server, a template lint, an audit."""
