"""Link, check and derive over everything, against the intake of the same rows."""

from __future__ import annotations

import time

from bench import anak, pencatat
from bench.anak import TAHUN
from bench.hasil import Ukuran, rasio, tengah
from bench.panggung import Panggung
from selaras.config import clock
from selaras.database import connect
from selaras.jobs.folder import Folder, data_per, run
from selaras.jobs.process import STAGES
from selaras.ledger.scope import Scope
from selaras.organisasi.selectors import instansi_get

SEMUA = 1.0


def jalan(p: Panggung) -> None:
    """Run one repetition: read the reports into the same database, then the three stages in one transaction."""
    p.catat_impor("laporan", anak.jalan(p.dsn, [p.folder / "laporan"]))
    with connect(p.dsn) as connection:
        connection.cursor_factory = pencatat.Pencatat
        folder = Folder(connection, instansi_get(connection))
        connection.commit()
        with run(folder, "bench") as nomor:
            per = data_per(folder) or clock.today()
            scope = Scope(folder.need().id, TAHUN, per, nomor, clock.today())
            with connection.transaction():
                for nama, tahap in STAGES:
                    pencatat.Pencatat.catatan.clear()
                    mulai = time.perf_counter()
                    tahap(connection, scope)
                    p.catat(nama, time.perf_counter() - mulai)
                    p.tulis(nama, pencatat.terlama(50))


def nilai(p: Panggung) -> list[Ukuran]:
    """Give the lines of the table."""
    masuk = [a + b for a, b in zip(p.detik["ndjson"], p.detik["laporan"], strict=True)]
    tahap = [sum(detik) for detik in zip(*(p.detik[nama] for nama, _ in STAGES), strict=True)]
    laporan = p.impor["laporan"][0].baris
    baris = laporan + p.impor["ndjson"][0].baris
    return [
        Ukuran("masuk laporan dan SIASN", 1.0, detik=tengah(p.detik["laporan"]), baris=laporan),
        *(Ukuran(nama, rasio(p.detik[nama], masuk), detik=tengah(p.detik[nama]), baris=baris) for nama, _ in STAGES),
        Ukuran(
            "padan + periksa + keadaan, dari masuk", rasio(tahap, masuk), batas=SEMUA, detik=tengah(tahap), baris=baris
        ),
    ]
