"""Signing in from beginning to end."""

from __future__ import annotations

import time

import pytest
from joserfc.errors import BadSignatureError
from joserfc.jwk import KeySet, RSAKey

from myasn.klien import KELUAR, RAHASIA, Peramban, Selaras, isi
from myasn.warga import BUDI, NIK_BUDI, NIP, RINI, SITI
from selaras.myasn.running import Simulator


def test_it_signs_a_person_in(selaras: Selaras) -> None:
    before = int(time.time())
    token = selaras.masuk(BUDI)
    told = selaras.periksa(token["id_token"])
    assert (told["nip"], told["nik"], told["name"]) == (NIP[BUDI], NIK_BUDI, BUDI)
    assert before <= told["auth_time"] <= told["iat"] <= time.time() < told["exp"] <= told["iat"] + 600
    assert token["token_type"] == "Bearer"
    assert "refresh_token" not in token
    assert selaras.orang(token) == {key: told[key] for key in ("sub", "name", "nip", "nik")}


def test_a_person_is_always_the_same_and_no_other(selaras: Selaras, myasn: Simulator) -> None:
    subs = []
    for nama in (BUDI, SITI, BUDI):
        with Peramban() as peramban:
            again = Selaras(myasn.address, peramban)
            subs.append(again.periksa(again.masuk(nama)["id_token"])["sub"])
    assert subs[0] == subs[2] != subs[1]
    assert not any(nip in sub for sub in subs for nip in NIP.values())


def test_a_client_with_a_secret_signs_in_with_it_and_not_without(myasn: Simulator) -> None:
    with Peramban() as peramban:
        own = Selaras(myasn.address, peramban, "tertutup", RAHASIA)
        assert own.periksa(own.masuk(RINI)["id_token"])["nip"] == NIP[RINI]
        back = peramban.pilih(own.halaman(), RINI)
        for headers, data in (({}, {}), ({}, {"client_secret": "salah"}), ({"Authorization": "Basic !"}, {})):
            form = {"grant_type": "authorization_code", "code": isi(back)["code"], "client_id": "tertutup", **data}
            answer = peramban.post(own.meta["token_endpoint"], data=form, headers=headers)
            assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")
        form |= {"client_secret": RAHASIA, "redirect_uri": own.oauth.redirect_uri, "code_verifier": own.verifier}
        assert peramban.post(own.meta["token_endpoint"], data=form).status_code == 200


def test_an_id_token_that_was_touched_does_not_verify(selaras: Selaras) -> None:
    head, body, signature = selaras.masuk(BUDI)["id_token"].split(".")
    other = selaras.masuk(SITI)["id_token"].split(".")
    for touched in (f"{head}.{other[1]}.{signature}", f"{head}.{body}.{signature[:-8]}AAAAAAAA", f"{head}.{body}."):
        with pytest.raises(BadSignatureError):
            selaras.periksa(touched)


def test_the_keys_that_are_given_out_are_public(selaras: Selaras) -> None:
    [key] = selaras.peramban.get(selaras.meta["jwks_uri"]).json()["keys"]
    assert set(key) == {"kty", "kid", "use", "alg", "n", "e"}


def test_discovery_says_what_is_there(selaras: Selaras) -> None:
    meta = selaras.meta
    assert (meta["issuer"], meta["code_challenge_methods_supported"]) == (selaras.issuer, ["S256"])
    assert meta["id_token_signing_alg_values_supported"] == ["RS256"]
    for name in ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri", "end_session_endpoint"):
        assert selaras.peramban.get(meta[name]).status_code in (200, 400, 401, 405), name


def test_it_tells_no_code_without_a_person_who_is_asked_for_silently(selaras: Selaras) -> None:
    assert isi(selaras.peramban.get(selaras.alamat(prompt="none")))["error"] == "login_required"
    selaras.masuk(BUDI)
    silent = selaras.peramban.get(selaras.alamat(prompt="none"))
    assert selaras.periksa(selaras.tukar(silent.headers["Location"])["id_token"])["nip"] == NIP[BUDI]
    assert "Yang tadi masuk" in selaras.halaman().text
    time.sleep(1.1)
    assert isi(selaras.peramban.get(selaras.alamat(prompt="none", max_age="0")))["error"] == "login_required"


def test_signing_out_ends_the_session_and_leads_back(selaras: Selaras) -> None:
    token = selaras.masuk(BUDI)
    asked = {"id_token_hint": token["id_token"], "post_logout_redirect_uri": KELUAR, "state": "s"}
    left = selaras.peramban.get(selaras.meta["end_session_endpoint"], params=asked)
    assert (left.status_code, left.headers["Location"]) == (302, f"{KELUAR}?state=s")
    assert isi(selaras.peramban.get(selaras.alamat(prompt="none")))["error"] == "login_required"


def test_nobody_is_signed_out_by_a_link_of_strangers(selaras: Selaras) -> None:
    selaras.masuk(BUDI)
    end = selaras.meta["end_session_endpoint"]
    for asked in ({}, {"post_logout_redirect_uri": KELUAR}, {"id_token_hint": "a.b.c"}, {"client_id": "selaras"}):
        page = selaras.peramban.get(end, params=asked)
        assert "Location" not in page.headers
        assert "Keluar dari My ASN latihan?" in page.text
    assert "code" in isi(selaras.peramban.get(selaras.alamat(prompt="none")))
    assert "sudah keluar" in selaras.peramban.tekan(page).text
    assert isi(selaras.peramban.get(selaras.alamat(prompt="none")))["error"] == "login_required"


def test_the_way_back_after_signing_out_is_registered_too(selaras: Selaras) -> None:
    asked = {"id_token_hint": selaras.masuk(BUDI)["id_token"], "post_logout_redirect_uri": f"{KELUAR}/lain"}
    left = selaras.peramban.get(selaras.meta["end_session_endpoint"], params=asked)
    assert (left.status_code, "Location" in left.headers) == (200, False)


def test_a_key_of_another_run_is_not_believed(selaras: Selaras) -> None:
    token = selaras.masuk(BUDI)["id_token"]
    [known] = selaras.peramban.get(selaras.meta["jwks_uri"]).json()["keys"]
    stranger = KeySet([RSAKey.generate_key(2048, {"kid": known["kid"]})])
    with pytest.raises(BadSignatureError):
        selaras.periksa(token, stranger)
