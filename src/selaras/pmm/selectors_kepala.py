"""A head's list: his teachers in one period, what each still needs, and the activities of the year beside the form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from selaras.config.clock import today
from selaras.galat import DataError
from selaras.kinerja import periode
from selaras.pmm.aturan import id_dari, slot_nilai
from selaras.pmm.kosakata import FASE, FASE_PENGAMAT, STATUS, Nilai, Status
from selaras.pmm.penilai import Perkara, alasan_belum
from selaras.pmm.queries import Connection, Row, rows

_PERKARA = tuple(field.name for field in fields(Perkara))


@dataclass(frozen=True, slots=True)
class Baris:
    """One teacher in one period.

    langkah: the next step, in words; giliran: whose it is ('guru', 'penilai', '' when nothing is left); usaha: how much
    there is to do, 0 finished, so that the list begins with what is nearly done. bisa_dinilai: the form may be open.
    """

    pegawai_id: str
    nama: str
    jabatan: str
    skp_id: str | None
    status: str
    langkah: str
    giliran: str
    usaha: int
    bisa_dinilai: bool
    nilai: int | None
    hasil: int | None
    perilaku: int | None
    predikat: int | None
    umpan_balik: str
    dikirim: Any
    dibaca: Any


@dataclass(frozen=True, slots=True)
class Daftar:
    """The list, least effort first, and its counts."""

    baris: list[Baris]
    belum_dinilai: int
    belum_dikirim: int
    selesai: int


def daftar_guru(connection: Connection, *, instansi: int, oleh: str, npsn: str, tahun: int, slot: int) -> Daftar:
    """Return whom the account rates at a school in a period; one query. Nobody, for who rates nobody there.

    Raises `DataError` for a period that the year does not have.
    """
    if not slot_nilai(tahun, slot):
        raise DataError(f"Periode ini tidak dinilai dalam tahun {tahun}.")
    params = {
        "instansi": instansi, "oleh": id_dari(oleh), "npsn": npsn, "tahun": tahun, "slot": slot, "hari": today(),
        "akhir": periode.jatuh_tempo(tahun, slot),
    }  # fmt: skip
    baris = [_baris(row, slot) for row in rows(connection, "sql_baca", "daftar", params)]
    baris.sort(key=lambda satu: (satu.usaha, satu.nama))
    return Daftar(
        baris,
        belum_dinilai=sum(satu.hasil is None for satu in baris),
        belum_dikirim=sum(satu.hasil is not None and satu.nilai != Nilai.TERKIRIM for satu in baris),
        selesai=sum(satu.nilai == Nilai.TERKIRIM for satu in baris),
    )


def kegiatan_setahun(
    connection: Connection, *, instansi: int, oleh: str, pegawai: Sequence[str], tahun: int
) -> dict[str, list[Row]]:
    """Return the activities of a year by teacher, of those whom the account rates or observes; two queries."""
    params: dict[str, Any] = {
        "instansi": instansi, "oleh": id_dari(oleh), "tahun": tahun, "hari": today(),
        "pegawai": [id_dari(satu) for satu in pegawai],
    }  # fmt: skip
    params["orang"] = [row["pegawai_id"] for row in rows(connection, "sql_baca", "dalam_wewenang", params)]
    by_person: dict[str, list[Row]] = defaultdict(list)
    for row in rows(connection, "sql_baca", "kegiatan", params):
        by_person[str(row.pop("pegawai_id"))].append(row)
    return dict(by_person)


def _perkara(row: Row) -> Perkara:
    return Perkara(**{name: row[name] for name in _PERKARA})


def _baris(row: Row, slot: int) -> Baris:
    langkah, giliran, usaha = _langkah(row, slot)
    skp_id: UUID | None = row["skp_id"]
    return Baris(
        pegawai_id=str(row["pegawai_id"]), nama=row["nama"], jabatan=row["jabatan"],
        skp_id=str(skp_id) if skp_id else None, status=STATUS.get(row["status"], "Belum ada"), langkah=langkah,
        giliran=giliran, usaha=usaha,
        bisa_dinilai=skp_id is not None and row["nilai"] != Nilai.TERKIRIM and not alasan_belum(_perkara(row), slot),
        nilai=row["nilai"], hasil=row["hasil"], perilaku=row["perilaku"], predikat=row["predikat"],
        umpan_balik=row["umpan_balik"] or "", dikirim=row["dikirim"], dibaca=row["dibaca"],
    )  # fmt: skip


def _langkah(row: Row, slot: int) -> tuple[str, str, int]:
    """Return the next step, whose it is, and how far it is from the end."""
    if row["skp_id"] is None:
        return "Guru membuat SKP", "guru", 9
    if row["nilai"] == Nilai.TERKIRIM:
        return "", "", 0
    if row["status"] in (Status.DRAF, Status.DIKEMBALIKAN):
        return "Guru mengajukan SKP", "guru", 8
    if row["status"] == Status.DIAJUKAN:
        return "Periksa dan sepakati SKP", "penilai", 7
    if row["nilai"] == Nilai.DITETAPKAN:
        return "Kirim ke guru", "penilai", 1
    if row["lengkap"]:
        return "Tetapkan predikat", "penilai", 2
    missing = alasan_belum(_perkara(row), slot)
    if not missing:
        return "Nilai hasil kerja dan perilaku kerja", "penilai", 3
    if row["fase"] < len(FASE) and missing[-1].startswith("Observasi"):
        following = row["fase"] + 1
        return FASE[following], "penilai" if following in FASE_PENGAMAT else "guru", 4
    return missing[0], "", 5
