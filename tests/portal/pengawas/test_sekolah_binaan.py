"""Schools times five steps: red first, one picture without a name of anybody, nothing of anybody else's schools."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from jobs.desa import BUDI, DUA, EKO, SARI, SATU, TONO, WARGA
from portal.conftest import Situs
from portal.kepala.conftest import tulis
from portal.kepala.test_setujui import masuk, teks
from selaras.accounts.roles import Jenis

__all__ = ["tulis"]
DAFTAR = "/sekolah-sekolah/"


@pytest.fixture
def pengawas(tulis: Situs) -> Iterator[httpx.Client]:
    """Budi looks after his own school only."""
    tulis.db.execute("DELETE FROM ac_peran")
    tulis.beri(BUDI, Jenis.PENGAWAS)
    with masuk(tulis, BUDI, Jenis.PENGAWAS) as client:
        yield client


@pytest.fixture
def admin(tulis: Situs) -> Iterator[httpx.Client]:
    tulis.db.execute("DELETE FROM ac_peran")
    tulis.beri(EKO, Jenis.ADMIN_DINAS)
    with masuk(tulis, EKO, Jenis.ADMIN_DINAS) as client:
        yield client


def sekolah(page: str) -> list[str]:
    """The schools of the table, in their order."""
    return re.findall(r'<a href="/sekolah/[^"]+/">([^<]+)</a>', page)


def test_the_home_of_a_pengawas_is_his_schools_and_no_other(pengawas: httpx.Client) -> None:
    for path in ("/", DAFTAR):
        page = pengawas.get(path).text
        assert sekolah(page) == [SATU.nama]
        assert DUA.nama not in page
        assert TONO.nama not in page
    assert pengawas.get(re.findall(r'href="(/sekolah/[^"]+/)"', page)[0]).status_code == 200


def test_the_worst_stands_first_and_every_cell_says_what_it_means(admin: httpx.Client) -> None:
    page = admin.get(DAFTAR)
    assert sekolah(page.text) == [SATU.nama, DUA.nama]
    assert "1 tertahan" in teks(page)
    assert "selesai" in teks(page)


def test_the_picture_names_schools_and_nobody(admin: httpx.Client) -> None:
    page = admin.get(DAFTAR).text
    inline = page[page.index("<svg xmlns") : page.index("</svg>", page.index("<svg xmlns"))]
    answer = admin.get("/pengawas/gambar.svg")
    for drawn in (inline, answer.text):
        assert not [o.nama for o in WARGA if o.nama in drawn]
        assert not re.findall(r"\d{8}", drawn)
        for words in (SATU.nama, DUA.nama, "LATIHAN", "Data per 6 Januari 2025", "Kabupaten Desa"):
            assert words in drawn
    root = ET.fromstring(answer.text)
    assert root.tag.endswith("svg")
    assert not [tag for tag in root.iter() if tag.tag.rpartition("}")[2] not in ("svg", "title", "rect", "text")]


@pytest.mark.parametrize(("bentuk", "awal"), [("png", b"\x89PNG"), ("pdf", b"%PDF-"), ("svg", b"<svg")])
def test_the_picture_can_be_taken_along(admin: httpx.Client, bentuk: str, awal: bytes) -> None:
    answer = admin.get(f"/pengawas/gambar.{bentuk}")
    assert answer.content.startswith(awal)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="lima-langkah-2025-01-06.{bentuk}"'


@pytest.mark.parametrize("bentuk", ["exe", "svg.exe", "..", "%00", "PNG"])
def test_there_is_no_other_form_of_it(admin: httpx.Client, bentuk: str) -> None:
    assert admin.get(f"/pengawas/gambar.{bentuk}").status_code in (400, 404)


def test_the_picture_keeps_to_the_scope_and_to_the_filter(tulis: Situs, pengawas: httpx.Client) -> None:
    drawn = pengawas.get("/pengawas/gambar.svg").text
    assert SATU.nama in drawn
    assert DUA.nama not in drawn
    tulis.beri(EKO, Jenis.ADMIN_DINAS)
    with masuk(tulis, EKO, Jenis.ADMIN_DINAS) as admin:
        drawn = admin.get("/pengawas/gambar.svg", params={"cari": "2 desa"}).text
        assert SATU.nama not in drawn
        assert DUA.nama in drawn


@pytest.mark.parametrize(
    ("saring", "tampil"),
    [
        ({"cari": "SDN 2"}, [DUA.nama]),
        ({"cari": SATU.npsn}, [SATU.nama]),
        ({"cari": "tidak ada"}, []),
        ({"cari": "%' OR 1=1 --"}, []),
        ({"cari": "x" * 500}, [SATU.nama, DUA.nama]),
        ({"posisi": "selesai"}, []),
        ({"posisi": "ngawur"}, [SATU.nama, DUA.nama]),
        ({"halaman": "99"}, [SATU.nama, DUA.nama]),
        ({"halaman": "<script>"}, [SATU.nama, DUA.nama]),
    ],
)
def test_the_list_can_be_narrowed(admin: httpx.Client, saring: dict[str, str], tampil: list[str]) -> None:
    page = admin.get(DAFTAR, params=saring)
    assert page.status_code == 200
    assert sekolah(page.text) == tampil
    assert "<script>" not in page.text


def test_a_teacher_gets_neither_list_nor_picture(tulis: Situs) -> None:
    with closing(tulis.masuk(SARI)) as head:
        assert DUA.nama not in head.get("/pengawas/gambar.svg").text
    tulis.db.execute("DELETE FROM ac_peran")
    tulis.db.commit()
    with closing(tulis.masuk(EKO)) as teacher:
        for path in (DAFTAR, "/pengawas/gambar.svg", "/pengawas/gambar.png"):
            answer = teacher.get(path)
            assert answer.status_code == 403
            assert SATU.nama not in answer.text
