"""Reference files: Manajemen Periode (with its faults), the UNOR-NPSN map, and the Log Sinkronisasi."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from selaras.latihan.baris_ekinerja import periode_id
from selaras.latihan.district import District
from selaras.latihan.orang import Guru
from selaras.latihan.sekolah import Sekolah, Unor

E01 = "Tombol sinkron PMM tidak muncul di e-Kinerja"
E02 = "Pegawai belum membuat SKP di PMM"
E03 = "Data Unit Kerja Pegawai tidak terdaftar di Referensi Unit Kerja"
E04 = "Data SKP Organisasi belum dibuat oleh atasan"
E05 = "Unor di PMM Belum Padan"
TAK_DIKENAL = "Proses sinkronisasi dihentikan, kode latihan 77"
PESAN = {"N3": E01, "S1": E02, "S2": E02, "L1": E02, "L0": TAK_DIKENAL}
_PESAN_SEKOLAH = {"U2": E03, "S4": E04, "U1": E05}
KOLOM_PETA = ("unor_id", "nama_unor", "npsn", "nama_sekolah", "aktif", "berlaku_mulai", "berlaku_sampai")
KOLOM_LOG = ("NIP", "Nama", "Pesan", "Waktu")
_TANGGAL = {"1": ("01-01", "31-03"), "2": ("01-04", "30-06"), "3": ("01-07", "30-09"), "4": ("01-10", "31-12")}


def _periode(d: District, tw: str, *, akhiran: str = "") -> dict[str, object]:
    awal, akhir = _TANGGAL.get(tw, ("01-01", "31-12"))
    triwulan = tw != "T"
    return {
        "id": periode_id(d, tw + akhiran), "nama": f"Triwulan {tw}{akhiran}" if triwulan else f"Tahunan{akhiran}",
        "tahun": d.tahun if triwulan else None, "periode_awal": awal, "periode_akhir": akhir,
        "batas_pengisian": "31-01", "jenis_periode": "periodik" if triwulan else "final",
        "tipe_periodik": "triwulanan" if triwulan else None, "angka_periodik": int(tw) if triwulan else None,
    }  # fmt: skip


def referensi_periode(d: District) -> list[dict[str, object]]:
    """Give Manajemen Periode, whole or broken in the one way that was asked for."""
    semua = {tw: _periode(d, tw) for tw in "1234T"}
    rusak = d.rusak_periode
    tambahan: list[dict[str, object]] = []
    if rusak == "P1":
        del semua["4"]
    elif rusak == "P2":
        bulan = _periode(d, "1", akhiran=" bulanan") | {"nama": "Bulan 1", "tipe_periodik": "bulanan"}
        tambahan.append(bulan | {"periode_akhir": "31-01"})
    elif rusak == "P3":
        tambahan.append(_periode(d, "3", akhiran=" (ganda)"))
    elif rusak == "P4":
        semua["2"]["periode_awal"] = "01-05"
    elif rusak == "P5":
        del semua["T"]
    elif rusak == "P5:ganda":
        tambahan.append(_periode(d, "T", akhiran=" (ganda)"))
    elif rusak == "P5:tahun":
        semua["T"]["tahun"] = d.tahun
    return [*semua.values(), *tambahan]


def peta_unor(d: District) -> Iterator[tuple[str, ...]]:
    """Give the UNOR-NPSN map: U1 without NPSN, U2 inactive, U3 with two active units."""
    for s in d.sekolah:
        for unor in s.unor:
            aktif = "1" if unit_aktif(d, s, unor) else "0"
            yield unor.id, unor.nama, npsn_padan(d, s), s.nama, aktif, f"{d.tahun - 4}-01-01", ""


def npsn_padan(d: District, s: Sekolah) -> str:
    """Give the NPSN that the units of a school are tied to; '' while nobody has tied it (U1)."""
    return "" if s.jenis == "U1" and not d.sembuh("U1") else s.npsn


def unit_aktif(d: District, s: Sekolah, unor: Unor) -> bool:
    """Say whether a unit is active: not that of U2, and of two units (U3) only the first once it was mended."""
    if s.jenis == "U2":
        return d.sembuh("U2")
    return unor is s.unor[0] or not d.sembuh("U3")


def pesan(d: District, guru: Guru) -> str | None:
    """Give the message that Log Sinkronisasi shows for a person; a school's comes up for every third teacher."""
    if guru.kini in PESAN:
        return PESAN[guru.kini]
    jenis = guru.sekolah.jenis
    if jenis in _PESAN_SEKOLAH and not d.sembuh(jenis) and guru.jabatan != "Kepala Sekolah" and guru.g % 3 == 0:
        return _PESAN_SEKOLAH[jenis]
    return None


def log(d: District, guru: Guru, snapshot: dt.date) -> tuple[str, ...] | None:
    """Give the Log Sinkronisasi row of a person, if there is one."""
    isi = pesan(d, guru)
    if isi is None:
        return None
    waktu = dt.datetime.combine(snapshot - dt.timedelta(days=1), dt.time(8 + guru.g % 9, guru.g % 60))
    return guru.nip, guru.nama.upper(), isi, f"{waktu:%Y-%m-%d %H:%M:%S}"
