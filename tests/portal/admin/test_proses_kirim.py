"""Plan, second person, send, pause, refusals and evidence in the browser, on the built-in e-Kinerja."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import psycopg
import pytest
from playwright.sync_api import expect

from portal.admin.bawaan import daerah, orang_daerah
from portal.conftest import HARI, Panggung, Situs, kirim
from selaras.accounts.roles import Jenis
from selaras.jobs import queue
from selaras.organisasi.services import instansi_set
from ui.peramban import buka, buka_chromium, layak


@pytest.fixture(scope="module")
def situs(server: str, panggung: Panggung) -> Iterator[Situs]:
    with panggung.main(daerah(server)) as dsn, psycopg.connect(dsn) as db:
        instansi_set(db, instansi=1, ambang_turun=-1)  # every plan needs a second person
        db.commit()
        yield Situs(panggung.alamat, db, dsn, panggung.folder)


@pytest.fixture(scope="module")
def dua(situs: Situs) -> Iterator[tuple[httpx.Client, httpx.Client]]:
    """Two admins."""
    satu, lain = orang_daerah(situs.db, 2)
    for one in (satu, lain):
        situs.beri(one, Jenis.ADMIN_INSTANSI)
    with closing(situs.masuk(satu)) as a, closing(situs.masuk(lain)) as b:
        yield a, b


def satu(situs: Situs, query: str) -> Any:
    situs.db.rollback()
    row = situs.db.execute(query.encode()).fetchone()
    situs.db.rollback()
    assert row
    return row[0]


def alamat(client: httpx.Client) -> str:
    """Give the address of the newest plan."""
    return re.findall(r'href="(/rencana/[^"]+/)">Nomor', client.get("/rencana/").text)[0]


def tenang(situs: Situs, rentang: str | None) -> None:
    """Let it be quiet hours from now on, or not."""
    keep = {"hidup": False, "jam": "02:00", "hari": [0], "tenang": rentang, "sejak": None}
    instansi_set(situs.db, instansi=1, jadwal=keep)
    situs.db.commit()


def test_a_plan_is_sealed_by_a_worker_in_the_name_of_who_asked_and_asked_for_twice_it_is_one(
    situs: Situs, dua: tuple[httpx.Client, httpx.Client]
) -> None:
    a, b = dua
    first = kirim(a, "/rencana/", aksi="segel")
    assert "/jalan/sinkron/" in str(first.url)
    assert "Menunggu giliran" in first.text
    assert "Tidak ada pekerja yang hidup" in first.text
    assert "sudah menunggu giliran; tidak ditambah" in kirim(b, "/rencana/", aksi="segel").text
    situs.bekerja()
    assert satu(situs, "SELECT count(*) FROM sinkron") == 1
    assert satu(situs, "SELECT r.actor FROM plan p JOIN run r ON r.id = p.run_id") == satu(
        situs, "SELECT oleh FROM sinkron"
    )
    assert satu(situs, "SELECT count(*) FROM operation WHERE status <> 0") == 0
    page = a.get(alamat(a)).text
    assert "Menunggu orang kedua" in page
    menu = a.get("/rencana/").text.partition('class="menu-lebar"')[2].partition("</nav>")[0]
    assert "<details" in menu
    assert " open" not in menu, "a menu beside the page covers it when it is open"
    assert "(kosong)" in page
    assert not re.findall(r"\d{16,18}", page)


def test_the_one_who_sealed_can_not_be_the_second_and_nothing_goes_before_the_second_agreed(
    situs: Situs, dua: tuple[httpx.Client, httpx.Client]
) -> None:
    a, b = dua
    page = alamat(a)
    assert "Persetujuan harus dari orang lain" in a.get(page).text
    own = kirim(a, page, aksi="setujui", alasan="saya sendiri")
    assert own.status_code == 422
    assert "Persetujuan kedua harus dari orang lain" in own.text or "Persetujuan harus dari orang lain" in own.text
    early = kirim(a, page, aksi="kirim")
    assert early.status_code == 409
    assert "menunggu persetujuan orang kedua" in early.text
    empty = kirim(b, page, aksi="setujui", alasan="  ")
    assert empty.status_code == 422
    assert "aria-invalid" in empty.text
    assert satu(situs, "SELECT count(*) FROM plan WHERE kedua_oleh IS NOT NULL") == 0
    assert "Sekarang boleh dikirim" in kirim(b, page, aksi="setujui", alasan="sudah diperiksa").text
    again = kirim(b, page, dari="/jalan/", aksi="setujui", alasan="sudah diperiksa")
    assert again.status_code == 422
    assert satu(situs, "SELECT kedua_oleh FROM plan") != satu(situs, "SELECT oleh FROM sinkron")


def test_a_paused_plan_is_not_sent_and_says_who_paused_it(situs: Situs, dua: tuple[httpx.Client, httpx.Client]) -> None:
    a, b = dua
    page = alamat(a)
    assert kirim(b, page, aksi="jeda", alasan="").status_code == 422
    assert "Rencana dijeda" in kirim(b, page, aksi="jeda", alasan="tunggu rapat <b>x</b>").text
    shown = a.get(page).text
    assert "tunggu rapat" in shown
    assert "<b>x</b>" not in shown
    assert kirim(a, page, aksi="kirim").status_code == 409
    assert kirim(b, page, dari="/jalan/", aksi="jeda", alasan="lagi").status_code == 422


def test_in_quiet_hours_it_asks_first_and_waits_when_told_to(
    situs: Situs, dua: tuple[httpx.Client, httpx.Client]
) -> None:
    a, _ = dua
    before = satu(situs, "SELECT count(*) FROM sinkron")
    now = datetime.now(UTC) + timedelta(hours=7)
    tenang(situs, f"{now - timedelta(hours=1):%H:%M}-{now + timedelta(hours=1):%H:%M}")
    asked = kirim(a, "/jalan/sinkronkan/", dari="/jalan/")
    assert asked.status_code == 409
    assert "Sekarang jam tenang" in asked.text
    assert satu(situs, "SELECT count(*) FROM sinkron") == before
    assert "Sekarang jam tenang" in kirim(a, alamat(a), aksi="lanjut").text
    assert satu(situs, "SELECT jeda IS NOT NULL FROM plan") is True
    later = kirim(a, "/jalan/sinkronkan/", dari="/jalan/", jam_tenang="tunggu")
    assert "Ditunda" in later.text
    assert "Dilanjutkan sendiri" in later.text
    assert satu(situs, "SELECT bool_and(scheduled_at > now()) FROM procrastinate_jobs WHERE status = 'todo' "
                       "AND queue_name = 'sinkron'") is True  # fmt: skip
    situs.db.execute("DELETE FROM procrastinate_jobs")
    situs.db.execute("UPDATE sinkron SET selesai = now(), hasil = 'gagal' WHERE selesai IS NULL")
    situs.db.commit()
    tenang(situs, None)


def test_a_plan_goes_on_as_it_was_sealed_and_its_evidence_can_be_taken_home(
    situs: Situs, dua: tuple[httpx.Client, httpx.Client]
) -> None:
    a, b = dua
    page, digest = alamat(a), satu(situs, "SELECT digest FROM plan")
    sent = kirim(a, page, aksi="lanjut")
    assert "/jalan/sinkron/" in str(sent.url)
    situs.bekerja()
    assert satu(situs, "SELECT count(*) FROM plan") == 1
    assert satu(situs, "SELECT digest FROM plan") == digest
    number = satu(situs, "SELECT count(*) FROM evidence WHERE cocok")
    assert number == satu(situs, "SELECT n FROM plan") > 0
    ended = a.get(str(sent.url)).text
    assert "data-selesai" in ended
    assert f"{number} diterima" in ended
    proof = b.get(page.replace("/rencana/", "/bukti/")).text
    assert "terlihat sama" in proof
    assert not re.findall(r"\d{16,18}", proof)
    file = b.get(page.replace("/rencana/", "/bukti/") + "unduh/")
    rows = list(csv.reader(io.StringIO(file.text.lstrip("\ufeff")), delimiter=";"))
    assert len(rows) == number + 1
    assert not re.findall(r"\d{16,18}", file.text)
    assert "attachment" in file.headers["Content-Disposition"]
    assert kirim(a, page, dari="/jalan/", aksi="kirim").status_code == 409


def test_a_plan_that_is_closed_meanwhile_is_not_sent_by_the_job_that_waits(
    situs: Situs, dua: tuple[httpx.Client, httpx.Client]
) -> None:
    a, _ = dua
    writes = satu(situs, "SELECT count(*) FROM ek_log")
    number = queue.enqueue_sinkron(
        situs.db, instansi=1, macam=queue.KIRIM, plan=satu(situs, "SELECT max(id) FROM plan")
    )
    situs.db.commit()
    assert number
    situs.bekerja()
    assert satu(situs, f"SELECT hasil || ': ' || kalimat FROM sinkron WHERE id = {number}").startswith("gagal: Rencana")
    assert satu(situs, "SELECT count(*) FROM ek_log") == writes
    assert "Tidak berhasil" in a.get("/jalan/").text


def test_a_refusal_stands_there_with_cause_and_owner_until_somebody_says_it_was_dealt_with(
    situs: Situs, dua: tuple[httpx.Client, httpx.Client]
) -> None:
    a, _ = dua
    situs.db.execute(
        "UPDATE operation SET status = 7, jawaban = %s::jsonb WHERE seq IN (1, 2)",
        ('{"kode": "EK9", "pesan": "Unor di PMM Belum Padan"}',),
    )
    situs.db.commit()
    page = a.get("/rencana/").text
    assert "Unor di PMM Belum Padan" in page
    assert "2 isian" in page
    assert "Diurus oleh" in page
    assert kirim(a, "/rencana/", aksi="coba", alasan=" ").status_code == 422
    assert "2 penolakan dilepas" in kirim(a, "/rencana/", aksi="coba", alasan="unor sudah dipadankan").text
    assert "Unor di PMM Belum Padan" not in a.get("/rencana/").text
    assert "unor sudah dipadankan" in satu(situs, "SELECT min(dilepas) FROM operation WHERE seq = 1")
    situs.db.execute("DELETE FROM procrastinate_jobs")
    situs.db.commit()


def test_all_periods_come_with_one_click_and_twice_changes_nothing(
    situs: Situs, dua: tuple[httpx.Client, httpx.Client]
) -> None:
    a, _ = dua
    situs.db.execute("UPDATE instansi SET tahun = 2027")
    situs.db.commit()
    have = satu(situs, "SELECT count(*) FROM ek_periode")
    assert "4 periode dibuat" in kirim(a, "/periode/", aksi="standar", khusus="on", batas_pengisian="31-1").text
    assert satu(situs, "SELECT count(*) FROM ek_periode") == have + 4
    assert "Semua periode sudah ada" in kirim(a, "/periode/", aksi="standar", khusus="on").text
    assert kirim(a, "/periode/", aksi="standar", batas_pengisian="32-13").status_code == 422
    page = a.get("/periode/").text
    spare = re.findall(r'name="id" value="([^"]+)"', page)
    assert len(spare) == 4
    assert "Periode dihapus" in kirim(a, "/periode/", aksi="hapus", id=spare[-1]).text
    for wrong in (spare[-1], "1", "'--"):
        assert kirim(a, "/periode/", aksi="hapus", id=wrong).status_code == 422
    situs.db.execute("UPDATE instansi SET tahun = 2024")
    situs.db.commit()


SATU = {"nama": "Triwulan X", "jenis_periode": "periodik", "periode_awal": "01-01", "periode_akhir": "31-03",
        "tahun": "2030", "tipe_periodik": "triwulanan", "angka_periodik": "1"}  # fmt: skip


@pytest.mark.parametrize(
    ("ubah", "bidang", "kata"),
    [
        ({}, "angka_periodik|periode_awal", "sudah dipakai|bertumpang tindih"),
        ({"angka_periodik": "2"}, "periode_awal", "bertumpang tindih"),
        ({"angka_periodik": "5"}, "angka_periodik", "sampai 4"),
        ({"angka_periodik": ""}, "angka_periodik", "Isi angkanya"),
        ({"tipe_periodik": "bulanan"}, "tipe_periodik", "seragam"),
        ({"tipe_periodik": ""}, "tipe_periodik", "Pilih tipe"),
        ({"periode_awal": "31-04"}, "periode_awal", "Bukan hari dan bulan"),
        ({"periode_awal": "30-06"}, "periode_akhir", "lebih dulu"),
        ({"jenis_periode": "final"}, "jenis_periode", "sudah ada"),
        ({"nama": ""}, "nama", ""),
        ({"tahun": "1999"}, "tahun", ""),
    ],
)
def test_a_period_that_can_not_be_is_refused_beside_its_field_and_keeps_what_was_typed(
    situs: Situs, dua: tuple[httpx.Client, httpx.Client], ubah: dict[str, str], bidang: str, kata: str
) -> None:
    a, _ = dua
    if satu(situs, "SELECT count(*) FROM ek_periode WHERE tahun = 2030") == 0:
        assert "ditambahkan" in kirim(a, "/periode/", aksi="tambah", **SATU).text
    before = satu(situs, "SELECT count(*) FROM ek_periode")
    answer = kirim(a, "/periode/", aksi="tambah", **{**SATU, **ubah})
    assert answer.status_code == 422
    errors = re.findall(r'id="tambah_(\w+)_error"', answer.text)
    assert [one for one in errors if re.fullmatch(bidang, one)], errors
    assert re.search(kata, answer.text)
    if "nama" not in ubah:
        assert 'value="Triwulan X"' in answer.text
    assert satu(situs, "SELECT count(*) FROM ek_periode") == before


def test_the_page_of_a_sync_follows_it_by_itself_and_reading_it_again_finds_the_same(
    situs: Situs, dua: tuple[httpx.Client, httpx.Client]
) -> None:
    a, _ = dua
    there = str(kirim(a, "/jalan/sinkronkan/", dari="/jalan/").url)
    with buka_chromium() as chromium:
        page = buka(chromium, 360)
        page.context.add_cookies([{"name": c.name, "value": str(c.value), "url": situs.alamat} for c in a.cookies.jar])
        page.goto(there)
        expect(page.locator("[data-kabar]")).to_contain_text("Menunggu giliran")
        expect(page.get_by_role("link", name="Muat ulang")).to_be_hidden()
        situs.bekerja()
        expect(page.locator("[data-selesai]")).to_contain_text("Selesai", timeout=15_000)
        layak(page, "jalan")
        page.context.close()
    assert "data-selesai" in a.get(there).text


def test_the_clock_of_the_rehearsal_stands_on_every_run(situs: Situs, dua: tuple[httpx.Client, httpx.Client]) -> None:
    a, _ = dua
    years = set(re.findall(r"\b\d{1,2} \w+ (20\d\d) pukul", a.get("/jalan/").text))
    assert years == {HARI[:4]}
