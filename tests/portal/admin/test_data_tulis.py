"""What the admins decide: pairs of people, units, exceptions, uploads, papers; every form also with bad input."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import httpx
import pytest
import python_calamine
import xlsxwriter

from jobs.desa import BUDI, DEWI, DUA, EKO, SATU, WARGA, Orang
from portal.admin.data_desa import LAIN, RINA, rusak, sebagai
from portal.conftest import SARI, Situs, kirim
from selaras.accounts.roles import Jenis

NAKAL = "<script>alert(1)</script>"
ASING = Orang(42, "Tidak Ada", SATU).nip


@pytest.fixture(scope="module")
def admin(situs: Situs) -> Iterator[httpx.Client]:
    rusak(situs)
    with sebagai(situs, Jenis.ADMIN_DINAS) as client:
        yield client


def satu(situs: Situs, query: str) -> tuple[object, ...]:
    """Return one row as it stands now."""
    situs.db.rollback()
    row = situs.db.execute(query.encode()).fetchone()
    assert row is not None
    return tuple(row)


def angka(situs: Situs, query: str) -> int:
    return int(str(satu(situs, query)[0]))


def isian(page: str, name: str) -> str:
    """Return the value of a hidden field."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def token(client: httpx.Client, path: str) -> str:
    return isian(client.get(path).text, "csrfmiddlewaretoken")


# -- people -------------------------------------------------------------------------------------------------------
def pasangan(admin: httpx.Client) -> dict[str, str]:
    page = admin.get("/padan/").text
    return {"a": isian(page, "a"), "b": isian(page, "b")}


def test_both_accounts_stand_side_by_side_and_masked(admin: httpx.Client) -> None:
    page = admin.get("/padan/").text
    assert "Kedua akun berdampingan" in page
    assert "Tanggal lahir" in page
    assert page.count("tidak-sama") >= 1
    assert LAIN not in page
    assert RINA.nip not in page


def test_a_no_without_a_reason_is_refused_and_keeps_what_was_chosen(situs: Situs, admin: httpx.Client) -> None:
    answer = kirim(admin, "/padan/putuskan/", dari="/padan/", **pasangan(admin), putusan="beda", alasan="")
    assert answer.status_code == 422
    assert "Tulis alasannya" in answer.text
    assert RINA.nama.lower() in answer.text.lower()
    assert angka(situs, "SELECT count(*) FROM padan_orang") == 0


@pytest.mark.parametrize("field", ["a", "b"])
def test_a_pair_that_was_made_up_is_not_decided(situs: Situs, admin: httpx.Client, field: str) -> None:
    fields = pasangan(admin) | {field: "17"}
    assert kirim(admin, "/padan/putuskan/", dari="/padan/", **fields, putusan="sama").status_code == 404
    assert angka(situs, "SELECT count(*) FROM padan_orang") == 0


def test_a_decision_is_kept_once_shown_with_its_reason_and_taken_back(situs: Situs, admin: httpx.Client) -> None:
    fields = pasangan(admin) | {"putusan": "beda", "alasan": NAKAL}
    assert "bukan orang yang sama" in kirim(admin, "/padan/putuskan/", dari="/padan/", **fields).text
    again = kirim(admin, "/padan/putuskan/", dari="/padan/", **fields)
    assert "sudah diputuskan" in again.text
    assert angka(situs, "SELECT count(*) FROM padan_orang") == 1
    assert angka(situs, "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'proses' AND status = 'todo'") == 1
    page = admin.get("/padan/").text
    assert NAKAL not in page
    assert "&lt;script&gt;" in page
    nomor = isian(page, "nomor")
    refused = kirim(admin, "/padan/batal/", dari="/padan/", nomor=nomor, alasan="")
    assert refused.status_code == 422
    assert "Tulis mengapa" in refused.text
    assert "dibatalkan" in kirim(admin, "/padan/batal/", dari="/padan/", nomor=nomor, alasan="keliru").text
    assert "sudah dibatalkan" in kirim(admin, "/padan/batal/", dari="/padan/", nomor=nomor, alasan="lagi").text
    assert satu(situs, "SELECT dibatalkan_alasan, dibatalkan_oleh FROM padan_orang") == ("keliru", BUDI.nama)


