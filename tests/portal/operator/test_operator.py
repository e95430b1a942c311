"""What an operator mends, submits and hands out: whole numbers in one place, and only of his own school."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from jobs.desa import BUDI, DEWI, DUA, EKO, SARI, SATU, WARGA, WATI, Baris, Orang, dapodik
from jobs.ruang import Ruang
from portal.conftest import Situs, kirim
from portal.guru.rusak import NIP_LAMA, desa_rusak, rusakkan
from selaras.accounts.roles import Jenis
from selaras.accounts.services import pengguna_of, peran_beri, system_scope
from selaras.jobs.daftar_guru import MOST

DAFTAR = "/operator/daftar-guru/"
OWN = (SARI, BUDI, WATI)
Unggah = Callable[..., httpx.Response]


@pytest.fixture(scope="module")
def sekolah(situs: Situs) -> Situs:
    rusakkan(situs)
    situs.beri(BUDI, Jenis.OPERATOR)
    return situs


@pytest.fixture(scope="module")
def budi(sekolah: Situs) -> Iterator[httpx.Client]:
    with closing(sekolah.masuk(BUDI)) as client:
        yield client


def buku(rows: Iterable[Baris], atas: Iterable[str] = ()) -> bytes:
    """A Daftar Guru as Dapodik exports it."""
    rows, out = list(rows), io.BytesIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        lines = [*([line] for line in atas), names, *([row.get(name, "") for name in names] for row in rows)]
        for number, line in enumerate(lines):
            for place, cell in enumerate(line):
                sheet.write_string(number, place, cell)
    return out.getvalue()


@pytest.fixture
def unggah(budi: httpx.Client) -> Unggah:
    def send(content: bytes, name: str = "Daftar Guru.xlsx") -> httpx.Response:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', budi.get(DAFTAR).text)
        assert found
        return budi.post(
            DAFTAR,
            data={"csrfmiddlewaretoken": found[1]},
            files={"berkas": (name, content)},
            headers={"Referer": f"{budi.base_url}{DAFTAR}"},
        )

    return send


def tersimpan(situs: Situs) -> tuple[int, int]:
    """Batches of Daftar Guru, and rows that became no record."""
    row = situs.db.execute(
        "SELECT count(*), (SELECT count(*) FROM baris) FROM batch WHERE connector = 'dapodik_daftar_guru'"
    ).fetchone()
    situs.db.commit()
    assert row
    return row[0], row[1]


def sekolah_dapodik(situs: Situs, o: Orang) -> set[str]:
    found = situs.db.execute(
        "SELECT s.npsn FROM akun a JOIN sekolah s ON s.id = a.sekolah_id WHERE a.sistem = 3 AND a.nik = %s", (o.nik,)
    ).fetchall()
    situs.db.commit()
    return {row[0] for row in found}


def test_the_home_shows_what_waits_first_without_a_whole_number(budi: httpx.Client) -> None:
    text = budi.get("/").text
    assert "1 orang perlu perbaikan identitas" in text
    assert not re.findall(r"\d{16,18}", text)


def test_the_old_number_stands_beside_the_new_one_ready_to_copy(budi: httpx.Client) -> None:
    answer = budi.get("/operator/")
    assert NIP_LAMA in answer.text
    copy = re.search(r'id="([^"]+)">' + WATI.nip, answer.text)
    assert copy
    assert f'data-salin="#{copy[1]}"' in answer.text
    assert not [o.nip for o in WARGA if o is not WATI and o.nip in answer.text]
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_workbook_holds_this_school_alone_and_names_nobody_outside(budi: httpx.Client) -> None:
    answer = budi.get("/operator/verval-ptk.xlsx")
    assert answer.status_code == 200
    assert not re.findall(r"\d{16,18}", answer.headers["Content-Disposition"])
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0)
    cells = {str(cell) for row in sheet.to_python() for cell in row}
    assert {NIP_LAMA, WATI.nip} <= cells
    assert not [o for o in WARGA if o.sekolah is DUA and (o.nip in cells or o.nama in cells)]


@pytest.mark.parametrize("path", ["/operator/", "/operator/verval-ptk.xlsx", DAFTAR, "/kode/"])
def test_nobody_but_an_operator_comes_near(sekolah: Situs, path: str) -> None:
    for o in (SARI, DEWI):
        with closing(sekolah.masuk(o)) as client:
            answer = client.get(path)
            assert answer.status_code in (403, 404)
            assert WATI.nip not in answer.text


def formulir(client: httpx.Client, **changed: str) -> httpx.Response:
    text = client.get("/operator/").text
    card = re.search(r'name="orang" value="([^"]+)"><input type="hidden" name="kode" value="N3"', text)
    assert card
    fields = {"orang": card[1], "kode": "N3", "tanggal": "2025-01-05"} | changed
    return kirim(client, "/operator/", **fields)


@pytest.mark.parametrize(
    ("tanggal", "kata"),
    [("", "kosong"), ("kemarin", "tanggal"), ("2025-01-07", "belum terjadi"), ("2020-01-01", "lebih dari setahun")],
)
def test_a_day_that_can_not_be_is_refused_beside_the_field(budi: httpx.Client, tanggal: str, kata: str) -> None:
    answer = formulir(budi, tanggal=tanggal)
    assert answer.status_code == 422
    assert kata in answer.text.lower()


def test_a_finding_that_does_not_wait_here_is_not_submitted(sekolah: Situs, budi: httpx.Client) -> None:
    assert formulir(budi, kode="S8").status_code == 404
    assert formulir(budi, orang="1").status_code == 404
    assert formulir(budi, orang="").status_code == 404
    assert sekolah.db.execute("SELECT count(*) FROM pernyataan").fetchone() == (0,)
    sekolah.db.commit()


def test_what_was_submitted_is_folded_away_with_its_day_until_reports_say_otherwise(
    sekolah: Situs, budi: httpx.Client
) -> None:
    text = formulir(budi).text
    assert "Diajukan 5 Januari 2025" in text
    assert NIP_LAMA not in text.split("Sudah diajukan (")[1]
    assert "1 perbaikan sudah diajukan" in budi.get("/").text
    with closing(sekolah.masuk(WATI)) as client:
        assert "Operator sudah mengajukan perbaikan" in client.get("/").text
    mended = desa_rusak("2025-01-07")
    for rows in (*mended.pmm.values(), mended.dapodik):
        for row in rows:
            row["nip"] = WATI.nip if row["nip"] == NIP_LAMA else row["nip"]
    rusakkan(sekolah, mended)
    text = budi.get("/operator/").text
    assert "Sudah beres (1)" in text
    assert NIP_LAMA not in text


def test_a_list_is_taken_and_told_row_by_row(sekolah: Situs, budi: httpx.Client, unggah: Unggah) -> None:
    rows = [dapodik(o) for o in OWN]
    rows[1]["nip"] = "19820101"
    rows.append(
        {
            **dapodik(BUDI),
            "nama": "Honorer Baru",
            "nik": "3204110101979999",
            "nip": "",
            "nuptk": "",
            "status_kepegawaian": "Guru Honor Sekolah",
        }
    )
    before = tersimpan(sekolah)
    content = buku(rows)
    answer = unggah(content)
    assert answer.status_code == 200, answer.text
    assert "4 baris dibaca" in answer.text
    assert "Di luar cakupan" in answer.text
    assert "NIP kosong atau tidak sah" in answer.text
    assert not re.findall(r"\d{16,18}", answer.text)
    assert tersimpan(sekolah)[0] == before[0] + 1
    again = unggah(content)
    assert "sudah pernah dibaca" in again.text
    assert tersimpan(sekolah)[0] == before[0] + 1
    address = str(again.url)
    assert not re.findall(r"\d{16,18}", address)
    queued = sekolah.db.execute("SELECT count(*) FROM procrastinate_jobs WHERE queue_name = 'proses'").fetchone()
    sekolah.db.commit()
    assert queued
    assert queued[0] >= 1


def test_a_list_with_another_school_in_it_is_refused_as_a_whole(
    sekolah: Situs, budi: httpx.Client, unggah: Unggah
) -> None:
    before = tersimpan(sekolah)
    for rows in ([*map(dapodik, OWN), dapodik(DEWI)], [dapodik(DEWI)], [{**dapodik(BUDI), "npsn": DUA.npsn}]):
        answer = unggah(buku(rows))
        assert answer.status_code == 422
        assert "memuat sekolah lain" in answer.text
        assert DEWI.nama not in answer.text
    nameless = [{k: v for k, v in dapodik(o).items() if k not in ("npsn", "sekolah")} for o in OWN]
    assert "memuat sekolah lain" in unggah(buku(nameless, ["Daftar Guru", DUA.nama])).text
    assert "tidak menyebut sekolahnya" in unggah(buku(nameless)).text
    assert tersimpan(sekolah) == before


def test_somebody_known_elsewhere_is_not_drawn_into_ones_own_school(
    sekolah: Situs, budi: httpx.Client, unggah: Unggah
) -> None:
    stolen = [
        {**dapodik(EKO), "npsn": SATU.npsn, "sekolah": SATU.nama},
        {**dapodik(BUDI), "nama": "Orang Baru", "nik": "3204110101979998", "nip": DEWI.nip, "nuptk": ""},
        {**dapodik(BUDI), "nama": "Orang Lain", "nik": DEWI.nik, "nip": "", "nuptk": ""},
    ]
    answer = unggah(buku([*map(dapodik, OWN), *stolen]))
    assert answer.status_code == 200, answer.text
    assert answer.text.count("Tidak disimpan") == 3
    assert DUA.nama not in answer.text
    assert sekolah_dapodik(sekolah, EKO) == {DUA.npsn}
    assert sekolah_dapodik(sekolah, DEWI) == {DUA.npsn}
    room = Ruang(sekolah.dsn)
    room.olah()
    room.tutup()
    text = budi.get("/sekolah/").text
    assert EKO.nama not in text
    assert DEWI.nama not in text


@pytest.mark.parametrize(
    ("content", "name", "kata"),
    [
        (b"", "daftar.xlsx", "kosong"),
        (b"nip;nama\n1;2\n", "daftar.csv", "bukan Daftar Guru"),
        (b"PK\x03\x04rusak", "daftar.xlsx", "rusak"),
        (b"MZ\x90", "daftar.exe", "Bukan XLSX atau CSV"),
        (b"\x00" * 2048, "daftar.csv", "."),
        (b"x" * (6 << 20), "daftar.csv", "paling besar"),
    ],
)
def test_a_file_that_is_no_list_is_refused_beside_the_field(
    sekolah: Situs, unggah: Unggah, content: bytes, name: str, kata: str
) -> None:
    before = tersimpan(sekolah)
    answer = unggah(content, name)
    assert answer.status_code == 422
    assert kata in answer.text
    assert "Ada isian yang perlu diperbaiki" in answer.text
    assert tersimpan(sekolah) == before


def test_a_list_too_long_or_of_a_day_to_come_or_of_another_kind_is_refused(sekolah: Situs, unggah: Unggah) -> None:
    before = tersimpan(sekolah)
    long = "nama,nip,jenis_ptk,status_kepegawaian,jk,npsn\n" + f"A,,Guru Kelas,PNS,L,{SATU.npsn}\n" * (MOST + 1)
    assert "bukan daftar satu sekolah" in unggah(long.encode(), "daftar.csv").text
    assert (
        "belum terjadi"
        in unggah(buku([dapodik(BUDI)], ["Daftar Guru", "Data ditarik pada : 2099-01-01 10:00:00"])).text
    )
    report = "nip,nama,skp_unor,skp_status,periode_awal,periode_akhir\n"
    assert "bukan Daftar Guru" in unggah(report.encode(), "daftar.csv").text
    assert tersimpan(sekolah) == before


def test_a_file_name_does_no_harm_and_a_result_is_for_its_own_school(
    sekolah: Situs, budi: httpx.Client, unggah: Unggah
) -> None:
    answer = unggah(buku([dapodik(o) for o in (*OWN[:2], OWN[2])], ["Daftar Guru"]), "../../../etc/ngawur.xlsx")
    assert answer.status_code == 200
    assert not list(Path(sekolah.folder).parent.rglob("ngawur*"))
    situs_dewi = sekolah
    situs_dewi.beri(DEWI, Jenis.OPERATOR)
    with closing(sekolah.masuk(DEWI)) as client:
        assert client.get(str(answer.url)).status_code == 404
    for name in ("x", "1:2:3", "%00", str(answer.url).rstrip("/").rpartition("/")[2] + "x"):
        assert budi.get(f"{DAFTAR}{name}/").status_code in (400, 404)


def test_a_code_is_made_for_one_alone_and_for_nobody_elsewhere(sekolah: Situs, budi: httpx.Client) -> None:
    text = budi.get("/kode/").text
    assert DEWI.nama not in text
    found = re.search(r'<option value="([^"]+)">' + WATI.nama, text)
    assert found
    answer = kirim(budi, "/kode/", orang=found[1])
    assert len(re.findall(r"[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}", answer.text)) == 1
    assert WATI.nama in answer.text
    assert "no-store" in answer.headers["Cache-Control"]
    for wrong in ("1", "abc", found[1] + "x"):
        refused = kirim(budi, "/kode/", orang=wrong)
        assert refused.status_code == 422
        assert "Pilih lagi dari daftar" in refused.text


def test_an_operator_of_two_schools_chooses_one_and_may_change_it(sekolah: Situs) -> None:
    sekolah.beri(SARI, Jenis.OPERATOR)
    dua = sekolah.db.execute("SELECT id FROM sekolah WHERE npsn = %s", (DUA.npsn,)).fetchone()
    scope = system_scope(sekolah.db, instansi=1, actor="uji")
    user = pengguna_of(sekolah.db, orang=sekolah.orang(SARI))
    assert dua
    peran_beri(
        sekolah.db, scope, pengguna=user, jenis=Jenis.OPERATOR, mulai=dt.date(2020, 1, 1), sekolah=int(dua[0])
    )  # fmt: skip
    sekolah.db.commit()
    with closing(sekolah.masuk(SARI)) as client:
        for page in ("/", "/operator/", "/kode/", DAFTAR, "/sekolah/"):
            assert "Sekolah mana?" in client.get(page).text, page
        names = re.findall(r'href="\?sekolah=([^"]+)"', client.get("/kode/").text)
        assert len(names) == 2
        first = client.get(f"/kode/?sekolah={names[0]}").text
        second = client.get(f"/kode/?sekolah={names[1]}").text
        assert (BUDI.nama in first, DEWI.nama in first) != (BUDI.nama in second, DEWI.nama in second)
        assert "Sekolah mana?" not in client.get("/operator/").text + client.get("/sekolah/").text
        assert client.get("/kode/?sekolah=1").status_code == 404
        assert "Sekolah mana?" in client.get("/kode/?sekolah=").text
