"""What the provider refuses, and whom it tells."""

from __future__ import annotations

import base64
import hashlib
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import psycopg
import pytest

from myasn import warga
from myasn.klien import KEMBALI, RAHASIA, Peramban, Selaras, isi, klien
from myasn.warga import BUDI
from selaras.galat import DataError
from selaras.myasn.clients import parse
from selaras.myasn.memory import Shelf
from selaras.myasn.running import Simulator, running

VERIFIER = "v" * 43
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).decode().rstrip("=")
GOOD = {
    "client_id": "selaras", "response_type": "code", "redirect_uri": KEMBALI, "scope": "openid", "state": "s",
    "code_challenge": CHALLENGE, "code_challenge_method": "S256",
}  # fmt: skip


def ask(selaras: Selaras, **other: str | None) -> httpx.Response:
    asked = {name: value for name, value in (GOOD | other).items() if value is not None}
    return selaras.peramban.get(selaras.meta["authorization_endpoint"], params=asked)


def redeem(selaras: Selaras, code: str, **other: str | None) -> httpx.Response:
    form = {
        "grant_type": "authorization_code", "code": code, "client_id": "selaras", "redirect_uri": KEMBALI,
        "code_verifier": VERIFIER, **other,
    }  # fmt: skip
    asked = {name: value for name, value in form.items() if value is not None}
    return selaras.peramban.post(selaras.meta["token_endpoint"], data=asked)


def code_of(selaras: Selaras) -> str:
    return isi(selaras.peramban.pilih(selaras.peramban.ikuti(ask(selaras)), BUDI))["code"]


def error_of(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"code_challenge": None, "code_challenge_method": None}, "invalid_request"),
        ({"code_challenge_method": "plain"}, "invalid_request"),
        ({"code_challenge_method": None}, "invalid_request"),
        ({"code_challenge": None}, "invalid_request"),
        ({"code_challenge": "pendek"}, "invalid_request"),
        ({"scope": "profile"}, "invalid_scope"),
        ({"scope": None}, "invalid_scope"),
        ({"response_type": "token"}, "unsupported_response_type"),
        ({"response_type": "code id_token"}, "unsupported_response_type"),
        ({"response_type": None}, "unsupported_response_type"),
        ({"response_mode": "form_post"}, "invalid_request"),
        ({"request": "a.b.c"}, "request_not_supported"),
        ({"request_uri": "http://127.0.0.1:9/x"}, "request_uri_not_supported"),
        ({"prompt": "none"}, "login_required"),
        ({"prompt": "none login"}, "invalid_request"),
    ],
)
def test_the_client_is_told_what_is_wrong(selaras: Selaras, other: dict[str, Any], error: str) -> None:
    told = isi(ask(selaras, **other))
    assert (told["error"], told["state"], "code" in told) == (error, "s", False)


@pytest.mark.parametrize(
    "other",
    [
        {"redirect_uri": "http://127.0.0.1:9/lain"},  # registered, but for another client
        {"redirect_uri": f"{KEMBALI}&x=1"},
        {"redirect_uri": KEMBALI.replace("127.0.0.1", "localhost")},
        {"redirect_uri": KEMBALI.upper()},
        {"redirect_uri": "javascript:alert(1)"},
        {"redirect_uri": "//jahat.example/"},
        {"redirect_uri": None},
        {"redirect_uri": ""},
        {"client_id": "lain"},
        {"client_id": None},
        {"redirect_uri": "http://jahat.example/", "response_type": "token"},
    ],
)
def test_nobody_is_sent_where_no_client_is_registered(selaras: Selaras, other: dict[str, Any]) -> None:
    page = ask(selaras, **other)
    assert (page.status_code, "Location" in page.headers) == (400, False)
    assert "LATIHAN" in page.text


def test_a_parameter_may_not_come_twice(selaras: Selaras) -> None:
    for name in ("redirect_uri", "client_id", "state", "code_challenge", "code_challenge_method"):
        asked = [*GOOD.items(), (name, GOOD[name])]
        answer = selaras.peramban.get(selaras.meta["authorization_endpoint"], params=asked)
        assert "masuk/" not in answer.headers.get("Location", ""), name


def test_a_code_is_worth_a_token_once_and_its_second_use_takes_the_token_back(selaras: Selaras) -> None:
    code = code_of(selaras)
    token = redeem(selaras, code).json()
    assert "sub" in selaras.orang(token)
    assert error_of(redeem(selaras, code)) == (400, "invalid_grant")
    assert selaras.orang(token)["error"] == "invalid_token"


def test_of_many_that_redeem_a_code_at_once_one_gets_a_token(selaras: Selaras) -> None:
    code = code_of(selaras)
    with ThreadPoolExecutor(8) as crowd:
        told = [answer.status_code for answer in crowd.map(lambda _: redeem(selaras, code), range(16))]
    assert sorted(told) == [200] + [400] * 15


