#!/bin/sh
# Resolves pyproject.toml into the lock files: one set for every supported Python and system, with hashes, no registry named.
# Options go to the resolver: `--upgrade`, or `--upgrade-package NAME`.
set -eu
cd "$(dirname "$0")/.."

resolve() {
    lock=$1
    shift
    echo "lock: requirements/$lock.txt"
    .cache/lock/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
        --output-file "requirements/$lock.txt" --custom-compile-command "make lock" "$@" >/dev/null
}

resolve site pyproject.toml --group build "$@"
resolve dev pyproject.toml --group dev --constraints requirements/site.txt "$@"
resolve audit --group audit "$@"
resolve bench --group bench "$@"
resolve lock --group lock "$@"
