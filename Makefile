# `make` sets everything up; `make demo` grades the demo class; `make test` runs every test.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.DEFAULT_GOAL := setup
.PHONY: setup demo test soak audit lint format goldens clean

setup: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@echo "==> Making the virtual environment $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "kaodian needs Python 3.11 or newer; say which with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@echo "==> Installing kaodian and what it needs (a few minutes the first time)"
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt torch==2.13.0
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,torch,otter,cluster]'
	@touch $@

demo: $(STAMP)
	@echo "==> Grading the demo class (examples/demo) into results/demo"
	@$(BIN)/kaodian grade examples/demo/assessment.toml examples/demo/submissions -o results/demo \
	  --roster examples/demo/roster.csv --fresh

test: $(STAMP)
	@echo "==> Style and types"
	@$(MAKE) --no-print-directory lint
	@echo "==> Tests"
	@$(BIN)/python -m pytest -n 2 -m "not soak"

soak: $(STAMP)
	@echo "==> Tests with their full counts (this takes long)"
	@HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -n 2

audit: $(STAMP)
	@echo "==> Auditing every exercise"
	@$(BIN)/kaodian audit
	@$(BIN)/kaodian audit --coverage

lint: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(STAMP)
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

goldens: $(STAMP)
	@echo "==> Refreshing golden files; read the changes with git diff"
	@GOLDEN=write $(BIN)/python -m pytest -n 0 tests/grader/reports
	@$(BIN)/python -m grader.judging.schema > docs/result.schema.json

clean:
	rm -rf $(VENV) results dist build .pytest_cache .mypy_cache .ruff_cache
