"""What is particular to the two reports of e-Kinerja."""

from __future__ import annotations

from dataclasses import replace

import pytest

from connectors.contoh import BUDI, BY_ID, EK_PENILAIAN, JUDUL, SARI, UNOR, Contoh, baca, konteks, rest, satu
from selaras.connectors.common.keys import CORE_BELUM_SEPAKAT, CORE_SEPAKAT
from selaras.connectors.ports import (
    Cakupan,
    Coverage,
    Document,
    Heading,
    Kind,
    Lines,
    Outside,
    PenilaianStatus,
    Record,
    Reject,
    SkpStatus,
)
from selaras.galat import DataError

NILAI, SKP = BY_ID["ekinerja-penilaian"], BY_ID["ekinerja-skp"]


def berjudul(contoh: Contoh, *lines: str) -> Contoh:
    return replace(contoh, preamble=tuple((line,) for line in lines))


def test_it_reads_the_heading_of_a_report() -> None:
    heading = NILAI.conn.heading(NILAI.sumber())
    assert (heading.tahun, heading.slot, heading.instansi) == (2024, 201, "PEMERINTAH KAB. CONTOH")
    assert heading.ditarik is not None
    assert heading.ditarik.isoformat() == "2025-01-06T10:12:33"


@pytest.mark.parametrize(
    ("judul", "slot"),
    [
        ("Laporan Penilaian SKP Periode Bulanan 12 Tahun 2024", 112),
        ("Laporan Penilaian SKP Periode Bulanan 1 Tahun 2024", 101),
        ("Laporan Penilaian SKP Periode Triwulan IV Tahun 2024", 204),
        ("Laporan Penilaian SKP Periode Tahun 2024", 400),
        ("Laporan Penilaian SKP Tahunan 2024", 400),
    ],
)
def test_it_takes_the_period_from_the_title(judul: str, slot: int) -> None:
    contoh = berjudul(NILAI, judul)
    row = baca(contoh, contoh.sumber())[0]
    assert isinstance(row, Record)
    assert (row.slot, row.tahun) == (slot, 2024)


def test_it_will_not_guess_a_period_that_is_not_written() -> None:
    contoh = berjudul(NILAI)
    with pytest.raises(DataError, match="--periode") as caught:
        baca(contoh, contoh.sumber())
    assert "Periode laporan tidak tertulis" in caught.value.kalimat
    assert contoh.conn.coverage(contoh.sumber(), Heading()) == ()


def test_it_takes_the_period_that_the_person_gave() -> None:
    rows = list(NILAI.conn.records(berjudul(NILAI).sumber(), Heading(tahun=2024, slot=203), konteks()))
    assert [row.slot for row in rows if isinstance(row, Record)] == [203, 203]


@pytest.mark.parametrize("kolom", [{"periode": "Triwulan 2 Tahun 2024"}, {"tipe": "triwulanan", "angka": "2"}])
def test_it_takes_the_period_from_columns_without_a_title(kolom: dict[str, str]) -> None:
    contoh = replace(berjudul(NILAI), rows=(EK_PENILAIAN | kolom,))
    (row,) = baca(contoh, contoh.sumber())
    assert isinstance(row, Record)
    assert (row.slot, row.tahun) == (202, 2024)


def test_it_refuses_a_row_of_another_year_than_the_title() -> None:
    row = satu("ekinerja-penilaian", tahun_skp="2023")
    assert isinstance(row, Reject)
    assert row.codes == ("B1",)
    assert "tahun campur" in row.reason
    skp = satu("ekinerja-skp", periode_awal="2023-01-01", periode_akhir="2023-12-31")
    assert isinstance(skp, Reject)
    assert "tahun campur" in skp.reason


@pytest.mark.parametrize("unor", ["SDN 1 CONTOH", "Unit Kerja Khusus"])
def test_it_speaks_only_for_the_unit_of_a_partial_report(unor: str) -> None:
    for contoh, kind, slot in ((SKP, Kind.SKP, None), (NILAI, Kind.PENILAIAN, 201)):
        lines = [" ".join(line) for line in contoh.preamble if not line[0].startswith("Unor :")]
        partial = berjudul(contoh, *lines, f"Unor : {unor}")
        heading = partial.conn.heading(partial.sumber())
        expected = Coverage(kind, 2024, slot, (unor,), complete=True)
        assert partial.conn.coverage(partial.sumber(), heading) == (expected,)


