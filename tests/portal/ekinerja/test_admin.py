"""The admin of the instansi: periods, units, acting heads, people, the log, and reports that read back as they are."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest

from jobs.desa import BUDI, DEWI, DUA, EKO, SARI, SATU, TONO, WATI
from portal.conftest import kirim
from portal.ekinerja.conftest import Rumah
from portal.ekinerja.isi import TAHUN
from selaras.accounts.roles import Jenis
from selaras.connectors.berkas.sources import open_sources
from selaras.connectors.ports import Context, Record, Source, Table
from selaras.connectors.registry import recognise
from selaras.ekinerja.selectors_laporan import laporan
from selaras.portal.ekinerja.jembatan import sinkron_skp
from selaras.portal.ekinerja.jembatan_nilai import sinkro_penilaian
from ui.peramban import buka, buka_chromium, layak

ADMIN = "/e-kinerja/admin/"
HALAMAN = ("periode", "unor", "plt", "pegawai", "log", "sinkro-penilaian", "laporan")


@pytest.fixture(scope="module")
def admin(rumah: Rumah) -> Iterator[httpx.Client]:
    with rumah.sebagai(BUDI, Jenis.ADMIN_INSTANSI) as client:
        yield client


@pytest.fixture(scope="module")
def tersinkron(rumah: Rumah) -> Rumah:
    """All SKP are there; the ratings of Budi are not."""
    for o in (SARI, TONO, BUDI, DEWI, EKO):
        assert not sinkron_skp(rumah.db, instansi=1, nip=o.nip, tahun=TAHUN, rotasi=True).ditolak
    nip = [o.nip for o in (SARI, TONO, DEWI, EKO)]
    sinkro_penilaian(rumah.db, instansi=1, nip=nip, tahun=TAHUN, tipe_biasa="triwulanan", semester=False)
    rumah.db.commit()
    return rumah


@pytest.mark.parametrize("path", [f"{page}/" for page in HALAMAN])
def test_the_pages_of_the_admin_are_for_the_admin_alone(rumah: Rumah, admin: httpx.Client, path: str) -> None:
    assert admin.get(ADMIN + path).status_code == 200
    assert not re.search(r"\d{16,18}", admin.get(ADMIN + path).text)
    with rumah.sebagai(SARI) as client:
        assert client.get(ADMIN + path).status_code == 403
        assert kirim(client, ADMIN + path, dari="/e-kinerja/profil/", aksi="standar").status_code == 403


def test_all_periods_are_made_in_one_click_and_only_once(rumah: Rumah, admin: httpx.Client) -> None:
    rumah.db.execute("DELETE FROM ek_periode WHERE slot IN (202, 400)")
    rumah.db.commit()
    assert "belum dapat dipakai" in admin.get(ADMIN + "periode/").text
    assert "2 periode dibuat" in kirim(admin, ADMIN + "periode/", aksi="standar").text
    again = kirim(admin, ADMIN + "periode/", aksi="standar").text
    assert "Semua periode sudah ada" in again
    assert "lengkap dan seragam" in again
    assert rumah.angka("SELECT count(*) FROM ek_periode") == 5


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"angka_periodik": "3"}, "bertumpang tindih"),
        ({"tipe_periodik": "bulanan", "tahun": "2024"}, "tidak seragam"),
        ({"periode_awal": "31-02"}, "bukan hari dan bulan"),
        ({"tipe_periodik": ""}, "perlu tipe periodik"),
        ({"jenis_periode": "final"}, "Periode final: kosongkan"),
        ({"angka_periodik": "99"}, "12"),
        ({"tahun": "-5"}, "2000"),
    ],
)
def test_a_wrong_period_is_refused_beside_its_field_and_what_was_typed_stays(
    rumah: Rumah, admin: httpx.Client, isi: dict[str, str], kata: str
) -> None:
    good = {
        "nama": "Periode coba", "periode_awal": "01-07", "periode_akhir": "30-09", "jenis_periode": "periodik",
        "tipe_periodik": "triwulanan", "angka_periodik": "3", "tahun": "2024",
    }  # fmt: skip
    before = rumah.angka("SELECT count(*) FROM ek_periode")
    answer = kirim(admin, ADMIN + "periode/", aksi="tambah", **(good | isi))
    assert answer.status_code == 422
    assert kata in answer.text
    assert 'value="Periode coba"' in answer.text
    assert rumah.angka("SELECT count(*) FROM ek_periode") == before


def test_a_period_that_holds_ratings_is_not_removed(tersinkron: Rumah, admin: httpx.Client) -> None:
    row = tersinkron.satu("SELECT id FROM ek_periode WHERE slot = 201")
    assert row
    assert "tidak dapat dihapus" in kirim(admin, ADMIN + "periode/", aksi="hapus", id=str(row[0])).text
    for forged in (str(uuid4()), "x", "'; DROP TABLE ek_periode"):
        assert "tidak ada di Manajemen Periode" in kirim(admin, ADMIN + "periode/", aksi="hapus", id=forged).text
    assert kirim(admin, ADMIN + "periode/", aksi="entah").status_code == 404


def test_a_unit_is_matched_and_switched_and_two_units_never_share_a_school(rumah: Rumah, admin: httpx.Client) -> None:
    path = ADMIN + "unor/"
    assert (
        "sudah padan dengan unor aktif yang lain"
        in kirim(admin, path, aksi="padankan", id=SATU.unor, npsn=DUA.npsn).text
    )
    assert "8 angka" in kirim(admin, path, aksi="padankan", id=SATU.unor, npsn="12").text
    assert "tidak terdaftar" in kirim(admin, path, aksi="aktifkan", id="entah").text
    kirim(admin, path, aksi="nonaktifkan", id=DUA.unor)
    assert DUA.nama in admin.get(path + "?hanya=mati").text
    assert SATU.nama not in admin.get(path + "?hanya=mati").text
    kirim(admin, path, aksi="aktifkan", id=DUA.unor)
    assert rumah.satu("SELECT npsn, aktif FROM ek_unor WHERE id = %s", DUA.unor) == (DUA.npsn, True)


def test_an_acting_head_needs_a_decree_and_decides_only_while_it_holds(rumah: Rumah, admin: httpx.Client) -> None:
    path = ADMIN + "plt/"
    good = {
        "nip": WATI.nip,
        "sebagai": "plt",
        "unor": DUA.npsn,
        "nomor_sk": "800/12",
        "mulai": "2025-01-01",
        "selesai": "",
    }
    for bad in ({"nomor_sk": ""}, {"nip": "123"}, {"unor": "99999999"}, {"selesai": "2024-01-01"}, {"nip": TONO.nip}):
        answer = kirim(admin, path, aksi="tambah", **(good | bad))
        assert answer.status_code == 422, bad
        assert 'name="nomor_sk"' in answer.text
    assert "tercatat" in kirim(admin, path, aksi="tambah", **good).text
    assert "sudah punya Plt./Plh." in kirim(admin, path, aksi="tambah", **good).text
    rumah.beri(WATI, Jenis.OPERATOR)
    with rumah.sebagai(WATI, Jenis.OPERATOR) as client:
        assert client.get("/e-kinerja/bawahan/").status_code == 403, "a role that rates nobody"
    row = rumah.satu("SELECT id FROM ek_tugas WHERE nomor_sk = '800/12'")
    assert row
    assert "diakhiri" in kirim(admin, path, aksi="akhiri", id=str(row[0])).text
    assert kirim(admin, path, aksi="akhiri", id="1").status_code == 404
    assert "tidak tercatat" in kirim(admin, path, aksi="akhiri", id=str(uuid4())).text


@pytest.mark.parametrize(
    ("cari", "ada"),
    [
        ("dewi", True),
        (DEWI.nip, True),
        ("SDN 2", True),
        ("%", False),
        ("_", False),
        ("' OR 1=1", False),
        ("x" * 500, False),
    ],
)
def test_people_are_found_by_name_number_or_unit(admin: httpx.Client, cari: str, ada: bool) -> None:
    page = admin.get(ADMIN + "pegawai/", params={"cari": cari})
    assert page.status_code == 200
    assert (DEWI.nama.upper() in page.text) is ada
    assert admin.get(ADMIN + "pegawai/", params={"halaman": "999"}).status_code == 200
    assert admin.get(ADMIN + f"pegawai/{uuid4()}/").status_code == 404


def test_the_admin_presses_for_one_or_for_all_on_the_page(tersinkron: Rumah, admin: httpx.Client) -> None:
    path = ADMIN + "sinkro-penilaian/"
    page = admin.get(path).text
    assert BUDI.nama.upper() in page
    assert TONO.nama.upper() not in page, "his ratings are all there"
    chosen = re.findall(r'name="pegawai" value="([^"]+)"', page)
    told = kirim(admin, path, pegawai=chosen[0]).text
    assert "tersinkron" in told
    again = kirim(admin, path, pegawai=chosen[0]).text
    assert "0 pegawai tersinkron, 1 tanpa data baru, 0 ditolak" in again
    assert kirim(admin, path, pegawai=str(uuid4())).status_code == 404
    assert kirim(admin, path, pegawai="1").status_code == 404
    assert kirim(admin, path).status_code == 404


def test_the_log_is_filtered_and_explained(tersinkron: Rumah, admin: httpx.Client) -> None:
    sinkron_skp(tersinkron.db, instansi=1, nip=WATI.nip, tahun=TAHUN, rotasi=False)
    tersinkron.db.commit()
    page = admin.get(ADMIN + "log/").text
    assert "Pegawai belum membuat SKP di PMM" in page
    assert "SKP belum Disepakati" in page
    assert WATI.nip not in page
    assert WATI.nama.upper() not in admin.get(ADMIN + "log/?hasil=diterima").text
    assert "Log kosong" in admin.get(ADMIN + "log/?jenis=penilaian").text
    assert WATI.nama.upper() in admin.get(ADMIN + "log/", params={"cari": WATI.nip}).text


def unduh(admin: httpx.Client, path: str, folder: Path) -> Source:
    answer = admin.get(ADMIN + path)
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    file = folder / "unduhan.xlsx"
    file.write_bytes(answer.content)
    [found] = list(open_sources(file))
    return found


@pytest.mark.parametrize("slot", [0, 201, 400])
def test_a_report_reads_back_through_the_connector_as_what_is_held(
    tersinkron: Rumah, admin: httpx.Client, tmp_path: Path, slot: int
) -> None:
    row = tersinkron.satu("SELECT id FROM ek_periode WHERE slot = %s", slot or 201)
    assert row
    path = f"laporan/penilaian/{TAHUN}/{row[0]}/" if slot else f"laporan/skp/{TAHUN}/"
    source = unduh(admin, path, tmp_path)
    connector = recognise(source)
    assert connector
    assert isinstance(source, Table)
    heading = connector.heading(source)
    assert (heading.tahun, heading.unor, heading.ditarik and heading.ditarik.date()) == (
        TAHUN, "ALL", dt.date(2025, 1, 6),
    )  # fmt: skip
    assert heading.slot == (slot or 400)
    columns, held = laporan(
        tersinkron.db, "penilaian" if slot else "skp", {"instansi": 1, "tahun": TAHUN, "periode": row[0]}
    )
    wanted = sorted(held)
    assert source.header == columns
    assert sorted(tuple(cells) for _, cells in source.rows) == wanted
    assert len(wanted) >= 4
    read = list(connector.records(unduh(admin, path, tmp_path), heading, Context(TAHUN, dt.date(2025, 1, 6))))
    assert all(isinstance(one, Record) for one in read), read
    assert {one.akun for one in read if isinstance(one, Record)} == {cells[columns.index("nip")] for cells in wanted}


def test_the_log_goes_out_as_its_connector_reads_it(tersinkron: Rumah, admin: httpx.Client, tmp_path: Path) -> None:
    sinkron_skp(tersinkron.db, instansi=1, nip=WATI.nip, tahun=TAHUN, rotasi=False)
    tersinkron.db.commit()
    source = unduh(admin, f"laporan/log/{TAHUN}/", tmp_path)
    connector = recognise(source)
    assert connector
    assert connector.name == "log_sinkronisasi"
    read = list(connector.records(source, connector.heading(source), Context(TAHUN, dt.date(2025, 1, 6))))
    assert {one.akun for one in read if isinstance(one, Record)} == {WATI.nip}


def test_a_report_of_thousands_of_rows_is_made_by_a_worker(rumah: Rumah, admin: httpx.Client, tmp_path: Path) -> None:
    path, many = f"{ADMIN}laporan/log/{TAHUN - 1}/", 3001
    rumah.db.execute(
        "INSERT INTO ek_log(instansi_id, waktu, nip, nama, tahun, jenis, aksi, hasil, kode, pesan, jawaban) "
        "SELECT 1, now(), %s, 'Wati', %s, 'skp', 'tulis', 'ditolak', 'X', 'Pesan', '{}' FROM generate_series(1, %s)",
        (WATI.nip, TAHUN - 1, many),
    )
    rumah.db.commit()
    assert "Laporan ini besar" in admin.get(path).text
    assert "Sedang dibuat" in kirim(admin, path).text
    assert "Laporan sedang dibuat" in admin.get(path, params={"unduh": "1"}).text
    assert "tidak dibuat dua kali" in kirim(admin, path, dari=f"{ADMIN}laporan/").text
    rumah.bekerja()
    assert "Laporan siap diunduh" in admin.get(path).text
    source = unduh(admin, f"laporan/log/{TAHUN - 1}/?unduh=1", tmp_path)
    assert isinstance(source, Table)
    assert sum(1 for _ in source.rows) == many
    with rumah.sebagai(SARI) as client:
        assert client.get(path, params={"unduh": "1"}).status_code == 403


@pytest.mark.parametrize("path", ["skp/1/", "skp/999999/", f"penilaian/2024/{UUID(int=7)}/", "log/0/", "skp/abc/"])
def test_a_report_of_nothing_is_not_there(admin: httpx.Client, path: str) -> None:
    assert admin.get(ADMIN + "laporan/" + path).status_code == 404


def test_every_page_that_holds_something_stands_at_360_and_axe_finds_nothing(tersinkron: Rumah) -> None:
    mine = f"/e-kinerja/skp/{tersinkron.skp(DEWI)}/"
    row = tersinkron.satu("SELECT id FROM ek_pegawai WHERE nip = %s", DEWI.nip)
    assert row
    with tersinkron.sebagai(DEWI) as client:
        assert kirim(client, f"{mine}dokumen/400/", dari=f"{mine}penilaian/").status_code == 200
    pages = {
        DEWI: ["", "profil/", "sinkron-rotasi/", f"skp/{tersinkron.skp(DEWI)}/", *(
            f"skp/{tersinkron.skp(DEWI)}/{rest}" for rest in ("penilaian/", "dokumen/400/"))],
        TONO: ["bawahan/", f"skp/{tersinkron.skp(DEWI)}/penilaian/"],
        BUDI: [f"admin/{page}/" for page in HALAMAN],
    }  # fmt: skip
    pages[BUDI].append(f"admin/pegawai/{row[0]}/")
    with buka_chromium() as chromium:
        for who, paths in pages.items():
            page = buka(chromium, 360, java_script_enabled=False)
            page.goto(f"{tersinkron.alamat}/masuk/")
            page.fill("input[name=kode]", tersinkron.kode(who))
            page.keyboard.press("Enter")
            page.wait_for_selector("details.akun")
            looked = buka(chromium, 360, storage_state=page.context.storage_state())
            for path in paths:
                answer = looked.goto(f"{tersinkron.alamat}/e-kinerja/{path}")
                assert answer
                assert answer.status == 200, path
                layak(looked, path)
            page.context.close()
            looked.context.close()
