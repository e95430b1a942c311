"""Coming in with a code, choosing a role, leaving."""

from __future__ import annotations

import re
from contextlib import closing

import httpx
import pytest

from portal.conftest import BUDI, SARI, Situs, kirim
from selaras.accounts.roles import Jenis


def test_a_stranger_is_asked_to_sign_in(situs: Situs) -> None:
    with situs.klien() as client:
        answer = client.get("/")
        assert answer.url.path == "/masuk/"
        assert "Selaras tidak pernah meminta kata sandi My ASN" in answer.text
        assert 'type="password"' not in answer.text


@pytest.mark.parametrize("path", ["/saya/", "/sekolah/", "/sekolah-sekolah/", "/kendala/", "/kode/", "/entah/"])
def test_a_stranger_is_taken_to_the_sign_in_and_on_to_what_he_wanted(situs: Situs, path: str) -> None:
    with situs.klien() as client:
        answer = client.get(path)
        assert (answer.url.path, answer.url.params.get("lanjut")) == ("/masuk/", path)
        assert kirim(client, str(answer.url), kode=situs.kode(BUDI)).url.path == path


AWAY = ("https://contoh.id/", "//contoh.id", "javascript:alert(1)", "http:contoh.id", "\\\\contoh.id")


@pytest.mark.parametrize("away", AWAY)
def test_nobody_is_led_away_after_signing_in(situs: Situs, away: str) -> None:
    with situs.klien() as client:
        path = str(httpx.URL("/masuk/", params={"lanjut": away}))
        answer = kirim(client, path, kode=situs.kode(BUDI))
        assert (answer.url.host, answer.url.path) == (httpx.URL(situs.alamat).host, "/")


def test_a_code_opens_ones_own_page_once(situs: Situs) -> None:
    kode = situs.kode(BUDI)
    with situs.klien() as client:
        answer = kirim(client, "/masuk/", kode=f" {kode.lower()} ")
        assert answer.url.path == "/"
        assert BUDI.nama in answer.text
        assert "LATIHAN" in answer.text
    with situs.klien() as other:
        again = kirim(other, "/masuk/", kode=kode)
        assert again.status_code == 422
        assert "sudah dipakai" in again.text


@pytest.mark.parametrize("typed", ["", "x", "\x00", "A" * 5000, "<script>alert(1)</script>", "' OR 1=1 --"])
def test_a_wrong_code_is_told_beside_the_field_and_harms_nothing(situs: Situs, typed: str) -> None:
    with situs.klien() as client:
        answer = kirim(client, "/masuk/", kode=typed)
        assert answer.status_code == 422
        assert "aria-invalid" in answer.text
        assert "<script>alert" not in answer.text


def test_a_form_without_its_token_is_refused_with_a_sentence(situs: Situs) -> None:
    with situs.klien() as client:
        answer = client.post("/masuk/", data={"kode": situs.kode(BUDI)})
        assert answer.status_code == 403
        assert "Traceback" not in answer.text
        assert "<h1" in answer.text


def test_leaving_ends_the_session(situs: Situs) -> None:
    with closing(situs.masuk(BUDI)) as client:
        assert kirim(client, "/keluar/", dari="/").url.path == "/masuk/"
        assert client.get("/saya/").url.path == "/masuk/"


def test_a_head_may_look_at_himself_and_back(situs: Situs) -> None:
    with closing(situs.masuk(SARI)) as client:
        page = client.get("/").text
        assert SARI.sekolah.nama in page
        (other,) = re.findall(r'name="peran" value="([^"]+)"', page)
        assert "Lima langkah" in kirim(client, "/peran/", dari="/", peran=other).text


def test_nobody_takes_a_role_that_is_not_his(situs: Situs) -> None:
    with closing(situs.masuk(BUDI)) as client:
        page = client.get("/masuk/")
        assert page.url.path == "/"
        token = client.cookies.get("csrftoken")
        head = {"X-CSRFToken": str(token), "Referer": situs.alamat}
        answer = client.post("/peran/", data={"peran": "admin_instansi:definitif:"}, headers=head)
        assert "Lima langkah" in answer.text
        assert client.get("/kendala/").status_code == 403


def test_every_look_at_a_person_is_recorded(situs: Situs) -> None:
    with closing(situs.masuk(BUDI)) as client:
        client.get("/saya/")
    situs.db.rollback()
    seen = situs.db.execute(
        "SELECT peran, apa, orang_id, status FROM ac_akses WHERE orang_id = %s ORDER BY id DESC LIMIT 1",
        (situs.orang(BUDI),),
    ).fetchone()
    assert seen == (str(Jenis.GURU), "saya", situs.orang(BUDI), 200)
