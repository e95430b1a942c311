"""What is particular to the PMM interchange format."""

from __future__ import annotations

import orjson
import pytest

from connectors.contoh import (
    BUDI,
    BY_ID,
    KEGIATAN,
    NIK_BUDI,
    NPSN,
    NUPTK_BUDI,
    PENILAIAN,
    RUSAK,
    SARI,
    baca,
    konteks,
    rest,
    satu,
)
from selaras.connectors.common.keys import CORE_BELUM_SEPAKAT, CORE_SEPAKAT, hash_of
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
from selaras.connectors.registry import by_name
from selaras.galat import DataError

PMM = by_name("pmm_interchange")


def lines(*raws: bytes) -> list[Record | Reject | Outside]:
    return list(PMM.records(Lines("x.ndjson", list(enumerate(raws, start=1))), Heading(), konteks()))


def test_it_keeps_a_person_without_nip_under_nik_and_says_so() -> None:
    row = satu("pmm-pegawai", nip="")
    assert isinstance(row, Record)
    assert row.akun == f"nik:{NIK_BUDI}"
    assert rest(row)["kode"] == ["N1"]
    assert "nip" not in rest(row)


def test_it_keeps_a_person_with_a_spoilt_nip_under_nuptk() -> None:
    row = satu("pmm-pegawai", nip=RUSAK, nik="")
    assert isinstance(row, Record)
    assert (row.akun, rest(row)["kode"], rest(row)["nip_asli"]) == (f"nuptk:{NUPTK_BUDI}", ["N2"], RUSAK)


def test_it_reads_a_nip_with_label_blanks_and_apostrophe() -> None:
    row = satu("pmm-pegawai", nip="'NIP. 19850101 201001 2 999")
    assert isinstance(row, Record)
    assert (row.akun, rest(row).get("kode")) == (BUDI, None)


@pytest.mark.parametrize("text", [f"19850101201001{2000}", "1.98501012010013E+17", "1,98501E+17"])
def test_it_blames_the_spreadsheet_for_lost_digits(text: str) -> None:
    row = satu("pmm-skp", nip=text)
    assert isinstance(row, Reject)
    assert row.codes == ("N2",)
    assert (row.nip, row.tahun, row.kind) == (None, 2024, Kind.SKP)


def test_it_leaves_honorer_outside() -> None:
    row = satu("pmm-pegawai", status_kepegawaian="NON ASN", nip="")
    assert isinstance(row, Outside)
    assert (row.cakupan, row.nama, row.place) == (Cakupan.HONORER, "Budi Contoh", NPSN)


def test_it_knows_a_head_of_school_by_jenis_ptk_and_his_pppk_paruh_waktu() -> None:
    row = satu("pmm-pegawai", jenis_ptk="Kepala Sekolah", status_kepegawaian="PPPK PARUH WAKTU")
    assert rest(row)["kepala"] is True


@pytest.mark.parametrize(
    ("text", "status", "core"),
    [
        ("Disepakati", SkpStatus.DISEPAKATI, CORE_SEPAKAT),
        ("DIAJUKAN", SkpStatus.DIAJUKAN, CORE_BELUM_SEPAKAT),
        ("draf", SkpStatus.DRAF, CORE_BELUM_SEPAKAT),
        ("Dikembalikan", SkpStatus.DIKEMBALIKAN, CORE_BELUM_SEPAKAT),
    ],
)
def test_it_compares_an_skp_by_whether_it_is_agreed(text: str, status: SkpStatus, core: str) -> None:
    row = satu("pmm-skp", status=text)
    assert isinstance(row, Record)
    assert (row.status, row.core, row.penilai_nip, row.plt) == (status, core, SARI, False)


def test_it_reads_dates_in_four_notations() -> None:
    row = satu("pmm-skp", periode_awal="1 Januari 2024", periode_akhir="31/12/2024", tanggal_disepakati="20-Jan-2024")
    assert isinstance(row, Record)
    assert (row.mulai, row.selesai, row.tanggal) == ("2024-01-01", "2024-12-31", "2024-01-20")


def test_it_rejects_an_skp_that_ends_before_it_begins_or_lies_in_another_year() -> None:
    for changes in ({"periode_akhir": "2023-12-31"}, {"tahun": "2023"}):
        row = satu("pmm-skp", **changes)
        assert isinstance(row, Reject)
        assert row.codes == ("B1",)


def test_it_ties_a_rating_and_its_rhk_to_the_skp() -> None:
    skp, nilai, hasil = satu("pmm-skp"), satu("pmm-penilaian"), satu("pmm-rhk")
    assert isinstance(skp, Record)
    assert isinstance(nilai, Record)
    assert skp.native == nilai.native == rest(hasil)["skp"]


def test_it_keys_rhk_without_skp_id_by_person_school_and_year() -> None:
    row = satu("pmm-rhk", skp_id="", nip=BUDI, npsn=NPSN, tahun="2024")
    assert isinstance(row, Record)
    assert (row.akun, row.place, row.tahun) == (BUDI, NPSN, 2024)
    bad = satu("pmm-rhk", skp_id="")
    assert isinstance(bad, Reject)
    assert bad.codes == ("N1", "B1")


