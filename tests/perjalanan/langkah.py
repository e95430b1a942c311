"""Steps that several walks take: signing in, rating, pressing the sync, letting Selaras read both sides."""

from __future__ import annotations

from collections.abc import Iterable

from playwright.sync_api import Browser

from jobs.desa import Orang as Warga
from perjalanan.alur import Alur
from perjalanan.papan_ketik import Orang, duduk


def masuk(chromium: Browser, alur: Alur, o: Warga) -> Orang:
    """Seat somebody before a fresh browser and let him in with a one-time code."""
    who = duduk(chromium, o.nama, alur.alamat)
    who.buka("/masuk/")
    who.isi("Kode masuk", alur.kode(o))
    who.page.keyboard.press("Enter")
    who.page.wait_for_url(alur.alamat + "/")
    who.periksa()
    return who


def pilih_periode(who: Orang, periode: str) -> None:
    """Choose a period of Ruang GTK."""
    who.buka("/gtk/")
    who.pilih("Periode", periode)
    who.tekan("Ganti")


def nilai_dan_kirim(who: Orang, guru: Iterable[Warga], periode: str) -> None:
    """Rate these people in a period, confirm the predikat, set it and send it."""
    pilih_periode(who, periode)
    who.buka("/gtk/nilai/")
    who.lihat(periode)
    for o in guru:
        card = who.page.get_by_role("region", name=o.nama)
        for group in ("Hasil kerja", "Perilaku kerja"):
            who.tandai(card.get_by_role("group", name=group), "Sesuai")
    who.tekan("Simpan penilaian")
    who.tekan("Simpan, predikat sudah saya periksa")
    who.buka("/gtk/kirim/")
    who.tekan("Tetapkan predikat dan kirim")
    who.lihat("Bukti kirim", *(o.nama for o in guru))


def isi_rentang(who: Orang, tombol: str, awal: str = "2024-01-01") -> None:
    """Say the range of a sync and press its button."""
    who.isi("Periode awal", awal)
    who.isi("Periode akhir", "2024-12-31")
    who.tekan(tombol)


def tekan_sinkron(who: Orang, awal: str = "2024-01-01") -> None:
    """Press Sinkron SKP for a range."""
    who.buka("/e-kinerja/")
    who.tekan("Sinkron SKP PMM / Ruang GTK")
    isi_rentang(who, "Sinkron", awal)


def tekan_sinkro_penilaian(who: Orang, skp: str = "1 Jan 2024") -> None:
    """Take over the ratings on the page of an SKP, named by the day on which it begins."""
    who.buka("/e-kinerja/")
    who.tekan(skp)
    who.tekan("Penilaian")
    who.tekan("Sinkro Penilaian PMM / Ruang GTK")
    who.lihat("Berhasil")


def baca_kedua_sisi(admin: Orang) -> None:
    """Let a worker read both sides, send what is approved and read back; the page may be left and come back to."""
    admin.buka("/jalan/")
    admin.tekan("Sinkronkan sekarang")
    address = admin.page.url
    admin.buka("/kendala/")
    admin.page.goto(address)
    admin.tunggu(admin.page.locator("[data-selesai]"))