def test_it_speaks_for_every_unit_when_the_title_says_all() -> None:
    heading = NILAI.conn.heading(NILAI.sumber())
    assert NILAI.conn.coverage(NILAI.sumber(), heading) == (Coverage(Kind.PENILAIAN, 2024, 201, complete=True),)


def test_it_gives_equal_cells_of_two_periods_different_raw_hashes() -> None:
    tw1 = baca(NILAI, NILAI.sumber())[0]
    tw2 = berjudul(NILAI, "Laporan Penilaian SKP Periode Triwulan 2 Tahun 2024")
    other = baca(tw2, tw2.sumber())[0]
    assert isinstance(tw1, Record)
    assert isinstance(other, Record)
    assert tw1.native == other.native
    assert tw1.raw_hash != other.raw_hash


def test_it_takes_the_same_skp_and_period_twice_for_one_key() -> None:
    first = satu("ekinerja-penilaian", skp_penilaian_id="s-1")
    second = satu("ekinerja-penilaian", skp_penilaian_id="s-2", hasil_kerja="Dibawah Ekspektasi")
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert (first.native, first.slot) == (second.native, second.slot)
    assert first.core != second.core


def test_it_reads_a_dash_as_empty() -> None:
    row = satu("ekinerja-penilaian", pegawai_atasan_nip="-", hasil_akhir="-", skp_unor_id="-")
    assert isinstance(row, Record)
    assert (row.penilai_nip, row.predikat, row.core, row.place) == (None, None, None, "SDN 1 CONTOH")
    assert row.status == PenilaianStatus.DRAF


def test_it_keeps_unit_atasan_and_day() -> None:
    row = satu("ekinerja-penilaian")
    assert isinstance(row, Record)
    assert (row.place, row.penilai_nip, row.tanggal, row.status) == (UNOR, SARI, "2024-03-29", PenilaianStatus.TERKIRIM)
    assert rest(row)["skp_unor"] == "SDN 1 CONTOH"
    assert rest(row)["skp_unor_induk"] == "DINAS PENDIDIKAN"


@pytest.mark.parametrize(
    ("text", "status", "core"),
    [
        ("persetujuan", SkpStatus.DISEPAKATI, CORE_SEPAKAT),
        ("Diajukan", SkpStatus.DIAJUKAN, CORE_BELUM_SEPAKAT),
        ("draft", SkpStatus.DRAF, CORE_BELUM_SEPAKAT),
        ("entah apa", None, CORE_BELUM_SEPAKAT),
    ],
)
def test_it_knows_the_statuses_and_keeps_unknown_ones(text: str, status: SkpStatus | None, core: str) -> None:
    row = satu("ekinerja-skp", skp_status=text)
    assert isinstance(row, Record)
    assert (row.status, row.core, rest(row).get("status_asli")) == (status, core, text if status is None else None)


@pytest.mark.parametrize(("text", "plt"), [("0", False), ("0.0", False), ("1", True), ("true", True), ("-", None)])
def test_it_reads_plt(text: str, plt: bool | None) -> None:
    row = satu("ekinerja-skp", is_plt_plh=text, skp_jabatan="Plt. Kepala Sekolah")
    assert isinstance(row, Record)
    assert row.plt is plt


@pytest.mark.parametrize(
    ("jabatan", "induk", "cakupan"),
    [
        ("Pengadministrasi Umum", "DINAS PENDIDIKAN", Cakupan.TENDIK),
        ("Kepala Bidang", "DISDIKBUD KAB. X", Cakupan.TENDIK),
        ("Perawat Ahli Muda", "DINAS KESEHATAN", Cakupan.OPD_LAIN),
    ],
)
def test_it_leaves_other_positions_outside(jabatan: str, induk: str, cakupan: Cakupan) -> None:
    for id in ("ekinerja-skp", "ekinerja-penilaian"):
        row = satu(id, skp_jabatan=jabatan, skp_unor_induk=induk, hasil_kerja="apa saja")
        assert isinstance(row, Outside), id
        assert (row.cakupan, row.nip, row.keterangan) == (cakupan, BUDI, jabatan)


