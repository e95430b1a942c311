"""What is particular to the rosters: SIASN and the two files of Dapodik."""

from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.contoh import (
    BUDI,
    BY_ID,
    GTK,
    NIK_BUDI,
    NPSN,
    NUPTK_BUDI,
    RUSAK,
    SEKOLAH,
    UNOR,
    baca,
    konteks,
    rest,
    satu,
)
from selaras.connectors.ports import Cakupan, Coverage, Document, Heading, Kind, Outside, Record, Reject
from selaras.connectors.registry import by_name, recognise
from selaras.galat import DataError

WS = by_name("dapodik_ws")
GURU = BY_ID["daftar-guru"]


def test_it_reads_a_siasn_person() -> None:
    row = satu("siasn")
    assert isinstance(row, Record)
    assert (row.akun, row.place, row.tahun) == (BUDI, UNOR, 0)
    told = {
        k: rest(row)[k] for k in ("nik", "lahir", "jk", "jenis_pegawai", "golongan", "aktif", "unor_nama", "unor_induk")
    }
    assert told == {
        "nik": NIK_BUDI, "lahir": "1985-01-01", "jk": "P", "jenis_pegawai": "PNS", "golongan": "III/c", "aktif": True,
        "unor_nama": "SDN 1 CONTOH", "unor_induk": "DINAS PENDIDIKAN",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kedudukan", "aktif"),
    [("AKTIF", True), ("Tugas Belajar", True), ("Pensiun", False), ("Tidak Aktif", False), ("Meninggal Dunia", False)],
)
def test_it_knows_who_is_active(kedudukan: str, aktif: bool) -> None:
    row = satu("siasn", kedudukan_hukum_nama=kedudukan)
    assert (rest(row)["aktif"], rest(row)["kedudukan"]) == (aktif, kedudukan)


def test_it_leaves_other_positions_of_siasn_outside() -> None:
    row = satu("siasn", jabatan_nama="Pengadministrasi Umum")
    assert isinstance(row, Outside)
    assert (row.cakupan, row.nip) == (Cakupan.TENDIK, BUDI)
    other = satu("siasn", jabatan_nama="Bidan Ahli Muda", unor_induk_nama="DINAS KESEHATAN", nip_baru=RUSAK)
    assert isinstance(other, Outside)
    assert (other.cakupan, other.nip) == (Cakupan.OPD_LAIN, None)


def test_it_takes_the_unit_name_when_siasn_gives_no_id() -> None:
    row = satu("siasn", unor_id="")
    assert isinstance(row, Record)
    assert row.place == "SDN 1 CONTOH"


def test_it_keeps_a_siasn_row_with_a_spoilt_nip_under_nik() -> None:
    row = satu("siasn", nip_baru=RUSAK)
    assert isinstance(row, Record)
    assert (row.akun, rest(row)["kode"]) == (f"nik:{NIK_BUDI}", ["N2"])


def test_it_knows_one_person_by_nik_in_both_files_of_dapodik() -> None:
    guru, gtk = satu("daftar-guru"), satu("getgtk")
    assert isinstance(guru, Record)
    assert isinstance(gtk, Record)
    assert guru.akun == gtk.akun == f"nik:{NIK_BUDI}"
    assert guru.place == gtk.place == NPSN
    assert guru.native != gtk.native
    assert rest(gtk)["induk"] is True


def test_it_gives_one_person_at_two_schools_two_records() -> None:
    here, there = satu("daftar-guru"), satu("daftar-guru", npsn="20271001", sekolah="SDN 2 Contoh")
    assert isinstance(here, Record)
    assert isinstance(there, Record)
    assert here.akun == there.akun
    assert here.native != there.native


@pytest.mark.parametrize(
    ("changes", "akun"), [({"nik": ""}, f"nuptk:{NUPTK_BUDI}"), ({"nik": "12", "nuptk": ""}, BUDI)]
)
def test_it_falls_back_to_nuptk_and_then_nip(changes: dict[str, str], akun: str) -> None:
    row = satu("daftar-guru", **changes)
    assert isinstance(row, Record)
    assert row.akun == akun


def test_it_says_when_an_asn_of_dapodik_has_no_nip() -> None:
    row = satu("daftar-guru", nip="")
    assert (rest(row)["kode"], rest(row).get("nip")) == (["N1"], None)


@pytest.mark.parametrize("status", ["Guru Honor Sekolah", "GTY/PTY", "Honor Daerah TK.II Kab/Kota"])
def test_it_leaves_honorer_of_dapodik_outside(status: str) -> None:
    row = satu("daftar-guru", status_kepegawaian=status, nip="")
    assert isinstance(row, Outside)
    assert (row.cakupan, row.keterangan, row.place) == (Cakupan.HONORER, status, NPSN)


def test_it_names_the_jenis_ptk_of_an_asn_who_is_listed_as_tendik() -> None:
    row = satu("getgtk", jenis_ptk_id_str="Tenaga Administrasi Sekolah")
    assert isinstance(row, Outside)
    assert (row.cakupan, row.nip, row.keterangan) == (Cakupan.TENDIK, BUDI, "Tenaga Administrasi Sekolah")


