"""A room to work in: a migrated database, an instansi, and the stages called directly with sources in memory."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import Any

import psycopg

from jobs import kenangan
from jobs.desa import SLOT, Desa, Orang
from selaras.connectors.ports import Lines, Source, Table
from selaras.connectors.registry import recognise
from selaras.intake.services import FileImport, Imported, file_import
from selaras.jobs.folder import Folder, data_per
from selaras.jobs.process import process
from selaras.ledger import services as ledger
from selaras.ledger.balance import Balance, balance
from selaras.ledger.keadaan import NUMBERS
from selaras.monitoring import selectors
from selaras.monitoring.posisi import Kendala
from selaras.organisasi.selectors import instansi_get
from selaras.organisasi.services import instansi_create

PER = dt.date(2025, 1, 6)


class Ruang:
    """One data folder, without its command line."""

    def __init__(self, dsn: str, *, tahun: int = 2024, tipe: str = "triwulanan") -> None:
        self.dsn = dsn
        self.tahun = tahun
        self._buka()
        self.empty = ""
        if instansi_get(self.db) is None:
            instansi_create(
                self.db, nama="Kabupaten Desa", jenis="latihan", tipe_periodik=tipe, tahun=tahun, kantor="BKPSDM"
            )
            self.db.commit()
            self.empty = kenangan.filled(self.db)
        self.folder = Folder(self.db, instansi_get(self.db))
        self.instansi = self.folder.need()
        self.run = 0

    def _buka(self) -> None:
        self.db = psycopg.connect(self.dsn, options="-c synchronous_commit=off")  # only the client is ever killed here

    def tutup(self) -> None:
        self.db.close()

    def mulai(self, verb: str = "uji") -> int:
        """Begin a run."""
        now = dt.datetime(2025, 1, 6, 8, tzinfo=dt.UTC)
        self.run = ledger.run_begin(self.db, verb=verb, actor="uji", rules_version=1, now=now)
        return self.run

    def baca(
        self, *sources: Source, per: dt.date = PER, shrink: bool = False, berkas: str = "", connection: Any = None
    ) -> list[Imported]:
        """Import these sources as one file."""
        run = self.run or self.mulai()
        nama = berkas or sources[0].berkas
        rows = [list(s.rows) if isinstance(s, Table | Lines) else s for s in sources]
        digest = hashlib.sha256(repr((nama, sources, rows)).encode()).digest()
        job = FileImport(nama, digest, self.instansi.id, run, self.tahun, per, shrink)
        found = file_import(connection or self.db, job, sources, recognise)
        (connection or self.db).commit()
        return found

    def impor(self, desa: Desa, *names: str, shrink: bool = False) -> list[Imported]:
        """Import the tables of a village, each as a file of its own, on its day."""
        self.mulai("impor")
        per = dt.date.fromisoformat(desa.hari)
        return [item for source in desa.sumber(*names) for item in self.baca(source, per=per, shrink=shrink)]

    def olah(self) -> None:
        """Link, check, derive; end the run."""
        run = self.run or self.mulai()
        process(self.folder, tahun=self.tahun, run=run)
        ledger.run_end(
            self.db, run, hasil="selesai", per=data_per(self.folder), now=dt.datetime(2025, 1, 6, 9, tzinfo=dt.UTC)
        )
        self.run = 0

    def kerjakan(self, desa: Desa, *names: str, shrink: bool = False) -> list[Imported]:
        """Import and work through; what was done before to an untouched folder is copied. `db` is another one then."""
        key = None if self.run else kenangan.key(self.db, desa, names, empty=self.empty, shrink=shrink)
        if key is None or not kenangan.again(key):
            return self._kerjakan(desa, *names, shrink=shrink)
        self.db.commit()
        self.tutup()
        found = kenangan.recall(key, self.dsn)
        self._buka()
        if found is None:
            self.folder = Folder(self.db, instansi_get(self.db))
            found = self._kerjakan(desa, *names, shrink=shrink)
            self.tutup()
            kenangan.keep(key, self.dsn, found)
            self._buka()
        self.folder = Folder(self.db, instansi_get(self.db))
        return found

    def _kerjakan(self, desa: Desa, *names: str, shrink: bool) -> list[Imported]:
        found = self.impor(desa, *names, shrink=shrink)
        self.olah()
        return found

    # -- looking ------------------------------------------------------------------------------------------------
    def kendala(self) -> tuple[Kendala, ...]:
        per = data_per(self.folder) or PER
        return selectors.kendala_list(self.db, instansi=self.instansi, tahun=self.tahun, per=per)

    def temuan(self, *, notes: bool = False) -> set[tuple[str, str]]:
        """Give (code, NIP or NPSN or period or file) of all findings; F1 and F2 and other notes only on demand.

        Left out is what blames nobody: F3 (`belum_dibandingkan` gives it), and M1 and M2, stations of the way.
        """
        found = [k for k in self.kendala() if k.kode not in ("F3", "M1", "M2") and (notes or k.keadaan != "catatan")]
        return {(k.kode, k.nip or k.npsn or ", ".join(k.periode) or k.nama or "") for k in found}

    def belum_dibandingkan(self) -> list[tuple[tuple[str, ...], int]]:
        """Give periods and people of the lines that say what can not be compared yet."""
        return [(k.periode, k.membuka_jalan_bagi) for k in self.kendala() if k.kode == "F3"]

    def kode(self, o: Orang, *, notes: bool = True) -> set[str]:
        """Give the codes that a person has himself."""
        return {kode for kode, siapa in self.temuan(notes=notes) if siapa == o.nip}

    def keadaan(self, o: Orang, tw: str = "") -> tuple[str, str | None]:
        """Give state and code of one entry: a period, or '' for the SKP."""
        row = self.satu(
            "SELECT e.keadaan, c.kode FROM entry e LEFT JOIN code c ON c.id = e.code "
            "WHERE e.kind = %s AND e.slot = %s AND e.orang_id IN (SELECT orang_id FROM akun WHERE nip = %s)",
            (3 if tw else 2, SLOT.get(tw, 0), o.nip),
        )
        return NUMBERS[row[0]], row[1]

    def rekap(self) -> Balance:
        return balance(self.db, instansi=self.instansi.id, tahun=self.tahun)

    def satu(self, query: str, params: Iterable[object] | dict[str, object] = ()) -> Any:
        """Give one row."""
        return self.db.execute(query, params).fetchone()  # type: ignore[arg-type]

    def semua(self, query: str, params: Iterable[object] | dict[str, object] = ()) -> list[Any]:
        """Give all rows."""
        return self.db.execute(query, params).fetchall()  # type: ignore[arg-type]

    def angka(self, query: str, params: Iterable[object] = ()) -> int:
        """Give one number."""
        return int(self.satu(query, params)[0])

    def buku(self) -> dict[str, list[Any]]:
        """Give what the books say, free of ids and runs: records, entries, findings. Equal books are equal."""
        return {
            "record": self.semua(
                "SELECT r.tahun, r.side, r.kind, r.native, r.slot, r.raw_hash, r.core, r.per, r.gone_batch IS NULL, "
                "a.native "
                "FROM record r LEFT JOIN akun a ON a.id = r.akun_id ORDER BY 1, 2, 3, 4, 5"
            ),
            "entry": self.semua(
                "SELECT e.tahun, e.kind, p.nip, p.nama, e.slot, s.npsn, e.source_core, e.target_core, e.keadaan, "
                "c.kode, e.base_core "
                "FROM entry e JOIN potret p USING (orang_id) LEFT JOIN sekolah s ON s.id = e.sekolah_id "
                "LEFT JOIN code c ON c.id = e.code "
                "ORDER BY 1, 2, 3, 4, 5, 6"
            ),
            "temuan": sorted(self.temuan(notes=True)),
            "orang": self.semua(
                "SELECT array_agg(a.sistem || ':' || a.native ORDER BY a.sistem, a.native) "
                "FROM akun a GROUP BY orang_id ORDER BY 1"
            ),
        }
