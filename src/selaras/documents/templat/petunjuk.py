"""The first sheet: what to do, in plain words. One cell a row, so that no importer takes it for a table."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.documents.templat.isi import IsiTemplat
from selaras.documents.templat.lembar import Penulis
from selaras.documents.tindak_lanjut.lembar import LATIHAN
from selaras.kinerja import periode

NAMA = "Petunjuk"
LANGKAH = (
    "# Tidak ada yang perlu diketik dua kali",
    "Bila data PMM / Ruang GTK dapat diekspor, impor saja berkas itu; buku ini tidak perlu diisi.",
    "Nama, NIP dan nilai yang sudah diketahui sudah terisi di sini.",
    "# Tiga ketukan per guru, di lembar penilaian",
    "1. Ketuk hasil_kerja, pilih rating hasil kerja.",
    "2. Ketuk perilaku_kerja, pilih rating perilaku kerja.",
    "3. Ketuk predikat, pilih predikatnya.",
    "Salin persis seperti di PMM / Ruang GTK. Buku ini tidak menghitung predikat.",
    "# Status",
    "Biarkan draf selama nilai belum ditetapkan. Sesudahnya pilih ditetapkan, atau terkirim bila sudah dikirim.",
    "Cukup pilih sekali lalu salin ke bawah. Nilai berstatus draf dianggap belum selesai.",
    "Di lembar skp, pilih status SKP setiap guru. Tanggalnya sudah terisi setahun penuh; ubah bila berbeda.",
    "# Sesudah diisi",
    "Simpan sebagai XLSX, lalu impor ke Selaras seperti berkas lain. Baris yang belum diisi boleh dibiarkan.",
    "Sel abu-abu terkunci supaya NIP tidak rusak; kuncinya tanpa kata sandi.",
    "Buku ini berisi NIP lengkap: serahkan langsung, jangan lewat grup WhatsApp.",
)


def tulis(penulis: Penulis) -> None:
    """Write the sheet."""
    ws = penulis.lembar(NAMA)
    ws.set_column(0, 0, 110)
    for r, teks in enumerate(_kalimat(penulis.isi)):
        if teks.startswith("# "):
            penulis.teks(ws, r, 0, teks[2:], bold=True, font_size=12)
        else:
            penulis.teks(ws, r, 0, teks, text_wrap=True)
    ws.protect()


def _kalimat(isi: IsiTemplat) -> Iterator[str]:
    if isi.latihan:
        yield f"# {LATIHAN}"
    yield f"# Templat penilaian kinerja {isi.tahun}: {isi.sekolah}"
    yield f"NPSN {isi.npsn}, {isi.instansi}"
    yield "Periode yang dinilai: " + ", ".join(periode.nama_panjang(s) for s in sorted(set(isi.slots)))
    yield from _orang(isi)
    yield from LANGKAH


def _orang(isi: IsiTemplat) -> Iterator[str]:
    """Say who is here and who gets no rating rows, so that nobody is missed silently."""
    if not isi.pegawai:
        yield "# Belum ada guru yang diketahui di sekolah ini"
        yield "Impor dulu Daftar Guru Dapodik (unduhan operator sekolah), lalu buat templat ini lagi."
        return
    luar = sum(p.di_luar for p in isi.pegawai)
    rusak = [p for p in isi.urut() if not (p.di_luar or p.ber_nip)]
    baru = sum(p.dinilai and not p.terdaftar for p in isi.pegawai)
    yield f"{len(isi.pegawai)} orang, {sum(p.dinilai for p in isi.pegawai)} di antaranya dinilai di sini."
    if luar:
        yield f"{luar} orang bukan ASN atau tenaga kependidikan: tidak dinilai di sini."
    if baru:
        yield f"{baru} orang belum ada di data pegawai PMM yang diimpor: hanya di lembar skp dan penilaian."
    yield from _rusak("Belum ber-NIP yang sah", [p.nama for p in rusak if p.terdaftar], "di lembar pegawai, impor")
    yield from _rusak("Tanpa NIP yang sah di Dapodik", [p.nama for p in rusak if not p.terdaftar], "di Dapodik, impor")


def _rusak(judul: str, nama: list[str], di_mana: str) -> Iterator[str]:
    if nama:
        yield f"{judul}: {', '.join(nama)}."
        yield f"Lengkapi NIP-nya {di_mana}, lalu buat templat ini lagi untuk menilainya."
