"""One import in a process of its own, so that its memory can be told: `python -m bench.anak DSN FILE...`."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg

from bench import pencatat
from selaras.database import connect
from selaras.intake import services, staging
from selaras.intake.batch import Batch
from selaras.intake.chunks import Chunk
from selaras.jobs.folder import Folder, run
from selaras.jobs.importing import Wish, impor
from selaras.organisasi.selectors import instansi_get

TAHUN, PER = 2024, dt.date(2025, 1, 6)


@dataclass(frozen=True, slots=True)
class Impor:
    """What one import cost. `basis_data` leaves out the reading of the known hashes, `kenal`."""

    detik: float
    baris: int
    memori: float  # MB, peak of the Python process
    basis_data: float
    kenal: float
    status: list[str]
    rinci: list[str]


def jalan(dsn: str, paths: list[Path], *, berurutan: bool = False) -> Impor:
    """Start the process and wait for its figures."""
    perintah = [sys.executable, "-m", "bench.anak", dsn, *map(str, paths), *(["--berurutan"] if berurutan else [])]
    selesai = subprocess.run(perintah, capture_output=True, text=True, check=False)
    if selesai.returncode:
        raise RuntimeError(selesai.stderr[-2000:])
    return Impor(**json.loads(selesai.stdout.splitlines()[-1]))


def ukur(dsn: str, paths: list[Path]) -> Impor:
    """Import as the product does, and measure."""
    with connect(dsn) as connection:
        connection.cursor_factory = pencatat.Pencatat
        folder = Folder(connection, instansi_get(connection))
        connection.commit()
        with run(folder, "bench") as nomor:
            mulai = time.perf_counter()
            outcome = impor(folder, paths, Wish(TAHUN, nomor), lambda nama, berkas, baris: None)
            detik = time.perf_counter() - mulai
    if outcome.gagal:
        raise RuntimeError(str(outcome.gagal[0]))
    kenal = pencatat.jumlah("COPY (SELECT")
    return Impor(
        detik=detik,
        baris=sum(item.counts.read for item in outcome.imported),
        memori=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        basis_data=pencatat.jumlah() - kenal,
        kenal=kenal,
        status=[item.status for item in outcome.imported],
        rinci=pencatat.terlama(),
    )


@contextmanager
def _langsung(connection: psycopg.Connection, batch: Batch) -> Iterator[Callable[[Chunk], None]]:
    """Merge every chunk before the next one is parsed."""
    yield lambda chunk: staging.merge_chunk(connection, batch, chunk)


def main() -> None:
    """Measure and print one line of JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("dsn")
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--berurutan", action="store_true")
    pilihan = parser.parse_args()
    if pilihan.berurutan:
        services._merger = _langsung
    print(json.dumps(asdict(ukur(pilihan.dsn, pilihan.paths))))


if __name__ == "__main__":
    main()
