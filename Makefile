# Needs Python 3.11 or newer and make; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help demo test checks fuzz codegen bench clean

help:  ## Say what can be done.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/'

.venv/made: pyproject.toml codegen/pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}; try make PYTHON=python3.12")'
	@echo '== making the environment .venv'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'nox[uv]>=2024.10' -e .
	@touch $@

demo: .venv/made  ## Read real-looking messages, change one, write it, check it, measure.
	@$(BIN)/python examples/demo.py

test: .venv/made  ## What CI runs: style, types, generated code, wheels, the site, tests at latest and lowest versions.
	@$(MAKE) --no-print-directory -j2 checks fuzz
	@$(BIN)/nox -s tests lowest

checks: .venv/made  # these and fuzzing need one core each
	@$(BIN)/nox -s lint typing pyright regenerated build wheel docs

fuzz: .venv/made
	@$(BIN)/nox -s fuzz

codegen: .venv/made  ## Regenerate schema texts and classes.
	@$(BIN)/nox -s codegen

bench: .venv/made  ## Measure against other libraries.
	@$(BIN)/nox -s bench

clean:  ## Remove environments and caches.
	rm -rf .venv .nox .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage build dist