# -- units --------------------------------------------------------------------------------------------------------
def unit(admin: httpx.Client) -> str:
    page = admin.get("/padan/unor/?jenis=semua").text
    rows = re.findall(r'<a href="(/padan/unor/[^"?]+/)">([^<]*)</a>', page)
    return next(link for link, name in rows if name == DUA.nama)


def test_a_unit_is_decided_singly_and_let_go(situs: Situs, admin: httpx.Client) -> None:
    link = unit(admin)
    assert DUA.npsn in admin.get(link).text
    found = admin.get(link, params={"cari": "sdn 1"}).text
    assert SATU.npsn in found
    assert kirim(admin, link, aksi="tetapkan").status_code == 422
    assert kirim(admin, link, aksi="bukan", alasan=" ").status_code == 422
    assert kirim(admin, link, aksi="hapus").status_code == 422
    strange = kirim(admin, link, aksi="tetapkan", npsn="99999999")
    assert strange.status_code == 422
    assert "tidak dikenal" in strange.text
    assert "bukan sekolah" in kirim(admin, link, aksi="bukan", alasan="Bidang di dinas").text
    page = admin.get(link).text
    assert "Bidang di dinas" in page
    assert "dilepas" in kirim(admin, link, aksi="lepas").text
    assert angka(situs, "SELECT count(*) FROM padan_unor WHERE dibatalkan IS NULL") == 0


def test_all_sure_ones_are_accepted_at_once_and_only_once(situs: Situs, admin: httpx.Client) -> None:
    assert "Terima 1 yang pasti" in admin.get("/padan/unor/").text
    assert "1 padanan pasti diterima" in kirim(admin, "/padan/unor/").text
    assert angka(situs, "SELECT count(*) FROM padan_unor WHERE dibatalkan IS NULL") == 1
    nothing = kirim(admin, "/padan/unor/", dari="/kecualikan/")
    assert "Tidak ada usulan pasti" in nothing.text
    assert angka(situs, "SELECT count(*) FROM padan_unor WHERE dibatalkan IS NULL") == 1


# -- exceptions ---------------------------------------------------------------------------------------------------
BENAR = {"kode": "X3", "alasan": "Tugas belajar, SK 12/2024", "mulai": "2024-07-01", "sampai": ""}


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"nip": ""}, "NIP belum diisi"),
        ({"nip": "123"}, "Nip kosong atau tidak sah"),
        ({"nip": ASING}, "tidak ada di data"),
        ({"alasan": "  "}, "Alasan belum diisi"),
        ({"alasan": "x" * 501}, "aria-invalid"),
        ({"mulai": "2024-02-30"}, "Tanggal ini tidak ada"),
        ({"mulai": ""}, "aria-invalid"),
        ({"sampai": "2024-01-01"}, "mendahului"),
        ({"kode": "X9"}, "aria-invalid"),
        ({"alasan": "a\x00b"}, "aria-invalid"),
    ],
)
def test_one_exception_is_refused_beside_the_field_and_nothing_is_written(
    situs: Situs, admin: httpx.Client, ubah: dict[str, str], kata: str
) -> None:
    answer = kirim(admin, "/kecualikan/", **({"nip": EKO.nip} | BENAR | ubah))
    assert answer.status_code == 422
    assert kata.casefold() in answer.text.casefold()
    assert angka(situs, "SELECT count(*) FROM pengecualian") == 0


