"""Local accounts: two factors or nothing, guessing ends soon, and a day's session at most."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import re
import struct
import subprocess
import sys
import time
from contextlib import closing

import httpx
import pytest

from portal.conftest import BUDI, HARI, Situs, kirim
from selaras.accounts.local import local_close, local_create, local_reset
from selaras.accounts.roles import Jenis
from selaras.accounts.services import system_scope

SANDI = "kuda-poni-makan-rumput"
# Made by Django's hasher with one round: what is tried here is the door, not the hash.
HASH = "pbkdf2_sha256$1$garam$"


def hashed() -> str:
    return HASH + base64.b64encode(hashlib.pbkdf2_hmac("sha256", SANDI.encode(), b"garam", 1)).decode()


def akun(situs: Situs, nama: str, jenis: Jenis = Jenis.TEKNISI) -> str:
    """Make a local account unless it is there."""
    scope = system_scope(situs.db, instansi=1, actor="uji")
    local_create(situs.db, scope, nama=nama, sandi=hashed(), jenis=jenis, today=dt.date.fromisoformat(HARI))
    situs.db.commit()
    return nama


def sandi(client: httpx.Client, nama: str, sandi: str = SANDI) -> httpx.Response:
    return kirim(client, "/masuk/lokal/", nama=nama, sandi=sandi)


def angka(secret: str, *, lagi: int = 0) -> str:
    """Give the six digits of an app that knows the secret, `lagi` steps of thirty seconds from now."""
    counter = struct.pack(">Q", int(time.time()) // 30 + lagi)
    digest = hmac.new(base64.b32decode(secret), counter, "sha1").digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def rahasia(page: httpx.Response) -> str:
    found = re.search(r'<code class="putus">([A-Z2-7 ]+)</code>', page.text)
    assert found, page.text[-800:]
    return found[1].replace(" ", "")


def pasang(client: httpx.Client, page: httpx.Response) -> tuple[str, list[str]]:
    """Set the second factor up; give its secret and the recovery codes."""
    secret = rahasia(page)
    done = kirim(client, "/masuk/lokal/pasang/", kode=angka(secret))
    assert "Kode cadangan" in done.text, done.text[-500:]
    return secret, re.findall(r"<code>(\d{8})</code>", done.text)


def test_the_sign_in_page_names_the_local_account_last_and_small(situs: Situs) -> None:
    with situs.klien() as client:
        page = client.get("/masuk/").text
        assert page.index("Kode masuk") < page.index("/masuk/lokal/")
        assert "Masuk dengan My ASN" not in page
        assert 'type="password"' not in page


def test_no_page_opens_before_the_second_factor_is_set_up(situs: Situs) -> None:
    akun(situs, "baru")
    with situs.klien() as client:
        page = sandi(client, "baru")
        assert page.url.path == "/masuk/lokal/pasang/"
        for path in ("/", "/catatan-akses/", "/masuk/lokal/kode/"):
            assert client.get(path).url.path.startswith("/masuk/")
        wrong = kirim(client, "/masuk/lokal/pasang/", kode="000000")
        assert (wrong.status_code, rahasia(wrong)) == (422, rahasia(page))
        _, codes = pasang(client, page)
        assert len(set(codes)) == 10
        assert client.get("/catatan-akses/").status_code == 200


def test_the_app_or_a_recovery_code_is_asked_each_time_and_each_code_is_good_once(situs: Situs) -> None:
    akun(situs, "lama")
    with situs.klien() as client:
        secret, codes = pasang(client, sandi(client, "lama"))
        first = angka(secret)
    with situs.klien() as client:
        page = sandi(client, "lama")
        assert page.url.path == "/masuk/lokal/kode/"
        assert client.get("/masuk/lokal/pasang/").url.path == "/masuk/lokal/"
        again = kirim(client, "/masuk/lokal/kode/", kode=first)
        assert (again.status_code, "sudah dipakai" in again.text) == (422, True)
        assert kirim(client, "/masuk/lokal/kode/", kode=angka(secret, lagi=1)).url.path == "/"
    with situs.klien() as client:
        sandi(client, "lama")
        assert kirim(client, "/masuk/lokal/kode/", kode=f" {codes[0][:4]} {codes[0][4:]}").url.path == "/"
    with situs.klien() as client:
        sandi(client, "lama")
        assert kirim(client, "/masuk/lokal/kode/", kode=codes[0]).status_code == 422


@pytest.mark.parametrize("kode", ["", "abc", "\x00", "1" * 500, "١٢٣٤٥٦", "000000"])
def test_what_is_no_code_opens_nothing(situs: Situs, kode: str) -> None:
    name = akun(situs, f"aneh-{abs(hash(kode))}"[:30])
    with situs.klien() as client:
        pasang(client, sandi(client, name))
    with situs.klien() as client:
        sandi(client, name)
        assert kirim(client, "/masuk/lokal/kode/", kode=kode).status_code == 422
        assert client.get("/").url.path == "/masuk/"


def test_a_wrong_name_and_a_wrong_password_are_told_alike(situs: Situs) -> None:
    akun(situs, "ada")
    with situs.klien() as client:
        answers = [sandi(client, "ada", "salah-salah-salah"), sandi(client, "tidak-ada", SANDI)]
        assert [one.status_code for one in answers] == [422, 422]
        said = {re.search(r"Nama pengguna atau kata sandi salah", one.text) is not None for one in answers}
        assert said == {True}
        assert "salah-salah-salah" not in answers[0].text


def test_a_person_of_the_data_has_no_password(situs: Situs) -> None:
    situs.masuk(BUDI).close()
    situs.db.rollback()
    rows = situs.db.execute("SELECT username FROM ac_pengguna WHERE orang_id = %s", (situs.orang(BUDI),)).fetchall()
    with situs.klien() as client:
        for (name,) in rows:
            assert sandi(client, name, "!").status_code == 422


def test_guessing_ends_after_ten_times_even_with_the_right_password(situs: Situs) -> None:
    akun(situs, "tebak")
    with situs.klien() as client:
        for name in ("tebak", "TEBAK"):
            assert sandi(client, name, "salah-salah-salah").status_code == 422
        situs.db.execute("UPDATE ac_percobaan SET banyak = banyak + 8 WHERE banyak = 2")
        situs.db.commit()
        shut = sandi(client, "tebak")
        assert (shut.status_code, "Terlalu banyak percobaan" in shut.text) == (422, True)
    with situs.klien() as other:
        assert "Terlalu banyak percobaan" in sandi(other, "tebak").text
        akun(situs, "lain")
        assert sandi(other, "lain").url.path == "/masuk/lokal/pasang/"
    situs.db.execute("UPDATE ac_percobaan SET sejak = sejak - interval '16 minutes'")
    situs.db.commit()
    with situs.klien() as later:
        assert sandi(later, "tebak").url.path == "/masuk/lokal/pasang/"


def test_guessing_the_second_factor_ends_too(situs: Situs) -> None:
    akun(situs, "angka")
    with situs.klien() as client:
        secret, _ = pasang(client, sandi(client, "angka"))
    with situs.klien() as client:
        sandi(client, "angka")
        for _ in range(10):
            assert kirim(client, "/masuk/lokal/kode/", kode="123123").status_code == 422
        shut = kirim(client, "/masuk/lokal/kode/", kode=angka(secret, lagi=1))
        assert (shut.status_code, "Terlalu banyak percobaan" in shut.text) == (422, True)


def test_a_lost_telephone_is_mended_on_the_machine(situs: Situs) -> None:
    akun(situs, "hilang")
    with situs.klien() as client:
        pasang(client, sandi(client, "hilang"))
    local_reset(situs.db, nama="hilang")
    situs.db.commit()
    with situs.klien() as client:
        assert sandi(client, "hilang").url.path == "/masuk/lokal/pasang/"


def test_an_account_that_is_shut_is_out_at_once(situs: Situs) -> None:
    akun(situs, "tutup")
    with situs.klien() as client:
        pasang(client, sandi(client, "tutup"))
        assert client.get("/catatan-akses/").status_code == 200
        local_close(situs.db, nama="tutup")
        situs.db.commit()
        assert client.get("/catatan-akses/").url.path == "/masuk/"
        assert sandi(client, "tutup").status_code == 422


def test_the_password_stands_in_no_address_no_table_and_no_log(situs: Situs) -> None:
    akun(situs, "diam")
    with situs.klien() as client:
        pasang(client, sandi(client, "diam"))
    situs.db.rollback()
    for table in ("ac_akses", "ac_percobaan", "django_session", "ac_pengguna"):
        assert SANDI not in str(situs.db.execute(f"SELECT * FROM {table}".encode()).fetchall())
    assert SANDI not in (situs.folder / "keluaran").read_text()


def test_a_session_ends_after_eight_hours_however_much_is_clicked(situs: Situs) -> None:
    with closing(situs.masuk(BUDI)) as client:
        assert client.get("/saya/").status_code == 200
        (name,) = [one for one in client.cookies if one.startswith("selaras-")]
        _age(situs, client.cookies[name])
        assert client.get("/saya/").url.path == "/masuk/"


def _age(situs: Situs, key: str) -> None:
    """Move the sign-in of a session back by eight hours, reading and signing the session as Django does."""
    program = (
        "import sys; from selaras.portal.settings import secret_key; from pathlib import Path; "
        "from django.conf import settings; settings.configure(SECRET_KEY=secret_key(Path(sys.argv[1]))); "
        "from django.core import signing; salt = 'django.contrib.sessions.SessionStore'; "
        "s = signing.loads(sys.argv[2], salt=salt, serializer=signing.JSONSerializer); s['sejak'] -= 8 * 3600; "
        "print(signing.dumps(s, salt=salt, compress=True, serializer=signing.JSONSerializer))"
    )
    row = situs.db.execute("SELECT session_data FROM django_session WHERE session_key = %s", (key,)).fetchone()
    assert row
    words = [sys.executable, "-c", program, str(situs.folder), row[0]]
    made = subprocess.run(words, capture_output=True, text=True, check=True)
    situs.db.execute("UPDATE django_session SET session_data = %s WHERE session_key = %s", (made.stdout.strip(), key))
    situs.db.commit()


@pytest.fixture(autouse=True)
def _segar(situs: Situs) -> None:
    situs.db.rollback()


def test_every_answer_about_somebody_is_kept_by_nobody(situs: Situs) -> None:
    with closing(situs.masuk(BUDI)) as client:
        for path in ("/", "/saya/", "/entah/", "/masuk/", "/masuk/lokal/"):
            control = client.get(path).headers["Cache-Control"]
            assert "no-store" in control, path
            assert "private" in control, path
    with situs.klien() as client:
        assert "no-store" in client.get("/masuk/").headers["Cache-Control"]
