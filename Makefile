# The C Concurrency Handbook. `make help` lists the targets; CONTRIBUTING.md tells how a chapter is added.
# In the order of the flow: chapters -> tangled programs -> checks and records; chapters + records -> book.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory -j$(shell nproc)
.DEFAULT_GOAL := book
.DELETE_ON_ERROR:
.SECONDEXPANSION:
.PHONY: help deps deps-gates book pdf html epub chapter tangle check stress detect mutate explore record lint gates corpus dist clean

out     := book/out
cache   := $(out)/.cache
html    := $(out)/html
build   := tangled/.build
noweb   := /usr/lib/noweb
version := $(shell sed -n 's/^ *version = "\(.*\)",/\1/p' book/book.lua)
# The same source is the same bytes: every date in the editions is the book's.
export SOURCE_DATE_EPOCH ?= $(shell date -u -d "$$(sed -n 's/^ *date = "\(.*\)",/\1/p' book/book.lua)" +%s)
export FORCE_SOURCE_DATE := 1
export LC_ALL := C.UTF-8
export TZ := UTC

# The book in its order: front pages, chapters, glossary. A slug is the file's name without its number.
shared   := $(wildcard chapters/0-foundations/02-vocabulary.nw)
chapters := $(sort $(wildcard chapters/*/*.nw))
sources  := $(sort $(wildcard book/[0-8]*.nw)) $(chapters) $(wildcard book/9*.nw)
space    := $(subst ,, )
words-of  = $(subst -, ,$(basename $(notdir $1)))
slug-of   = $(subst $(space),-,$(wordlist 2,99,$(words-of)))
$(foreach f,$(sources),$(eval s := $(call slug-of,$f))\
  $(if $(source-$s),$(shell rm -f $(out)/handbook.pdf $(out)/handbook.epub; \
    echo "$f:1: $s: the slug is already that of $(source-$s); rename one of the two files" >&2)$(error two files of one slug))\
  $(eval source-$s := $f)$(eval slugs += $s))
$(foreach f,$(chapters),$(eval number-$(call slug-of,$f) := \
  $(firstword $(subst -, ,$(notdir $(patsubst %/,%,$(dir $f))))).$(patsubst 0%,%,$(firstword $(call words-of,$f)))))
facts   := $(slugs:%=$(cache)/%.facts)
tangled := $(slugs:%=$(cache)/%.tangled)
# A chapter that was taken out or renamed takes along what was made of it.
was     := $(file < $(cache)/sources)
ifneq ($(was),$(sources))
$(shell mkdir -p $(cache); rm -rf $(foreach f,$(filter-out $(sources),$(was)),$(foreach s,$(call slug-of,$f),\
  $(cache)/$s.* $(html)/$s.html $$(grep -lsF '["$s/' $(html)/traces/*.js) $(html)/programs/$s $(html)/figures/$s $(out)/chapters/$s.pdf tangled/$s tangled/.lines/$s)))
$(file > $(cache)/sources,$(sources))
endif

# In `make deps book` the packages come first, also when make runs jobs side by side.
first := $(filter deps deps-gates,$(MAKECMDGOALS))
# $(call need,TOOL PACKAGE): stops with the package's name when the tool is missing.
need = @command -v $(firstword $1) > /dev/null || { echo "$(firstword $1) is missing: run \`make deps\` (Debian package $(lastword $1))" >&2; exit 1; }
# What a failed step may have made out of date goes away with it: no stale page, no stale book.
stale = || { status=$$?; rm -f $(out)/handbook.* $(html)/handbook.* $1; exit $$status; }
pages-of = $(foreach s,$1,$(html)/$s.html $(out)/chapters/$s.pdf)
# A fault in the text is told by who finds it, with exit status 3; what else goes wrong in a tool is told here.
# $(call told,FILE,SLUG,TOOLS)
told = || { status=$$?; [ $$status = 3 ] || echo "$1:1: $2: $3 failed with exit status $$status or made nothing; see above what it said, and whether \`make deps\` helps" >&2; (exit $$status); }

help: ## this list
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | while IFS='|' read -r target what; do printf '  %-17s %s\n' "$$target" "$$what"; done

# ---- packages

deps: ## install all that the book needs (Debian 12 and 13; elsewhere prints the list)
	@styles/deps styles/packages
deps-gates: $(filter deps,$(MAKECMDGOALS)) ## install what the quality gates need beyond that
	@styles/deps tests/gates/packages
	@command -v npm > /dev/null || styles/deps tests/gates/packages-node
	@npm ci --prefix tests/gates --no-audit --no-fund --loglevel=error

# ---- tangle: chapters to programs

tangle: $(tangled) ## the programs, into tangled/<slug>/
$(tangled): $(cache)/%.tangled: $$(source-$$*) $(shared) styles/tangle styles/tangle.awk styles/source.awk | $(first)
	@mkdir -p $(@D)
	@NOWEB=$(noweb) styles/tangle $< $* "$(shared)" tangled $(call stale,$(cache)/$*.facts $(call pages-of,$*))
	@touch $@

# ---- weave: one chapter to what the editions are made of

$(facts): $(cache)/%.facts: $$(source-$$*) $(cache)/%.tangled $$(wildcard figures/$$* figures/$$*/*) $(addprefix styles/,noweb.lua weave.lua code.lua common.lua records.lua timeline.lua)
	$(call need,pandoc pandoc)
	@echo "weave $*"
	@rm -f $@
	@$(noweb)/markup $(filter-out $<,$(shared)) $< | \
	  pandoc -f styles/noweb.lua -L styles/weave.lua -M slug=$* -M number=$(number-$*) -M source=$< -M out=$(cache)/$* \
	    $(if $(filter $<,$(shared)),-M shared) -t native -o /dev/null && [ -s $@ ] \
	  $(call told,$<,$*,markup or pandoc) $(call stale,$@ $(call pages-of,$*))

$(cache)/bibliography.facts: book/bibliography.bib styles/handbook.csl $(addprefix styles/,bibliography.lua edition.lua common.lua) | $(first)
	$(call need,texlua texlive-binaries)
	@mkdir -p $(@D)
	@texlua styles/edition.lua keys $< | pandoc -f markdown --citeproc --csl styles/handbook.csl --bibliography $< \
	  -L styles/bibliography.lua -M out=$@ -t native -o /dev/null && [ -s $@ ] $(call told,$<,bibliography,pandoc) $(call stale,$@)
	@touch $@

# ---- gather: check every reference; book.facts changes only when what others see of a chapter does

$(cache)/gathered: $(facts) $(cache)/bibliography.facts $(cache)/sources book/book.lua styles/gather.lua
	@texlua styles/gather.lua $(cache) $(slugs) $(call stale,$(call pages-of,$(patsubst $(cache)/%.facts,%,$(filter $(facts),$?))))
	@touch $@
$(cache)/book.facts $(cache)/refs.tex $(cache)/corpus.facts $(out)/corpus.json: $(cache)/gathered ; @:

# ---- the editions

book: pdf html epub ## all three editions, into book/out/ (the default)
	@for edition in handbook.pdf handbook.epub; do [ $(html)/$$edition -ef $(out)/$$edition ] || ln -f $(out)/$$edition $(html)/; done

pdf: $(out)/handbook.pdf ## the printed book: book/out/handbook.pdf
figures := $(patsubst figures/%.svg,$(cache)/figures/%.pdf,$(wildcard figures/*/*.svg))
$(cache)/figures/%.pdf: figures/%.svg | $(first)
	$(call need,rsvg-convert librsvg2-bin)
	@mkdir -p $(@D); rsvg-convert -f pdf -o $@.new $< && mv $@.new $@ $(call told,$<,$(notdir $(<D)),rsvg-convert) $(call stale)
$(out)/handbook.pdf: $(facts) $(cache)/book.facts $(cache)/refs.tex $(cache)/corpus.facts $(figures) styles/edition.lua styles/records.lua styles/book-style.tex styles/print
	@texlua styles/edition.lua tex $(cache) $(out) && styles/print $(cache) handbook $@ $(call stale)

html: $(cache)/html.stamp $(cache)/site.stamp ## the web pages: book/out/html/index.html
assets := $(addprefix $(html)/,style.css script.js favicon.svg social-card.png fonts/fonts.css)
pages = $(if $(filter-out $(facts),$?),$(slugs),$(patsubst $(cache)/%.facts,%,$(filter $(facts),$?)))
$(cache)/html.stamp: $(facts) $(cache)/book.facts styles/edition.lua styles/page.html | $(assets)
	@echo "pages $(words $(pages))"
	@texlua styles/edition.lua html $(cache) $(html) $(pages) $(call stale,$(pages:%=$(html)/%.html))
	@touch $@
$(cache)/site.stamp: $(facts) $(cache)/book.facts $(cache)/corpus.facts styles/edition.lua styles/records.lua styles/page.html styles/index.html | $(assets)
	@texlua styles/edition.lua site $(cache) $(html)
	@touch $@
$(html)/style.css $(html)/script.js $(html)/favicon.svg: $(html)/%: styles/%
	@mkdir -p $(@D); cp $< $@.new && mv $@.new $@
$(html)/social-card.png: styles/social-card.svg | $(first)
	$(call need,rsvg-convert librsvg2-bin)
	@mkdir -p $(@D); rsvg-convert -o $@.new $< && mv $@.new $@
$(html)/fonts/fonts.css: styles/fonts | $(first)
	@mkdir -p $(@D); styles/fonts $(@D)

epub: $(out)/handbook.epub ## the e-book: book/out/handbook.epub
$(out)/handbook.epub: $(facts) $(cache)/book.facts $(cache)/corpus.facts $(wildcard styles/epub*) styles/edition.lua styles/records.lua styles/cover.svg
	@styles/epub $(cache) $@ $(call stale)

# ---- one chapter: its page and a PDF of it alone

chapter: $(if $(source-$(C)),$(html)/$(C).html $(out)/chapters/$(C).pdf) ## C=slug: that chapter's page and a PDF of it alone
	@$(if $(C),$(if $(source-$(C)),echo "$(html)/$(C).html $(out)/chapters/$(C).pdf",echo "no chapter has the slug \`$(C)\`; there are: $(slugs)" >&2; exit 1),echo "say which: make chapter C=slug; there are: $(slugs)" >&2; exit 1)
ifdef C
ifneq ($(source-$(C)),)
$(html)/$(C).html: $(cache)/$(C).facts $(cache)/book.facts styles/edition.lua styles/page.html | $(assets)
	@texlua styles/edition.lua html $(cache) $(html) $(C)
$(out)/chapters/$(C).pdf: $(cache)/$(C).facts $(cache)/refs.tex $(figures) styles/edition.lua styles/book-style.tex styles/print
	@mkdir -p $(@D)
	@texlua styles/edition.lua chapter-tex $(cache) $(out) $(C)
	@styles/print $(cache) alone-$(C) $@
endif
endif

# ---- check: compile and run every program, and the press's own tests; the instruments; the records

check: tangle ## compile and run every program under its assertions; test the press (C=slug: one chapter)
	@tests/check $(build) $(C)
# $(chosen): the slugs that a target is for, or nothing and a message.
chosen = $(if $(C),$(if $(source-$(C)),$(C),$(shell echo "no chapter has the slug \`$(C)\`; there are: $(slugs)" >&2)),$(slugs))
stress: tangle ## run each program N=1000 times: on all CPUs, on one, and beside a load (C=slug)
	@slugs="$(chosen)"; [ "$$slugs" ]; tests/stress $(AGAIN:%=--again) $(build) $$slugs
detect: tangle ## what each detector says of each program (C=slug)
	@slugs="$(chosen)"; [ "$$slugs" ]; tests/detect $(AGAIN:%=--again) $(build) $$slugs
mutate: tangle ## take each synchronising line out of each good program: who notices? (C=slug)
	@slugs="$(chosen)"; [ "$$slugs" ]; tests/mutate $(AGAIN:%=--again) $(build) $$slugs
explore: tangle ## every schedule of a small program: PROGRAM=file.c [EXPLORE="weak outcomes"], or a chapter's, recorded (C=slug)
	@$(if $(EXPLORE),$(if $(PROGRAM),,echo "EXPLORE is for a program: say PROGRAM=file.c too" >&2; exit 2;))\
	$(if $(PROGRAM),tests/explore '$(PROGRAM)' $(EXPLORE),slugs="$(chosen)"; [ "$$slugs" ]; tests/explore-record $(AGAIN:%=--again) $(build) $$slugs)
record: tangle ## run the programs and renew the records that are stale, showing the difference (C=slug)
	@slugs="$(chosen)"; [ "$$slugs" ]; tests/record $(build) $$slugs
lint: tangle ## prose and code style
	@tests/lint $(sources)
gates: book ## quality gates for web, EPUB and PDF
	@tests/gates/run

# ---- what is handed out

corpus: $(out)/corpus/corpus.json ## the pitfalls as data, into book/out/corpus/: JSON, a plain table, SV-COMP tasks
$(out)/corpus/corpus.json: $(cache)/corpus.facts $(out)/corpus.json $(tangled) styles/corpus.lua | $(first)
	$(call need,gcc gcc)
	@texlua styles/corpus.lua $(cache) $(@D) || { rm -rf $(@D); exit 1; }
dist: book corpus ## versioned archives of the editions, the corpus and the programs, with checksums
	@styles/dist $(out) $(version)
clean: ## remove everything that the build made
	@rm -rf $(out) tangled
