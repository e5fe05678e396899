# `make demo` runs the main job on a real example, `make test` everything that must hold. Both create the environment.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint types contracts unit cases docs mine prove witness engine oracle clean

demo: $(VENV)/installed
	$(BIN)/python examples/demo.py

test: lint types contracts unit

lint: $(VENV)/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/developed
	$(BIN)/mypy
	$(BIN)/mypy --allow-untyped-defs --allow-incomplete-defs --allow-untyped-calls --no-check-untyped-defs tests docs benchmarks

contracts: $(VENV)/developed
	$(BIN)/lint-imports

unit: $(VENV)/developed
	$(BIN)/python -m pytest -n 2

# Rewrites generated pages; the tests fail when one is stale.
docs: $(VENV)/developed
	$(BIN)/python docs/generate.py

# Reads the new releases of every library from the index and proposes rows.
mine: $(VENV)/developed
	$(BIN)/defaultdrift rules mine --new

# Installs releases side by side and proves rules and fixes against them; writes pages of docs/.
PROVED := scikit-learn
prove: $(VENV)/developed
	$(BIN)/defaultdrift rules verify --sweep --record docs $(PROVED)
	$(BIN)/python benchmarks/prove.py
	$(BIN)/python benchmarks/prove_evidence.py

# Runs a program for every reviewed change of scikit-learn in the release before and in its own; writes rows and a page of docs/.
witness: $(VENV)/developed
	$(BIN)/python benchmarks/witness.py

# Asks releases what their compiled code decides when an option is left out; writes a page of docs/.
engine: $(VENV)/developed
	$(BIN)/python benchmarks/engine.py

# Runs public scripts and compares what they called with what the resolver says; writes a page of docs/.
oracle: $(VENV)/developed
	$(BIN)/python benchmarks/oracle.py

$(VENV)/installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/developed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist

# Rewrites the expected files of tests/cases/check and prints the difference, for review.
.PHONY: cases
cases: $(VENV)/developed
	PYTHONPATH=tests $(BIN)/python tests/regenerate.py
