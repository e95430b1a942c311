"""The HTTP API as a foreign client meets it: statuses, sentences, limits, OpenAPI."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import psycopg
import pytest

from connectors.target.panggung import GURU, KEPALA, TAHUN, Panggung, gedung, kunci, nilai, panggung_baru, skp
from selaras.connectors.ekinerja_builtin.wire import operation_of
from selaras.ekinerja import services
from selaras.ekinerja.simulator.running import Simulator, running
from selaras.galat import Postponed

TULIS, BACA = "/api/ekinerja/v1/tulis", "/api/ekinerja/v1/baca"


@pytest.fixture(scope="module")
def rumah(server: str) -> Iterator[tuple[str, Simulator]]:
    with gedung(server) as made:
        yield made


@pytest.fixture
def panggung(rumah: tuple[str, Simulator]) -> Iterator[Panggung]:
    with panggung_baru(*rumah) as stage:
        yield stage


@pytest.fixture
def api(panggung: Panggung) -> Iterator[httpx.Client]:
    with panggung.httpx() as client:
        yield client


def body(**other: object) -> dict[str, object]:
    return operation_of(skp()) | other


def sentence(response: httpx.Response) -> str:
    assert response.headers["content-type"] == "application/json"
    assert "Traceback" not in response.text
    assert KEPALA not in response.text
    return str(response.json()["pesan"])


def test_the_reports_look_like_the_real_ones(api: httpx.Client) -> None:
    api.post(TULIS, json={"operasi": [operation_of(write) for write in (skp(), skp(GURU), nilai(), nilai(GURU))]})
    periods = api.get("/api_kinerja/referensi/periode").json()["data"]
    assert set(periods[0]) == {
        *("id", "nama", "tahun", "periode_awal", "periode_akhir", "batas_pengisian", "jenis_periode"),
        *("tipe_periodik", "angka_periodik"),
    }
    first = next(period for period in periods if period["nama"] == "Triwulan 1")
    assert len(api.get(f"/api_kinerja/laporan/skp/{TAHUN}").json()["data"]) == 2
    path = f"/api_kinerja/laporan/penilaian/{TAHUN}/{first['id']}"
    rows = api.get(path).json()["data"]
    assert (len(rows), len(rows[0])) == (2, 30)
    assert [row["nip"] for row in api.get(path, params={"nip": GURU}).json()["data"]] == [GURU]


def test_a_report_without_rows_is_404_and_says_so_as_json(api: httpx.Client) -> None:
    for path in ("laporan/skp/2023", f"laporan/penilaian/{TAHUN}/00000000-0000-0000-0000-000000000000"):
        response = api.get(f"/api_kinerja/{path}")
        assert (response.status_code, response.json()) == (404, {"data": []})


@pytest.mark.parametrize("token", ["", "Bearer", "Bearer salah", "Basic YTpi"])
def test_a_bad_token_is_401_everywhere(panggung: Panggung, token: str) -> None:
    with panggung.httpx(Authorization=token) as api:
        for response in (
            api.post(TULIS, json={"operasi": []}),
            api.post(BACA, json={"kunci": []}),
            api.get("/api/ekinerja/v1/unor"),
            api.get("/api_kinerja/referensi/periode"),
            api.get(f"/api_kinerja/laporan/skp/{TAHUN}"),
        ):
            assert response.status_code == 401
            assert "Admin instansi" in sentence(response)


def test_an_expired_token_is_401(panggung: Panggung) -> None:
    with psycopg.connect(panggung.dsn) as connection:
        soon = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
        token = services.token_buat(connection, instansi=panggung.instansi, nip="uji", berlaku_sampai=soon)
        holder = services.token_periksa(connection, token)
        assert holder is not None
        connection.execute(
            "UPDATE ek_token SET dibuat = now() - interval '2 days', berlaku_sampai = now() - interval '1 day' "
            "WHERE instansi_id = %s",
            (panggung.instansi,),
        )
    with panggung.httpx(Authorization=f"Bearer {token}") as api:
        assert api.get("/api_kinerja/referensi/periode").status_code == 401


def test_a_token_opens_its_own_instansi_only(panggung: Panggung, rumah: tuple[str, Simulator]) -> None:
    with panggung.httpx() as api:
        api.post(TULIS, json={"operasi": [operation_of(skp())]})
    with panggung_baru(*rumah) as other, other.httpx() as api:
        assert api.get(f"/api_kinerja/laporan/skp/{TAHUN}").status_code == 404


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422),
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[]", 422),
        (b"null", 422),
        (b'"teks"', 422),
        (b'{"operasi": null}', 422),
        (b'{"operasi": [], "lain": 1}', 422),
        (b'{"operasi": [{}]}', 422),
        (b'{"operasi": [NaN]}', 400),
        (b"[" * 100_000, 400),
    ],
)
def test_what_is_no_call_gets_a_sentence(api: httpx.Client, content: bytes, status: int) -> None:
    response = api.post(TULIS, content=content, headers={"Content-Type": "application/json"})
    assert response.status_code == status
    assert sentence(response).startswith("Isi permintaan")


@pytest.mark.parametrize(
    "wrong",
    [
        {"kunci": "x"},
        {"jenis": "lain"},
        {"aksi": "hapus"},
        {"nip": ""},
        {"nip": KEPALA * 3},
        {"nip": f"{KEPALA}\x00"},
        {"nip": 197001011995011901},
        {"tahun": 1900},
        {"tahun": 10**30},
        {"mulai": "31-12-2024"},
        {"slot": -1},
        {"slot": 401},
        {"versi": -1},
        {"versi": 2**31},
        {"isi": []},
        {"isi": {"jabatan": {"a": ["b\x00"]}}},
        {"tambahan": 1},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_wrong_field_is_named_and_nothing_is_written(
    api: httpx.Client, panggung: Panggung, wrong: dict[str, object]
) -> None:
    response = api.post(TULIS, json={"operasi": [body(), body(**wrong)]})
    assert response.status_code == 422
    said = sentence(response)
    assert "operasi 2" in said
    assert next(iter(wrong)) in said
    assert panggung.log() == []


def test_too_much_is_refused_whole(api: httpx.Client, panggung: Panggung) -> None:
    assert api.post(TULIS, json={"operasi": [body() for _ in range(501)]}).status_code == 422
    key = {"jenis": "skp", "nip": GURU, "tahun": TAHUN, "npsn": "", "mulai": "2024-01-01", "slot": 0}
    assert api.post(BACA, json={"kunci": [key] * 1001}).status_code == 422
    response = api.post(TULIS, json={"operasi": [body(isi={"jabatan": "x" * 33 * 1024 * 1024})]})
    assert response.status_code == 413
    assert "32 MB" in sentence(response)
    assert panggung.log() == []


def test_an_address_that_is_none_is_a_sentence(api: httpx.Client) -> None:
    for path in ("/", "/lain", "/api/ekinerja/v1/", "/api_kinerja/laporan/skp"):
        response = api.get(path)
        assert response.status_code == 404
        assert "openapi.json" in sentence(response)
    assert api.get(f"/api_kinerja/laporan/skp/{KEPALA}").status_code == 422
    assert api.get(TULIS).status_code == 405


def test_openapi_shows_every_address(api: httpx.Client) -> None:
    found = api.get("/api/ekinerja/v1/openapi.json", headers={"Authorization": ""}).json()
    assert found["openapi"].startswith("3.")
    assert set(found["paths"]) == {
        TULIS,
        BACA,
        *(f"/api/ekinerja/v1/{name}" for name in ("sehat", "unor", "log/{tahun}")),
        "/api_kinerja/referensi/periode",
        "/api_kinerja/laporan/skp/{tahun}",
        "/api_kinerja/laporan/penilaian/{tahun}/{periode_id}",
    }
    assert found["components"]["securitySchemes"]["Token"]["scheme"] == "bearer"
    assert "http://" not in json.dumps(found["paths"]), "nothing is loaded from elsewhere"


def test_a_fault_of_ours_is_a_sentence_without_a_trace(api: httpx.Client, panggung: Panggung) -> None:
    with psycopg.connect(panggung.dsn, autocommit=True) as connection:
        connection.execute("ALTER TABLE ek_unor RENAME TO ek_unor_hilang")
        try:
            response = api.get("/api/ekinerja/v1/unor")
        finally:
            connection.execute("ALTER TABLE ek_unor_hilang RENAME TO ek_unor")
    assert response.status_code == 500
    assert "ek_unor" not in sentence(response)
    assert api.get("/api/ekinerja/v1/unor").status_code == 200


def test_in_maintenance_nothing_is_taken_and_the_end_is_told(
    panggung: Panggung, monkeypatch: pytest.MonkeyPatch
) -> None:
    until = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    monkeypatch.setenv("SELARAS_EKINERJA_TUTUP_SAMPAI", until.isoformat())
    with running(panggung.dsn) as closed:
        with httpx.Client(base_url=closed.direct, trust_env=False) as api:
            response = api.get("/api/ekinerja/v1/sehat")
        assert (response.status_code, response.json()["kode"]) == (503, "pemeliharaan")
        assert 3500 < int(response.headers["Retry-After"]) <= 3600
        with pytest.raises(Postponed):
            panggung.over_http(url=closed.direct).send([skp()])
    assert panggung.log() == []


def test_many_at_once_are_all_answered(panggung: Panggung) -> None:
    def one(number: int) -> int:
        with panggung.httpx() as api:
            write = operation_of(nilai(slot=201 + number % 4)) | {"kunci": kunci()}
            return api.post(TULIS, json={"operasi": [write]}).status_code

    with panggung.httpx() as api:
        api.post(TULIS, json={"operasi": [operation_of(skp())]})
    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(one, range(32))) == {200}
    assert sorted(hasil for _, hasil, _ in panggung.log()) == ["bentrok"] * 28 + ["diterima"] * 5
