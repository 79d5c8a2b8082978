# digigov. `make run` and `make test` are all that a fresh system needs; `make help` lists the rest.

SWIFT ?= swift
PYTHON ?= python3
PROGRAM := .build/release/digigov
# Pictures as PNG and PDF: cairo, which a plain `swift build` does without.
TRAITS := --traits Cairo
# Swift's libraries inside, and the C++ library that they rest on where it is there as an archive: to
# load and bind the shared one takes a third of a millisecond of every start. lld leaves a tenth of
# the size away; nothing in the program says where it was built.
LINKED := $(CURDIR)/.build/linked
LINKING := $(if $(filter Linux,$(shell uname -s)),-Xswiftc -use-ld=lld -Xlinker --icf=all \
  -Xlinker --no-export-dynamic -Xlinker --build-id=none)
# Each function in a section of its own: what nobody calls, and what is there twice, goes. A megabyte
# and a half less.
LINKING += $(if $(LINKING),-Xswiftc -Xfrontend -Xswiftc -function-sections)
# A megabyte less, for systems with glibc 2.36 or later.
PACKED := $(if $(LINKING),-Xlinker -z -Xlinker pack-relative-relocs)
RELEASE := -c release --static-swift-stdlib --product digigov $(LINKING)
# Modules optimised for the tests, and some for size in the release (Package.swift).
export DIGIGOV_TUNED := 1
# Nobody debugs what runs the tests: without debug information half the bytes are written and linked.
DEBUG := $(TRAITS) -debug-info-format none
SOURCES := Sources Tests Benchmarks Examples Fuzzing Plugins Package.swift
VENV := .venv
EMULATOR := .venv-emulator
OFFICE := .venv-office

.DEFAULT_GOAL := help
.PHONY: help deps linked build run test emulator test-asan test-tsan check lint borders tree data \
  documents completions examples recipes scale bench bench-terminal screenshots gallery pages pictures offices fuzz soak clean static portable \
  install uninstall deb wheel release docs example

help: ## Lists the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | \
	  awk -F ':.*## ' '{ printf "  make %-11s %s\n", $$1, $$2 }'

deps: ## Installs the system packages that are missing (Debian)
	@Scripts/install-dependencies

