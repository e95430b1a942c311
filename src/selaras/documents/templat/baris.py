"""The rows of the three sheets as text by column. What is known is carried; nothing is worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selaras.connectors.common.columns import Columns
from selaras.documents.templat import kolom, pilihan
from selaras.documents.templat.isi import IsiTemplat, PegawaiTemplat
from selaras.galat import Stop
from selaras.kinerja import nip as nomor_pegawai
from selaras.kinerja import periode

Baris = dict[str, str]


def pegawai(isi: IsiTemplat) -> Iterator[Baris]:
    """Yield everybody, by name."""
    for p in isi.urut():
        yield _kenal(p.sudah.get("pegawai"), kolom.PEGAWAI.semua) | _orang(isi, p) | {
            "status_kepegawaian": p.status_kepegawaian, "jenis_ptk": p.jenis_ptk, "nip_atasan": p.nip_atasan,
        }  # fmt: skip


def skp(isi: IsiTemplat) -> Iterator[Baris]:
    """Yield one row per person to be rated; the whole year; the status stays empty unless it is known."""
    bawaan = {"periode_awal": f"{isi.tahun}-01-01", "periode_akhir": f"{isi.tahun}-12-31", "status": ""}
    for p in isi.urut():
        if p.dinilai:
            baris = bawaan | _kenal(p.sudah.get("skp"), kolom.SKP.semua)
            status = baris["status"].capitalize()
            if status in pilihan.STATUS_SKP.values():
                baris["status"] = status
            yield baris | _orang(isi, p) | {"tahun": str(isi.tahun)}


def penilaian(isi: IsiTemplat) -> Iterator[Baris]:
    """Yield one row per person and period, by name then period; status draf until somebody chooses another.

    Raises `PeriodeError` for a slot that is no period.
    """
    slots = [(s, *periode.tipe_angka(s)) for s in sorted(set(isi.slots))]
    for p in isi.urut():
        for slot, tipe, angka in slots if p.dinilai else ():
            yield {"status": "draf"} | _kenal(_nilai(p, slot), kolom.PENILAIAN.semua) | _orang(isi, p) | {
                "tahun": str(isi.tahun), "tipe_periodik": pilihan.TIPE[tipe], "angka_periodik": str(angka or ""),
            }  # fmt: skip


def _orang(isi: IsiTemplat, p: PegawaiTemplat) -> Baris:
    return {"nip": nomor_pegawai.compact(p.nip) if p.ber_nip else p.nip, "nama": p.nama, "npsn": isi.npsn}


def _nilai(p: PegawaiTemplat, slot: int) -> Mapping[str, str]:
    """Return what is known of a rating; a new one belongs to the known SKP, else the next export would add it again."""
    skp_id = p.sudah.get("skp", {}).get("skp_id", "")
    return p.sudah.get(str(slot)) or {"skp_id": skp_id}


def _kenal(sudah: Mapping[str, str] | None, semua: Columns) -> Baris:
    """Return what is known, in the spelling of the dropdowns. Raises `Stop` for a column that the format has not."""
    asing = sorted((sudah or {}).keys() - set(semua.names) - {"nama"})
    if asing:
        raise Stop(f"Templat diberi kolom {', '.join(asing)}, padahal format tukar PMM tidak mengenalnya.")
    return {n: pilihan.eja(n, teks) for n, teks in (sudah or {}).items() if teks}