def test_it_knows_a_head_by_tugas_tambahan() -> None:
    assert rest(satu("daftar-guru", tugas_tambahan="Kepala Sekolah"))["kepala"] is True
    assert rest(satu("daftar-guru"))["kepala"] is False


def test_it_takes_the_school_from_the_lines_above_when_there_is_no_column() -> None:
    lines = (
        ("Daftar Guru",),
        ("SD NEGERI 1 CONTOH",),
        ("Kecamatan Kec. A, Kabupaten Kab. B",),
        ("Tanggal Unduh: 2025-01-05 08:00:00",),
    )
    contoh = replace(GURU, preamble=lines)
    kolom = [name for name in contoh.kolom if name not in ("npsn", "sekolah")]
    row = baca(contoh, contoh.sumber(kolom=kolom))[0]
    assert isinstance(row, Record)
    assert (row.place, rest(row)["sekolah"]) == ("SD NEGERI 1 CONTOH", "SD NEGERI 1 CONTOH")
    heading = contoh.conn.heading(contoh.sumber())
    assert heading.ditarik is not None
    assert heading.ditarik.date().isoformat() == "2025-01-05"
    numbered = replace(contoh, preamble=(*lines, ("NPSN : 20271000",)))
    row = baca(numbered, numbered.sumber(kolom=kolom))[0]
    assert isinstance(row, Record)
    assert row.place == NPSN


def test_it_takes_the_npsn_of_getgtk_from_the_file_name_only_when_the_rows_have_none() -> None:
    def place(berkas: str, **row: str) -> str | None:
        source = Document(berkas, {"results": 1, "id": "ptk_terdaftar_id", "rows": [GTK | row]})
        (got,) = WS.records(source, Heading(), konteks())
        assert isinstance(got, Record)
        return got.place

    assert place("dapodik/getGtk-20271009.json") == "20271009"
    assert place("20250105/getGtk.json") is None
    assert place("getGtk-20271009.json", npsn=NPSN) == NPSN


def test_it_reads_the_school_of_getsekolah_as_an_object() -> None:
    source = Document("s.json", {"results": 1, "id": "sekolah_id", "start": 0, "limit": 20, "rows": SEKOLAH})
    assert recognise(source) is WS
    (row,) = WS.records(source, Heading(), konteks())
    assert isinstance(row, Record)
    assert (row.kind, row.place) == (Kind.SEKOLAH, NPSN)
    assert rest(row) == {
        "npsn": NPSN,
        "nama": "SDN 1 Contoh",
        "kecamatan": "Kec. Satu",
        "bentuk": "SD",
        "status": "Negeri",
    }


@pytest.mark.parametrize(
    "data",
    [
        {"success": False, "http_code": 403, "status_code": "Forbidden", "message": "Parameter NPSN harap diisi"},
        "Access denied - You are not authorized to access this page. #1",
    ],
)
def test_it_says_why_the_web_service_refused(data: object) -> None:
    source = Document("getGtk.json", data)
    assert recognise(source) is WS
    with pytest.raises(DataError, match=r"harap diisi|Access denied") as caught:
        list(WS.records(source, Heading(), konteks()))
    assert caught.value.langkah


def test_it_is_complete_only_when_all_announced_rows_came() -> None:
    whole = Document("g.json", {"results": 1, "id": "ptk_terdaftar_id", "rows": [GTK]})
    part = Document("g.json", {"results": 2, "id": "ptk_terdaftar_id", "rows": [GTK]})
    assert WS.coverage(whole, Heading()) == (Coverage(Kind.PEGAWAI, 0, from_rows=True, complete=True),)
    assert WS.coverage(part, Heading()) == (Coverage(Kind.PEGAWAI, 0, from_rows=True),)


def test_it_drops_what_it_does_not_need_and_leaves_getpengguna_alone() -> None:
    row = satu("getgtk", password="rahasia", nip="", nik="", nuptk="")
    assert isinstance(row, Reject)
    assert "password" not in row.raw
    pengguna = Document(
        "p.json", {"results": 1, "id": "pengguna_id", "rows": [{"pengguna_id": "1", "nama": "X", "ptk_id": "2"}]}
    )
    assert recognise(pengguna) is None


def test_it_wants_the_json_of_the_web_service_not_a_table() -> None:
    with pytest.raises(DataError, match="JSON"):
        list(WS.records(GURU.sumber(), Heading(), konteks()))
    assert not WS.recognises(GURU.sumber())
    assert WS.coverage(GURU.sumber(), Heading()) == (Coverage(Kind.PEGAWAI, 0, from_rows=True),)


def test_it_reads_rows_of_getgtk_without_the_envelope() -> None:
    bare = Document(f"gtk-{NPSN}.json", [GTK])
    assert recognise(bare) is WS
    (row,) = WS.records(bare, Heading(), konteks())
    assert isinstance(row, Record)
    assert row.place == NPSN
    odd, _ = WS.records(Document("gtk.json", {"id": "ptk_terdaftar_id", "rows": [7, GTK]}), Heading(), konteks())
    assert isinstance(odd, Reject)
    assert WS.coverage(bare, Heading()) == (Coverage(Kind.PEGAWAI, 0, from_rows=True),)