def test_it_keeps_a_teacher_of_another_opd_in_scope() -> None:
    assert isinstance(satu("ekinerja-skp", skp_unor_induk="DINAS SOSIAL"), Record)
    assert isinstance(satu("ekinerja-skp", skp_jabatan="", jabatan="", skp_unor_induk="DINAS SOSIAL"), Record)


def test_it_reads_a_report_of_the_api_without_heading() -> None:
    contoh = BY_ID["ekinerja-skp-api"]
    (row,) = baca(contoh, contoh.sumber())
    assert isinstance(row, Record)
    assert row.tahun == 2024
    api = replace(NILAI, bentuk="document", preamble=())
    rows = list(api.conn.records(api.sumber(), Heading(tahun=2024, slot=201), konteks()))
    table = baca(NILAI, NILAI.sumber())
    assert [r._replace(line=0) for r in rows if isinstance(r, Record)] == [
        r._replace(line=0) for r in table if isinstance(r, Record)
    ]


def test_it_reads_a_re_created_file_without_ids() -> None:
    """Column set of a re-created standard file (docs/format.md): no skp_id, no unor id."""
    keep = ("nip", "nama", "skp_unor", "skp_unor_induk", "skp_jabatan", "hasil_kerja", "perilaku_kerja", "hasil_akhir")
    source = NILAI.sumber(kolom=keep)
    first, second = baca(NILAI, source)
    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert first.native != second.native
    assert (first.place, first.plt, first.tanggal) == ("SDN 1 CONTOH", None, None)


def test_its_title_rows_may_stand_in_several_cells() -> None:
    contoh = replace(
        NILAI, preamble=(*JUDUL[:4], ("Unor", ":", "SDN 1 CONTOH"), ("Data ditarik pada :", "06-01-2025 10:12"))
    )
    heading = contoh.conn.heading(contoh.sumber())
    assert heading.unor == "SDN 1 CONTOH"
    assert heading.ditarik is not None
    assert heading.ditarik.isoformat() == "2025-01-06T10:12:00"


def test_it_refuses_an_skp_that_ends_before_it_begins_or_lies_beyond_the_calendar() -> None:
    row = satu("ekinerja-skp", periode_awal="2024-12-31", periode_akhir="2024-01-01")
    assert isinstance(row, Reject)
    assert "mendahului" in row.reason
    contoh = BY_ID["ekinerja-skp-api"]
    (old,) = baca(
        contoh, contoh.sumber([contoh.rows[0] | dict.fromkeys(("periode_awal", "periode_akhir"), "1890-01-01")])
    )
    assert isinstance(old, Reject)
    assert old.codes == ("B1",)


def test_it_wants_a_year_and_a_period_in_every_row_when_the_title_has_none() -> None:
    contoh = replace(berjudul(NILAI), rows=(EK_PENILAIAN | {"periode": "entah", "tahun_skp": ""},))
    (row,) = baca(contoh, contoh.sumber())
    assert isinstance(row, Reject)
    assert "tahun penilaian tidak tertulis" in row.reason
    assert "periode penilaian tidak tertulis" in row.reason
    odd = satu("ekinerja-penilaian", tahun_skp="dua ribu")
    assert isinstance(odd, Reject)
    assert odd.codes == ("B1",)


def test_it_does_not_read_ndjson_or_odd_json() -> None:
    with pytest.raises(DataError):
        list(SKP.conn.records(Lines("x.ndjson", [(1, b"{}")]), Heading(tahun=2024), konteks()))
    row, good = SKP.conn.records(Document("x.json", {"data": [7, dict(SKP.rows[0])]}), Heading(), konteks())
    assert isinstance(good, Record)
    assert isinstance(row, Reject)
    assert row.codes == ("B1",)
