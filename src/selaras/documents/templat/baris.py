"""The rows of the three sheets as text by column. What is known is carried; nothing is worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selaras.connectors.common.columns import Columns
from selaras.connectors.pmm_interchange.records import not_filled
from selaras.documents.templat import kolom, pilihan
from selaras.documents.templat.isi import IsiTemplat, PegawaiTemplat
from selaras.galat import Stop
from selaras.kinerja import nip as nomor_pegawai
from selaras.kinerja import periode

Baris = dict[str, str]


def pegawai(isi: IsiTemplat) -> Iterator[Baris]:
    """Yield everybody whom PMM's roster names, by name."""
    for p in isi.urut():
        if p.terdaftar:
            bawaan = {
                "status_kepegawaian": p.status_kepegawaian, "jenis_ptk": p.jenis_ptk, "nip_atasan": p.nip_atasan,
            }  # fmt: skip
            yield bawaan | _kenal(next(iter(p.kenal("pegawai")), None), kolom.PEGAWAI.semua) | _orang(isi, p)


def skp(isi: IsiTemplat) -> Iterator[Baris]:
    """Yield a row per known SKP, else an open one for the whole year; its status stays empty until somebody chooses."""
    bawaan = {"periode_awal": f"{isi.tahun}-01-01", "periode_akhir": f"{isi.tahun}-12-31", "status": ""}
    for p in isi.urut():
        for sudah in _skp(p) if p.dinilai else ():
            baris = bawaan | _kenal(sudah, kolom.SKP.semua)
            status = baris["status"].capitalize()
            if status in pilihan.STATUS_SKP.values():
                baris["status"] = status
            yield baris | _orang(isi, p) | {"tahun": str(isi.tahun)}


def penilaian(isi: IsiTemplat) -> Iterator[Baris]:
    """Yield the known ratings and an open row per period to rate, by name then period; status draf until chosen.

    Raises `PeriodeError` for a slot that is no period.
    """
    tipe_angka = {slot: periode.tipe_angka(slot) for slot in isi.slots}
    for p in isi.urut():
        for slot in p.slots(isi.slots) if p.dinilai else ():
            tipe, angka = tipe_angka.get(slot) or periode.tipe_angka(slot)
            bawaan = {"status": "draf"} | _orang(isi, p) | {
                "tahun": str(isi.tahun), "tipe_periodik": pilihan.TIPE[tipe], "angka_periodik": str(angka or ""),
            }  # fmt: skip
            for sudah in p.kenal(str(slot)):
                yield bawaan | _kenal(sudah, kolom.PENILAIAN.semua) | _orang(isi, p)
            if not p.kenal(str(slot)):
                yield _terbuka(bawaan, p.induk.get(slot, ""))


def _terbuka(bawaan: Baris, skp_id: str) -> Baris:
    """Return an open row: it belongs to the known SKP, else the next export would add the rating again.

    It must say nothing while nobody fills it in, whatever the importer counts as saying something.
    """
    milik = bawaan | {"skp_id": skp_id}
    return milik if not_filled("penilaian", milik) else bawaan


def _skp(p: PegawaiTemplat) -> list[Mapping[str, str]]:
    """Return the known SKP, and an open one when none of them is the person's own (a Plt. has two)."""
    sudah = p.kenal("skp")
    return sudah if any(satu.get("plt") != "1" for satu in sudah) else [*sudah, {}]


def _orang(isi: IsiTemplat, p: PegawaiTemplat) -> Baris:
    return {"nip": nomor_pegawai.compact(p.nip) if p.ber_nip else p.nip, "nama": p.nama, "npsn": isi.npsn}


def _kenal(sudah: Mapping[str, str] | None, semua: Columns) -> Baris:
    """Return what is known, in the spelling of the dropdowns. Raises `Stop` for a column that the format has not."""
    asing = sorted((sudah or {}).keys() - set(semua.names) - {"nama"})
    if asing:
        raise Stop(f"Templat diberi kolom {', '.join(asing)}, padahal format tukar PMM tidak mengenalnya.")
    return {n: pilihan.eja(n, teks) for n, teks in (sudah or {}).items() if teks}
