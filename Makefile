# Two commands set up everything: `make demo` and `make test`. Python 3.11 or newer is all that must be there.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORIES ?=

.PHONY: demo test lint types unit stories floors bench scale clean

$(BIN)/variorum: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	$(BIN)/pip install --quiet --disable-pip-version-check --editable . --group dev
	touch $@

demo: $(BIN)/variorum
	$(BIN)/variorum brief examples/demo -o demo-dossier.html

test: lint types unit

lint: $(BIN)/variorum
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/variorum
	$(BIN)/mypy

unit: $(BIN)/variorum
	$(BIN)/pytest

# The most important measure: make stories STORIES=FOLDER (a folder of stories with their scorer stories.py)
stories: $(BIN)/variorum
	@test -n "$(STORIES)" || { echo "Say where the stories are: make stories STORIES=FOLDER"; exit 2; }
	$(BIN)/python -m evals stories --data "$(STORIES)"

# No figure may fall below its floor: VARIORUM_DATA=FOLDER make floors (what has no data is skipped)
floors: $(BIN)/variorum
	$(BIN)/python -m evals floors

# Speed and size as ratios to the bare spaCy pipeline in the same run
bench: $(BIN)/variorum
	OMP_NUM_THREADS=1 $(BIN)/python -m evals bench --data examples

# What grows with the number of reports: a story of 50 to 500, and 100,000 grouped one at a time (some minutes)
scale: $(BIN)/variorum
	OMP_NUM_THREADS=1 $(BIN)/python -m evals scale --data examples

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
