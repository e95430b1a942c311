# Everything a person or CI needs; each target installs what it lacks.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := hasil/latihan
SEJAJAR := -n auto --dist loadfile --no-loadscope-reorder
ALUR := hasil/data-alur
CONTOH := $(if $(SELARAS_DATA),$(SELARAS_DATA),$(CURDIR)/hasil/data)
PORT ?= 8000
PASANG_CHROMIUM := $(if $(filter 0,$(shell id -u)),,sudo )apt-get install -y -q chromium

.PHONY: setup run contoh alur test uji bench lint format lock clean

setup: $(VENV)/.terpasang

$(VENV)/.terpasang: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.terpasang-dev: $(VENV)/.terpasang requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

# Both rehearsal districts, served: the addresses and the accounts stand at the end. PORT=NUMBER chooses another port.
run: contoh alur
	@unset DATABASE_URL; SELARAS_DATA="$(CURDIR)/$(ALUR)" exec $(BIN)/selaras serve --lengkap --proses 1 --port $(PORT) --beserta "$(CONTOH)"

# A rehearsal district of 14 schools and about 300 teachers, two data dates, the whole job. Exit code 2 (rows remain) is done.
contoh: setup
	@mkdir -p hasil
	@rm -rf $(DEMO) hasil/tindak-lanjut
	@unset DATABASE_URL; export SELARAS_DATA="$(CONTOH)"; \
	$(BIN)/selaras mulai --instansi "Pemerintah Kabupaten Latihan Selaras" --jenis latihan --tipe-periodik triwulanan --tahun 2024 --kantor BKPSDM && \
	$(BIN)/selaras latihan --sekolah 14 --guru 300 --tahun 2024 --seed 1 --keluar $(DEMO) && \
	( $(BIN)/selaras kerjakan $(DEMO)/2025-01-06 --tahun 2024 --ringkas --keluar hasil/tindak-lanjut/2025-01-06; test $$? -eq 0 -o $$? -eq 2 ) && \
	( $(BIN)/selaras kerjakan $(DEMO)/2025-01-10 --tahun 2024 --keluar hasil/tindak-lanjut/2025-01-10; test $$? -eq 0 -o $$? -eq 2 ) && \
	$(BIN)/selaras perubahan --sejak 2025-01-06

# A second district whose PMM and e-Kinerja come along: there the whole flow can be walked. Made once, kept afterwards.
alur: setup $(ALUR)/.terisi

$(ALUR)/.terisi:
	@unset DATABASE_URL; export SELARAS_DATA="$(CURDIR)/$(ALUR)"; \
	$(BIN)/selaras latihan --sasaran bawaan --sekolah 14 --guru 150 --tahun 2024 --seed 2
	@touch $@

# Lint takes one core, the tests what the others leave idle: side by side they end sooner.
test: $(VENV)/.terpasang-dev
	@$(MAKE) --no-print-directory -j2 lint uji

uji: $(VENV)/.terpasang-dev
	@command -v chromium-headless-shell >/dev/null || $(PASANG_CHROMIUM)-headless-shell || command -v chromium >/dev/null || $(PASANG_CHROMIUM) || echo "Chromium tidak ada: uji peramban dilewati"
	$(BIN)/python -m pytest $(SEJAJAR)

bench: $(VENV)/.terpasang-dev
	$(BIN)/python -m bench

lint: $(VENV)/.terpasang-dev
	$(BIN)/ruff check src tests bench
	$(BIN)/ruff format --check src tests bench
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.terpasang-dev
	$(BIN)/ruff check --fix src tests bench
	$(BIN)/ruff format src tests bench

# Locks carry hashes and no addresses; pip and uv both install them.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.lock
	uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.lock

clean:
	rm -rf hasil build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
