"""Compiled templates are kept in folders, so that the next start needn't compile them again."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Final

import jinja2.compiler
import jinja2.lexer
import jinja2.parser
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

_PYTHON: Final = str(sys.implementation.cache_tag)


class TemplateCache(BytecodeCache):
    """Keeps what was compiled of each folder of templates in a folder of its own."""

    def __init__(self, folders: Mapping[Path, Path], makers: tuple[ModuleType, ...]) -> None:
        """`folders` names for each folder of templates the one to keep them in, which is made if need be.

        Jinja keeps each by the path and the text of its template. Code is made by Jinja's compiler and our own `makers`
        of it, for one version of Python, so those are in the names of the files as well.
        """
        made_by = (jinja2.lexer, jinja2.parser, jinja2.compiler, *makers)
        sources = b"".join(Path(str(each.__file__)).read_bytes() for each in made_by)
        version = hashlib.blake2b(sources, digest_size=8).hexdigest()
        self.pattern = f"{_PYTHON}-{version}-%s.template"
        self._kept_in: dict[str, FileSystemBytecodeCache] = {}
        for templates, folder in folders.items():
            folder.mkdir(parents=True, exist_ok=True)
            self._kept_in[f"{templates.as_posix()}/"] = FileSystemBytecodeCache(str(folder), self.pattern)
        self._by_key: dict[str, FileSystemBytecodeCache] = {}
        self._tidied: list[FileSystemBytecodeCache] = []

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """What is kept of a template, to be filled where that is nothing."""
        key = self.get_cache_key(name, filename)
        at = Path(filename or "").as_posix()
        found = next((each for folder, each in self._kept_in.items() if at.startswith(folder)), None)
        if found is None:
            return super().get_bucket(environment, name, filename, source)
        self._by_key[key] = found
        return found.get_bucket(environment, name, filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Nothing is kept of a template that lies in none of the folders."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, and nothing that others have made for this version of Python before."""
        cache = self._by_key.get(bucket.key)
        if cache is None:
            return
        if cache not in self._tidied:
            self._tidied.append(cache)
            for file in Path(cache.directory).glob(f"{_PYTHON}-*.template"):
                if not file.name.startswith(self.pattern.partition("%")[0]):
                    file.unlink(missing_ok=True)
        cache.dump_bytecode(bucket)
