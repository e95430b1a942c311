"""The files look like the real ones: names, title rows, headers and cells."""

from __future__ import annotations

import re

import orjson
import pytest

from latihan.bacaan import Folder

# Copied from the exports as docs/format.md describe them, not from the generator.
SKP = (
    "skp_id,id,nip,nama,jabatan,is_skp,unit,jenis_pegawai,skp_status,skp_model,skp_unor,skp_unor_atasan,"
    "skp_unor_induk,skp_jabatan,skp_jenis_jabatan,periode_awal,periode_akhir,is_plt_plh,created_at"
)
PENILAIAN = (
    "jenis,id,nip,nama,periode_awal_skp,periode_akhir_skp,skp_unor_id,skp_unor,skp_unor_induk,skp_jabatan,"
    "skp_jenis_jabatan,is_skp_plt_plh_pjb,hasil_kerja,perilaku_kerja,hasil_akhir,pegawai_atasan_id,pegawai_atasan_nip,"
    "pegawai_atasan_nama,pegawai_atasan_unor_id,pegawai_atasan_unor,pegawai_atasan_jabatan,pegawai_atasan_golru,"
    "waktu_dinilai,pegawai_penilai_id,tahun_skp,skp_id,periode_id,skp_penilaian_id,golru,jenis_pegawai"
)
SIASN = (
    "NO,NIP BARU,NIP LAMA,NAMA,NIK,TANGGAL LAHIR,JENIS KELAMIN,NOMOR HP,KEDUDUKAN HUKUM NAMA,JENIS PEGAWAI,"
    "GOL AKHIR NAMA,JABATAN NAMA,UNOR ID,UNOR NAMA,UNOR INDUK NAMA"
)
DAPODIK = (
    "No,Nama,NUPTK,JK,Tempat Lahir,Tanggal Lahir,NIP,Status Kepegawaian,Jenis PTK,NPSN,Sekolah,Pangkat Golongan,NIK,HP"
)
NAMA = {
    "pmm.xlsx", "laporan-skp-2024.xlsx", "pegawai-siasn.xlsx", "daftar-guru-dapodik.xlsx", "unor-npsn.csv",
    "referensi-periode.json", "log-sinkronisasi.csv", "laporan-penilaian-tahunan-2024.xlsx",
    *(f"laporan-penilaian-tw{n}-2024.xlsx" for n in range(1, 5)),
}  # fmt: skip


def test_it_writes_the_files_people_have_and_no_nip_in_a_name(enam_januari: Folder) -> None:
    semua = [p for p in enam_januari.path.rglob("*") if p.is_file()]
    assert {p.name for p in semua if p.parent == enam_januari.path} == NAMA
    assert len([p for p in semua if p.parent.name == "dapodik"]) == 10
    assert not any(re.search(r"\d{16,}", p.name) for p in semua)


def test_no_key_lies_among_the_files(enam_januari: Folder) -> None:
    assert not list(enam_januari.path.rglob("kunci*"))


@pytest.mark.parametrize(
    ("berkas", "baris", "kolom"),
    [
        ("laporan-skp-2024.xlsx", 8, SKP),
        ("laporan-penilaian-tw1-2024.xlsx", 8, PENILAIAN),
        ("laporan-penilaian-tahunan-2024.xlsx", 8, PENILAIAN),
        ("pegawai-siasn.xlsx", 1, SIASN),
        ("daftar-guru-dapodik.xlsx", 5, DAPODIK),
    ],
)
def test_the_header_stands_in_the_row_of_the_real_export(
    enam_januari: Folder, berkas: str, baris: int, kolom: str
) -> None:
    assert enam_januari.raw(berkas)[baris - 1] == kolom.split(",")


def test_the_title_rows_say_what_when_and_that_it_is_a_rehearsal(enam_januari: Folder) -> None:
    atas = [baris[0] for baris in enam_januari.raw("laporan-penilaian-tw3-2024.xlsx")[:7]]
    assert atas == [
        "Laporan Penilaian SKP Periode Triwulan 3 Tahun 2024",
        "Instansi PEMERINTAH KABUPATEN LATIHAN SELARAS",
        "Periode : Triwulan 3 Tahun 2024",
        "Unor Induk : DINAS PENDIDIKAN DAN KEBUDAYAAN",
        "Unor : ALL",
        "Data ditarik pada : 2025-01-06 10:12:33",
        "",
    ]
    assert enam_januari.raw("laporan-skp-2024.xlsx")[0][0] == "Laporan SKP Periode Tahun 2024"
    assert "LATIHAN" in enam_januari.raw("daftar-guru-dapodik.xlsx")[1][0]


def test_cells_are_text_but_for_the_numbers_of_the_real_export(enam_januari: Folder) -> None:
    angka = {k for r in enam_januari.skp() for k, v in r.items() if not isinstance(v, str)}
    assert angka == {"is_skp", "is_plt_plh", "nip"}  # nip: the damaged ones (N2)
    assert {r["tahun_skp"] for r in enam_januari.penilaian("1")} == {2024}
    assert all(isinstance(v, str) for r in enam_januari.pmm("penilaian") for v in r.values())


def test_the_yearly_report_is_final_and_the_others_periodic(enam_januari: Folder) -> None:
    assert {r["jenis"] for r in enam_januari.penilaian("T")} == {"final"}
    assert {r["jenis"] for r in enam_januari.penilaian("2")} == {"periodik"}


def test_the_reports_and_the_reference_share_the_period_ids(enam_januari: Folder) -> None:
    periode = orjson.loads((enam_januari.path / "referensi-periode.json").read_bytes())["data"]
    assert [p["angka_periodik"] for p in periode] == [1, 2, 3, 4, None]
    for tw, p in zip("1234T", periode, strict=True):
        assert {r["periode_id"] for r in enam_januari.penilaian(tw)} == {p["id"]}


def test_the_web_service_files_say_what_daftar_guru_says(enam_januari: Folder) -> None:
    daftar = enam_januari.dapodik()
    for berkas in (enam_januari.path / "dapodik").glob("getGtk-*.json"):
        gtk = orjson.loads(berkas.read_bytes())
        sekolah = [r for r in daftar if r["NPSN"] == berkas.stem.removeprefix("getGtk-")]
        assert [(g["nama"], g["nip"], g["nik"]) for g in gtk["rows"]] == [
            (r["Nama"], r["NIP"], r["NIK"]) for r in sekolah
        ]
        assert gtk["results"] == len(sekolah)
    isi = orjson.loads(next((enam_januari.path / "dapodik").glob("getSekolah-*.json")).read_bytes())
    assert isinstance(isi["rows"], dict)


def test_some_units_are_not_called_like_their_school(enam_januari: Folder) -> None:
    beda = [b for b in enam_januari.lines("unor-npsn.csv")[1:] if b[1] != b[3].upper()]
    assert any(b[1].startswith("UPTD") for b in beda)
    assert any("NEGERI" in b[1] for b in beda)