def test_one_person_is_taken_out_once_and_back_in(situs: Situs, admin: httpx.Client) -> None:
    link = re.search(r'href="(/kecualikan/\?orang=[^"]+)"', admin.get("/orang/", params={"nama": "eko"}).text)
    assert link
    page = admin.get(unescape(link[1])).text
    assert f"Kecualikan {EKO.nama}" in page
    assert EKO.nip not in page
    fields = {"orang": isian(page, "orang")} | BENAR
    assert f"{EKO.nama} dikecualikan" in kirim(admin, "/kecualikan/", **fields).text
    again = kirim(admin, "/kecualikan/", **fields)
    assert again.status_code == 422
    assert "sudah dikecualikan" in again.text.lower()
    listed = admin.get("/kecualikan/").text
    assert "SK 12/2024" in listed
    assert EKO.nip not in listed
    nomor = isian(listed, "nomor")
    assert "dihitung lagi" in kirim(admin, "/kecualikan/cabut/", dari="/kecualikan/", nomor=nomor).text
    assert "sudah diakhiri" in kirim(admin, "/kecualikan/cabut/", dari="/kecualikan/", nomor=nomor).text
    assert kirim(admin, "/kecualikan/cabut/", dari="/kecualikan/", nomor="1").status_code == 404
    assert angka(situs, "SELECT count(*) FROM pengecualian WHERE dicabut_run IS NULL") == 0


def test_a_list_is_checked_whole_before_anything_is_written(situs: Situs, admin: httpx.Client) -> None:
    path = "/kecualikan/daftar/"
    teks = f"nip;kode;mulai\n{DEWI.nip};X1;2024-05-01\n123;X1;\n{ASING};X7;31-01-2024\n{DEWI.nip};;\n"
    answer = kirim(admin, path, teks=teks, aksi="simpan", **BENAR)
    assert answer.status_code == 422
    for kata in (
        "3 baris perlu diperbaiki, 1 benar",
        "tidak sah",
        "kode harus",
        "tanggal mulai",
        "sudah ada di baris 2",
    ):
        assert kata in answer.text
    shown = re.sub(r"<textarea.*?</textarea>", "", answer.text, flags=re.S)
    assert not re.findall(r"\d{15,}", shown)
    assert "X7;31-01-2024" in answer.text  # what was typed stays, to be mended
    assert angka(situs, "SELECT count(*) FROM pengecualian WHERE dicabut_run IS NULL") == 0
    assert "1 orang dikecualikan" in kirim(admin, path, teks=teks, aksi="benar", **BENAR).text
    assert satu(situs, "SELECT kode, mulai::text FROM pengecualian WHERE dicabut_run IS NULL") == ("X1", "2024-05-01")
    twice = kirim(admin, path, teks=DEWI.nip, aksi="simpan", **BENAR)
    assert twice.status_code == 422
    assert "sudah dikecualikan" in twice.text


