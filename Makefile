# make site   builds the briefing of seeds/ into site/
# make serve  shows it while you work
# make test   runs the whole suite
# make photographs, lighthouse, validate   look at the built site, see CONTRIBUTING.md
# Each sets up what it needs on a machine that has only Python, git and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site serve test photographs lighthouse validate bench tables clean

site: $(VENV)/installed
	$(BIN)/briefgen build

serve: $(VENV)/installed
	$(BIN)/briefgen serve --watch

test: $(VENV)/installed-test
	tools/chromium
	$(BIN)/python -m pytest

photographs: $(VENV)/installed-test
	tools/chromium
	$(BIN)/python tools/photograph.py

lighthouse: $(BIN)/python
	tools/chromium
	$(BIN)/python tools/lighthouse.py

validate:
	npx --yes --package vnu-jar@26 vnu --errors-only --skip-non-html site

bench: $(VENV)/installed
	$(BIN)/python tools/bench.py

tables: $(VENV)/installed-dev
	$(BIN)/python tools/derive_words.py
	$(BIN)/python tools/derive_world.py

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[html]'
	touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

$(VENV)/installed-dev: $(VENV)/installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) .briefgen build dist
