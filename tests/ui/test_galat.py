"""Error pages: what they say, and what they must not say."""

from __future__ import annotations

import pytest

from ui.dokumen import Dokumen

HALAMAN = [
    ("/galat/400/", 400, "Permintaan tidak dapat dibaca"),
    ("/galat/403/", 403, "Halaman ini untuk peran lain"),
    ("/galat/dilarang/", 403, "Halaman ini untuk peran lain"),
    ("/galat/404/", 404, "Halaman tidak ditemukan"),
    ("/tidak/pernah/ada", 404, "Halaman tidak ditemukan"),
    ("/galat/500/", 500, "Ada kesalahan di sisi Selaras"),
    ("/galat/data/", 422, "Ada data yang perlu diperbaiki"),
    ("/galat/lagi/", 503, "Coba lagi sebentar lagi"),
    ("/galat/henti/", 409, "Belum bisa dilanjutkan"),
    ("/rawat/", 503, "Selaras sedang dirawat"),
]


@pytest.mark.parametrize(("alamat_halaman", "status", "judul"), HALAMAN)
def test_it_answers_an_error_with_a_sentence_and_a_way_on(klien, alamat_halaman, status, judul):
    jawaban = klien.get(alamat_halaman)
    dokumen = Dokumen.baca(jawaban.text)
    assert jawaban.status_code == status
    assert dokumen.semua("h1")[0].teks == judul
    assert dokumen.semua("a", "btn")[-1].teks == "Ke beranda"
    assert dokumen.semua("form") == []


@pytest.mark.parametrize("nama", ["400", "403", "dilarang", "404", "500"])
@pytest.mark.parametrize("masuk", ["", "?masuk=1"])
def test_it_tells_nothing_of_what_broke_or_was_refused(klien, nama, masuk):
    teks = klien.get(f"/galat/{nama}/{masuk}").text
    for bocor in ("rahasia", "198501012010012999", "Traceback", "Error", ".py", "django"):
        assert bocor not in teks


def test_it_names_who_is_signed_in_but_for_a_crash(klien):
    assert "Keluar" in klien.get("/galat/403/?masuk=1").text
    assert "csrfmiddlewaretoken" in klien.get("/galat/404/?masuk=1").text
    assert "Siti" not in klien.get("/galat/500/?masuk=1").text


def test_it_says_the_sentence_of_our_own_error_with_place_and_step_and_escapes_it(klien):
    teks = klien.get("/galat/data/").text
    assert "lembar 1: Kolom &lt;b&gt;NIP&lt;/b&gt; tidak ada." in teks
    assert "<li>Unduh ulang berkasnya.</li>" in teks


def test_it_refuses_a_form_without_token_and_says_that_nothing_was_kept(klien):
    jawaban = klien.post("/kirim/", data={"a": "b"})
    assert jawaban.status_code == 403
    assert "Formulir ini sudah tidak berlaku" in jawaban.text
    assert "Belum ada yang disimpan" in jawaban.text


def test_it_tells_a_machine_when_to_come_back(klien):
    assert klien.get("/rawat/").headers["Retry-After"] == "600"
    assert klien.get("/galat/lagi/").headers["Retry-After"] == "30"


@pytest.mark.parametrize("alamat_halaman", ["/", "/galat/500/", "/galat/404/", "/rawat/"])
def test_it_sends_the_content_policy_with_every_answer(klien, alamat_halaman):
    kepala = klien.get(alamat_halaman).headers
    assert kepala["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")
    assert "unsafe" not in kepala["Content-Security-Policy"]
    assert "form-action 'self'" in kepala["Content-Security-Policy"]
    assert kepala["X-Content-Type-Options"] == "nosniff"
