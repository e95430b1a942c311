"""Running things where e-Kinerja is only read: nothing is sent, and whoever may not is told nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from jobs.desa import DEWI, TONO, Desa
from jobs.ruang import Ruang
from portal.conftest import BUDI, SARI, Situs, kirim
from selaras.accounts.roles import Jenis
from selaras.jobs import queue

PERIODE_SALAH = "Data Unit Kerja Pegawai tidak terdaftar di Referensi Unit Kerja"


@pytest.fixture(scope="module")
def situs(situs: Situs) -> Situs:
    """The village, with a log of refusals and periods that are not right."""
    ruang = Ruang(situs.dsn)
    later = Desa("2025-01-06")
    for row in (
        {"nip": DEWI.nip, "nama": DEWI.nama, "pesan": PERIODE_SALAH, "waktu": "2025-01-05 10:00:00"},
        {"nip": TONO.nip, "nama": TONO.nama, "pesan": "<b>Pesan aneh</b> =1+1", "waktu": "2025-01-04 10:00:00"},
    ):
        later.log.append(row)
    later.periode = [p for p in later.periode if p["id"] != "per-4"]
    ruang.kerjakan(later, "log", "periode")
    ruang.tutup()
    situs.db.rollback()
    return situs


@pytest.fixture(scope="module")
def admin(situs: Situs) -> Iterator[httpx.Client]:
    situs.beri(BUDI, Jenis.ADMIN_INSTANSI)
    with closing(situs.masuk(BUDI)) as client:
        yield client


@pytest.fixture(scope="module")
def dinas(situs: Situs) -> Iterator[httpx.Client]:
    situs.beri(SARI, Jenis.ADMIN_DINAS)
    with closing(situs.masuk(SARI)) as client:
        pilih = re.search(r'name="peran" value="(admin_dinas:[^"]*)"', client.get("/").text)
        if pilih:
            kirim(client, "/peran/", dari="/", peran=pilih[1])
        yield client


def jumlah(situs: Situs, tabel: str) -> int:
    situs.db.rollback()
    row = situs.db.execute(f"SELECT count(*) FROM {tabel}".encode()).fetchone()  # type: ignore[arg-type]
    assert row
    return int(row[0])


def test_proses_ulang_is_put_in_once_runs_without_the_page_and_shows_how_it_ended(
    situs: Situs, admin: httpx.Client
) -> None:
    assert "masuk antrean" in kirim(admin, "/jalan/proses/", dari="/jalan/").text
    again = kirim(admin, "/jalan/proses/", dari="/jalan/").text
    assert "sudah menunggu giliran; tidak ditambah" in again
    assert "Tidak ada pekerja yang hidup" in again
    assert "1 menunggu giliran" in again
    situs.bekerja()
    page = admin.get("/jalan/").text
    assert "Selesai dihitung ulang." in page
    link = re.findall(r'href="(/jalan/[^"]+/)">Menghitung ulang', page)[0]
    assert "data-selesai" in admin.get(link).text
    part = admin.get(f"{link}isi/")
    assert "<html" not in part.text
    assert "no-cache" in part.headers["Cache-Control"]


def test_a_run_that_goes_on_shows_stage_and_bar_and_one_whose_process_died_says_so(
    situs: Situs, admin: httpx.Client
) -> None:
    now = "'2025-01-06 09:00+07'"
    run = situs.db.execute(
        f"INSERT INTO run(verb, actor, rules_version, started) VALUES ('impor', 'uji', 1, {now}) RETURNING id".encode()
    ).fetchone()
    assert run
    row = situs.db.execute(
        "INSERT INTO kemajuan(run_id, pekerjaan, mesin, pid, tahap, sudah, jumlah) "
        "VALUES (%s, 'impor', 'x', 1, 'impor', 3, 12) RETURNING id",
        (run[0],),
    ).fetchone()
    assert row
    situs.db.execute("SELECT pg_advisory_lock(7350001, %s)", (row[0],))
    situs.db.commit()
    link = re.findall(r'href="(/jalan/[^"]+/)">Membaca laporan', admin.get("/jalan/").text)[0]
    page = admin.get(link).text
    assert "3 dari 12 (25%)" in page
    assert 'value="25"' in page
    assert re.search(r'data-segarkan="/jalan/[^"]+/isi/"', page)
    assert "data-selesai" not in page
    situs.db.execute("SELECT pg_advisory_unlock(7350001, %s)", (row[0],))
    situs.db.commit()
    assert "Terputus" in admin.get(f"{link}isi/").text
    situs.db.execute("DELETE FROM kemajuan")
    situs.db.execute("DELETE FROM run WHERE id = %s", (run[0],))
    situs.db.commit()


def test_a_sync_is_refused_where_selaras_only_reads_and_nothing_is_put_in(situs: Situs, admin: httpx.Client) -> None:
    assert "Sinkronkan sekarang" not in admin.get("/jalan/").text
    answer = kirim(admin, "/jalan/sinkronkan/", dari="/jalan/")
    assert answer.status_code == 409
    assert "hanya membaca" in answer.text
    assert kirim(admin, "/rencana/", dari="/jalan/", aksi="segel").status_code == 409
    assert jumlah(situs, "sinkron") == 0


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/jalan/sinkronkan/", {}),
        ("/rencana/", {"aksi": "segel"}),
        ("/jadwal/", {"jam": "02:00", "hari": "0"}),
    ],
)
def test_an_admin_of_the_dinas_may_not_send_plan_or_schedule(
    situs: Situs, dinas: httpx.Client, path: str, fields: dict[str, str]
) -> None:
    before = jumlah(situs, "sinkron"), jumlah(situs, "run")
    assert kirim(dinas, path, dari="/jalan/", **fields).status_code == 403
    assert (jumlah(situs, "sinkron"), jumlah(situs, "run")) == before


def test_a_teacher_gets_nowhere_here(situs: Situs, admin: httpx.Client) -> None:
    links = [
        *re.findall(r'href="(/jalan/[^"]+/)"', admin.get("/jalan/").text)[:2],
        "/jalan/sinkronkan/",
        "/jalan/proses/",
    ]
    with closing(situs.masuk(DEWI)) as guru:
        for link in links:
            assert guru.get(link).status_code in (403, 405)
            assert guru.get(f"{link}isi/").status_code in (403, 404)
        assert kirim(guru, "/jalan/proses/", dari="/").status_code == 403


@pytest.mark.parametrize("nama", ["1", "0", "x:y:z", "%00", "'--", "..%2f.."])
@pytest.mark.parametrize("pola", ["/jalan/{}/", "/jalan/{}/isi/", "/jalan/sinkron/{}/", "/rencana/{}/", "/bukti/{}/"])
def test_an_address_that_was_made_up_leads_nowhere(admin: httpx.Client, pola: str, nama: str) -> None:
    assert admin.get(pola.format(nama)).status_code in (400, 404)


@pytest.mark.parametrize("halaman", ["0", "-1", "abc", "999999", "9" * 40, "%00", "1e3", "٣"])
def test_a_page_that_is_not_there_is_the_first(admin: httpx.Client, halaman: str) -> None:
    for path in ("/jalan/", "/log-sinkronisasi/", "/bukti/"):
        assert admin.get(f"{path}?halaman={halaman}").status_code == 200


def test_the_periods_page_says_what_is_wrong_and_what_is_typed_where(admin: httpx.Client) -> None:
    page = admin.get("/periode/").text
    assert "Periode belum dibuat di e-Kinerja" in page  # P1
    assert "Manajemen Periode" in page
    assert "1 periode belum ada" in page
    assert re.search(r"Triwulan 4.*?01-10.*?31-12.*?belum ada", page, re.S)
    assert "1 Januari sampai 31 Desember 2024" in page
    assert kirim(admin, "/periode/", dari="/jalan/", aksi="standar").status_code == 403


def test_the_log_names_cause_and_owner_and_is_filtered_in_the_database(admin: httpx.Client) -> None:
    page = admin.get("/log-sinkronisasi/").text
    assert PERIODE_SALAH in page
    assert "U2" in page
    assert "Diurus" in page
    assert "belum ada di katalog" in page
    assert "<b>Pesan aneh" not in page
    assert "2 baris." in page
    assert "1 baris." in admin.get("/log-sinkronisasi/", params={"pesan": PERIODE_SALAH}).text
    assert "2 baris." in admin.get("/log-sinkronisasi/", params={"sekolah": "sdn 2"}).text
    assert "2 baris." in admin.get("/log-sinkronisasi/", params={"sekolah": DEWI.sekolah.npsn}).text
    assert "Tidak ada yang cocok" in admin.get("/log-sinkronisasi/", params={"sekolah": "100%_\\"}).text
    assert admin.get("/log-sinkronisasi/", params={"keadaan": "lain"}).status_code == 422


def test_the_schedule_is_kept_its_next_moments_are_shown_and_nonsense_is_said_beside_the_field(
    situs: Situs, admin: httpx.Client
) -> None:
    bad = kirim(admin, "/jadwal/", jam="25:99", tenang="06:00-06:00", hidup="on")
    assert bad.status_code == 422
    assert "bukan jam" in bad.text
    assert "tidak menyisakan waktu" in bad.text
    assert "Pilih sedikitnya satu hari" in bad.text
    assert 'value="25:99"' in bad.text
    good = kirim(admin, "/jadwal/", jam="02:00", tenang="01:00-05:00", hidup="on", hari="0")
    assert good.status_code == 200
    assert "Jadwal disimpan" in good.text
    days = [int(day) for day in re.findall(r"<li>(\d+) Januari 2025 pukul 02.00 WIB", good.text)]
    assert days in ([6, 13, 20], [13, 20, 27])  # Mondays; the first depends on the hour at which this runs
    assert f"mulai {days[0]} Januari 2025 pukul 05.00 WIB" in good.text
    off = kirim(admin, "/jadwal/", jam="02:00", hari="0")
    assert "Sinkron otomatis mati" in off.text
    assert "Tiga kali berikutnya" not in off.text


def test_the_system_page_names_queue_stalled_jobs_and_versions_and_no_person(situs: Situs, admin: httpx.Client) -> None:
    queue.enqueue(situs.db, "impor", folder="/x")
    situs.db.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    situs.db.commit()
    page = admin.get("/sistem/").text
    assert "pekerjanya mati" in page
    assert "Ruang disk" in page
    assert "PostgreSQL" in page
    assert "belum pernah tercatat" in page
    situs.db.execute("DELETE FROM procrastinate_jobs")
    situs.db.commit()
