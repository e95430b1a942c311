"""What a rater may rate, and why something can not be rated yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from selaras.config.clock import today
from selaras.galat import Forbidden
from selaras.kinerja import periode, predikat, rating
from selaras.kinerja.putusan import AturanError
from selaras.pmm.aturan import TERPANJANG, id_dari, siklus_tahun, slot_nilai
from selaras.pmm.bungkus import tersimpan
from selaras.pmm.kosakata import FASE, Nilai, Status
from selaras.pmm.queries import Connection, rows


@dataclass(frozen=True, slots=True)
class Perkara:
    """A plan in a period as its rater finds it."""

    skp_id: UUID
    pegawai_id: UUID
    nama: str
    tahun: int
    mulai: dt.date
    selesai: dt.date
    peran: str
    status: int
    fase: int
    nilai: int | None  # status of the rating, None: none yet
    lengkap: bool  # hasil, perilaku and predikat are there


def perkara(connection: Connection, instansi: int, oleh: str, slot: int, skp_ids: Sequence[str]) -> dict[str, Perkara]:
    """Return, by the id as it was written, those plans among these that the account rates."""
    wanted: dict[str, UUID] = {}
    for text in skp_ids:
        try:
            wanted[text] = id_dari(text)
        except Forbidden:
            continue
    params = {
        "instansi": instansi, "oleh": id_dari(oleh), "slot": slot, "hari": today(), "skp": list(wanted.values()),
        "npsn": None, "tahun": None,
    }  # fmt: skip
    found = {row["skp_id"]: Perkara(**row) for row in rows(connection, "sql_layanan", "perkara", params)}
    return {text: found[skp_id] for text, skp_id in wanted.items() if skp_id in found}


def perkara_sekolah(
    connection: Connection, instansi: int, oleh: str, slot: int, npsn: str, tahun: int
) -> list[Perkara]:
    """Return the plans of a school and year that the account rates, by name."""
    params = {
        "instansi": instansi, "oleh": id_dari(oleh), "slot": slot, "hari": today(), "skp": None, "npsn": npsn,
        "tahun": tahun,
    }  # fmt: skip
    return [Perkara(**row) for row in rows(connection, "sql_layanan", "perkara", params)]


def dalam_masa(satu: Perkara, slot: int) -> bool:
    """Say whether the period is rated on this plan: of several in a year the one in force on its last day."""
    return satu.mulai <= periode.jatuh_tempo(satu.tahun, slot) <= satu.selesai


def alasan_belum(satu: Perkara, slot: int) -> list[str]:
    """Name what has to happen before this plan can be rated in this period."""
    if not slot_nilai(satu.tahun, slot):
        return [f"Periode ini tidak dinilai dalam tahun {satu.tahun}."]
    salah = []
    if satu.status != Status.DISEPAKATI:
        salah.append("SKP belum disepakati.")
    if not dalam_masa(satu, slot):
        salah.append(f"{periode.nama_panjang(slot)} berakhir di luar masa SKP ini.")
    if periode.rentang(satu.tahun, slot)[0] > today():
        salah.append(f"{periode.nama_panjang(slot)} {satu.tahun} belum dimulai.")
    if slot in siklus_tahun(satu.tahun).slot_pmm and satu.peran != "pengawas" and satu.fase < len(FASE):
        salah.append(f"Observasi belum selesai: {FASE[satu.fase + 1].lower()} belum diisi.")
    return salah


def alasan_terbuka(satu: Perkara | None, slot: int) -> list[str]:
    """As `alasan_belum`, and what was set or sent is closed."""
    if satu is None:
        return []
    if satu.nilai == Nilai.TERKIRIM:
        return ["Penilaian sudah dikirim; tarik dulu dengan alasan."]
    return alasan_belum(satu, slot)


def periksa_baris(satu: Mapping[str, Any]) -> list[str]:
    """Name what is wrong with the values of one rating."""
    hasil, perilaku, akhir = satu.get("hasil"), satu.get("perilaku"), satu.get("predikat")
    salah = [
        f"{apa} wajib dipilih."
        for apa, value in (("Hasil kerja", hasil), ("Perilaku kerja", perilaku))
        if not _pilihan(value, rating.NAMA)
    ]
    if not _pilihan(akhir, predikat.NAMA):
        salah.append("Predikat wajib dikonfirmasi.")
    if not salah:
        salah += _matriks(int(str(hasil)), int(str(perilaku)), int(str(akhir)))
    umpan = str(satu.get("umpan_balik") or "")
    if len(umpan) > TERPANJANG:
        salah.append(f"Umpan balik paling banyak {TERPANJANG} huruf.")
    if not tersimpan(umpan):
        salah.append("Umpan balik memuat karakter yang tidak dapat disimpan.")
    return salah


def _pilihan(value: object, known: Mapping[int, str]) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in known


def _matriks(hasil: int, perilaku: int, akhir: int) -> list[str]:
    try:
        wanted = predikat.dari(hasil, perilaku)
    except AturanError as error:
        return [error.kalimat]
    if akhir == wanted:
        return []
    return [f"Predikat menurut matriks: {predikat.nama(wanted)}. Konfirmasi predikat itu, atau ubah penilaiannya."]
