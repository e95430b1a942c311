"""Periksa & setujui in the browser: one tap for the plain, one look at the odd, and nobody about himself."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager

import httpx
import pytest

from jobs.desa import BUDI, DEWI, DUA, EKO, SARI, SATU, TONO, WATI, Orang
from jobs.ruang import Ruang
from portal.conftest import HARI, Situs, kirim
from portal.kepala.conftest import hari, plt
from selaras.accounts.roles import Jenis

HALAMAN = "/setujui/"
JANGGAL = re.compile(r'<article[^>]*id="isian-(\d+)">(.*?)</article>', re.S)


@pytest.fixture(autouse=True)
def _bersih(tulis: Situs) -> Iterator[None]:
    """Each test begins with nothing said and nobody acting."""
    yield
    tulis.db.rollback()
    tulis.db.execute("DELETE FROM telaah")
    tulis.db.execute("DELETE FROM ac_peran")
    tulis.db.execute("UPDATE instansi SET hanya_baca = false")
    tulis.db.commit()


@contextmanager
def masuk(situs: Situs, o: Orang, jenis: Jenis | None = None) -> Iterator[httpx.Client]:
    with closing(situs.masuk(o)) as client:
        for choice in re.findall(r'name="peran" value="([^"]+)"', client.get("/").text):
            if jenis and choice.startswith(f"{jenis}:"):
                kirim(client, "/peran/", dari="/", peran=choice)
        yield client


def teks(answer: httpx.Response) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text)))


def lembar(page: str) -> str:
    """The sheet of the one tap."""
    found = re.search(r'name="lembar" value="([^"]+)">\s*<button class="btn btn-primary btn-lg"', page)
    assert found
    return found[1]


def satu(page: str, o: Orang, apa: str) -> tuple[str, str, list[int]]:
    """An odd entry on the page: its number, its sheet, the words that are offered."""
    for number, inside in JANGGAL.findall(page):
        head = re.sub(r"<[^>]+>", "", inside.split("</h", 1)[0])
        if o.nama in head and head.rstrip().endswith(apa):
            sheet = re.search(r'name="lembar" value="([^"]+)"', inside)
            assert sheet
            return number, sheet[1], [int(n) for n in re.findall(r'name="putusan" value="(\d)"', inside)]
    raise AssertionError(f"{o.nama} {apa} tidak ada")


def kata(situs: Situs) -> list[tuple[str, int, int, str, str | None]]:
    """What was said: who about, slot, word, as what, reason."""
    situs.db.rollback()
    return situs.db.execute(
        "SELECT p.nama, e.slot, t.putusan, t.sebagai, t.alasan FROM telaah t JOIN entry e ON e.id = t.entry_id "
        "JOIN potret p USING (orang_id) ORDER BY 1, 2, t.id"
    ).fetchall()


SATU_KETUK = [(BUDI.nama, 204, 1, "kepala sekolah", None), (WATI.nama, 204, 1, "kepala sekolah", None)]


def test_the_head_sees_the_plain_in_one_list_the_odd_one_by_one_and_his_own_apart(tulis: Situs) -> None:
    with masuk(tulis, SARI) as client:
        page = client.get(HALAMAN)
    words = teks(page)
    assert "Setujui 2 yang sama dengan Ruang GTK" in words
    assert "2 isian perlu dilihat dulu" in words
    assert "predikat di bawah Baik" in words
    assert "menimpa nilai e-Kinerja" in words
    assert satu(page.text, BUDI, "TW3")[2] == [1, 2]
    assert satu(page.text, WATI, "TW3")[2] == [3, 4, 2]
    assert f"{SARI.nama}: TW4" in words.partition("Disetujui admin instansi")[2]
    assert DEWI.nama not in words
    assert "BKPSDM) menjalankan pengiriman" in words


def test_one_tap_approves_everything_that_is_plain_and_a_worker_goes_on(tulis: Situs) -> None:
    with masuk(tulis, SARI) as client:
        sheet = lembar(client.get(HALAMAN).text)
        answer = kirim(client, HALAMAN, lembar=sheet)
        assert answer.status_code == 200
        assert kata(tulis) == SATU_KETUK
        words = teks(answer)
        assert "2 isian disetujui" in words
        assert "pengiriman berikut" in words
        assert "2 isian sudah diputuskan dan sedang dihitung ulang" in words
        assert "Setujui 2" not in words
    assert tulis.db.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'proses'").fetchone() != (0,)
    room = Ruang(tulis.dsn)
    room.olah()
    assert room.keadaan(BUDI, "4") == ("siap", "M1")
    room.db.execute("DELETE FROM telaah")
    room.db.commit()
    room.olah()
    assert room.keadaan(BUDI, "4") == ("menunggu", "M2")
    room.tutup()


def test_from_home_it_is_two_taps(tulis: Situs) -> None:
    with masuk(tulis, SARI) as client:
        home = client.get("/")
        assert re.search(r'<a class="btn btn-primary btn-lg" href="/setujui/">.*?2 orang', home.text, re.S)
        assert kirim(client, HALAMAN, lembar=lembar(client.get(HALAMAN).text)).status_code == 200
    assert len(kata(tulis)) == 2


def test_what_changed_since_it_was_shown_is_not_approved_silently(tulis: Situs) -> None:
    number = tulis.db.execute(
        "SELECT e.id, e.source_core FROM entry e WHERE e.orang_id = %s AND e.slot = 204", (tulis.orang(WATI),)
    ).fetchone()
    assert number
    with masuk(tulis, SARI) as client:
        sheet = lembar(client.get(HALAMAN).text)
        tulis.db.execute("UPDATE entry SET source_core = gen_random_uuid() WHERE id = %s", (number[0],))
        tulis.db.commit()
        words = teks(kirim(client, HALAMAN, lembar=sheet))
    tulis.db.execute("UPDATE entry SET source_core = %s WHERE id = %s", (number[1], number[0]))
    tulis.db.commit()
    assert kata(tulis) == SATU_KETUK[:1]
    changed = f"isinya berubah sejak ditampilkan: lihat lagi isinya yang sekarang ({WATI.nama} TW4)"
    assert f"1 isian tidak diproses: {changed}" in words


def test_a_second_press_says_so_and_writes_nothing(tulis: Situs) -> None:
    with masuk(tulis, SARI) as client:
        sheet = lembar(client.get(HALAMAN).text)
        kirim(client, HALAMAN, lembar=sheet)
        words = teks(kirim(client, HALAMAN, lembar=sheet))
    assert "2 isian sudah diputuskan sebelumnya" in words
    assert kata(tulis) == SATU_KETUK


@pytest.mark.parametrize(("putusan", "alasan"), [("2", ""), ("2", "   "), ("2", "x" * 501)])
def test_a_return_without_a_fit_reason_is_refused_beside_the_field(tulis: Situs, putusan: str, alasan: str) -> None:
    with masuk(tulis, SARI) as client:
        number, sheet, _ = satu(client.get(HALAMAN).text, BUDI, "TW3")
        answer = kirim(client, HALAMAN, lembar=sheet, putusan=putusan, alasan=alasan)
    assert answer.status_code == 422
    assert f'id="alasan-{number}-alasan_error"' in answer.text
    assert alasan in answer.text
    assert kata(tulis) == []


def test_a_return_carries_its_reason(tulis: Situs) -> None:
    with masuk(tulis, SARI) as client:
        _, sheet, _ = satu(client.get(HALAMAN).text, BUDI, "TW3")
        words = teks(kirim(client, HALAMAN, lembar=sheet, putusan="2", alasan="TW3 belum diobservasi <b>"))
    assert "1 isian dikembalikan dengan alasan" in words
    assert kata(tulis) == [(BUDI.nama, 203, 2, "kepala sekolah", "TW3 belum diobservasi <b>")]


def test_an_odd_one_is_approved_after_a_look_and_a_differing_one_is_decided(tulis: Situs) -> None:
    with masuk(tulis, SARI) as client:
        page = client.get(HALAMAN).text
        assert kirim(client, HALAMAN, lembar=satu(page, BUDI, "TW3")[1], putusan="1").status_code == 200
        sheet = satu(page, WATI, "TW3")[1]
        assert kirim(client, HALAMAN, lembar=sheet, putusan="3").status_code == 422
        assert kirim(client, HALAMAN, lembar=sheet, putusan="3", alasan="nilai Ruang GTK benar").status_code == 200
    assert [(nama, slot, word) for nama, slot, word, *_ in kata(tulis)] == [(BUDI.nama, 203, 1), (WATI.nama, 203, 3)]


def test_a_word_that_was_not_offered_is_not_written(tulis: Situs) -> None:
    with masuk(tulis, SARI) as client:
        page = client.get(HALAMAN).text
        differs = satu(page, WATI, "TW3")[1]
        assert "berisi nilai lain" in teks(kirim(client, HALAMAN, lembar=differs, putusan="1"))
        low = satu(page, BUDI, "TW3")[1]
        assert "tidak berbeda" in teks(kirim(client, HALAMAN, lembar=low, putusan="4", alasan="coba"))
        for odd in ("9", "-1", "x", ""):
            assert kirim(client, HALAMAN, lembar=low, putusan=odd, alasan="coba").status_code == 422
    assert kata(tulis) == []


@pytest.mark.parametrize("sheet", ["", "x", "1:2:3", "AAAA", "\x00", "é" * 500])
def test_a_sheet_that_was_made_up_leads_nowhere(tulis: Situs, sheet: str) -> None:
    with masuk(tulis, SARI) as client:
        answer = kirim(client, HALAMAN, lembar=sheet)
    assert answer.status_code == 422
    assert "terlalu lama atau tidak utuh" in teks(answer)
    assert kata(tulis) == []


def test_a_sheet_that_was_bent_leads_nowhere(tulis: Situs) -> None:
    with masuk(tulis, SARI) as client:
        sheet = lembar(client.get(HALAMAN).text)
        body, rest = sheet.split(":", 1)
        bent = ("B" if body[0] == "A" else "A") + body[1:] + ":" + rest
        assert kirim(client, HALAMAN, lembar=bent).status_code == 422
    assert kata(tulis) == []


def test_the_sheet_of_another_school_is_refused(tulis: Situs) -> None:
    with masuk(tulis, SARI) as client:
        sheet = lembar(client.get(HALAMAN).text)
    with masuk(tulis, TONO) as client:
        answer = kirim(client, HALAMAN, lembar=sheet)
    assert BUDI.nama not in answer.text
    assert WATI.nama not in answer.text
    assert kata(tulis) == []


def test_nobody_approves_his_own_not_even_with_the_sheet_of_the_admin(tulis: Situs) -> None:
    tulis.beri(EKO, Jenis.ADMIN_INSTANSI)
    with masuk(tulis, EKO, Jenis.ADMIN_INSTANSI) as client:
        sheet = lembar(client.get(HALAMAN).text)
    with masuk(tulis, SARI) as client:
        words = teks(kirim(client, HALAMAN, lembar=sheet))
    assert "tidak diproses" in words
    assert kata(tulis) == []


def test_the_admin_approves_for_heads_and_for_nobody_else(tulis: Situs) -> None:
    tulis.beri(EKO, Jenis.ADMIN_INSTANSI)
    with masuk(tulis, EKO, Jenis.ADMIN_INSTANSI) as client:
        page = client.get(HALAMAN)
        assert SATU.nama in page.text
        assert BUDI.nama not in page.text
        assert kirim(client, HALAMAN, lembar=lembar(page.text)).status_code == 200
    assert kata(tulis) == [(SARI.nama, 204, 1, "admin", None)]


def test_an_acting_head_decides_by_his_decree_and_not_about_himself(tulis: Situs) -> None:
    plt(tulis, BUDI, tulis.sekolah(BUDI), hari(-10), hari(0))
    tulis.beri(EKO, Jenis.ADMIN_INSTANSI)
    with masuk(tulis, BUDI, Jenis.KEPALA) as client:
        page = client.get(HALAMAN)
        assert f"{BUDI.nama}: TW3, TW4" in teks(page) or f"{BUDI.nama}: TW4" in teks(page)
        assert kirim(client, HALAMAN, lembar=lembar(page.text)).status_code == 200
    assert kata(tulis) == [(WATI.nama, 204, 1, "plt", None)]
    decree = tulis.db.execute("SELECT nomor_sk, sk_mulai, sk_sampai FROM telaah").fetchone()
    assert decree == ("SK/1/2025", dt.date.fromisoformat(hari(-10)), dt.date.fromisoformat(HARI))
    with masuk(tulis, EKO, Jenis.ADMIN_INSTANSI) as client:
        assert BUDI.nama in client.get(HALAMAN).text


@pytest.mark.parametrize(("mulai", "sampai"), [(-10, -1), (1, None)])
def test_a_decree_that_ended_yesterday_or_begins_tomorrow_opens_nothing(
    tulis: Situs, mulai: int, sampai: int | None
) -> None:
    plt(tulis, BUDI, tulis.sekolah(DEWI), hari(mulai), None if sampai is None else hari(sampai))
    with masuk(tulis, BUDI, Jenis.KEPALA) as client:
        answer = client.get(HALAMAN)
    assert answer.status_code == 403
    assert DUA.nama not in answer.text


@pytest.mark.parametrize("jenis", [Jenis.OPERATOR, Jenis.PENGAWAS, Jenis.ADMIN_DINAS])
def test_others_are_turned_away_also_when_they_write(tulis: Situs, jenis: Jenis) -> None:
    with masuk(tulis, SARI) as client:
        sheet = lembar(client.get(HALAMAN).text)
    tulis.beri(BUDI, jenis)
    with masuk(tulis, BUDI, jenis) as client:
        assert client.get(HALAMAN).status_code == 403
        assert kirim(client, HALAMAN, dari="/", lembar=sheet).status_code == 403
    assert kata(tulis) == []


def test_where_nothing_is_sent_there_is_nothing_to_approve(tulis: Situs) -> None:
    with masuk(tulis, SARI) as client:
        sheet = lembar(client.get(HALAMAN).text)
        tulis.db.execute("UPDATE instansi SET hanya_baca = true")
        tulis.db.commit()
        page = client.get(HALAMAN)
        assert "Tidak ada yang dikirim ke BKN" in teks(page)
        assert 'href="/sekolah/"' in page.text
        kirim(client, HALAMAN, dari="/", lembar=sheet)
    assert kata(tulis) == []
