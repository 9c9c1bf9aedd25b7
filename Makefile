# A thin face over CMake's presets (CMakePresets.json). What each target does: README.md.
SECONDS ?= 60
KILLS ?= 500
EVAL ?= ../shared/eval
WORLD ?= 1000 10000
GOLD ?= $(wildcard test/gold/*-dev.jsonl)

.PHONY: demo test test-web kills build bench world eval train gazetteer fuzz format setup clean

build: setup
	@cmake --preset release >/dev/null
	@cmake --build build

demo: build
	@tools/demo

test: setup
	@tools/test

test-web: build
	@tools/setup-web
	@node test/web/run.mjs build/casus $(PICTURES)

kills: build
	@test/kill/run build/casus $(KILLS)

bench: build
	@cmake --build build --target casus-bench
	@build/casus-bench build/casus examples/text examples/html examples/ndjson

world: build
	@bench/world/measure $(WORLD)

eval: build
	@tools/eval $(EVAL) $(GOLD)

train: build
	@cmake --build build --target casus-train
	@build/casus-train lang/$(LANGUAGE)/model/train.ini $(TREEBANKS) lang/$(LANGUAGE)/model/model.casus

gazetteer: build
	@cmake --build build --target casus-gazetteer
	@tools/build-gazetteer build/gazetteer build/gazetteer.tsv
	@build/casus-gazetteer data build/gazetteer.tsv data/world.casus

fuzz:
	@tools/setup
	@cmake --preset fuzz >/dev/null
	@cmake --build build-fuzz
	@tools/fuzz $(SECONDS)

format:
	@git ls-files '*.c' '*.h' | xargs clang-format -i

setup:
	@tools/setup

clean:
	rm -rf build build-*
