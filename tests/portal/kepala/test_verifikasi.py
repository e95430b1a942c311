"""The school's page and its verification: both sides, the sign-off, the final report and how it is opened again."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from jobs.desa import BUDI, DEWI, DUA, SARI, SATU, TONO, WATI
from portal.conftest import Situs, kirim
from portal.kepala.test_setujui import masuk, teks
from selaras.accounts.roles import Jenis
from selaras.review.pernyataan import nyatakan

HALAMAN = "/verifikasi/"


@pytest.fixture(autouse=True)
def _bersih(situs: Situs) -> Iterator[None]:
    """Each test begins with nothing signed off and nothing locked."""
    yield
    situs.db.rollback()
    for table in ("pernyataan", "laporan_akhir", "ac_peran"):
        situs.db.execute(f"DELETE FROM {table}")
    situs.db.execute("UPDATE entry SET keadaan = 1, target_core = source_core")
    situs.db.commit()


def lembar(page: str) -> str:
    found = re.search(r'name="lembar" value="([^"]+)"', page)
    assert found
    return found[1]


def tertanda(situs: Situs) -> list[tuple[str, str]]:
    situs.db.rollback()
    return situs.db.execute(
        "SELECT p.nama, n.sebagai FROM pernyataan n JOIN potret p USING (orang_id) WHERE n.apa = 'diverifikasi' "
        "ORDER BY 1"
    ).fetchall()


def terkunci(situs: Situs) -> list[tuple[str, str | None, str | None]]:
    situs.db.rollback()
    return situs.db.execute("SELECT dikunci_oleh, dibuka_oleh, disetujui_oleh FROM laporan_akhir").fetchall()


def test_the_head_sees_both_sides_and_the_word_of_the_teacher(situs: Situs) -> None:
    run = situs.db.execute("SELECT max(id) FROM run").fetchone()
    assert run
    nyatakan(
        situs.db, instansi=1, tahun=2024, orang=situs.orang(BUDI), apa="benar", oleh_orang=situs.orang(BUDI),
        oleh=BUDI.nama, sebagai="guru", run=run[0], now=dt.datetime(2025, 1, 5, 9, tzinfo=dt.UTC),
    )  # fmt: skip
    situs.db.commit()
    with masuk(situs, SARI) as client:
        page = client.get(HALAMAN)
    assert "dinyatakan benar 5 Jan 2025" in teks(page)
    assert teks(page).count("belum dinyatakan benar") == 2
    assert "perilaku sesuai ekspektasi" in page.text
    assert DEWI.nama not in page.text
    assert "Verifikasi 3 orang yang sama" in teks(page)


def test_one_tap_signs_off_everybody_who_is_equal_and_then_the_report_can_be_locked(situs: Situs) -> None:
    with masuk(situs, SARI) as client:
        page = client.get(HALAMAN)
        assert "Belum bisa dikunci" in teks(page)
        assert "3 orang diverifikasi" in teks(kirim(client, HALAMAN, aksi="tandai", lembar=lembar(page.text)))
        assert tertanda(situs) == [(o.nama, "kepala sekolah") for o in (BUDI, SARI, WATI)]
        again = kirim(client, HALAMAN, aksi="tandai", lembar=lembar(page.text))
        assert "sudah diverifikasi" in teks(again)
        assert len(tertanda(situs)) == 3
        assert "Laporan akhir terkunci" in teks(kirim(client, HALAMAN, aksi="kunci"))
    assert terkunci(situs) == [(SARI.nama, None, None)]


def test_the_report_is_not_locked_before_everybody_is_signed_off(situs: Situs) -> None:
    with masuk(situs, SARI) as client:
        assert "3 dari 3 orang belum diverifikasi" in teks(kirim(client, HALAMAN, aksi="kunci"))
        situs.db.execute("UPDATE entry SET keadaan = 4 WHERE orang_id = %s AND slot = 204", (situs.orang(BUDI),))
        situs.db.commit()
        page = client.get(HALAMAN)
        assert "Verifikasi 2 orang yang sama" in teks(page)
        assert "1 isian dari 1 orang" in teks(page)
        assert "1 dari 18 isian belum selaras" in teks(kirim(client, HALAMAN, aksi="kunci"))
    assert terkunci(situs) == []


def test_whoever_changed_since_the_page_was_shown_is_not_signed_off(situs: Situs) -> None:
    with masuk(situs, SARI) as client:
        sheet = lembar(client.get(HALAMAN).text)
        situs.db.execute("UPDATE entry SET target_core = NULL WHERE orang_id = %s AND slot = 204", (situs.orang(WATI),))
        situs.db.commit()
        words = teks(kirim(client, HALAMAN, aksi="tandai", lembar=sheet))
    assert f"1 orang tidak ditandai: isinya berubah sejak ditampilkan ({WATI.nama})" in words
    assert tertanda(situs) == [(BUDI.nama, "kepala sekolah"), (SARI.nama, "kepala sekolah")]


def test_a_sign_off_lapses_when_the_values_move(situs: Situs) -> None:
    with masuk(situs, SARI) as client:
        kirim(client, HALAMAN, aksi="tandai", lembar=lembar(client.get(HALAMAN).text))
        situs.db.execute("UPDATE entry SET target_core = NULL WHERE orang_id = %s AND slot = 204", (situs.orang(WATI),))
        situs.db.commit()
        assert "2 dari 3 orang selesai" in teks(client.get(HALAMAN))


def test_another_head_signs_off_nobody_here(situs: Situs) -> None:
    with masuk(situs, SARI) as client:
        sheet = lembar(client.get(HALAMAN).text)
    with masuk(situs, TONO) as client:
        answer = kirim(client, HALAMAN, aksi="tandai", lembar=sheet)
        assert BUDI.nama not in answer.text
        for made_up in ("x", "", "1"):
            assert "terlalu lama atau tidak utuh" in teks(kirim(client, HALAMAN, aksi="tandai", lembar=made_up))
    assert tertanda(situs) == []


def test_the_report_is_opened_by_the_admin_after_the_head_asked_with_a_reason(situs: Situs) -> None:
    situs.beri(DEWI, Jenis.ADMIN_INSTANSI)
    with masuk(situs, SARI) as head, masuk(situs, DEWI, Jenis.ADMIN_INSTANSI) as admin:
        kirim(head, HALAMAN, aksi="tandai", lembar=lembar(head.get(HALAMAN).text))
        kirim(head, HALAMAN, aksi="kunci")
        (address,) = re.findall(r'href="(/verifikasi/[^"]+/)"', admin.get(HALAMAN).text)
        assert "Belum ada permintaan" in teks(kirim(admin, address, aksi="buka"))
        assert "dibuka oleh admin instansi" in teks(kirim(head, HALAMAN, aksi="buka"))
        assert terkunci(situs) == [(SARI.nama, None, None)]
        refused = kirim(head, HALAMAN, aksi="minta", alasan="  ")
        assert refused.status_code == 422
        assert 'id="buka-alasan_error"' in refused.text
        assert "Permintaan dicatat" in teks(kirim(head, HALAMAN, aksi="minta", alasan="TW4 Budi keliru"))
        assert "1 minta dibuka" in teks(admin.get(HALAMAN))
        assert "TW4 Budi keliru" in teks(admin.get(address))
        assert "dibuka lagi" in teks(kirim(admin, address, aksi="buka"))
    assert terkunci(situs) == [(SARI.nama, SARI.nama, DEWI.nama)]


@pytest.mark.parametrize("aksi", ["", "hapus", "buka"])
def test_a_button_that_is_not_there_does_nothing(situs: Situs, aksi: str) -> None:
    with masuk(situs, SARI) as client:
        assert kirim(client, HALAMAN, aksi=aksi).status_code == 200
    assert (tertanda(situs), terkunci(situs)) == ([], [])


@pytest.mark.parametrize("jenis", [Jenis.GURU, Jenis.OPERATOR, Jenis.PENGAWAS, Jenis.ADMIN_DINAS])
def test_others_sign_nothing(situs: Situs, jenis: Jenis) -> None:
    if jenis is not Jenis.GURU:
        situs.beri(BUDI, jenis)
    with masuk(situs, BUDI, jenis) as client:
        assert client.get(HALAMAN).status_code == 403
        assert kirim(client, HALAMAN, dari="/", aksi="kunci").status_code == 403
    assert terkunci(situs) == []


def test_the_pages_of_a_school_are_for_those_who_may_see_it(situs: Situs) -> None:
    situs.beri(BUDI, Jenis.ADMIN_DINAS)
    with masuk(situs, BUDI, Jenis.ADMIN_DINAS) as admin, masuk(situs, SARI) as head, masuk(situs, DEWI) as teacher:
        pages = set(re.findall(r'href="(/sekolah/[^"]+/)"', admin.get("/sekolah-sekolah/").text))
        own = next(page for page in pages if SATU.nama in head.get(page).text)
        (foreign,) = pages - {own}
        for ending in ("", "langkah/", "rekap/", "rekap.pdf"):
            assert admin.get(foreign + ending).status_code == 200
            assert head.get(own + ending).status_code == 200
            for stranger in (head, teacher):
                answer = stranger.get(foreign + ending)
                assert answer.status_code == 403
                assert DUA.nama not in answer.text
            assert admin.get(f"/sekolah/abc/{ending}").status_code == 404
        signed = own.replace("/sekolah/", "/verifikasi/")
        assert head.get(signed).url.path == HALAMAN
        assert admin.get(signed).status_code == 403


def test_the_recap_comes_as_pdf_without_a_number_of_anybody(situs: Situs) -> None:
    with masuk(situs, SARI) as client:
        answer = client.get("/sekolah/rekap.pdf")
    assert answer.content.startswith(b"%PDF-")
    assert SATU.npsn in answer.headers["Content-Disposition"]
    assert SARI.nip not in answer.headers["Content-Disposition"]


def test_the_five_steps_are_done_when_everything_is_equal(situs: Situs) -> None:
    with masuk(situs, SARI) as client:
        words = teks(client.get("/sekolah/langkah/"))
        assert words.count("3 dari 3 orang selesai") == 5
        assert "0 belum dinilai, 0 belum dikirim, 3 selesai" in teks(client.get("/"))
