# Everything that is done with the project. `make demo` and `make test` are all the set-up there is.
#
# Tools live in .venv; what is installed there is remembered by stamp files, so that a second
# `make` has nothing to do.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
PACKAGING := setup.cfg pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help demo test exhaustive browser test-all fuzz bench bench-layers bench-generate bench-growth bench-build bench-memory site refusals check generate dist lint format clean

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name text; do \
	    printf '  make %-14s %s\n' "$$name" "$$text"; done

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(PACKAGING) | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(PIP) --editable '.[test]'
	@touch $@

$(VENV)/installed-lint: $(VENV)/installed-test
	$(PIP) --editable '.[lint]'
	@touch $@

# What cannot be installed is left out of the table.
$(VENV)/installed-bench: $(VENV)/installed
	-$(PIP) --editable '.[bench]'
	@touch $@

$(VENV)/installed-browser: $(VENV)/installed-test
	$(PIP) --editable '.[browser]'
	@touch $@

$(VENV)/installed-site: $(VENV)/installed
	$(PIP) --editable '.[site]'
	@touch $@

$(VENV)/installed-build: | $(BIN)/python
	$(PIP) build
	@touch $@

demo: $(VENV)/installed  ## generate from the notes' functions, and run what was generated
	@mkdir -p build
	$(BIN)/backprop generate examples/notes.py --style notes --final circuit,neuron,staged -o build/demo.py
	@cat build/demo.py
	@$(BIN)/python docs/demo.py build/demo.py

test: $(VENV)/installed-test  ## run the tests
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not exhaustive"

exhaustive: $(VENV)/installed-test  ## run the tests that `test` leaves out: more gates, more spellings
	$(BIN)/python -m pytest -n auto --dist worksteal -m exhaustive

browser: $(VENV)/installed-browser  ## open the page of review in Chromium, which must be there
	$(BIN)/python -m pytest -q tests/test_browser.py

test-all:  ## run the tests on every supported Python that is there, and with the oldest NumPy
	.ci/test-all

fuzz: $(VENV)/installed-test  ## generate from random programs, and check what comes out
	PYTHONPATH=tests $(BIN)/python -m fuzz.straight --programs 2000 --seed 0
	PYTHONPATH=tests $(BIN)/python -m fuzz --programs 2000 --seed 0
	PYTHONPATH=tests $(BIN)/python -m fuzz.small --share 0.2

bench: $(VENV)/installed-bench  ## time generated pairs against passes by hand and other systems
	$(BIN)/python benchmarks/compare.py --page

bench-layers: $(VENV)/installed-test  ## time generated layers against layers by hand, small and large
	PYTHONPATH=tests $(BIN)/python benchmarks/by_hand.py

bench-generate: $(VENV)/installed  ## time generating, and how it grows with the source
	$(BIN)/python benchmarks/generating.py

bench-growth: $(VENV)/installed-bench  ## draw how the time grows with statements and with modules
	$(BIN)/python benchmarks/growth.py

bench-build: $(VENV)/installed  ## time builds of many modules, and how they grow with the project
	$(BIN)/python benchmarks/building.py

bench-memory: $(VENV)/installed  ## time loops of which only some states are kept, and their memory
	OMP_NUM_THREADS=1 $(BIN)/python benchmarks/keeping.py

site: $(VENV)/installed-site  ## make a site of docs/, in build/site
	$(BIN)/python -m sphinx -W --keep-going -q -b html docs build/site
	@echo build/site/index.html

refusals: $(VENV)/installed-test  ## make docs/refusals.md anew
	PYTHONPATH=tests $(BIN)/python -m fuzz --programs 250 --seed 0 --second 0 --page docs/refusals.md

check: $(VENV)/installed  ## hold generated/ against examples/
	$(BIN)/backprop check

generate: $(VENV)/installed  ## make generated/, docs/gates.md, docs/circuits/ and docs/backprop.1 anew
	$(BIN)/backprop build
	$(BIN)/python docs/gates.py
	$(BIN)/python docs/circuits.py
	$(BIN)/python docs/manual.py

dist: $(VENV)/installed-build  ## make the source distribution and the wheel of the last commit, in dist/
	$(BIN)/python .ci/dist

lint: $(VENV)/installed-lint  ## ruff and mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/installed-lint  ## let ruff put the source in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:  ## remove what make made
	rm -rf $(VENV) .venvs build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
