"""The whole way as five people: record, rate, send, sign in, check, add periods, sync, mend, approve, verify."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psycopg
import pytest
from playwright.sync_api import Browser

from conftest import create_database, drop_database
from jobs.desa import BUDI, DEWI, EKO, SARI, SATU, TONO, WATI, Desa
from jobs.desa import Orang as Warga
from perjalanan.alur import Alur, jalankan, lingkungan, menyala, mulai
from perjalanan.desa_alur import isi
from perjalanan.langkah import (
    baca_kedua_sisi,
    nilai_dan_kirim,
    pilih_periode,
    tekan_sinkro_penilaian,
    tekan_sinkron,
)
from perjalanan.papan_ketik import Orang, duduk
from selaras.accounts.roles import Jenis

PERIODE = (
    *(f"Triwulan {n} 2024" for n in (1, 2, 3, 4)),
    "Januari - Desember 2024",
    "Juli - Desember 2024",
)


@pytest.fixture(scope="module")
def alur(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Alur]:
    """The village on its first morning: read once, then served."""
    dsn, folder = create_database(server), tmp_path_factory.mktemp("lima")
    home = lingkungan(dsn, folder)
    mulai(home, "Kabupaten Latihan Desa")
    with psycopg.connect(dsn) as db:
        isi(db)
    files = Desa().tulis(folder / "berkas", "siasn", "dapodik")
    jalankan(home, "kerjakan", str(files), "--tahun", "2024")
    with menyala(dsn, folder) as running:
        running.db.execute("DELETE FROM ac_peran")  # those of the rehearsal: this story gives its own
        for o, jenis in ((WATI, Jenis.OPERATOR), (DEWI, Jenis.PENGAWAS), (EKO, Jenis.ADMIN_INSTANSI)):
            running.beri(o, jenis)
        yield running
    drop_database(server, dsn)


def test_five_people_bring_pmm_and_ekinerja_into_agreement(
    alur: Alur, chromium: Browser, orang: Callable[[Warga], Orang]
) -> None:
    sari, eko, wati, dewi, tono = (orang(o) for o in (SARI, EKO, WATI, DEWI, TONO))
    budi = masuk_my_asn(chromium, alur)
    budi.lihat("Kepala sekolah")  # whose move it is
    catat_kegiatan(budi)
    nilai_budi(sari)
    tambah_periode(eko)
    benahi_unor(sari, eko)
    sinkron(budi)
    sinkron(wati)
    for head in (sari, tono):
        sinkron(head, skp=head is tono)
    baca_kedua_sisi(eko)
    padankan(eko)
    setujui(tono)
    baca_kedua_sisi(eko)
    assert alur.keadaan() == {"selaras": 36}
    tanda_tangan(budi, sari)
    wati.buka("/")
    wati.lihat("Tidak ada yang menunggu")
    dewi.buka("/")
    dewi.lihat("3 dari 3 orang")


def masuk_my_asn(chromium: Browser, alur: Alur) -> Orang:
    """Sign in as Budi through the rehearsal My ASN."""
    budi = duduk(chromium, "Budi", alur.alamat)
    budi.buka("/masuk/")
    budi.tekan("Masuk dengan My ASN")
    budi.lihat("tidak pernah meminta kata sandi")
    budi.tekan("Budi Santoso")
    budi.page.wait_for_url(alur.alamat + "/")
    return budi


def catat_kegiatan(budi: Orang) -> None:
    """Record an activity in Ruang GTK."""
    budi.buka("/gtk/kegiatan/")
    budi.pilih("Jenis", "Webinar")
    budi.isi("Judul", "Webinar numerasi")
    budi.isi("Tanggal mulai", "2024-09-02")
    budi.tekan("Catat")
    budi.lihat("Webinar numerasi", "1 kegiatan")


def nilai_budi(sari: Orang) -> None:
    """Rate Budi in every period, set the predikat and send it; what he did this year stands beside it."""
    pilih_periode(sari, PERIODE[0])
    sari.buka("/gtk/nilai/")
    sari.lihat(BUDI.nama, "1 kegiatan tahun ini")
    for periode in PERIODE:
        nilai_dan_kirim(sari, [BUDI], periode)


def tambah_periode(eko: Orang) -> None:
    """Make all periods of the year in one click."""
    eko.buka("/e-kinerja/admin/periode/")
    eko.tekan("Buat semua periode triwulanan 2024")
    eko.lihat("lengkap dan seragam", "Triwulan 4")


def benahi_unor(sari: Orang, eko: Orang) -> None:
    """The head is refused, learns whose matter it is, the admin mends it, the head presses again."""
    sari.buka("/e-kinerja/profil/")
    sari.lihat(SARI.nama.upper(), "Unit kerja")
    sari.tekan("Sinkronisasi ASN")
    tekan_sinkron(sari)
    said = sari.page.locator(".pesan, [role=alert], .alert").all_inner_texts()
    assert said, sari.teks()
    sari.buka("/saya/pesan/")
    sari.isi("Pesan", " ".join(said)[:300])
    sari.tekan("Cari artinya")
    sari.lihat("UNOR")
    eko.buka("/e-kinerja/admin/unor/")
    eko.isi(f"NPSN {SATU.nama}", SATU.npsn)
    eko.tekan(f"Simpan NPSN {SATU.nama}")
    tekan_sinkron(sari)
    sari.lihat("Berhasil")


def sinkron(who: Orang, *, skp: bool = True) -> None:
    """A wrong range is explained, the right one taken; then the ratings."""
    if skp:
        tekan_sinkron(who, "2024-07-01")
        who.lihat("1 Januari 2024")
        tekan_sinkron(who)
        who.lihat("Berhasil")
    tekan_sinkro_penilaian(who)


def padankan(eko: Orang) -> None:
    """The kendala that stands first on the admin's page is mended with one button."""
    eko.buka("/kendala/")
    eko.lihat("Peta sekolah ke unit kerja belum ada")
    eko.buka("/padan/unor/")
    eko.tekan("Terima 2 yang pasti")


def setujui(tono: Orang) -> None:
    """What equals Ruang GTK is approved in one tap, for Dewi and Eko."""
    tono.buka("/setujui/")
    tono.segarkan("Setujui 12 yang sama dengan Ruang GTK")
    tono.tekan("Setujui 12 yang sama")
    tono.lihat("12 isian disetujui")


def tanda_tangan(budi: Orang, sari: Orang) -> None:
    """The teacher says that it is right, the head verifies all at once and locks the final report."""
    budi.buka("/saya/")
    budi.lihat("Semua sudah selaras")
    budi.tekan("Data saya benar")
    sari.buka("/verifikasi/")
    sari.tekan("Verifikasi 3 orang yang sama")
    sari.tekan("Kunci laporan akhir")
    sari.lihat("Laporan akhir terkunci")
