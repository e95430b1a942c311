"""Every fault knob, as the application at the other end meets it."""

from __future__ import annotations

import json
import time

import httpx
import pytest
from joserfc.errors import BadSignatureError, ExpiredTokenError, InvalidClaimError

from myasn.klien import Selaras, isi
from myasn.warga import BUDI, NIP, RINI
from selaras.galat import DataError
from selaras.kinerja.nip import is_valid
from selaras.myasn.faults import Fault, parse


def turn(selaras: Selaras, **knobs: object) -> None:
    answer = selaras.peramban.post(f"{selaras.issuer}/_simulasi/gangguan", json=knobs)
    assert answer.status_code == 200, answer.text
    assert selaras.peramban.get(f"{selaras.issuer}/_simulasi/gangguan").json() == answer.json()


def told(selaras: Selaras, fault: str) -> dict[str, object]:
    """What is said of Budi under a fault, the same in both places; the sign-in after it is whole again."""
    turn(selaras, daftar={"1": fault})
    token = selaras.masuk(BUDI)
    claims = selaras.periksa(token["id_token"])
    person = selaras.orang(token)
    assert person == {key: claims[key] for key in person}
    assert selaras.periksa(selaras.masuk(BUDI)["id_token"])["nip"] == NIP[BUDI]
    return person


def test_a_nip_of_nobody(selaras: Selaras) -> None:
    nip = told(selaras, "nip_asing")["nip"]
    assert isinstance(nip, str)
    assert is_valid(nip)
    assert nip not in NIP.values()


def test_no_nip(selaras: Selaras) -> None:
    assert "nip" not in told(selaras, "tanpa_nip")


def test_two_nips(selaras: Selaras) -> None:
    nips = told(selaras, "nip_ganda")["nip"]
    assert isinstance(nips, list)
    assert nips[0] == NIP[BUDI] != nips[1]
    assert nips[1] in NIP.values()


def test_a_spoilt_nip(selaras: Selaras) -> None:
    assert told(selaras, "nip_rusak")["nip"] == "1.98501E+17"


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("token_kedaluwarsa", ExpiredTokenError),
        ("nonce_salah", InvalidClaimError),
        ("aud_salah", InvalidClaimError),
        ("tanda_salah", BadSignatureError),
    ],
)
def test_a_token_that_a_client_must_refuse(selaras: Selaras, fault: str, error: type[Exception]) -> None:
    turn(selaras, daftar={"2": fault})
    selaras.periksa(selaras.masuk(BUDI)["id_token"])
    token = selaras.masuk(BUDI)
    with pytest.raises(error):
        selaras.periksa(token["id_token"])


def test_a_userinfo_that_speaks_of_somebody_else(selaras: Selaras) -> None:
    turn(selaras, daftar={"1": "userinfo_lain"})
    token = selaras.masuk(BUDI)
    claims, person = selaras.periksa(token["id_token"]), selaras.orang(token)
    assert claims["nip"] == NIP[BUDI] != person["nip"]
    assert claims["sub"] != person["sub"]


def test_a_person_who_refuses(selaras: Selaras) -> None:
    turn(selaras, daftar={"1": "ditolak"})
    assert isi(selaras.peramban.pilih(selaras.halaman(), BUDI))["error"] == "access_denied"


def test_a_person_who_refuses_does_so_silently_too(selaras: Selaras) -> None:
    selaras.masuk(BUDI)
    turn(selaras, daftar={"1": "ditolak", "2": "tanpa_nip"})
    assert isi(selaras.peramban.get(selaras.alamat(prompt="none")))["error"] == "access_denied"
    back = selaras.peramban.get(selaras.alamat(prompt="none"))
    assert "nip" not in selaras.periksa(selaras.tukar(back.headers["Location"])["id_token"])


