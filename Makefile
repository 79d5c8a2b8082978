# digigov. `make run` and `make test` are all that a fresh system needs; `make help` lists the rest.

SWIFT ?= swift
PYTHON ?= python3
PROGRAM := .build/release/digigov
# Pictures as PNG and PDF: cairo, which a plain `swift build` does without.
TRAITS := --traits Cairo
SOURCES := Sources Tests Benchmarks Package.swift
VENV := .venv

.DEFAULT_GOAL := help
.PHONY: help deps build run test check lint borders tree data documents bench clean

help: ## Lists the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | \
	  awk -F ':.*## ' '{ printf "  make %-8s %s\n", $$1, $$2 }'

deps: ## Installs the system packages that are missing (Debian)
	@Scripts/install-dependencies

build: deps ## Builds the release program, .build/release/digigov
	@echo "Building digigov (the first time takes a few minutes)" >&2
	@$(SWIFT) build --quiet $(TRAITS) -c release --product digigov >&2

run: build ## Builds, then opens the dashboard; prints it as text where there is no terminal
	@$(PROGRAM)

test: build ## Runs every test, those in a real terminal with the release program
	@echo "Building the tests" >&2
	@$(SWIFT) build --quiet $(TRAITS) --build-tests >&2
	@DIGIGOV_PROGRAM=$(CURDIR)/$(PROGRAM) $(SWIFT) test --quiet $(TRAITS) --skip-build --disable-xctest

check: lint tree data borders documents ## Formatting, data package, borders, documents, what is committed
	@echo "All checks passed"

lint:
	@$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)

tree:
	@Scripts/check-tree

data: $(VENV)/.installed
	@$(VENV)/bin/frictionless validate data/datapackage.json

$(VENV)/.installed: Scripts/check-requirements.txt | deps
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# SwiftPM compiles an import that no target declares; only this option refuses it.
borders: deps
	@$(SWIFT) build --quiet $(TRAITS) --build-tests --explicit-target-dependency-import-check error >&2

documents: build
	@Scripts/check-documents

bench: build ## Measures loading, the model, drawing and keys, then its peers, then from outside
	@echo "Building the benchmarks" >&2
	@$(SWIFT) build --quiet --package-path Benchmarks -c release >&2
	@Benchmarks/.build/release/bench data
	@Scripts/bench-peers $(PROGRAM)
	@echo
	@Scripts/bench-terminal $(PROGRAM)

clean: ## Removes everything that was built
	@rm -rf .build Benchmarks/.build Benchmarks/.venv $(VENV)