def test_a_person_who_left_the_folder_gets_nothing_more(dsn: str) -> None:
    warga.isi(dsn)
    with running(dsn, klien()) as simulator, Peramban() as peramban:
        selaras = Selaras(simulator.address, peramban)
        token, code = redeem(selaras, code_of(selaras)).json(), code_of(selaras)
        with psycopg.connect(dsn) as db:
            db.execute("DELETE FROM potret WHERE nama = %s", (BUDI,))
        assert error_of(redeem(selaras, code)) == (400, "invalid_grant")
        assert selaras.orang(token)["error"] == "invalid_token"


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"code_verifier": None}, "invalid_request"),
        ({"code_verifier": "w" * 43}, "invalid_grant"),
        ({"code_verifier": CHALLENGE}, "invalid_grant"),  # as plain would have it
        ({"code_verifier": "pendek"}, "invalid_request"),
        ({"redirect_uri": "http://127.0.0.1:9/lain"}, "invalid_grant"),
        ({"redirect_uri": None}, "invalid_grant"),
    ],
)
def test_a_code_alone_is_not_enough_and_is_spent_by_trying(selaras: Selaras, other: dict[str, Any], error: str) -> None:
    code = code_of(selaras)
    assert error_of(redeem(selaras, code, **other)) == (400, error)
    assert error_of(redeem(selaras, code)) == (400, "invalid_grant")


def test_a_client_cannot_redeem_nor_spoil_the_code_of_another(selaras: Selaras) -> None:
    code = code_of(selaras)
    assert error_of(redeem(selaras, code, client_id="tertutup", client_secret=RAHASIA)) == (400, "invalid_grant")
    assert redeem(selaras, code).status_code == 200


def test_only_codes_are_redeemed(selaras: Selaras) -> None:
    for kind in ("password", "refresh_token", "client_credentials", "", None):
        assert error_of(redeem(selaras, "x", grant_type=kind)) == (400, "unsupported_grant_type")
    assert error_of(redeem(selaras, "x")) == (400, "invalid_grant")
    assert selaras.peramban.get(selaras.meta["token_endpoint"]).status_code == 405


def test_a_code_is_short_lived(folder: str) -> None:
    with running(folder, klien(), umur_kode=1) as simulator, Peramban() as peramban:
        selaras = Selaras(simulator.address, peramban)
        early, late = code_of(selaras), code_of(selaras)
        assert redeem(selaras, early).status_code == 200
        time.sleep(1.1)
        assert error_of(redeem(selaras, late)) == (400, "invalid_grant")


def test_a_shelf_forgets_by_the_clock_of_selaras(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-01-06")
    shelf: Shelf[str] = Shelf(3600 * 36, most=2)
    keys = [shelf.put(word) for word in ("satu", "dua", "tiga")]
    assert [shelf.get(key) for key in keys] == [None, "dua", "tiga"]  # no room for three
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-01-07")
    assert shelf.take(keys[1]) == "dua"
    assert shelf.take(keys[1]) is None
    monkeypatch.setenv("SELARAS_HARI_INI", "2025-01-08")
    assert (shelf.get(keys[2]), shelf.take(keys[2])) == (None, None)


def test_the_person_may_say_no(selaras: Selaras) -> None:
    page = selaras.peramban.ikuti(ask(selaras))
    told = isi(selaras.peramban.tekan(page, batal="1"))
    assert (told["error"], told["state"]) == ("access_denied", "s")
    assert selaras.peramban.get(page.url).status_code == 410


def test_userinfo_wants_a_token(selaras: Selaras) -> None:
    for header in ("", "Bearer", "Bearer x", "Basic eDp5", "bearer x y"):
        answer = selaras.peramban.get(selaras.meta["userinfo_endpoint"], headers={"Authorization": header})
        assert answer.status_code == 401, header
        assert "WWW-Authenticate" in answer.headers


def test_the_simulator_answers_to_its_own_name_only(myasn: Simulator) -> None:
    answer = httpx.get(f"{myasn.address}/jwks", headers={"Host": "jahat.example"}, trust_env=False)
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "data",
    [
        {}, [], ["x"], [{}], [{"id": "a b", "kembali": [KEMBALI]}], [{"id": "a", "kembali": []}],
        [{"id": "a", "kembali": KEMBALI}], [{"id": "a", "kembali": ["/jalan"]}], [{"id": "a", "kembali": [7]}],
        [{"id": "a", "kembali": ["javascript:alert(1)"]}], [{"id": "a", "kembali": ["http://a b/"]}],
        [{"id": "a", "kembali": ["http://a;script-src *"]}], [{"id": "a", "kembali": ["http://a/#b"]}],
        [{"id": "a", "kembali": ["http://[/"]}], [{"id": "a", "kembali": [KEMBALI], "rahasia": ""}],
        [{"id": "a", "kembali": [KEMBALI], "lain": 1}], [{"id": "a", "kembali": [KEMBALI]}] * 2,
    ],
)  # fmt: skip
def test_a_registration_that_is_none_is_refused(data: object) -> None:
    with pytest.raises(DataError, match="Pendaftaran klien tidak terbaca"):
        parse(data)