def test_a_slow_answer(selaras: Selaras) -> None:
    turn(selaras, daftar={"1": "lambat"}, detik=1.2)
    back = selaras.peramban.pilih(selaras.halaman(), BUDI)
    begun = time.monotonic()
    selaras.periksa(selaras.tukar(back.headers["Location"])["id_token"])
    assert time.monotonic() - begun >= 1.2


def test_a_token_endpoint_that_fails_once(selaras: Selaras) -> None:
    turn(selaras, daftar={"1": "500"})
    back = selaras.peramban.pilih(selaras.halaman(), BUDI)
    with pytest.raises(httpx.HTTPStatusError):
        selaras.tukar(back.headers["Location"])
    selaras.periksa(selaras.masuk(BUDI)["id_token"])


@pytest.mark.parametrize("endpoint", ["discovery", "jwks", "authorize", "token", "userinfo"])
def test_an_endpoint_that_always_fails(selaras: Selaras, endpoint: str) -> None:
    address = {"discovery": f"{selaras.issuer}/.well-known/openid-configuration", "jwks": selaras.meta["jwks_uri"]}
    address |= {"authorize": selaras.alamat(), "userinfo": selaras.meta["userinfo_endpoint"]}
    turn(selaras, setiap={endpoint: "500"})
    for _ in range(2):
        if endpoint == "token":
            answer = selaras.peramban.post(selaras.meta["token_endpoint"])
        else:
            answer = selaras.peramban.get(address[endpoint])
        assert answer.status_code == 500
    turn(selaras)
    selaras.periksa(selaras.masuk(RINI)["id_token"])


def test_what_happened_is_counted(selaras: Selaras) -> None:
    notes = f"{selaras.issuer}/_simulasi/catatan"
    turn(selaras, daftar={"1": "tanpa_nip"})
    selaras.peramban.delete(notes)
    selaras.masuk(BUDI)
    assert selaras.peramban.get(notes).json() == {
        "permintaan": {"authorize": 1, "token": 1},
        "gangguan": {"tanpa_nip": 1},
    }


@pytest.mark.parametrize(
    "knobs",
    [
        {"lain": 1}, {"peluang": {"lain": 1}}, {"peluang": {"500": 2}}, {"peluang": {"500": "1"}}, {"peluang": []},
        {"peluang": {"500": 0.6, "ditolak": 0.6}}, {"daftar": {"0": "500"}}, {"daftar": ["500"]},
        {"daftar": {"²": "500"}}, {"daftar": {"9" * 5000: "500"}}, {"detik": -1}, {"detik": 1e9}, {"benih": True},
        {"setiap": {"jwks": "ditolak"}}, {"setiap": {"lain": "500"}}, [], None,
    ],
)  # fmt: skip
def test_knobs_that_are_none_are_refused(selaras: Selaras, knobs: object) -> None:
    with pytest.raises(DataError, match="Setelan gangguan tidak terbaca"):
        parse(knobs)
    answer = selaras.peramban.post(f"{selaras.issuer}/_simulasi/gangguan", content=json.dumps(knobs))
    assert answer.status_code == 400
    assert "tidak terbaca" in answer.json()["pesan"]


def test_chance_repeats_itself() -> None:
    knobs = parse({"benih": 7, "peluang": {"500": 0.1, "ditolak": 0.1}})
    drawn = [knobs.pick(n) for n in range(1, 2001)]
    assert drawn == [knobs.pick(n) for n in range(1, 2001)]
    assert 150 < drawn.count(None) - 1400 < 250
    assert set(drawn) == {None, Fault.FAIL, Fault.REFUSED}


def test_the_list_comes_before_chance(selaras: Selaras) -> None:
    turn(selaras, daftar={"1": "tanpa_nip"}, peluang={"ditolak": 1})
    assert "nip" not in selaras.periksa(selaras.masuk(BUDI)["id_token"])
    assert isi(selaras.peramban.pilih(selaras.halaman(), BUDI))["error"] == "access_denied"
