# Waymark's everyday commands; `make help` lists them.
# Nothing but Python 3.11 or later, make and a network to the package registries is needed: the rest is installed here.

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet --quiet
OUTPUT := output
BUILD :=
PYTEST :=
BENCH :=
LOCK :=

# The first of these that is 3.11 or later. `make PYTHON=/a/python` names another.
PYTHON = $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

SITE_READY := $(VENV)/.site-ready
TESTS_READY := $(VENV)/.tests-ready
BENCH_READY := .cache/bench/.ready
LOCK_READY := .cache/lock/.ready

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.PHONY: site test browser lint lint-style lint-format lint-types lint-templates lint-workflows soak bench audit pictures lock serve clean distclean help

site: $(SITE_READY) ## build the site into output/ (the default; BUILD="--strict" passes options on)
	@echo "make: building the site into $(OUTPUT)/"
	@$(BIN)/waymark build --output $(OUTPUT) $(BUILD)

test: $(TESTS_READY) browser ## run every test, browser included (PYTEST="-k badges" passes options on)
	@echo "make: running the tests"
	@$(PY) -m pytest $(PYTEST)

browser: $(TESTS_READY)
	@$(PY) -m tools.browser --install

lint: lint-style lint-format lint-types lint-templates lint-workflows ## check style, format, types, templates and workflows (-k: all at once)

lint-style: $(TESTS_READY)
	@echo "make: checking style"
	@$(BIN)/ruff check .

lint-format: $(TESTS_READY)
	@echo "make: checking format"
	@$(BIN)/ruff format --check .

lint-types: $(TESTS_READY)
	@echo "make: checking types"
	@$(BIN)/mypy

lint-templates: $(TESTS_READY)
	@echo "make: checking templates"
	@$(PY) -m tools.lint_templates

lint-workflows: $(TESTS_READY)
	@echo "make: checking workflows"
	@$(BIN)/zizmor --offline --persona pedantic --quiet --no-config .github/workflows site_gen/starter/.github/workflows

soak: $(TESTS_READY) browser ## run the long tests
	@echo "make: running the long tests"
	@$(PY) -m pytest -n 0 -m soak $(PYTEST)

bench: $(SITE_READY) $(BENCH_READY) ## measure speed beside Hugo and Pelican (BENCH="--pathways 10000" passes options on)
	@echo "make: measuring"
	@$(PY) -m benchmarks $(BENCH)

audit: $(TESTS_READY) browser ## check the built site with vnu, lychee and Lighthouse (needs Node.js and Java)
	@echo "make: auditing the site"
	@$(PY) -m tools.audit

pictures: $(TESTS_READY) browser ## take the pictures of docs/authors.md anew (needs pngquant)
	@echo "make: taking the pictures"
	@$(PY) -m tools.pictures

serve: $(SITE_READY) ## preview the site and reload it on every save
	@$(BIN)/waymark serve

lock: $(LOCK_READY) ## write the lock files anew (LOCK="--upgrade" takes newer versions)
	@echo "make: resolving pyproject.toml into requirements/"
	@sh tools/lock.sh $(LOCK)

clean: ## delete the built site and the caches
	@echo "make: deleting $(OUTPUT)/ and the caches"
	@rm -rf $(OUTPUT) $(foreach what,new old spare state,$(dir $(OUTPUT)).$(notdir $(OUTPUT)).$(what)) .cache .hypothesis build dist
	@find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

distclean: clean ## delete all that make has made, the virtual environment too
	@echo "make: deleting $(VENV)/"
	@rm -rf $(VENV)

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

$(PY):
	@test -n "$(PYTHON)" || { echo "make: Waymark needs Python 3.11 or later, and none is on the PATH" >&2; exit 1; }
	@echo "make: making the virtual environment $(VENV)/ with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv --clear $(VENV) || { rm -rf $(VENV); \
		echo "make: this Python cannot make virtual environments (on Debian: apt-get install python3-venv)" >&2; exit 1; }

$(SITE_READY): requirements/site.txt pyproject.toml | $(PY)
	@echo "make: installing the generator, each package checked against its hash in requirements/site.txt"
	@$(PIP) install --require-hashes -r requirements/site.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TESTS_READY): requirements/dev.txt $(SITE_READY)
	@echo "make: installing the test tools, each package checked against its hash in requirements/dev.txt"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(LOCK_READY): requirements/lock.txt | $(PY)
	@echo "make: installing the resolver, checked against its hash in requirements/lock.txt"
	@$(PY) -m venv --clear .cache/lock
	@.cache/lock/bin/python -m pip --disable-pip-version-check --quiet --quiet install --require-hashes -r requirements/lock.txt
	@touch $@

$(BENCH_READY): requirements/bench.txt | $(PY)
	@echo "make: installing what is measured against, each package checked against its hash in requirements/bench.txt"
	@$(PY) -m venv --clear .cache/bench
	@.cache/bench/bin/python -m pip --disable-pip-version-check --quiet --quiet install --require-hashes -r requirements/bench.txt
	@touch $@
