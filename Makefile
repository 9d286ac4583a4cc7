# Everything a person types here works on a fresh machine with make and Python 3.11 or newer.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
WORKERS ?= 2
CODE := app migrations tests

# Imports from source take seconds; every start would pay for them.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup demo run test quick check format lint types imports dead dependencies bench fuzz chaos faults generate migration pins clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(STAMP)  ## make .venv and install what is pinned in requirements/

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "sutiao needs Python 3.11 or newer, and '$(PYTHON)' is not; try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { \
		echo "could not make $(VENV); on Debian and Ubuntu the package python3-venv is needed" >&2; rm -rf $(VENV); exit 1; }
	@echo "installing into $(VENV), once"
	@$(BIN)/python -m pip install --quiet --quiet --no-compile --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --quiet --no-compile --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: setup  ## play published cases end to end between separate processes, with live progress
	@$(BIN)/sutiao demo

run: setup  ## start service, worker and a simulated court, and stay up
	@$(BIN)/sutiao run

# Coverage starts by itself in every Python process that finds the first variable, so also in the workers of pytest.
MEASURED := COVERAGE_PROCESS_START='$(CURDIR)/pyproject.toml' COVERAGE_FILE='$(CURDIR)/var/coverage/data'

test: setup  ## run all tests; domain and services must be covered in every branch
	@rm -rf var/coverage && mkdir -p var/coverage
	@$(MEASURED) $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal
	@$(BIN)/coverage combine --quiet --data-file=var/coverage/data var/coverage
	@$(BIN)/coverage report --data-file=var/coverage/data --include='app/domain/*,app/services/*' --fail-under=100

quick: setup format lint types imports  ## what a commit needs: style, types, import rules, fast tests
	@$(BIN)/python -m pytest -n $(WORKERS) -m "not slow" tests/domain tests/house tests/api

check: setup format lint types imports dead dependencies  ## everything: quick checks, dead code, dependencies, all tests, drift
	@$(MAKE) --no-print-directory test

format: setup  ## is every file formatted?
	@$(BIN)/ruff format --check --quiet $(CODE) || { echo "run: $(BIN)/ruff format $(CODE)" >&2; exit 1; }

lint: setup  ## ruff, all rules
	@$(BIN)/ruff check --quiet $(CODE)

types: setup  ## mypy, strict
	@$(BIN)/mypy --no-error-summary

imports: setup  ## who may import whom
	@$(BIN)/lint-imports --no-logo

dead: setup  ## code that nothing uses
	@$(BIN)/vulture

dependencies: setup  ## declared but unused, used but undeclared
	@$(BIN)/deptry .

bench: setup  ## measure against the floor and write var/bench.json; GROWTH=1 also measures 200,000 referrals
	@$(BIN)/sutiao bench $(if $(GROWTH),--growth)

fuzz: setup  ## make up requests from the contract for SECONDS=600 against a real service; SEED=1 repeats a run
	@$(BIN)/python -m tests.fuzz --seconds $(or $(SECONDS),600) $(if $(SEED),--seed $(SEED))

chaos: setup  ## kill processes at KILLS=100 random moments and the database STOPS=10 times; SEED=1 repeats a run
	@$(BIN)/python -m tests.chaos --kills $(or $(KILLS),100) --stops $(or $(STOPS),10) $(if $(SEED),--seed $(SEED))

faults: setup  ## play every fault of court platforms, ROUNDS=5 random pairs, RECORDS=12000 through a bad gate; SEED=1 repeats a run
	@$(BIN)/python -m tests.faults --rounds $(or $(ROUNDS),5) --records $(or $(RECORDS),12000) $(if $(SEED),--seed $(SEED))

generate: setup  ## rewrite the contract, its clients, the pages that follow tables, migrations/schema.txt
	@$(BIN)/sutiao generate

migration: setup  ## start a numbered migration: make migration NAME=add_something
	@test -n "$(NAME)" || { echo "usage: make migration NAME=add_something" >&2; exit 1; }
	@next=$$(printf '%04d' $$(( $$(ls migrations/versions/[0-9]*.py 2>/dev/null | wc -l) + 1 ))); \
		$(BIN)/alembic revision --rev-id "$$next" -m "$(NAME)"

pins: setup  ## compile requirements/*.in anew into hashed pins (needs uv)
	@uv=$$(PATH="$(CURDIR)/$(BIN):$$PATH" command -v uv) || { echo "uv is needed to compile pins" >&2; exit 1; }; \
	for name in run embedded dev sm; do \
		"$$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
			requirements/$$name.in -o requirements/$$name.txt || exit 1; \
	done

clean:  ## remove .venv and caches; the development data in var/ stays
	@rm -rf $(VENV) var/coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
	@find app migrations tests -name __pycache__ -type d -prune -exec rm -rf {} +
