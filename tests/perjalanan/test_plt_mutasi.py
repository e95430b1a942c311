"""A teacher heads a school by decree, another one moved in July: what each sees, presses and decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import psycopg
import pytest

from conftest import create_database, drop_database
from jobs.desa import Orang as Warga
from jobs.desa import Sekolah
from perjalanan.alur import HARI, Alur, jalankan, lingkungan, menyala, mulai
from perjalanan.desa_plt import (
    BUDI,
    DEWI,
    DUA,
    EKO,
    FAJAR,
    PLH,
    PLT,
    SARI,
    SATU,
    SK_PLH,
    SK_PLT,
    WATI,
    desa,
    isi,
)
from perjalanan.langkah import (
    baca_kedua_sisi,
    isi_rentang,
    nilai_dan_kirim,
    pilih_periode,
    tekan_sinkro_penilaian,
    tekan_sinkron,
)
from perjalanan.papan_ketik import Orang
from selaras.accounts.roles import Jenis
from selaras.pmm import services as pmm

KEPALA = ("/sekolah/", "/setujui/", "/verifikasi/", "/gtk/guru/", "/gtk/nilai/", "/gtk/kirim/", "/e-kinerja/bawahan/")


@pytest.fixture(scope="module")
def alur(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Alur]:
    """The village on the last day of the decree: read once, then served."""
    dsn, folder = create_database(server), tmp_path_factory.mktemp("plt")
    home = lingkungan(dsn, folder)
    mulai(home, "Kabupaten Latihan Plt")
    with psycopg.connect(dsn) as db:
        isi(db)
    files = desa().tulis(folder / "berkas", "siasn", "dapodik", "peta")
    jalankan(home, "kerjakan", str(files), "--tahun", "2024")
    with menyala(dsn, folder) as running:
        running.db.execute("DELETE FROM ac_peran")  # those of the rehearsal: this story gives its own
        running.beri(WATI, Jenis.ADMIN_INSTANSI)
        yield running
    drop_database(server, dsn)


def test_an_acting_head_and_a_teacher_who_moved_end_in_agreement(alur: Alur, orang: Callable[[Warga], Orang]) -> None:
    dewi, wati = orang(DEWI), orang(WATI)
    for path in KEPALA:
        dewi.ditolak(path, FAJAR.nama, EKO.nama)
    beri_wewenang(wati, DEWI, DUA, "Plt.", SK_PLT, PLT)
    beri_wewenang(wati, BUDI, SATU, "Plh.", SK_PLH, PLH)
    catat_di_pmm(alur)
    budi = orang(BUDI)
    for path in KEPALA:
        budi.ditolak(path, WATI.nama, SARI.nama)
    sari, eko = orang(SARI), orang(EKO)
    nilai_dan_kirim(sari, [EKO], "Triwulan 2 2024")  # he has left: her half of his year is still hers
    pimpin(dewi)
    for who in (sari, budi, wati):
        tekan_sinkron(who)
        tekan_sinkro_penilaian(who)
    pindah(eko)
    nilai_di_skp_yang_benar(alur)
    baca_kedua_sisi(wati)
    setujui(alur, dewi, wati)
    baca_kedua_sisi(wati)
    assert alur.keadaan() == {"selaras": 37, "dikecualikan": 6}  # her SKP as Plt. and its ratings
    akhiri(sari, dewi, wati)
    for who in (eko, dewi):
        who.buka("/saya/")
        who.lihat("Semua sudah selaras")
        who.tanpa("Belum sama", "Berbeda")
    dewi.lihat("6 bagian tidak dibawa")


def beri_wewenang(admin: Orang, o: Warga, sekolah: Sekolah, sebagai: str, sk: str, masa: tuple[str, str]) -> None:
    """Give a decree: the role in Selaras, and PLT/PLH in e-Kinerja."""
    admin.buka("/peran-orang/")
    admin.isi("Nama", o.nama)
    admin.tekan("Cari")
    admin.tekan(o.nama)
    form = admin.page.locator("form", has=admin.page.get_by_label("Nomor SK"))
    admin.pilih("Peran", "Plt./Plh. kepala sekolah", di=form)
    admin.isi("Sekolah", sekolah.npsn, di=form)
    admin.pilih("Sebagai", sebagai, di=form)
    admin.isi("Nomor SK", sk, di=form)
    admin.isi("Berlaku sejak", masa[0], di=form)
    admin.isi("Berlaku sampai", masa[1], di=form)
    admin.tekan("Beri peran")
    admin.lihat("diberikan")
    admin.buka("/e-kinerja/admin/plt/")
    admin.isi("NIP Plt./Plh.", o.nip)
    admin.pilih("Sebagai", sebagai)
    admin.isi("NPSN", sekolah.npsn)
    admin.isi("Nomor SK", sk)
    admin.isi("Berlaku mulai", masa[0])
    admin.isi("Berlaku sampai", masa[1])
    admin.tekan("Simpan")
    admin.lihat("tercatat", sk)
    if masa[1] < HARI:
        admin.lihat("tidak berlaku hari ini")


def catat_di_pmm(alur: Alur) -> None:
    """The same decrees in PMM, where they come from Dapodik and no page of ours records them."""
    for o, sekolah, sebagai, sk, masa in ((DEWI, DUA, "plt", SK_PLT, PLT), (BUDI, SATU, "plh", SK_PLH, PLH)):
        (akun,) = alur.db.execute("SELECT id::text FROM pm_pegawai WHERE nip = %s", (o.nip,)).fetchone() or ("",)
        mulai, selesai = map(dt.date.fromisoformat, masa)
        pmm.tugas_simpan(
            alur.db, instansi=1, pegawai_id=akun, npsn=sekolah.npsn, sebagai=sebagai, nomor_sk=sk, mulai=mulai,
            selesai=selesai,
        )  # fmt: skip
    alur.db.commit()


def pimpin(dewi: Orang) -> None:
    """The acting head has her role at once: her school, and the two whom she rates; herself she does not."""
    dewi.buka("/sekolah/")
    dewi.lihat("Plt. Kepala sekolah", DUA.nama, FAJAR.nama, EKO.nama)
    dewi.tanpa(BUDI.nama, SARI.nama)
    dewi.buka("/e-kinerja/bawahan/")
    dewi.lihat(FAJAR.nama.upper(), EKO.nama.upper())
    pilih_periode(dewi, "Triwulan 4 2024")
    dewi.buka("/gtk/nilai/")
    dewi.lihat(EKO.nama, FAJAR.nama)
    assert dewi.page.get_by_role("region", name=DEWI.nama).count() == 0
    for periode in ("Triwulan 4 2024", "Januari - Desember 2024"):
        nilai_dan_kirim(dewi, [EKO, FAJAR], periode)
    pilih_periode(dewi, "Triwulan 2 2024")
    dewi.buka("/gtk/kirim/")
    dewi.tanpa(EKO.nama)  # that quarter was Sari's


def pindah(eko: Orang) -> None:
    """Plain Sinkron tells which button it is; that one makes an SKP for each school; the ratings follow."""
    tekan_sinkron(eko)
    eko.lihat("Tekan Sinkron SKP dengan Rotasi")
    eko.tekan("Sinkron SKP dengan Rotasi")
    eko.lihat(SATU.nama, DUA.nama, "30 Juni 2024")
    isi_rentang(eko, "Lakukan Sinkron")
    eko.lihat("Berhasil", "1 Jan 2024", "1 Jul 2024", SATU.nama, DUA.nama)
    tekan_sinkro_penilaian(eko, "1 Jul 2024")


def nilai_di_skp_yang_benar(alur: Alur) -> None:
    """Each half of the year lies under the SKP of its school, by the one who headed it."""
    alur.db.rollback()
    held = alur.db.execute(
        "SELECT u.npsn, array_agg(n.slot ORDER BY n.slot), array_agg(DISTINCT n.penilai_nip) FROM ek_penilaian n "
        "JOIN ek_skp s ON s.id = n.skp_id JOIN ek_pegawai g ON g.id = s.pegawai_id "
        "JOIN ek_unor u ON u.instansi_id = s.instansi_id AND u.id = s.unor_id "
        "WHERE g.nip = %s AND n.ditarik IS NULL GROUP BY 1 ORDER BY 1",
        (EKO.nip,),
    ).fetchall()
    assert held == [(SATU.npsn, [201, 202], [SARI.nip]), (DUA.npsn, [203, 204, 400], [DEWI.nip])]


def setujui(alur: Alur, dewi: Orang, wati: Orang) -> None:
    """Fajar has pressed nothing: Selaras brings his, at the word of the Plt. Her own waits for the admin."""
    dewi.buka("/setujui/")
    dewi.segarkan("Setujui 6 yang sama dengan Ruang GTK")
    dewi.lihat("Isian Bapak/Ibu sendiri", FAJAR.nama)
    dewi.tekan("Setujui 6 yang sama")
    dewi.lihat("6 isian disetujui")
    wati.buka("/setujui/")
    wati.lihat(DEWI.nama)
    wati.tanpa(FAJAR.nama)
    wati.tekan("Setujui 6 yang sama")
    wati.lihat("6 isian disetujui")
    alur.db.rollback()
    words = alur.db.execute(
        "SELECT t.sebagai, t.nomor_sk, t.sk_mulai::text, t.sk_sampai::text, count(*) FROM telaah t GROUP BY 1, 2, 3, 4"
    ).fetchall()
    assert sorted(words) == [("admin", None, None, None, 6), ("plt", SK_PLT, *PLT, 6)]


def akhiri(sari: Orang, dewi: Orang, wati: Orang) -> None:
    """Both heads sign off and lock, the one by office, the other by decree; the books balance."""
    for head in (sari, dewi):
        head.buka("/verifikasi/")
        head.tekan("Verifikasi 3 orang yang sama")
        head.tekan("Kunci laporan akhir")
        head.lihat("Laporan akhir terkunci")
    wati.buka("/rekap/")
    wati.lihat("Pembukuan seimbang")
    wati.buka("/verifikasi/")
    wati.lihat(SATU.nama, DUA.nama)
