"""Coming in by My ASN and belajar.id: a real provider, every fault of it, and whoever forges its answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from html import unescape

import httpx
import pytest

from portal.conftest import BUDI, DEWI, SARI, kirim
from portal.pintu.conftest import Pintu


@pytest.fixture(autouse=True)
def _tanpa_gangguan(pintu: Pintu) -> Iterator[None]:
    yield
    pintu.ganggu()


def test_the_sign_in_page_offers_what_is_configured_and_asks_for_no_password(pintu: Pintu) -> None:
    with pintu.klien() as client:
        page = client.get("/masuk/")
        assert "Masuk dengan My ASN" in page.text
        assert "Masuk dengan belajar.id" in page.text
        assert page.text.index("Masuk dengan My ASN") < page.text.index("Kode masuk")
        assert 'type="password"' not in page.text
        assert pintu.penyedia in page.headers["Content-Security-Policy"]


def test_a_teacher_comes_in_by_my_asn_and_sees_his_own_page(pintu: Pintu) -> None:
    with pintu.klien() as client:
        answer = pintu.lewat(BUDI, client=client)
        assert (answer.status_code, answer.url.path) == (200, "/")
        assert BUDI.nama in answer.text
        assert client.get("/saya/").status_code == 200


def test_he_is_taken_to_the_page_that_he_wanted_and_nowhere_else(pintu: Pintu) -> None:
    for wanted, path in (("/saya/", "/saya/"), ("https://contoh.id/", "/"), ("//contoh.id", "/")):
        with pintu.klien() as client:
            assert pintu.pilih(client, pintu.pergi(client, lanjut=wanted), BUDI).url.path == path


def test_the_request_carries_state_nonce_and_pkce_and_they_differ_each_time(pintu: Pintu) -> None:
    seen = []
    for _ in range(2):
        with pintu.klien() as client:
            client.follow_redirects = False
            address = httpx.URL(pintu.pergi(client).headers["Location"])
            assert address.params["code_challenge_method"] == "S256"
            assert not re.search(r"\d{16}", str(address))
            seen.append({name: address.params[name] for name in ("state", "nonce", "code_challenge")})
    assert all(len(value) >= 16 for one in seen for value in one.values())
    assert not set(seen[0].values()) & set(seen[1].values())


SAID = {
    "nip_asing": (403, "Belum ada di data kami", "operator sekolah"),
    "tanpa_nip": (403, "tidak menyebut nomornya", "teknisi"),
    "nip_ganda": (403, "Lebih dari satu orang", "admin instansi"),
    "nip_rusak": (403, "rusak", "teknisi"),
    "token_kedaluwarsa": (403, "tidak bisa dipercaya", "teknisi"),
    "nonce_salah": (403, "tidak bisa dipercaya", "teknisi"),
    "aud_salah": (403, "tidak bisa dipercaya", "teknisi"),
    "tanda_salah": (403, "tidak bisa dipercaya", "teknisi"),
    "userinfo_lain": (403, "tidak bisa dipercaya", "teknisi"),
    "ditolak": (200, "Masuk dibatalkan", "Coba lagi"),
    "500": (503, "tidak menjawab", "teknisi"),
}


@pytest.mark.parametrize("fault", list(SAID))
def test_every_fault_of_the_provider_has_a_page_that_says_who_acts_and_lets_nobody_in(pintu: Pintu, fault: str) -> None:
    status, title, who = SAID[fault]
    pintu.ganggu(daftar={"1": fault})
    with pintu.klien() as client:
        answer = pintu.lewat(BUDI, client=client)
        assert answer.status_code == status, answer.text[-400:]
        assert title in answer.text
        assert who in answer.text
        assert "Masuk dengan kode" in answer.text
        assert not re.search(r"\d{16}|Traceback|allauth|[A-Z][a-z]+Error", answer.text)
        assert client.get("/saya/").url.path == "/masuk/"


@pytest.mark.parametrize("endpoint", ["discovery", "jwks", "token", "userinfo"])
def test_a_dead_endpoint_is_told_as_what_it_is(pintu: Pintu, endpoint: str) -> None:
    with pintu.klien() as client:
        page = client.get("/masuk/") if endpoint == "discovery" else pintu.pergi(client)
        pintu.ganggu(setiap={endpoint: "500"})
        answer = pintu.pergi(client) if endpoint == "discovery" else pintu.pilih(client, page, BUDI)
        assert answer.status_code == 503
        assert "My ASN tidak menjawab" in answer.text
        assert "Ini bukan salah Bapak/Ibu" in answer.text


def test_a_provider_that_answers_too_late_is_not_waited_for(pintu: Pintu) -> None:
    with pintu.klien() as client:
        client.get("/masuk/")
        pintu.ganggu(setiap={"discovery": "lambat"}, detik=8)
        answer = pintu.pergi(client)
        assert (answer.status_code, "tidak menjawab" in answer.text) == (503, True)
        assert answer.elapsed.total_seconds() < 7


def test_a_refusal_is_written_down(pintu: Pintu) -> None:
    pintu.ganggu(daftar={"1": "tanda_salah"})
    with pintu.klien() as client:
        pintu.lewat(BUDI, client=client)
    pintu.db.rollback()
    seen = pintu.db.execute("SELECT apa, status FROM ac_akses ORDER BY id DESC LIMIT 1").fetchone()
    assert seen == ("masuk myasn: token", 403)


def back(pintu: Pintu, client: httpx.Client) -> httpx.URL:
    """Go to the provider and return the address that it sends the browser back to, unopened."""
    page = pintu.pergi(client)
    found = client.get(page.url, params={"cari": BUDI.nama})
    client.follow_redirects = False
    sub = re.findall(r'name="orang" value="([^"]+)"', found.text)[0]
    address = httpx.URL(pintu.tekan(client, found, orang=sub).headers["Location"])
    client.follow_redirects = True
    return address


def test_an_answer_is_good_once_and_in_the_browser_that_asked(pintu: Pintu) -> None:
    with pintu.klien() as client, pintu.klien() as other:
        address = back(pintu, client)
        stolen = other.get(address)
        assert (stolen.status_code, "sudah lewat" in stolen.text) == (400, True)
        assert client.get(address).url.path == "/"
        again = client.get(address)
        assert again.status_code == 400


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("state", "x", 400),
        ("state", "", 400),
        ("code", "x", 503),
        ("iss", "https://lain.id", 400),
        ("code", "\x00é" * 400, 503),
    ],
)
def test_a_forged_answer_lets_nobody_in(pintu: Pintu, name: str, value: str, status: int) -> None:
    with pintu.klien() as client:
        answer = client.get(back(pintu, client).copy_set_param(name, value))
        assert answer.status_code == status, answer.text[-300:]
        assert client.get("/saya/").url.path == "/masuk/"


@pytest.mark.parametrize("path", ["myasn/login/", "myasn/login/callback/", "tidak-ada/login/", "myasn/", ""])
def test_an_address_alone_starts_nothing(pintu: Pintu, path: str) -> None:
    with pintu.klien() as client:
        answer = client.get(f"/accounts/oidc/{path}")
        assert answer.url.host == "127.0.0.1"
        assert f":{answer.url.port}" in pintu.alamat
        assert answer.status_code in (200, 400, 404)
        assert "allauth" not in answer.text


@pytest.mark.parametrize(
    "path", ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/", "/accounts/email/", "/accounts/2fa/"]
)
def test_pages_of_the_library_that_nobody_needs_are_not_there(pintu: Pintu, path: str) -> None:
    with pintu.klien() as client:
        assert client.get(path).url.path == "/masuk/"
        kirim(client, "/masuk/", kode=pintu.kode(BUDI))
        assert client.get(path).status_code == 404


def test_signing_in_changes_the_key_of_the_session(pintu: Pintu) -> None:
    with pintu.klien() as client:
        pintu.pergi(client)
        (name,) = [one for one in client.cookies if one.startswith("selaras-")]
        before = client.cookies[name]
        pintu.pilih(client, pintu.pergi(client), BUDI)
        assert client.cookies[name] != before
        with pintu.klien() as other:
            other.cookies.set(name, before)
            assert other.get("/saya/").url.path == "/masuk/"


def test_leaving_ends_the_session_of_my_asn_too_and_the_next_one_is_asked_who_he_is(pintu: Pintu) -> None:
    with pintu.klien() as client:
        pintu.lewat(BUDI, client=client)
        page = kirim(client, "/keluar/", dari="/")
        assert "Sudah keluar dari Selaras" in page.text
        assert BUDI.nama not in page.text
        assert client.get("/saya/").url.path == "/masuk/"
        fields = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text.partition("end_session")[2]))
        assert not re.search(r"\d{16}", page.text)
        away = client.post(f"{pintu.penyedia}/end_session", data={n: unescape(v) for n, v in fields.items()})
        assert (away.url.path, str(away.url.port) in pintu.alamat) == ("/masuk/", True)
        client.follow_redirects = False
        assert httpx.URL(pintu.pergi(client).headers["Location"]).params["prompt"] == "login"
        client.follow_redirects = True
        assert "Yang tadi masuk" not in pintu.pergi(client).text


def test_leaving_after_a_code_asks_no_provider(pintu: Pintu) -> None:
    with closing(pintu.masuk(BUDI)) as client:
        assert kirim(client, "/keluar/", dari="/").url.path == "/masuk/"


def test_belajar_id_is_tied_once_with_a_code_and_then_opens_by_itself(pintu: Pintu) -> None:
    with pintu.klien() as client:
        page = pintu.lewat(DEWI, "belajarid", client)
        assert page.url.path == "/masuk/ikat/"
        assert client.get("/saya/").url.path == "/masuk/"
        wrong = kirim(client, "/masuk/ikat/", kode="AAAA-BBBB-CCCC")
        assert (wrong.status_code, "aria-invalid" in wrong.text) == (422, True)
        inside = kirim(client, "/masuk/ikat/", kode=pintu.kode(DEWI))
        assert (inside.url.path, DEWI.nama in inside.text) == ("/", True)
    with pintu.klien() as again:
        answer = pintu.lewat(DEWI, "belajarid", again)
        assert (answer.url.path, DEWI.nama in answer.text) == ("/", True)


def test_a_person_has_one_account_of_belajar_id_and_an_account_one_person(pintu: Pintu) -> None:
    for who, code in ((SARI, SARI), (BUDI, SARI), (SARI, BUDI)):
        with pintu.klien() as client:
            pintu.lewat(who, "belajarid", client)
            kirim(client, "/masuk/ikat/", kode=pintu.kode(code))
    pintu.db.rollback()
    (ties,) = pintu.db.execute(
        "SELECT array_agg(p.orang_id) FROM socialaccount_socialaccount s JOIN ac_pengguna p ON p.id = s.user_id "
        "WHERE p.orang_id = ANY (%s)", ([pintu.orang(SARI), pintu.orang(BUDI)],)
    ).fetchone() or ([],)  # fmt: skip
    assert len(ties) == len(set(ties))


def test_nobody_ties_without_coming_from_the_provider(pintu: Pintu) -> None:
    with pintu.klien() as client:
        assert client.get("/masuk/ikat/").url.path == "/masuk/"


def test_localhost_is_led_to_the_address_that_the_provider_knows(pintu: Pintu) -> None:
    with httpx.Client(follow_redirects=False) as client:
        answer = client.get(pintu.alamat.replace("127.0.0.1", "localhost") + "/masuk/?lanjut=/saya/")
        assert answer.headers["Location"] == f"{pintu.alamat}/masuk/?lanjut=/saya/"


def test_whoever_was_shut_out_is_told_by_whom(pintu: Pintu) -> None:
    pintu.masuk(DEWI).close()
    pintu.db.execute("UPDATE ac_pengguna SET is_active = false WHERE orang_id = %s", (pintu.orang(DEWI),))
    pintu.db.commit()
    with pintu.klien() as client:
        answer = pintu.lewat(DEWI, client=client)
        assert (answer.status_code, "Akun ini ditutup" in answer.text) == (403, True)
    pintu.db.execute("UPDATE ac_pengguna SET is_active = true")
    pintu.db.commit()