# The linker looks here first, and finds nothing but the archive.
linked: deps
	@mkdir -p $(LINKED)
	@for compiler in clang cc; do \
	  archive="$$($$compiler -print-file-name=libstdc++.a 2>/dev/null)"; \
	  case "$$archive" in /*) ln -sf "$$archive" $(LINKED)/; break;; esac; \
	done

build: linked ## Builds the release program, .build/release/digigov, its symbols beside it
	@echo "Building digigov (the first time takes a few minutes)" >&2
	@$(SWIFT) build --quiet $(TRAITS) $(RELEASE) $(PACKED) -Xlinker -L$(LINKED) >&2
	@Scripts/split-symbols $(PROGRAM)

run: build ## Builds, then opens the dashboard; prints it as text where there is no terminal
	@$(PROGRAM)

# Those in a terminal wait for what is seen there: beside a thousand others each would wait for them.
TESTED := $(SWIFT) test --quiet $(DEBUG) --skip-build --disable-xctest
test: build emulator ## Runs every test, those in a real terminal with the release program
	@echo "Building the tests" >&2
	@$(SWIFT) build --quiet $(DEBUG) --build-tests >&2
	@$(TESTED) --skip EndToEndTests
	@DIGIGOV_PROGRAM=$(CURDIR)/$(PROGRAM) $(TESTED) --filter EndToEndTests

emulator: | deps ## Installs pyte, the terminal emulator of some tests, for the tests alone
	@$(MAKE) --silent $(EMULATOR)/.installed || \
	  echo "pyte could not be installed: the tests in an emulator are skipped" >&2

$(EMULATOR)/.installed: Scripts/emulator-requirements.txt
	@$(PYTHON) -m venv $(EMULATOR)
	@$(EMULATOR)/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

check: lint tree data borders documents completions examples recipes gallery pages docs example ## Formatting, data, borders, documents, what is committed
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
	@$(SWIFT) build --quiet $(DEBUG) --build-tests --explicit-target-dependency-import-check error >&2

documents: build
	@Scripts/check-documents

# In the shells themselves: bash is there, the others are installed.
completions: build
	@Scripts/install-dependencies zsh fish || echo "Completion is tried in the shells that are here" >&2
	@Scripts/check-completions $(PROGRAM)

# What the help, the manual and the documents say can be typed.
examples: build
	@Scripts/check-examples $(PROGRAM)

# The model in Python beside the program, recipes, and answers beside their schemas.
recipes: build $(VENV)/.installed
	@$(VENV)/bin/python Examples/python/check.py $(PROGRAM) data
	@$(VENV)/bin/python Scripts/check-schemas $(PROGRAM)

docs: deps ## Makes the reference of the libraries in .build-docs, with DocC
	@SWIFT="$(SWIFT)" Scripts/make-reference .build-docs $(DEBUG) >&2

# What another package would do with the model and the data as libraries.
example: deps ## Builds and runs the example package
	@$(SWIFT) run --quiet --package-path Examples Projection data

screenshots: build ## Makes the gallery in screenshots/ anew
	@Scripts/check-gallery --write $(PROGRAM)

gallery: build
	@Scripts/check-gallery $(PROGRAM)

# The HTML that screenshot writes can be read without sight and in both lights.
pages: build
	@Scripts/check-html $(PROGRAM)

offices: build $(OFFICE)/.installed ## Holds briefs in every form against LibreOffice, other programs and explain (six minutes)
	@$(OFFICE)/bin/python Scripts/check-workbook $(PROGRAM)
	@$(OFFICE)/bin/python Scripts/check-slides $(PROGRAM)
	@$(OFFICE)/bin/python Scripts/check-briefs $(PROGRAM)

$(OFFICE)/.installed: Scripts/office-requirements.txt
	@$(PYTHON) -m venv $(OFFICE)
	@$(OFFICE)/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

pictures: build ## Holds pictures and casts against other programs' reading of them (two minutes)
	@Scripts/check-pictures $(PROGRAM)

PREFIX ?= /usr/local
DESTDIR ?=
STATIC := .build-install/digigov
PORTABLE := .build-install/portable/digigov
# Not every shell makes a home folder of the ~ behind the equals sign.
TARGET = $(DESTDIR)$(patsubst ~/%,$(HOME)/%,$(PREFIX))

# Without what leads to the symbols; curses and cairo stay those of the system.
static: build
	@Scripts/split-symbols --without $(PROGRAM) $(STATIC)

# For any Linux: curses, its terminals and zlib inside. Only linked anew.
portable: linked
	@echo "Building digigov for any Linux (the first time takes a few minutes)" >&2
	@Scripts/link-archives $(LINKED) $(LINKED)/portable
	@$(SWIFT) build --quiet $(TRAITS) $(RELEASE) -Xlinker -L$(LINKED)/portable -Xlinker -ltinfo >&2
	@Scripts/split-symbols --without $(PROGRAM) $(PORTABLE)

install: static ## Installs program, data, manual and completions under PREFIX (/usr/local)
	@Scripts/install-files $(STATIC) "$(TARGET)"
	@echo "Installed $(TARGET)/bin/digigov"
	@command -v zsh > /dev/null || exit 0; \
	  folder="$(TARGET)/share/zsh/site-functions"; \
	  zsh -ic 'print -l $$fpath' 2> /dev/null | grep -qxF "$$folder" || \
	  echo "zsh completes digigov with this line in ~/.zshrc, above compinit: fpath=($$folder \$$fpath)"

uninstall: ## Removes what install put under PREFIX
	@Scripts/install-files --remove "$(TARGET)"

wheel: portable ## Makes a Python package in .build-install: pip install brings the program
	@Scripts/make-wheel $(PORTABLE) .build-install

release: ## Makes all packages, their checksums, parts and notes in .build-install/release
	@$(MAKE) --silent portable
	@$(MAKE) --silent static
	@Scripts/make-release $(STATIC) $(PORTABLE) .build-install/release

deb: static ## Makes a Debian package in .build-install
	@Scripts/make-deb $(STATIC) .build-install

SCALE_LINES ?= 20000
SCALE_VENV := .venv-scale

$(SCALE_VENV)/.installed: Scripts/scale-requirements.txt | deps
	@$(PYTHON) -m venv $(SCALE_VENV)
	@$(SCALE_VENV)/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@

scale: build $(SCALE_VENV)/.installed ## Answers SCALE_LINES (20000) in one run and in shards, and compares
	@PYTHON=$(SCALE_VENV)/bin/python Scripts/run-scale $(PROGRAM) $(SCALE_LINES)

bench: build ## Measures loading, the model, drawing and keys, then its peers, then from outside
	@echo "Building the benchmarks" >&2
	@$(SWIFT) build --quiet --package-path Benchmarks -c release >&2
	@Benchmarks/.build/release/bench data
	@Scripts/bench-peers $(PROGRAM)
	@Scripts/bench-pictures $(PROGRAM)
	@echo
	@Scripts/bench-questions $(PROGRAM)
	@echo
	@Scripts/bench-terminal $(PROGRAM)

bench-terminal: build ## Measures start, memory, keys, rest and large data beside other programs
	@Scripts/bench-terminal $(PROGRAM)
	@echo
	@Scripts/bench-terminal-peers $(PROGRAM)

# Not the tests in a terminal: they drive the release program, which has no sanitizer in it. Leaks
# are not looked for, since Swift hides bits in pointers and what they point at then looks lost.
sanitized = ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --quiet --disable-xctest --sanitize=$(1) \
  --scratch-path $(2) --skip EndToEndTests

test-asan: deps ## Runs the tests under the Address sanitizer
	@$(call sanitized,address,.build-asan)

test-tsan: deps ## Runs the tests under the Thread sanitizer
	@$(call sanitized,thread,.build-tsan)

SOAK_EVENTS ?= 18000

soak: build ## An hour of random keys, mouse and sizes in simulated time: memory, descriptors, rest
	@Scripts/soak $(PROGRAM) $(SOAK_EVENTS)

FUZZ_SECONDS ?= 60

fuzz: deps ## Runs each fuzzer for FUZZ_SECONDS (60)
	@SWIFT="$(SWIFT)" Scripts/fuzz $(FUZZ_SECONDS)

clean: ## Removes everything that was built
	@rm -rf .build .build-docs .build-install Examples/.build .build-asan .build-tsan .build-fuzz \
	  Benchmarks/.build Benchmarks/.venv Benchmarks/.venv-terminal $(VENV) $(EMULATOR) .venv-pictures \
	  $(SCALE_VENV)
