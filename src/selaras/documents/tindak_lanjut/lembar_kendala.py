"""The sheets with findings: 'Hari ini', the admin's, the dinas', and the names behind the Sinkro button."""

from __future__ import annotations

from collections.abc import Iterable

from selaras.documents.tindak_lanjut import kunci, langkah
from selaras.documents.tindak_lanjut.langkah import SEBUTAN, Siapa
from selaras.documents.tindak_lanjut.lembar import STATUS, Buku, Kolom, Sel
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.documents.tindak_lanjut.teks import periode, samarkan
from selaras.documents.tindak_lanjut.tugas import Langkah
from selaras.monitoring.posisi import Kendala

BERNILAI = frozenset({"D1", "D2", "R3"})  # their cause quotes ratings: it stays on the screen of Ruang GTK
TEKAN = ("S7", "S8", "D1")
_TOMBOL = {
    "S7": "Sinkron PMM / Ruang GTK",
    "S8": "Sinkro Penilaian PMM / Ruang GTK",
    "D1": "Sinkro Penilaian PMM / Ruang GTK, sekali lagi",
}
_HARI_INI = (
    Kolom("Kode", 6),
    Kolom("Kendala", 28),
    Kolom("Apa yang dilakukan", 58),
    Kolom("Siapa", 24),
    Kolom("Di mana", 26),
    Kolom("Sekolah", 28),
    Kolom("Kecamatan", 14),
    Kolom("Membuka jalan bagi (guru)", 11),
    Kolom("Perkiraan waktu", 14),
    *STATUS,
)
_RINCI = (
    Kolom("Kode", 6),
    Kolom("Kendala", 26),
    Kolom("Sebab", 42),
    Kolom("Langkah", 50),
    Kolom("Di mana", 24),
    Kolom("NPSN", 10),
    Kolom("Sekolah", 26),
    Kolom("Nama", 24),
    Kolom("NIP (disamarkan)", 20),
    Kolom("Periode", 10),
    Kolom("Berkas dan baris", 22),
    Kolom("Membuka jalan bagi (guru)", 11),
    Kolom("Perkiraan waktu", 14),
    Kolom("Sejak", 12),
    *STATUS,
)
_SINKRO = (
    Kolom("No", 6),
    Kolom("Nama", 32),
    Kolom("Sekolah", 32),
    Kolom("Kecamatan", 16),
    Kolom("NIP (disamarkan)", 20),
    Kolom("Periode", 14),
    Kolom("Tombol yang ditekan", 34),
    Kolom("Keterangan", 30),
    *STATUS,
)


def hari_ini(buku: Buku, susunan: Susunan) -> None:
    """Write what can be done now, the step that frees most teachers first."""
    catatan = "Urut menurut banyaknya guru yang terbuka jalannya. Laporan berikutnya yang menutup baris."
    if susunan.tertahan:
        catatan += f" {susunan.tertahan} guru masih menunggu langkah orang lain, jadi belum dimunculkan di sini."
    ws = buku.lembar("Hari ini")
    awal = buku.kepala(ws, "Hari ini", catatan)
    buku.tabel(ws, awal, _HARI_INI, ((x.kunci, _baris_langkah(x)) for x in susunan.hari_ini), beku=2)


def _baris_langkah(x: Langkah) -> tuple[Sel, ...]:
    k = x.kendala[0]
    siapa = SEBUTAN[x.siapa] if "atasan" in k.penanggung_jawab.casefold() else k.penanggung_jawab
    return (
        k.kode, k.judul, k.langkah if x.orang <= 1 else x.aturan.singkat, siapa, k.di_mana,
        k.sekolah or ("seluruh instansi" if k.tingkat == "instansi" else k.berkas), k.kecamatan, x.membuka,
        k.perkiraan_waktu if x.orang <= 1 else f"sekitar {x.menit} menit",
    )  # fmt: skip


def admin(buku: Buku, susunan: Susunan) -> None:
    """Write what the admin of the instansi mends: periods, units, accounts, files, messages."""
    milik = [k for k in susunan.posisi.kendala if langkah.siapa(k) == Siapa.ADMIN]
    ws = buku.lembar("Admin - periode dan UNOR")
    awal = buku.kepala(ws, f"Admin {susunan.posisi.kantor}: periode, unit kerja, dan data pegawai")
    buku.tabel(ws, awal, _RINCI, _rinci(milik), beku=2)


def dinas(buku: Buku, susunan: Susunan) -> None:
    """Write what the dinas does: matching of units, heads' decrees, approvals, ratings of the heads."""
    milik = [k for k in susunan.posisi.kendala if any(a.siapa == Siapa.DINAS for a in langkah.aturan(k))]
    ws = buku.lembar("Dinas - pemadanan")
    awal = buku.kepala(ws, "Dinas pendidikan: pemadanan, persetujuan, dan penilaian kepala sekolah")
    buku.tabel(ws, awal, _RINCI, _rinci(milik), beku=2)


def _rinci(kendala: Iterable[Kendala]) -> Iterable[tuple[str, tuple[Sel, ...]]]:
    for k in sorted(kendala, key=lambda k: (-k.membuka_jalan_bagi, k.kode, k.npsn or "", (k.nama or "").casefold())):
        asal = ", ".join(str(x) for x in (k.berkas, k.lembar, f"baris {k.baris}" if k.baris else None) if x)
        sebab = "Lihat isian penilaian di Ruang GTK." if k.kode in BERNILAI else k.sebab
        yield kunci.untuk(k), (
            k.kode, k.judul, sebab, k.langkah, k.di_mana, k.npsn, k.sekolah, k.nama, samarkan(k.nip or k.nip_pmm),
            periode(k.periode), asal, k.membuka_jalan_bagi, k.perkiraan_waktu, k.sejak.isoformat() if k.sejak else None,
        )  # fmt: skip


def tekan_sinkro(buku: Buku, susunan: Susunan) -> None:
    """Write the names behind the button in the order of Log Sinkronisasi (A-Z); no rating, nobody who must wait."""
    nama = [k for x in susunan.hari_ini if x.kode in TEKAN for k in x.kendala]
    ws = buku.lembar("Tekan Sinkro")
    awal = buku.kepala(ws, "Tekan Sinkro", "Urut nama seperti di Log Sinkronisasi PMM / Ruang GTK.")
    urut = sorted(nama, key=lambda k: ((k.nama or "").casefold(), k.npsn or "", k.kode))
    buku.tabel(ws, awal, _SINKRO, ((kunci.untuk(k), _baris_sinkro(no, k)) for no, k in enumerate(urut, 1)), beku=2)


def _baris_sinkro(no: int, k: Kendala) -> tuple[Sel, ...]:
    keterangan = "sesudah kepala sekolah memeriksa isian di Ruang GTK" if k.kode == "D1" else ""
    nip = samarkan(k.nip or k.nip_pmm)
    return (no, k.nama, k.sekolah, k.kecamatan, nip, periode(k.periode), _TOMBOL[k.kode], keterangan)
