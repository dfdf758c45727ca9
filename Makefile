# make demo   checks the sample city and writes an HTML report
# make test   runs the tests
# make bench FILES="a.pdf b.pdf" measures on these files (default: the samples)
# All set up .venv by themselves; see also: lint, docs, i18n, bench, mutasi, clean.

BIN := .venv/bin
RUNTIME := .venv/.installed
DEV := .venv/.installed-dev
REPORT := laporan/kota-sembilang.html

.PHONY: demo test lint docs i18n bench mutasi clean
.DEFAULT_GOAL := demo

demo: $(RUNTIME)
	@$(BIN)/doccheck check samples/kota-sembilang --format html -o $(REPORT) || \
	  case $$? in 1|4) echo "(Kode keluar $$?: contoh ini memang berisi temuan.)" ;; *) exit 1 ;; esac

test: $(DEV)
	@$(BIN)/python -m pytest

lint: $(DEV)
	@$(BIN)/ruff check --quiet --output-format concise
	@$(BIN)/mypy

docs: $(DEV)
	@$(BIN)/python docs/build_schema.py
	@$(BIN)/python docs/build_rules.py
	@$(BIN)/python docs/build_reading.py

i18n: $(DEV)
	@$(BIN)/python docs/build_locale.py

bench: $(DEV)
	@$(BIN)/python benchmarks/run.py
	@$(BIN)/python benchmarks/bench_banding.py
	@$(BIN)/python benchmarks/bench_extract.py $(FILES)
	@$(BIN)/python benchmarks/bench_folder.py $(FILES)

mutasi: $(DEV)
	@$(BIN)/python benchmarks/mutasi.py

clean:
	@rm -rf build dist laporan .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

$(RUNTIME): pyproject.toml constraints.txt .ci/venv
	@.ci/venv .
	@touch $@

$(DEV): pyproject.toml constraints.txt .ci/venv
	@.ci/venv '.[dev]'
	@touch $(RUNTIME) $@