def test_two_clicks_at_once_write_a_list_once(situs: Situs, admin: httpx.Client) -> None:
    path, before = "/kecualikan/daftar/", angka(situs, "SELECT count(*) FROM pengecualian")
    fields = {"csrfmiddlewaretoken": token(admin, path), "teks": EKO.nip, "aksi": "simpan", **BENAR}
    codes: list[int] = []

    def click() -> None:
        with httpx.Client(base_url=str(admin.base_url), cookies=admin.cookies, timeout=30) as one:
            codes.append(one.post(path, data=fields, headers={"Referer": f"{admin.base_url}{path}"}).status_code)

    threads = [threading.Thread(target=click) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert angka(situs, "SELECT count(*) FROM pengecualian") == before + 1
    assert sorted(codes)[0] == 302
    assert set(codes[1:]) | {302} <= {302, 422}


@pytest.mark.parametrize(
    "teks",
    ["", "  \n ; ,\n", "nip\n", "\n".join(["198501012010012999"] * 5001), '"' * 2000, 'nip,alasan\n"' + "x" * 200_000],
)
def test_an_odd_list_is_refused_with_a_sentence(situs: Situs, admin: httpx.Client, teks: str) -> None:
    before = angka(situs, "SELECT count(*) FROM pengecualian")
    answer = kirim(admin, "/kecualikan/daftar/", teks=teks, aksi="simpan", **BENAR)
    assert answer.status_code == 422
    assert angka(situs, "SELECT count(*) FROM pengecualian") == before


def test_a_paste_beyond_all_measure_is_refused(admin: httpx.Client) -> None:
    assert kirim(admin, "/kecualikan/daftar/", teks="9" * 400_000, **BENAR).status_code == 422
    assert kirim(admin, "/kecualikan/daftar/", teks="9" * 3_000_000, **BENAR).status_code in (400, 413)


@pytest.mark.parametrize("isi", [b"", b"PK\x03\x04bukan csv\xff\xfe", "nip\n".encode("utf-16"), b"\x00" * 50])
def test_a_file_that_is_no_list_is_refused(admin: httpx.Client, isi: bytes) -> None:
    path = "/kecualikan/daftar/"
    fields = {"csrfmiddlewaretoken": token(admin, path), "aksi": "periksa", **BENAR}
    answer = admin.post(
        path, data=fields, files={"berkas": ("daftar.csv", isi)}, headers={"Referer": f"{admin.base_url}{path}"}
    )
    assert answer.status_code == 422
    assert "aria-invalid" in answer.text


# -- papers, uploads, the worker ----------------------------------------------------------------------------------
def test_papers_are_asked_for_once_made_by_a_worker_and_filled_ones_come_back(
    situs: Situs, admin: httpx.Client, tmp_path: Path
) -> None:
    for jenis in ("buku", "sekolah", "buku"):
        kirim(admin, "/tindak-lanjut/berkas/minta/", dari="/tindak-lanjut/", jenis=jenis)
    assert angka(situs, "SELECT count(*) FROM dokumen") == 2
    assert kirim(admin, "/tindak-lanjut/berkas/minta/", dari="/tindak-lanjut/", jenis="../x").status_code == 422
    files = [("berkas", ("laporan.xlsx", b"PK\x03\x04rusak")), ("folder", ("apa/catatan.txt", b"halo")),
             ("berkas", ("siasn.csv", b"nip_baru,nama\n"))]  # fmt: skip
    sent = {"csrfmiddlewaretoken": token(admin, "/impor/")}
    taken = admin.post("/impor/", data=sent, files=files, headers={"Referer": f"{admin.base_url}/impor/"})
    assert "3 berkas diterima" in taken.text
    assert "data-selesai" not in admin.get("/impor/kemajuan/").text
    situs.bekerja()
    part = admin.get("/impor/kemajuan/").text
    assert "<html" not in part
    assert "data-selesai" in part
    assert "laporan.xlsx" in part
    assert "catatan.txt" in part
    link = re.search(r'href="(/impor/[^"]+/)"', part)
    assert link
    assert "Tidak terbaca" in admin.get(unescape(link[1])).text
    _papers(admin, situs, tmp_path)


def test_a_part_of_a_page_that_comes_every_two_seconds_leaves_no_line_and_a_refusal_does(
    situs: Situs, admin: httpx.Client
) -> None:
    count = "SELECT count(*) FROM ac_akses WHERE apa IN ('impor_kemajuan', 'tindak_lanjut_keadaan')"
    before = angka(situs, count)
    for path in ("/impor/kemajuan/", "/tindak-lanjut/berkas/"):
        assert admin.get(path).status_code == 200
    assert angka(situs, count) == before
    with closing(situs.masuk(SARI)) as other:
        assert other.get("/impor/kemajuan/").status_code == 403
    assert angka(situs, count) == before + 1


def test_files_that_are_old_enough_go_and_their_lines_say_so(situs: Situs, admin: httpx.Client) -> None:
    uploaded, made = (
        Path(str(satu(situs, query)[0]))
        for query in (
            "SELECT folder FROM unggahan WHERE selesai IS NOT NULL ORDER BY id LIMIT 1",
            "SELECT berkas FROM dokumen WHERE berkas IS NOT NULL ORDER BY id LIMIT 1",
        )
    )
    situs.bekerja()
    assert uploaded.is_dir()
    assert made.is_file()
    for table in ("unggahan", "dokumen"):
        situs.db.execute(f"UPDATE {table} SET selesai = selesai - interval '91 days'".encode())
    situs.db.commit()
    situs.bekerja()
    assert not uploaded.exists()
    assert not made.exists()
    link = re.search(r'href="(/impor/[^"]+/)"', admin.get("/impor/kemajuan/").text)
    assert link
    page = admin.get(unescape(link[1])).text
    assert "sudah dihapus" in page
    assert "laporan.xlsx" in page
    papers = admin.get("/tindak-lanjut/berkas/").text
    assert "sudah dihapus karena umurnya" in papers
    assert "> Unduh<" not in papers


def _papers(admin: httpx.Client, situs: Situs, tmp_path: Path) -> None:
    page = admin.get("/tindak-lanjut/berkas/").text
    links = re.findall(r'href="(/tindak-lanjut/berkas/[^"]+/)"', page)
    answers = [admin.get(unescape(link)) for link in links]
    names = [re.findall(r'filename="([^"]+)"', a.headers["Content-Disposition"])[0] for a in answers]
    assert sorted(names) == ["halaman-sekolah.zip", "tindak-lanjut.xlsx"]
    book = next(a.content for a in answers if "xlsx" in a.headers["Content-Disposition"])
    assert b"%PDF" not in book
    refused = _status(admin, book)
    assert refused.status_code == 422  # nothing was filled in
    assert "Tidak ada kolom" in refused.text
    filled = _filled(book, tmp_path)
    assert "tanda dibaca" in _status(admin, filled).text
    assert angka(situs, "SELECT count(*) FROM tanda_selesai") >= 1
    with closing(situs.masuk(SARI)) as other:  # a head
        assert other.get(unescape(links[0])).status_code == 403


def _status(admin: httpx.Client, isi: bytes) -> httpx.Response:
    path = "/tindak-lanjut/status/"
    fields = {"csrfmiddlewaretoken": token(admin, path)}
    return admin.post(
        path, data=fields, files={"berkas": ("b.xlsx", isi)}, headers={"Referer": f"{admin.base_url}{path}"}
    )


def _filled(book: bytes, tmp_path: Path) -> bytes:
    """Write a workbook as somebody would who filled in the status of every row."""
    rows = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_name("Sekolah").to_python()
    head = next(i for i, row in enumerate(rows) if "kunci" in row)
    path = tmp_path / "isi.xlsx"
    with xlsxwriter.Workbook(str(path)) as made:
        sheet = made.add_worksheet("Sekolah")
        for number, row in enumerate(rows[head:]):
            for column, cell in enumerate(row):
                done = number and rows[head][column] == "Status"
                sheet.write(number, column, "sudah" if done else cell)
    return path.read_bytes()


@pytest.mark.parametrize("isi", [b"", b"%PDF-1.7 bukan buku", b"PK\x03\x04rusak", b"kunci;Status\n", b"\x00" * 5000])
def test_a_file_that_is_no_workbook_is_refused_beside_the_field(admin: httpx.Client, isi: bytes) -> None:
    answer = _status(admin, isi)
    assert answer.status_code == 422
    assert "aria-invalid" in answer.text
    assert "Traceback" not in answer.text


POSTS = (
    "/padan/putuskan/", "/padan/batal/", "/padan/unor/", "/kecualikan/", "/kecualikan/daftar/", "/kecualikan/cabut/",
    "/tindak-lanjut/berkas/minta/", "/tindak-lanjut/status/", "/impor/",
)  # fmt: skip


def test_whoever_is_no_admin_writes_nothing(situs: Situs) -> None:
    before = satu(
        situs, "SELECT (SELECT count(*) FROM run), (SELECT count(*) FROM pengecualian), (SELECT count(*) FROM dokumen)"
    )
    situs.beri(SARI, Jenis.OPERATOR)
    with closing(situs.masuk(SARI)) as client:
        for path in POSTS:
            answer = kirim(client, path, dari="/", jenis="buku", nip=EKO.nip, aksi="simpan", teks=EKO.nip, **BENAR)
            assert answer.status_code in (403, 404), path
            assert not [o.nama for o in WARGA if o.sekolah is DUA and o.nama in answer.text]
    assert (
        satu(
            situs,
            "SELECT (SELECT count(*) FROM run), (SELECT count(*) FROM pengecualian), (SELECT count(*) FROM dokumen)",
        )
        == before
    )


def test_a_post_without_its_token_is_refused(admin: httpx.Client) -> None:
    for path in POSTS:
        assert admin.post(path, data={"aksi": "simpan"}).status_code == 403
