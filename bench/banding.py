"""Once, by hand, in an environment that has dlt: `python -m bench.banding`. The figures stand in HASIL.md.

The same Python tuples go into a table of the same shape by Selaras, by a merge of dlt and by Django's bulk_create.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator

from psycopg.conninfo import conninfo_to_dict

from bench.anak import PER, TAHUN
from bench.hasil import Ukuran, tabel
from bench.panggung import Panggung, dibuka
from selaras.connectors.berkas import open_sources
from selaras.connectors.pmm_interchange.connector import FormatTukarPmm
from selaras.connectors.ports import Context, Coverage, Heading, Lines, Outside, Record, Reject, Source
from selaras.database import connect
from selaras.intake.services import FileImport, file_import

KUNCI = ("tahun", "kind", "native", "slot")
ANGKA = {"line", "sheet", "tahun", "kind", "slot", "status", "hasil", "perilaku", "predikat"}


class Tupel(FormatTukarPmm):
    """A connector whose rows are there already."""

    def __init__(self, rows: list[Record]) -> None:
        self.rows = rows

    def coverage(self, source: Source, heading: Heading) -> tuple[Coverage, ...]:
        return ()

    def records(self, source: Source, heading: Heading, context: Context) -> Iterator[Record | Reject | Outside]:
        yield from self.rows


def selaras(dsn: str, rows: list[Record]) -> float:
    """Take the tuples in as a file would be."""
    with connect(dsn) as connection:
        row = connection.execute(
            "INSERT INTO run(verb, actor, rules_version, started) SELECT 'bench', '', 1, now() "
            "RETURNING id, (SELECT id FROM instansi)"
        ).fetchone()
        nomor, instansi = row or (0, 0)
        connection.commit()
        job = FileImport("tupel", b"", instansi, nomor, TAHUN, PER)
        mulai = time.perf_counter()
        file_import(connection, job, [Lines("tupel", ())], lambda source: Tupel(rows))
        connection.commit()
        return time.perf_counter() - mulai


def dlt_merge(dsn: str, rows: list[Record]) -> float:
    """Merge with dlt, its rows made ready before the clock starts."""
    import dlt  # type: ignore[import-not-found]  # in an environment of its own

    alamat = conninfo_to_dict(dsn)
    url = f"postgresql://{alamat['user']}:x@localhost/{alamat['dbname']}?host={alamat['host']}&port={alamat['port']}"
    hints = {nama: {"data_type": "bigint" if nama in ANGKA else "text"} for nama in Record._fields}
    hints["plt"] = {"data_type": "bool"}
    data = [row._asdict() for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        pipa = dlt.pipeline(
            "banding", destination=dlt.destinations.postgres(url), dataset_name="banding_dlt", pipelines_dir=folder
        )
        mulai = time.perf_counter()
        pipa.run(data, table_name="record", write_disposition="merge", primary_key=KUNCI, columns=hints)
        return time.perf_counter() - mulai


def bulk_create(dsn: str, rows: list[Record]) -> float:
    """Write with Django's bulk_create(update_conflicts)."""
    from django.db import connections, models

    def kolom(nama: str) -> object:
        return models.IntegerField(null=True) if nama in ANGKA else models.TextField(null=True)

    meta = type("Meta", (), {"app_label": "ledger", "db_table": "banding_django", "unique_together": [KUNCI]})
    isi: dict[str, object] = {nama: kolom(nama) for nama in Record._fields}
    isi |= {"plt": models.BooleanField(null=True), "__module__": __name__, "Meta": meta}
    model = type("Banding", (models.Model,), isi)
    sambungan = connections["default"]
    sambungan.close()
    sambungan.settings_dict["NAME"] = conninfo_to_dict(dsn)["dbname"]
    with sambungan.schema_editor() as editor:
        editor.create_model(model)
    lain = [nama for nama in Record._fields if nama not in KUNCI]
    tulis = model.objects.bulk_create  # type: ignore[attr-defined]  # Django carries no types
    mulai = time.perf_counter()
    semua = [model(**row._asdict()) for row in rows]
    tulis(semua, batch_size=2000, update_conflicts=True, unique_fields=list(KUNCI), update_fields=lain)
    return time.perf_counter() - mulai


def _rows(p: Panggung, banyak: int) -> list[Record]:
    rows = FormatTukarPmm().records(next(iter(open_sources(p.ndjson))), Heading(), Context(TAHUN, PER))
    satu = {(row.tahun, row.kind, row.native, row.slot): row for row in rows if isinstance(row, Record)}
    return list(satu.values())[:banyak]


def main() -> None:
    """Measure the three and print them beside each other."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--baris", type=int, default=150_000)
    banyak = parser.parse_args().baris
    with dibuka(max(300, banyak // 12), rinci=False) as p:
        rows = _rows(p, banyak)
        detik = {}
        for cara in (selaras, dlt_merge, bulk_create):
            p.ganti(p.baru())
            detik[cara.__name__] = cara(p.dsn, rows)
    print(tabel(Ukuran(nama, d / detik["selaras"], detik=d, baris=len(rows)) for nama, d in detik.items()))


if __name__ == "__main__":
    main()
