"""The sheets about the papers themselves: who is outside the scope, the messages, the data and their dates."""

from __future__ import annotations

from selaras.documents.tindak_lanjut import kunci, wa
from selaras.documents.tindak_lanjut.lembar import STATUS, Buku, Kolom
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.documents.tindak_lanjut.teks import samarkan, tanggal

_LUAR = (Kolom("Nama", 32), Kolom("NIP (disamarkan)", 22), Kolom("Sekolah", 34), Kolom("Keterangan", 60))
_PESAN = (
    Kolom("Kepada", 22),
    Kolom("Sekolah", 30),
    Kolom("NPSN", 10),
    Kolom("Templat", 10),
    Kolom("Isi pesan", 90, banyak_baris=True),
    Kolom("Huruf", 8),
    *STATUS,
)
_DATA = (
    Kolom("Berkas", 36),
    Kolom("Jenis", 34),
    Kolom("Data per", 18),
    Kolom("Umur (hari)", 10),
    Kolom("Cakupan", 40),
    Kolom("Baris dibaca", 10),
    Kolom("Baris ditolak", 10),
)


def di_luar(buku: Buku, susunan: Susunan) -> None:
    """Write who is not counted, so that nobody is missed silently."""
    ws = buku.lembar("Di luar cakupan")
    awal = buku.kepala(ws, "Di luar cakupan", "Tidak dihitung dan tidak ditagih.")
    luar = sorted(susunan.posisi.di_luar, key=lambda o: ((o.sekolah or "").casefold(), (o.nama or "").casefold()))
    baris = (
        (kunci.buat("X2", o.nip or f"{o.sekolah}|{o.nama}"), (o.nama, samarkan(o.nip), o.sekolah, o.keterangan))
        for o in luar
    )
    buku.tabel(ws, awal, _LUAR, baris, beku=1)


def pesan(buku: Buku, susunan: Susunan) -> None:
    """Write the WhatsApp texts, ready to copy."""
    ws = buku.lembar("Pesan WA")
    catatan = "Tanpa NIP dan tanpa nilai. Disalin dan dikirim oleh orang; Selaras tidak mengirim."
    awal = buku.kepala(ws, "Pesan WhatsApp", catatan)
    baris = (
        (kunci.buat(p.templat, p.npsn or ""), (p.kepada, p.sekolah, p.npsn, p.templat, p.isi, len(p.isi)))
        for p in wa.pesan(susunan.posisi)
    )
    buku.tabel(ws, awal, _PESAN, baris, beku=2)


def data(buku: Buku, susunan: Susunan) -> None:
    """Write the sources: which file, of which day, how old, what it covers; then what is missing."""
    p = susunan.posisi
    ws = buku.lembar("Data dan tanggal")
    awal = buku.kepala(ws, "Data dan tanggal", f"Umur dihitung pada {tanggal(p.dibuat.date())}.")
    baris = (
        (
            kunci.buat("DATA", s.berkas, (s.per.isoformat(),)),
            (s.berkas, s.jenis, tanggal(s.per), max((p.dibuat.date() - s.per).days, 0), s.cakupan, s.dibaca, s.ditolak),
        )
        for s in sorted(p.sumber, key=lambda s: (s.per, s.jenis, s.berkas))
    )
    r = awal + 2 + max(buku.tabel(ws, awal, _DATA, baris), 1)
    buku.teks(ws, r, 0, "Yang belum ada", bold=True)
    for i, isi in enumerate(p.kurang or ("Semua berkas yang diperlukan sudah diimpor.",), r + 1):
        buku.teks(ws, i, 0, isi)
    ws.print_area(0, 0, r + max(len(p.kurang), 1), len(_DATA) - 1)
