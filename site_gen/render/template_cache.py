"""Compiled templates are kept in a folder, so that the next start needn't compile them again."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import ModuleType

import jinja2.compiler
import jinja2.lexer
import jinja2.parser
from jinja2 import FileSystemBytecodeCache


def template_cache(folder: Path, makers: tuple[ModuleType, ...]) -> FileSystemBytecodeCache:
    """The compiled templates in a folder, which is made if need be.

    Jinja keeps each by the path and the text of its template and by the version of Python. Code is made by Jinja's
    compiler and our own `makers` of it, so the sources of both are in the names of the files as well.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made_by = (jinja2.lexer, jinja2.parser, jinja2.compiler, *makers)
    sources = b"".join(Path(str(each.__file__)).read_bytes() for each in made_by)
    version = hashlib.blake2b(sources, digest_size=8).hexdigest()
    return FileSystemBytecodeCache(str(folder), f"{version}-%s.template")
