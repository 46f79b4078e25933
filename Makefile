# Gazette. `make demo` shows what it does, `make test` checks it; both work on a fresh Debian machine that has
# a Swift toolchain, make and apt.

PREFIX ?= /usr/local
SWIFT ?= swift

# What the build needs of the system. `make setup` installs what is missing of it and does nothing otherwise.
PACKAGES := libxml2-dev libxslt1-dev libdeflate-dev libicu-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev pkg-config make

# Warnings are errors in our own code; the package manager silences those of packages we depend on.
STRICT := -Xswiftc -warnings-as-errors

# A static standard library starts faster and needs no toolchain where the program runs; a program at a fixed place has
# 43,000 addresses fewer to set right at each start, on a hundred pages.
RELEASE := -c release --static-swift-stdlib -Xlinker -no-pie --product gazette

EXAMPLES := examples/clean/issue.md examples/ocr/issue.md examples/english/issue.md

# The packages among the examples, without what was built of them.
EXAMPLE_CODE := $(wildcard examples/*/Package.swift examples/*/Sources)

.PHONY: help setup build release demo test hostile asan fuzz docs format lint install accept pictures clean

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## Install the system packages that are missing
	@missing=; for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" -eq 0 ]; then sudo=; elif command -v sudo >/dev/null; then sudo=sudo; \
	else echo "please install as root:$$missing" >&2; exit 1; fi; \
	echo "installing:$$missing"; \
	$$sudo apt-get update -qq </dev/null && \
	$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing </dev/null

build: setup ## Build for debugging
	$(SWIFT) build

release: setup ## Build the program for use
	$(SWIFT) build $(RELEASE)

demo: release ## Export the examples and say where the files are
	@mkdir -p out/demo
	@for issue in $(EXAMPLES); do \
	  folder=out/demo/$$(basename $$(dirname $$issue)); \
	  echo "gazette export $$issue -o $$folder/"; \
	  "$$($(SWIFT) build $(RELEASE) --show-bin-path)/gazette" export $$issue -o $$folder/ || exit 1; \
	done
	@echo; echo "Written:"; find out/demo -type f | LC_ALL=C sort | sed 's/^/  /'

test: setup ## Run all tests, warnings are errors
	$(SWIFT) build --build-tests $(STRICT)
	$(SWIFT) test --disable-xctest --skip-build

hostile: release ## Export inputs that nobody would write, and hold them to 5 s and 200 MB (needs the package time)
	Tests/Hostile/run "$$($(SWIFT) build $(RELEASE) --show-bin-path)/gazette"

asan: setup ## Run the tests of all C bindings with the address and leak sanitizers
	LSAN_OPTIONS=suppressions=Tests/lsan.supp $(SWIFT) test --disable-xctest --scratch-path .build-asan --sanitize=address \
	  --filter '^(XMLBinding|XSLTBinding|UnicodeText|IssueReading|OpenPackaging)Tests\.'

# FUZZ=1000000 runs more, FUZZ_SEED=7000000 others.
FUZZ ?= 100000
FUZZ_SEED ?= 1
fuzz: setup ## Feed damaged issues to the readers (FUZZ=100000 of them)
	$(SWIFT) build -c release --product ReaderFuzz
	"$$($(SWIFT) build -c release --show-bin-path)/ReaderFuzz" $(FUZZ) $(FUZZ_SEED)

# The modules a user may import, through `import Gazette`.
MODULES := Gazette ExportPipeline HouseStyle IssueChecks IssueEmbedding IssueModel IssueReading IssueXML OpenPackaging \
  StylesheetWriter TextWriter UnicodeText WordWriter XMLReading

docs: setup ## Make the documentation of all modules into out/docs (no warning is let pass)
	mkdir -p out/docs
	$(SWIFT) package --allow-writing-to-directory out/docs generate-documentation $(MODULES:%=--target %) \
	  --enable-experimental-combined-documentation --warnings-as-errors --output-path out/docs

format: ## Format the sources
	$(SWIFT) format -i -r Package.swift Sources Tests $(EXAMPLE_CODE)

lint: ## Check format and house rules
	$(SWIFT) format lint --strict -r Package.swift Sources Tests $(EXAMPLE_CODE)
	@! grep -rnE '^ *((public|internal|private|package) )?import Foundation' Sources || \
	  { echo 'no Foundation in Sources: it costs start-up time' >&2; exit 1; }
	@! grep -rnE '\b(fatalError|try!|as!)' Sources || \
	  { echo 'nothing in Sources may crash on input' >&2; exit 1; }

install: release ## Install the program below PREFIX (/usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/gazette" "$(DESTDIR)$(PREFIX)/bin/gazette"

accept: setup ## Take what is made now as right: goldens and example outputs (read the diff after it)
	$(SWIFT) build --build-tests
	GAZETTE_ACCEPT=1 $(SWIFT) test --skip-build --filter 'GoldenTests|WrongIssueXML|GazetteCommandsTests.*([Hh]elp|example)'
	git status --short examples Tests

pictures: release ## Draw the pages of the examples anew for the documentation (needs LibreOffice, poppler-utils, Chromium)
	mkdir -p out/pictures
	$(SWIFT) build --package-path examples/watermark-stage
	examples/watermark-stage/.build/debug/watermark examples/clean/issue.md out/pictures/watermark.docx
	Tests/Rendering/page-pictures "$$($(SWIFT) build $(RELEASE) --show-bin-path)/gazette" \
	  Sources/Gazette/Gazette.docc/Resources \
	  $(foreach issue,$(EXAMPLES),pages-$(notdir $(patsubst %/,%,$(dir $(issue))))=$(issue)) \
	  pages-mailing=examples/mailing/issue.eml pages-watermark=out/pictures/watermark.docx \
	  page-board=examples/custom-stylesheet/expected/clean.board.html

clean: ## Remove everything that was built
	rm -rf .build .build-asan out
