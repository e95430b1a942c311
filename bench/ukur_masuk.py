"""Intake of the same rows from NDJSON and from CSV as the product does it, against the limit."""

from __future__ import annotations

from bench import anak
from bench.hasil import Ukuran, rasio, tengah
from bench.panggung import Panggung

BATAS = 0.9  # of the limit, with parsing and merging overlapped, as the product always does it
MEMORI = 256.0


def jalan(p: Panggung) -> None:
    """Run one repetition; the database of the NDJSON import stays for the measures that follow."""
    for nama, berkas, berurutan in (
        ("csv", p.folder / "pmm", False),
        ("csv berurutan", p.folder / "pmm", True),
        ("ndjson berurutan", p.ndjson, True),
        ("ndjson", p.ndjson, False),
    ):
        p.ganti(p.baru())
        p.catat_impor(nama, anak.jalan(p.dsn, [berkas], berurutan=berurutan))


def nilai(p: Panggung) -> list[Ukuran]:
    """Give the lines of the table."""
    lines = [
        Ukuran(
            f"masuk {nama}, batas/masuk",
            rasio(p.detik["batas"], p.detik[nama]),
            batas=None if "berurutan" in nama else BATAS,
            paling_banyak=False,
            detik=tengah(p.detik[nama]),
            baris=p.impor[nama][0].baris,
        )
        for nama in ("ndjson", "csv", "ndjson berurutan", "csv berurutan")
    ]
    memori = [max(i.memori for i in p.impor[nama]) for nama in ("ndjson", "csv")]
    return [*lines, Ukuran("masuk, memori proses Python", max(memori), "MB", MEMORI)]