def test_it_keeps_the_three_values_readable_in_the_core() -> None:
    row = satu("pmm-penilaian")
    assert isinstance(row, Record)
    assert row.core == f"{0:029x}212"
    assert (row.hasil, row.perilaku, row.predikat, row.slot) == (2, 1, 2, 201)
    assert row.status == PenilaianStatus.TERKIRIM


@pytest.mark.parametrize(
    ("tipe", "angka", "slot"),
    [("bulanan", "12", 112), ("semester", "2", 302), ("tahunan", "", 400), ("Triwulan", "4", 204)],
)
def test_it_turns_tipe_and_angka_into_a_slot(tipe: str, angka: str, slot: int) -> None:
    row = satu("pmm-penilaian", tipe_periodik=tipe, angka_periodik=angka)
    assert isinstance(row, Record)
    assert row.slot == slot


def test_it_does_not_take_an_empty_rating_for_sent() -> None:
    row = satu("pmm-penilaian", hasil_kerja="", predikat="-")
    assert isinstance(row, Reject)
    assert row.codes == ("R4",)
    assert "hasil_kerja" in row.reason
    assert "predikat" in row.reason
    assert (row.nip, row.slot, row.tahun) == (BUDI, 201, 2024)


def test_it_leaves_a_contradiction_with_the_matrix_to_the_checks() -> None:
    assert isinstance(satu("pmm-penilaian", predikat="Sangat Kurang"), Record)


def test_it_tells_kegiatan_in_ndjson_by_either_spelling() -> None:
    plain = orjson.dumps(KEGIATAN)
    named = orjson.dumps(KEGIATAN | {"jenis": "kegiatan", "jenis_kegiatan": "webinar"})
    first, second = lines(plain, named)
    assert rest(first) == rest(second)
    assert rest(first)["jenis"] == "webinar"
    (bare,) = lines(orjson.dumps(KEGIATAN | {"jenis": "kegiatan"}))
    assert isinstance(bare, Reject)


def test_it_keeps_broken_and_unknown_lines_with_their_number() -> None:
    good = orjson.dumps({"jenis": "penilaian"} | PENILAIAN)
    rows = lines(b'{"jenis": "pen', b'{"jenis":"gaji","nama":"Budi"}', b"[1]", b"7", good)
    assert [row.line for row in rows] == [1, 2, 3, 4, 5]
    assert [type(row) for row in rows] == [Reject, Reject, Reject, Reject, Record]
    assert isinstance(rows[1], Reject)
    assert rows[1].codes == ("B1",)
    assert "gaji" in rows[1].reason
    assert rows[1].nama == "Budi"


def test_it_does_not_even_parse_a_line_that_is_known() -> None:
    raw = b'{"jenis": "bukan json'
    source = Lines("x.ndjson", [(1, raw)])
    context = konteks([hash_of(raw)])
    assert list(PMM.records(source, Heading(), context)) == []
    assert context.same == 1


def test_it_drops_passwords_everywhere() -> None:
    (row,) = lines(orjson.dumps({"jenis": "pegawai", "nip": "", "password": "rahasia"}))
    assert isinstance(row, Reject)
    assert "rahasia" not in row.raw.values()
    assert isinstance(satu("pmm-pegawai", password="rahasia"), Record)


def test_it_covers_the_schools_in_its_rows_and_never_means_withdrawal() -> None:
    contoh = BY_ID["pmm-penilaian"]
    assert PMM.coverage(contoh.sumber(), Heading()) == (Coverage(Kind.PENILAIAN, 0, from_rows=True),)
    kinds = {item.kind for item in PMM.coverage(BY_ID["pmm-ndjson"].sumber(), Heading())}
    assert kinds == PMM.capabilities.kinds


def test_it_reads_the_same_row_from_a_table_and_from_ndjson() -> None:
    (from_table,) = baca(BY_ID["pmm-penilaian"], BY_ID["pmm-penilaian"].sumber([PENILAIAN]))
    (from_line,) = lines(orjson.dumps({"jenis": "penilaian"} | PENILAIAN))
    assert isinstance(from_table, Record)
    assert isinstance(from_line, Record)
    assert from_table._replace(line=0, raw_hash="") == from_line._replace(line=0, raw_hash="")


def test_it_passes_over_template_rows_that_nobody_filled_in() -> None:
    for id, row in (
        ("pmm-skp", {"skp_id": "", "status": "", "tanggal_disepakati": ""}),
        ("pmm-penilaian", dict.fromkeys(("skp_id", "hasil_kerja", "perilaku_kerja", "predikat", "umpan_balik"), "")
         | {"tanggal_dinilai": "", "status": "draf"}),
    ):  # fmt: skip
        contoh = BY_ID[id]
        assert baca(contoh, contoh.sumber([contoh.rows[0] | row])) == []


def test_it_reads_only_tables_and_ndjson() -> None:
    with pytest.raises(DataError):
        list(PMM.records(Document("x.json", []), Heading(), konteks()))


def test_it_refuses_an_activity_that_ends_before_it_begins_or_lies_beyond_the_calendar() -> None:
    for changes in ({"tanggal_selesai": "2024-09-01"}, {"tanggal_mulai": "1890-01-01"}):
        row = satu("pmm-kegiatan", **changes)
        assert isinstance(row, Reject)
        assert row.codes == ("B1",)
