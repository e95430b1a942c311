"""Hostile input: no answer is a failure of the server, and nothing comes back as markup."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from myasn.klien import KEMBALI, Selaras, isi

EVIL = "\"'><script>alert(1)</script>\\\r\nX-Jahat: 1"
BYTES = [
    "%00",
    "%ff%fe",
    "%",
    "%zz",
    "%ED%A0%80",
    "a" * 5000,
    "%0d%0aX-Jahat:%201",
    "%F0%9F%92%A5",
    "${7*7}",
    "{{7*7}}",
]
NAMES = [
    "client_id", "redirect_uri", "response_type", "scope", "state", "nonce", "prompt", "max_age", "code_challenge",
    "code_challenge_method", "response_mode", "request", "claims", "id_token_hint", "post_logout_redirect_uri",
    "grant_type", "code", "code_verifier", "client_secret", "cari", "halaman", "orang", "batal",
]  # fmt: skip
GOOD = {
    "client_id": "selaras", "response_type": "code", "redirect_uri": KEMBALI, "scope": "openid",
    "code_challenge": "c" * 43, "code_challenge_method": "S256", "grant_type": "authorization_code",
}  # fmt: skip
PATHS = ["/authorize", "/token", "/userinfo", "/end_session", "/jwks", "/.well-known/openid-configuration", "/lain"]
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def sane(answer: httpx.Response) -> None:
    assert answer.status_code < 500, answer.text
    assert "<script" not in answer.text or answer.headers["Content-Type"].startswith("application/json")
    assert "X-Jahat" not in answer.headers
    assert "Traceback" not in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    where = answer.headers.get("Location", "/")
    assert where.startswith((KEMBALI.partition("?")[0], "/")), where
    assert not where.startswith("//")


def everywhere(selaras: Selaras, query: str) -> None:
    head = {"Content-Type": "application/x-www-form-urlencoded"}
    for path in PATHS:
        sane(selaras.peramban.get(f"{selaras.issuer}{path}?{query}"))
        sane(selaras.peramban.post(f"{selaras.issuer}{path}", content=query.encode(), headers=head))


@pytest.mark.parametrize("name", NAMES)
def test_markup_in_a_parameter_stays_text(selaras: Selaras, name: str) -> None:
    everywhere(selaras, urlencode({**GOOD, name: EVIL}))


@pytest.mark.parametrize("raw", BYTES)
def test_bytes_that_are_no_text_are_borne(selaras: Selaras, raw: str) -> None:
    for name in NAMES:
        sane(selaras.peramban.get(f"{selaras.issuer}/authorize?{urlencode({**GOOD, name: ''})}&{name}={raw}"))
    page = selaras.halaman()
    for name in ("cari", "halaman"):
        sane(selaras.peramban.get(f"{page.url}?{name}={raw}"))


@SLOW
@given(
    params=st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=5), st.text(max_size=40), max_size=6),
    whole=st.booleans(),
)
def test_any_query_is_borne(selaras: Selaras, params: dict[str, str], whole: bool) -> None:
    told = {name: value.encode("utf-8", "surrogatepass") for name, value in params.items()}
    named: dict[Any, Any] = {name.encode("utf-8", "surrogatepass"): value for name, value in told.items()}
    everywhere(selaras, urlencode({**(GOOD if whole else {}), **named}))


@SLOW
@given(text=st.text(max_size=60))
def test_any_search_is_borne_and_comes_back_as_text(selaras: Selaras, text: str) -> None:
    page = selaras.halaman()
    sane(selaras.peramban.get(f"{page.url}?{urlencode({'cari': text.encode('utf-8', 'surrogatepass')})}"))
    evil = selaras.peramban.get(page.url, params={"cari": EVIL})
    sane(evil)
    assert "&lt;script&gt;" in evil.text


@pytest.mark.parametrize(
    "header", ["Basic /////w==", "Basic Og==", "Basic", "Basic \xff", "Bearer \xe9", "Bearer " + "x" * 9000]
)
def test_any_header_is_borne(selaras: Selaras, header: str) -> None:
    for path in ("/token", "/userinfo"):
        answer = selaras.peramban.post(
            f"{selaras.issuer}{path}", data=GOOD | {"code": "x"}, headers={b"Authorization": header.encode("latin-1")}
        )
        assert 400 <= answer.status_code < 500
        sane(answer)


def test_a_state_comes_back_as_it_was(selaras: Selaras) -> None:
    for state in (EVIL, "é 💥 +&=%", "a" * 3000):
        page = selaras.peramban.get(f"{selaras.issuer}/authorize", params=GOOD | {"state": state})
        told = isi(selaras.peramban.tekan(selaras.peramban.ikuti(page), batal="1"))
        assert told["state"] == state


def test_odd_cookies_and_keys_are_borne(selaras: Selaras) -> None:
    for odd in ("x", "\xff", "%00", "a" * 4000):
        cookie = f"selaras_latihan_myasn={odd}; selaras_latihan_myasn_csrf={odd}".encode("latin-1")
        sane(selaras.peramban.get(selaras.alamat(), headers={b"Cookie": cookie}))
        sane(selaras.peramban.get(f"{selaras.issuer}/masuk/{odd.encode('latin-1').hex()}"))
    for path in ("/masuk/%00", "/masuk/%ff", "/masuk/..%2f..", "/%3Cscript%3E", "/masuk/", "//jahat.example/"):
        sane(selaras.peramban.get(f"{selaras.issuer}{path}"))


def test_bodies_too_large_or_too_many_are_refused(selaras: Selaras) -> None:
    for body in ("a=" + "b" * 100_000, "&".join(f"a{n}=1" for n in range(1100))):
        head = {"Content-Type": "application/x-www-form-urlencoded"}
        answer = selaras.peramban.post(f"{selaras.issuer}/token", content=body, headers=head)
        assert answer.status_code == 400
        sane(answer)
