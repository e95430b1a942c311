"""The HTTP API as a foreign client meets it: statuses, sentences, limits, OpenAPI."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import create_database, drop_database
from pmm.gugus import NIP, Gugus
from selaras.pmm import services
from selaras.pmm.running import running

PERUBAHAN, KEGIATAN = "/api/pmm/v1/perubahan", "/api/pmm/v1/kegiatan"


@pytest.fixture(scope="module")
def rumah(server: str, template_dsn: str) -> Iterator[tuple[Gugus, str]]:
    """One cluster for all the tests here, and the server on it."""
    dsn = create_database(server, template=str(psycopg.conninfo.conninfo_to_dict(template_dsn)["dbname"]))
    office = Gugus(dsn).isi()
    with running(dsn) as address:
        yield office, address
    office.tutup()
    drop_database(server, dsn)


def pelanggan(rumah: tuple[Gugus, str], **said: Any) -> httpx.Client:
    office, address = rumah
    token = office.panggil(services.token_buat, **said)
    return httpx.Client(base_url=address, headers={"Authorization": f"Bearer {token}"}, trust_env=False, timeout=20)


@pytest.fixture
def pembaca(rumah: tuple[Gugus, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    monkeypatch.delenv("SELARAS_HARI_INI", raising=False)
    with pelanggan(rumah) as client:
        yield client


@pytest.fixture
def kursus(rumah: tuple[Gugus, str], monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    monkeypatch.delenv("SELARAS_HARI_INI", raising=False)
    with pelanggan(rumah, sumber="kursus") as client:
        yield client


def lapor(nomor: str, **said: Any) -> dict[str, Any]:
    return {
        "id": nomor, "nip": NIP["guru"], "jenis": "webinar", "judul": "Webinar", "tanggal_mulai": "2024-08-01"
    } | said  # fmt: skip


def sentence(response: httpx.Response) -> str:
    assert response.headers["content-type"] == "application/json"
    assert "Traceback" not in response.text
    for nip in NIP.values():
        assert nip not in response.text
    return str(response.json()["pesan"])


def test_a_course_is_recorded_and_comes_out_as_a_change(kursus: httpx.Client, pembaca: httpx.Client) -> None:
    before = pembaca.get(PERUBAHAN, params={"batas": 5000}).json()["kursor"]
    for expected in ("dicatat", "sama"):
        answer = kursus.post(KEGIATAN, json={"kegiatan": [lapor("A-1", jam=4), lapor("A-2", nip="1")]})
        assert answer.status_code == 200
        assert [row["hasil"] for row in answer.json()["hasil"]] == [expected, "ditolak"]
    answer = pembaca.get(PERUBAHAN, params={"setelah": before}).json()
    [row] = answer["perubahan"]
    assert (row["isi"]["judul"], row["isi"]["jam"], answer["masih"], answer["kursor"]) == (
        "Webinar", "4", False, row["urut"]
    )  # fmt: skip


def test_pages_lead_on_until_there_is_no_more(pembaca: httpx.Client) -> None:
    whole = pembaca.get(PERUBAHAN, params={"batas": 5000}).json()["perubahan"]
    found: list[Any] = []
    kursor, more = 0, True
    while more:
        page = pembaca.get(PERUBAHAN, params={"setelah": kursor, "batas": 2}).json()
        found += page["perubahan"]
        kursor, more = page["kursor"], page["masih"]
    assert found == whole
    assert len(whole) >= 7


@pytest.mark.parametrize("token", ["", "Bearer", "Bearer salah", "Basic YTpi", "Bearer " + "x" * 5000])
def test_a_bad_token_is_401(rumah: tuple[Gugus, str], token: str) -> None:
    with httpx.Client(base_url=rumah[1], headers={"Authorization": token}, trust_env=False) as client:
        for response in (client.get(PERUBAHAN), client.post(KEGIATAN, json={"kegiatan": []})):
            assert response.status_code == 401
            assert "Admin instansi" in sentence(response)


def test_a_platform_reads_nothing_and_a_reader_records_nothing(pembaca: httpx.Client, kursus: httpx.Client) -> None:
    for response in (kursus.get(PERUBAHAN), pembaca.post(KEGIATAN, json={"kegiatan": [lapor("B-1")]})):
        assert response.status_code == 403
        assert "Token ini tidak untuk" in sentence(response)


def test_two_platforms_have_numbers_of_their_own(rumah: tuple[Gugus, str], kursus: httpx.Client) -> None:
    with pelanggan(rumah, sumber="acara") as acara:
        for client in (kursus, acara):
            answer = client.post(KEGIATAN, json={"kegiatan": [lapor("C-1")]})
            assert answer.json()["hasil"][0]["hasil"] == "dicatat"


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422), (b"{", 400), (b"\xff\xfe", 400), (b"[]", 422), (b"null", 422), (b'"teks"', 422),
        (b'{"kegiatan": null}', 422), (b'{"kegiatan": [], "lain": 1}', 422), (b'{"kegiatan": [1]}', 422),
        (b'{"kegiatan": [NaN]}', 400), (b'{"kegiatan": [{"id": "\\ud800"}]}', 400), (b"[" * 100_000, 400),
    ],
)  # fmt: skip
def test_what_is_no_call_gets_a_sentence(kursus: httpx.Client, content: bytes, status: int) -> None:
    response = kursus.post(KEGIATAN, content=content, headers={"Content-Type": "application/json"})
    assert response.status_code == status
    assert sentence(response).startswith("Isi permintaan")


def test_too_much_at_once_is_refused(kursus: httpx.Client) -> None:
    response = kursus.post(KEGIATAN, json={"kegiatan": [lapor(str(i)) for i in range(501)]})
    assert (response.status_code, "terlalu banyak" in sentence(response)) == (422, True)
    response = kursus.post(KEGIATAN, json={"kegiatan": [lapor("x", judul="x" * 5_000_000)]})
    assert (response.status_code, "4 MB" in sentence(response)) == (413, True)


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"setelah": -1}, 422), ({"setelah": "x"}, 422), ({"setelah": 2**63}, 422), ({"setelah": 10**15}, 400),
        ({"batas": 0}, 422), ({"batas": 5001}, 422), ({"tahun": 1999}, 422), ({"tahun": "2024'"}, 422),
    ],
)  # fmt: skip
def test_a_question_that_can_not_be_answered_gets_a_sentence(
    pembaca: httpx.Client, asked: dict[str, Any], status: int
) -> None:
    response = pembaca.get(PERUBAHAN, params=asked)
    assert response.status_code == status
    assert sentence(response)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(["id", "nip", "jenis", "judul", "tanggal_mulai", "tanggal_selesai", "jam", "poin", "peran"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=JSON | st.builds(lambda said: {"kegiatan": [lapor("H-1") | said]}, st.dictionaries(FIELDS, JSON, max_size=3))
)
def test_no_body_is_an_error_of_ours(kursus: httpx.Client, body: Any) -> None:
    response = kursus.post(KEGIATAN, content=json.dumps(body).encode(), headers={"Content-Type": "application/json"})
    assert response.status_code in (200, 400, 422)


def test_no_address_holds_a_number_of_a_person_and_openapi_tells_them_all(pembaca: httpx.Client) -> None:
    found = pembaca.get("/api/pmm/v1/openapi.json").json()
    assert set(found["paths"]) == {"/api/pmm/v1/sehat", PERUBAHAN, KEGIATAN}
    names = {one["name"] for path in found["paths"].values() for call in path.values() for one in call["parameters"]}
    assert names == {"setelah", "tahun", "batas"}
    assert found["components"]["securitySchemes"]["Token"]["scheme"] == "bearer"
    assert "http://" not in json.dumps(found["paths"]), "nothing is loaded from elsewhere"


def test_other_addresses_and_methods_get_a_sentence(pembaca: httpx.Client) -> None:
    assert "Alamat ini tidak ada" in sentence(pembaca.get("/api/pmm/v1/lain"))
    response = pembaca.delete(PERUBAHAN)
    assert (response.status_code, response.text.count("Traceback")) == (405, 0)


def test_a_fault_of_ours_is_a_sentence_without_a_trace(rumah: tuple[Gugus, str], pembaca: httpx.Client) -> None:
    with psycopg.connect(rumah[0].dsn, autocommit=True) as connection:
        connection.execute("ALTER TABLE pm_rhk RENAME TO pm_rhk_hilang")
        try:
            response = pembaca.get(PERUBAHAN)
        finally:
            connection.execute("ALTER TABLE pm_rhk_hilang RENAME TO pm_rhk")
    assert response.status_code == 500
    assert "pm_rhk" not in sentence(response)
    assert pembaca.get(PERUBAHAN).status_code == 200


def test_many_at_once_are_all_answered_and_recorded_once(rumah: tuple[Gugus, str], kursus: httpx.Client) -> None:
    def one(number: int) -> str:
        with httpx.Client(base_url=rumah[1], headers=kursus.headers, trust_env=False, timeout=30) as client:
            answer = client.post(KEGIATAN, json={"kegiatan": [lapor(f"M-{number % 4}")]})
            return str(answer.json()["hasil"][0]["hasil"])

    with ThreadPoolExecutor(12) as pool:
        told = sorted(pool.map(one, range(24)))
    assert told == ["dicatat"] * 4 + ["sama"] * 20
