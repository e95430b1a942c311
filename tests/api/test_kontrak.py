"""Both APIs against their own OpenAPI: whatever is sent, no server error, and every answer has a documented shape.

SELARAS_UJI_API=2000 asks for so many cases an operation instead of the few of the usual run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict

from conftest import create_database, drop_database
from connectors.target.panggung import gedung, panggung_baru
from jobs.pemasangan import template
from pmm.gugus import Gugus
from selaras.pmm import services
from selaras.pmm.running import running

EKINERJA, PMM = "/api/ekinerja/v1/openapi.json", "/api/pmm/v1/openapi.json"
KEGIATAN = "/api/pmm/v1/kegiatan"
CASES = os.environ.get("SELARAS_UJI_API", "12")
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,"
    "response_schema_conformance,negative_data_rejection,ignored_auth,missing_required_header"
)


@pytest.fixture(scope="module")
def ekinerja(server: str) -> Iterator[tuple[str, str]]:
    with gedung(server) as (dsn, simulator), panggung_baru(dsn, simulator) as stage:
        yield simulator.direct, stage.token


@pytest.fixture(scope="module")
def pmm(server: str) -> Iterator[tuple[str, Gugus]]:
    dsn = create_database(server, template=str(conninfo_to_dict(template(server))["dbname"]))
    office = Gugus(dsn).isi()
    with running(dsn) as address:
        yield address, office
    office.tutup()
    drop_database(server, dsn)


def dicoba(folder: Path, address: str, openapi: str, token: str, *words: str) -> None:
    """Let schemathesis send what it thinks of, the same every time; fails with what it found."""
    program = [str(Path(sys.executable).parent / "schemathesis"), "run", f"{address}{openapi}"]
    options = ["--header", f"Authorization: Bearer {token}", "--checks", CHECKS, "--max-examples", CASES, "--seed", "1"]
    fixed = ["--generation-deterministic", "--phases", "examples,coverage,fuzzing", "--no-color", "--mode", "all"]
    done = subprocess.run(
        [*program, *options, *fixed, *words], capture_output=True, text=True, cwd=folder, timeout=900, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_e_kinerja_keeps_what_its_openapi_promises(ekinerja: tuple[str, str], tmp_path: Path) -> None:
    address, token = ekinerja
    dicoba(tmp_path, address, EKINERJA, token)


def test_pmm_keeps_what_its_openapi_promises_to_a_reader(pmm: tuple[str, Gugus], tmp_path: Path) -> None:
    address, office = pmm
    dicoba(tmp_path, address, PMM, office.panggil(services.token_buat), "--exclude-path", KEGIATAN)


def test_pmm_keeps_what_its_openapi_promises_to_a_platform(pmm: tuple[str, Gugus], tmp_path: Path) -> None:
    address, office = pmm
    token = office.panggil(services.token_buat, sumber="kursus")
    dicoba(tmp_path, address, PMM, token, "--include-path", KEGIATAN)
