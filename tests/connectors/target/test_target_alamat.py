"""Address and token: where they come from, and what is refused before anything is sent."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from selaras.connectors.ekinerja_builtin import Access, access
from selaras.connectors.ekinerja_builtin.failures import after, of_status
from selaras.galat import DataError, Postponed, Stop, TryAgain, Uncertain

TOKEN = {"SELARAS_EKINERJA_TOKEN": "token-uji"}


def test_without_an_address_there_is_no_way_over_http() -> None:
    assert access({}, {}) is None
    assert access({"ekinerja": "bukan objek"}, TOKEN) is None


def test_the_environment_comes_before_the_settings() -> None:
    settings = {"ekinerja": {"url": "https://a.contoh", "batas_waktu": 5}}
    assert access(settings, TOKEN) == Access("https://a.contoh", "token-uji", 5.0)
    found = access(settings, TOKEN | {"SELARAS_EKINERJA_URL": "https://b.contoh/"})
    assert found is not None
    assert found.url == "https://b.contoh"


def test_the_token_is_in_no_text() -> None:
    assert "token-uji" not in repr(access({"ekinerja": {"url": "https://a.contoh"}}, TOKEN))


@pytest.mark.parametrize(
    "url", ["http://10.0.0.5:8801", "http://127.0.0.1:1", "http://localhost:1", "https://a.contoh"]
)
def test_a_token_travels_only_where_nobody_reads_along(url: str) -> None:
    assert access({"ekinerja": {"url": url}}, TOKEN) is not None


@pytest.mark.parametrize(
    "url",
    ["http://a.contoh", "http://8.8.8.8", "ftp://a", "a.contoh", "https://u:p@a.contoh", "https://a:99999", "http://["],
)
def test_an_address_that_is_none_or_unsafe_stops(url: str) -> None:
    with pytest.raises(Stop):
        access({"ekinerja": {"url": url}}, TOKEN)


def test_a_token_file_must_be_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text("token-berkas\n", encoding="ascii")
    settings = {"ekinerja": {"url": "https://a.contoh", "token_berkas": str(file)}}
    file.chmod(0o644)
    with pytest.raises(Stop, match="dapat dibaca orang lain"):
        access(settings, {})
    file.chmod(0o600)
    found = access(settings, {})
    assert found is not None
    assert found.token == "token-berkas"
    file.unlink()
    with pytest.raises(Stop, match="tidak bisa dibaca"):
        access(settings, {})


@pytest.mark.parametrize("token", ["", "dua kata", "tökén", "baris\nbaru"])
def test_a_token_that_no_header_can_carry_stops(token: str) -> None:
    with pytest.raises(Stop, match="Token"):
        access({"ekinerja": {"url": "https://a.contoh"}}, {"SELARAS_EKINERJA_TOKEN": token})


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("99999999", 86400.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("", None),
        ("-3", None),
        ("besok", None),
    ],
)
def test_it_understands_every_form_of_retry_after(header: str, seconds: float | None) -> None:
    assert after(httpx.Response(503, headers={"Retry-After": header} if header else {})) == seconds


@pytest.mark.parametrize(
    ("status", "write", "read"),
    [
        (302, Uncertain, Stop),
        (400, DataError, DataError),
        (403, Stop, Stop),
        (404, Stop, Stop),
        (408, TryAgain, TryAgain),
        (413, DataError, DataError),
        (429, TryAgain, TryAgain),
        (502, Uncertain, TryAgain),
        (503, TryAgain, TryAgain),
        (504, Uncertain, TryAgain),
    ],
)
def test_every_status_has_a_meaning(status: int, write: type[Exception], read: type[Exception]) -> None:
    for kind, writing in ((write, True), (read, False)):
        error = of_status(httpx.Response(status), "tempat", writing=writing)
        assert isinstance(error, kind)
        assert isinstance(error, Uncertain) == (kind is Uncertain)
        assert not isinstance(error, Postponed)


def test_what_the_target_says_is_shown_without_persons() -> None:
    response = httpx.Response(422, json={"pesan": "NIP 198501012010012902 salah."})
    error = of_status(response, "tempat", writing=True)
    assert "1985***********902" in str(error)
    assert "198501012010012902" not in str(error)
