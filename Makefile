# Run `make help` for what can be asked here. Every target makes its own .venv first, so any may be the first command.

PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin
PEERS := .venv-bench
PEERS_READY := $(PEERS)/.ready

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help venv demo app test test-long test-trust fuzz test-postgres check fix ci mutations bench bench-app bench-woe bench-gap bench-commands bench-odds bench-ceiling bench-peers bench-roadmap bench-plans bench-duel bench-growth bench-judged bench-lives bench-replan bench-same browser chromium axe report-shots app-shots pins pins-peers clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1|/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do \
		printf '  make %-14s %s\n' "$$name" "$$what"; done

venv: $(READY) ## make .venv with the pinned tools and this project in it

$(READY): requirements-dev.txt pyproject.toml
	@command -v "$(PYTHON)" >/dev/null 2>&1 || { \
		echo "Expected a Python of 3.11 or later, found no '$(PYTHON)'. Name one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; v = sys.version_info; v[:2] >= (3, 11) or sys.exit("Expected Python 3.11 or later, got %d.%d (%s). Name another: make PYTHON=/path/to/python3.11" % (v[0], v[1], sys.executable))'
	"$(PYTHON)" -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

demo: $(READY) ## audit the built-in example and write build/demo.html
	@mkdir -p build
	$(BIN)/twelfth demo --html build/demo.html

app: $(READY) ## open the app in the browser
	$(BIN)/twelfth serve

test: $(READY) ## run the tests; the core must be covered to 95 %
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest --numprocesses auto --dist worksteal -m "not trust and not browser" --cov --cov-report=
	$(BIN)/coverage report --fail-under=95

test-long: $(READY) ## the laws and twins that make test tries on some examples, on all of them
	OPENBLAS_NUM_THREADS=1 TWELFTH_TESTS=long $(BIN)/python -m pytest --numprocesses auto --dist worksteal -m long

# Those outside of tests/trust are tried by make test as well, on less.
test-trust: $(READY) ## the promises about what is kept: kills, power cuts, full disks, foreign files, erasure, upgrades
	OPENBLAS_NUM_THREADS=1 TWELFTH_TESTS=trust $(BIN)/python -m pytest --numprocesses auto --dist worksteal --durations 15 \
		tests/trust tests/contract/test_goal_sequences.py tests/contract/test_access.py \
		tests/property/test_structured_input_laws.py tests/unit/store/test_killed_imports.py \
		tests/web_app/test_guard_attacks.py

fuzz: $(READY) ## of test-trust: 150,000 inputs for each reader of foreign files, where there is atheris (Linux)
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m pytest --numprocesses auto --dist worksteal --durations 0 tests/trust/test_trust_fuzz.py

# What asks nothing of a database, and what sees to every page as it is with the file.
NOT_ON_POSTGRES = test_guard_attacks.py test_guard_rules.py test_guarded_app.py test_no_barriers.py test_server.py \
	test_token.py test_words.py
test-postgres: $(READY) ## what holds for every shelf of goals, on a PostgreSQL of its own that is gone afterwards
	TWELFTH_TESTS=trust $(BIN)/python tools/postgres.py $(BIN)/python -m pytest --numprocesses auto --dist worksteal \
		-k postgresql tests/contract
	TWELFTH_TEST_APP_ON=postgresql $(BIN)/python tools/postgres.py $(BIN)/python -m pytest --numprocesses auto \
		--dist worksteal $(addprefix --ignore tests/web_app/,$(NOT_ON_POSTGRES)) tests/web_app

check: $(READY) ## format, lint, types and the rules of the house; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(READY) ## format, and mend what the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

mutations: $(READY) ## break each promise once and see a test fail
	$(BIN)/python tools/mutation_proof.py

bench: bench-app bench-woe bench-gap bench-commands bench-odds bench-ceiling bench-roadmap ## run every benchmark

bench-app: $(READY) ## how long the pages of the app take with a full home, for 10 readers and for 50 who also write
	$(BIN)/python benchmarks/app_load.py --out $(KEPT)/app_load.json

bench-woe: $(READY) ## how often the weight-of-evidence interval holds the truth
	$(BIN)/python benchmarks/woe_coverage.py

bench-gap: $(READY) ## how long the gaps take against a large yes group
	$(BIN)/python benchmarks/large_yes_group.py

bench-commands: $(READY) ## how long odds, levers, audit, gap and history take, from the shell to the last line
	$(BIN)/python benchmarks/command_seconds.py

bench-peers: $(PEERS_READY) ## make .venv-bench with the pinned packages that odds and roadmaps are measured against (1 GB)

$(PEERS_READY): benchmarks/requirements.txt
	"$(PYTHON)" -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r benchmarks/requirements.txt
	@touch $@

# With 200 replicates and 200 refits of each peer this takes days of one core (REPLICATES=20 REFITS=20: an hour or two);
# what was made is kept in build/odds, so a run that was ended goes on. Peers not installed (PEERS_READY=) are named as skipped.
SEED ?= 1
JOBS ?= 1
REPLICATES ?= 200
REFITS ?= 200
KEPT ?= build/measured
bench-odds: $(READY) $(PEERS_READY) ## every figure the odds must show, beside the peers: make bench-odds SEED=2 JOBS=4
	$(BIN)/python benchmarks/cohort_odds.py --seed $(SEED) --jobs $(JOBS) --replicates $(REPLICATES) --refits $(REFITS) \
		--out $(KEPT)/cohort_odds_$(SEED).json
	$(BIN)/python benchmarks/woe_coverage.py --seed $(SEED) --out $(KEPT)/woe_coverage_$(SEED).json
	$(BIN)/python benchmarks/history_odds.py --seed $(SEED) --out $(KEPT)/history_odds_$(SEED).json
	$(BIN)/python benchmarks/grid_coverage.py --seeds $(SEED) --out $(KEPT)/grid_coverage_$(SEED).json
	$(BIN)/python benchmarks/cutoff_forecast.py --seeds $(SEED) --out $(KEPT)/cutoff_forecast_$(SEED).json
	$(BIN)/python benchmarks/labelled_odds.py --seeds $(SEED) --out $(KEPT)/labelled_odds_$(SEED).json
	$(BIN)/python benchmarks/odds_scaling.py --out $(KEPT)/odds_scaling_$(SEED).json
	$(BIN)/python benchmarks/odds_targets.py $(KEPT) --seed $(SEED)

# Half an hour of one core with 200 replicates of each seed; what was made is kept in the results, so a run goes on.
bench-ceiling: $(READY) ## how good the odds could be at best, by somebody told how the simulated world is made, and by other priors
	OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/odds_ceiling.py --replicates $(REPLICATES) --out $(KEPT)/odds_ceiling.json
	OPENBLAS_NUM_THREADS=1 $(BIN)/python benchmarks/odds_priors.py --out $(KEPT)/odds_priors.json

SIZES ?= 20x6,40x10
SEEDS ?= 500,501,502
SECONDS ?= 10
CLOCK ?= core
COUNT ?= 200
# Peers not installed (PEERS_READY=) are named as skipped. What the duel and the judge made is kept in build/roadmap, so
# a run that was ended goes on. On a machine that does nothing else: make bench-roadmap CLOCK=wall
bench-roadmap: bench-plans bench-duel bench-growth bench-judged bench-lives bench-replan bench-same ## all that the planner must show, judged by the referee

bench-plans: $(READY) ## plans and bounds beside greedy and random search: make bench-plans SECONDS=60
	$(BIN)/python benchmarks/roadmap_plans.py --sizes $(SIZES) --seeds $(SEEDS) --seconds $(SECONDS) --longer $(SECONDS) \
		--out $(KEPT)/roadmap_plans.json

bench-duel: $(READY) $(PEERS_READY) ## the planner beside CP-SAT, PyJobShop, greedy and random search, in equal seconds
	$(BIN)/python benchmarks/roadmap_duel.py --clock $(CLOCK) --seconds 1,10 --out $(KEPT)/roadmap_duel.json

REPLANNED ?= 3001-3020
bench-replan: $(READY) ## few changes after a fact, beside a cold re-solve: make bench-replan REPLANNED=4001-4020
	$(BIN)/python benchmarks/roadmap_replan.py --seeds $(REPLANNED) --kept build/replan --out $(KEPT)/roadmap_replan.json

bench-lives: $(READY) ## lives of a plan a second, beside the plain twin
	$(BIN)/python benchmarks/roadmap_lives.py --seeds $(SEEDS) --out $(KEPT)/roadmap_lives.json

bench-growth: $(READY) ## the planner from 10 to 160 actions, 3 to 24 rounds, 1 to 15 years
	$(BIN)/python benchmarks/roadmap_scaling.py --clock $(CLOCK) --out $(KEPT)/roadmap_scaling.json

bench-same: $(READY) ## whether the same work gives the same bytes, with the machine idle and busy
	$(BIN)/python benchmarks/roadmap_same.py --out $(KEPT)/roadmap_same.json

bench-judged: $(READY) ## whether every plan can be done and every bound holds: make bench-judged COUNT=1000
	$(BIN)/python benchmarks/roadmap_judged.py --count $(COUNT) --out $(KEPT)/roadmap_judged.json

browser: $(READY) chromium axe ## run the tests that need headless Chromium
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal -m browser tests/web tests/web_app

chromium:
	@if command -v chromium >/dev/null 2>&1; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
		export DEBIAN_FRONTEND=noninteractive; \
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core; \
	else echo "Chromium is not installed, so the browser tests will be skipped. Install it to run them." >&2; fi

# npm install does nothing where the pinned version is there already.
axe: ## install axe-core, which the browser tests look for barriers with
	@if command -v npm >/dev/null 2>&1; then \
		npm install --prefix tools/axe --no-package-lock --no-audit --no-fund --ignore-scripts --silent \
			|| echo "npm cannot fetch axe-core, so the pages will not be looked at with it." >&2; \
	else echo "npm is not installed, so the pages will not be looked at with axe-core. Install it to have that." >&2; fi

report-shots: $(READY) demo ## photograph the reports in headless Chromium
	$(BIN)/twelfth audit newcomer --as-of 2025-12-17 --html build/newcomer.html >/dev/null
	$(BIN)/python tools/shots.py build/demo.html
	$(BIN)/python tools/shots.py build/newcomer.html
	$(BIN)/twelfth plan newcomer --as-of 2025-12-17 --html build/road.html >/dev/null
	$(BIN)/python tools/shots.py build/road.html

app-shots: $(READY) chromium ## photograph every page of the app in headless Chromium
	$(BIN)/python -m tools.app_shots

ci: check test test-long test-trust test-postgres browser mutations ## all that a change must pass

pins: ## resolve requirements-dev.txt anew, with the hashes of the public packages
	"$(PYTHON)" -m venv build/pins
	build/pins/bin/python -m pip install --quiet uv
	build/pins/bin/uv --no-config --cache-dir build/pins/cache pip compile pyproject.toml --group dev --extra postgres \
		--universal --python-version 3.11 --fork-strategy fewest --generate-hashes --upgrade --quiet \
		--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make pins' \
		--output-file requirements-dev.txt

pins-peers: ## resolve benchmarks/requirements.txt anew from benchmarks/requirements.in
	"$(PYTHON)" -m venv build/pins
	build/pins/bin/python -m pip install --quiet uv
	build/pins/bin/uv --no-config --cache-dir build/pins/cache pip compile benchmarks/requirements.in \
		--universal --python-version 3.11 --fork-strategy fewest --generate-hashes --upgrade --quiet \
		--no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make pins-peers' \
		--output-file benchmarks/requirements.txt

clean: ## remove what was built and measured; .venv stays
	rm -rf build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
