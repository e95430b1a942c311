"""Dropping reports in the browser: kept as they came, read by a worker, whatever they are."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from jobs.desa import Desa
from portal.conftest import BUDI, SARI, Situs, folder_of
from selaras.accounts.roles import Jenis
from selaras.portal.admin.unggah_isian import NAME, shown

Berkas = list[tuple[str, tuple[str, bytes]]]


@pytest.fixture(scope="module")
def admin(situs: Situs) -> Iterator[httpx.Client]:
    situs.beri(BUDI, Jenis.ADMIN_DINAS)
    with closing(situs.masuk(BUDI)) as client:
        yield client


def unggah(client: httpx.Client, berkas: Berkas) -> httpx.Response:
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', client.get("/impor/").text)[-1]
    referer = {"Referer": f"{client.base_url}/impor/"}
    return client.post("/impor/", data={"csrfmiddlewaretoken": token}, files=berkas, headers=referer)


def test_reports_are_read_by_a_worker_and_change_what_the_pages_say(
    situs: Situs, admin: httpx.Client, tmp_path: Path
) -> None:
    later = Desa("2025-01-07")
    later.tanpa_ekinerja(SARI, "1")
    later.tulis(tmp_path, "laporan-nilai-1")
    before = situs.db.execute("SELECT max(id) FROM batch").fetchone()
    answer = unggah(admin, [("berkas", (path.name, path.read_bytes())) for path in tmp_path.iterdir()])
    assert "1 berkas diterima" in answer.text
    assert "1 menunggu giliran" in answer.text
    situs.bekerja()
    after = situs.db.execute("SELECT id, berkas FROM batch ORDER BY id DESC LIMIT 1").fetchone()
    assert before
    assert after
    assert after[0] == before[0] + 1
    assert "laporan-nilai-1" in after[1]
    assert "menunggu giliran" not in admin.get("/impor/").text


def zipped(**members: bytes) -> bytes:
    with io.BytesIO() as target:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return target.getvalue()


def hostile() -> dict[str, bytes]:
    """What only looks like a report, under names that want to lead elsewhere."""
    return {
        "../../nol\u202e.xlsx": b"\x00" * 1000,
        "rusak.xlsx": b"PK\x03\x04rusak",
        "program.xlsx": b"MZ\x90\x00\x03" + b"\x00" * 500 + b"This program cannot be run in DOS mode.",
        "elf.csv": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 4,
        "halaman.xls": b"<html><script>alert(1)</script>bukan laporan</html>",
        "utf16.csv": "nip;nama\n".encode("utf-16"),
        "panjang.csv": b"nip;nama\n" + b"1" * (2 << 20),
        "dalam.json": b"[" * 200_000,
        "bom.zip": zipped(**{"laporan.csv": b"0" * (96 << 20)}),
        "bom.xlsx": zipped(**{"[Content_Types].xml": b"<x/>", "xl/worksheets/sheet1.xml": b" " * (96 << 20)}),
        "keluar.zip": zipped(**{"../../../../keluar.csv": b"a;b\n1;2\n", "/tmp/keluar-mutlak.csv": b"a;b\n1;2\n"}),
        "boneka.zip": zipped(**{"dua.zip": zipped(**{"tiga.zip": zipped(x=b"x")})}),
    }


def test_whatever_is_dropped_each_is_refused_by_name_and_nothing_else_happens(
    situs: Situs, admin: httpx.Client
) -> None:
    rows = situs.db.execute("SELECT count(*) FROM record").fetchone()
    files = hostile()
    answer = unggah(admin, [("berkas", item) for item in files.items()])
    assert answer.status_code == 200
    situs.bekerja()
    assert situs.db.execute("SELECT count(*) FROM record").fetchone() == rows
    (actor,) = situs.db.execute("SELECT actor FROM run WHERE verb = 'impor' ORDER BY id DESC").fetchone() or ("",)
    assert BUDI.nama in actor, "the run is his who uploaded, not the machine's"
    (page,) = re.findall(r'href="(/impor/[^"/]+/)"', admin.get("/impor/").text)[:1]
    told = html.unescape(admin.get(page).text)
    assert [name for name in files if shown(name) not in told] == []
    assert "<script>alert" not in told
    assert "Traceback" not in told
    outside = folder_of(situs).parent
    assert [path for path in outside.rglob("keluar*") if path.suffix == ".csv"] == []
    assert not Path("/tmp/keluar-mutlak.csv").exists()
    assert admin.get("/").status_code == 200


def test_a_file_of_no_known_kind_is_counted_among_what_was_done(situs: Situs, admin: httpx.Client) -> None:
    unggah(admin, [("berkas", ("catatan.csv", b"hari;isi\nSenin;rapat\n"))])
    situs.bekerja()
    assert "0 berkas, 0 baris dibaca. 1 berkas dilewati: bukan laporan yang dikenal." in admin.get("/jalan/").text


def test_an_empty_file_is_refused_at_once(admin: httpx.Client) -> None:
    answer = unggah(admin, [("berkas", ("kosong.xlsx", b""))])
    assert answer.status_code == 422


def test_without_a_file_the_form_says_so(admin: httpx.Client) -> None:
    answer = unggah(admin, [("lain", ("x.csv", b"x"))])
    assert answer.status_code == 422
    assert "aria-invalid" in answer.text


@pytest.mark.parametrize("name", ["../../a", "a/b\\c.csv", ".", "", "x" * 500, "\x00.csv", "CON", "a\nb"])
def test_a_name_leads_nowhere(name: str) -> None:
    found = shown(name)
    assert found
    assert not set(found) & set("/\\\x00\n")
    assert len(found) <= NAME
    assert not found.startswith(".")
