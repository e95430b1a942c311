"""Who is within the scope: by jabatan, by Jenis PTK, by status kepegawaian."""

from __future__ import annotations

import pytest

from selaras.kinerja import jabatan, jenis_ptk, kepegawaian
from selaras.kinerja.kepegawaian import Status

GURU = [
    "Guru Ahli Pertama",
    "GURU KELAS",
    "Ahli Muda - Guru Matematika",
    "JF Guru Ahli Madya",
    "Wakasek",
    "Calon Guru",
    "Wakil Kepala SDN 1",
]
KEPALA = [
    *("Kepala Sekolah", "KEPALA SMPN 4", "Kepala UPTD SDN 2 Melati", "Kepala UPT Satuan Pendidikan SD Negeri 3"),
    *("Plt. Kepala Sekolah", "Kepala Taman Kanak-Kanak Pembina", "Guru Ahli Muda (Kepala Sekolah)", "Kepsek"),
    *(
        "Guru Kelas/Kepala SDN 1",
        "Kepala TK Negeri Pembina",
        "Pjb Kepala SMA Negeri 1",
        "Kepala SKB",
        "Kepala SDN3 Melati",
    ),
]
PENGAWAS = [
    *("Pengawas Sekolah Ahli Madya", "AHLI MADYA - PENGAWAS SEKOLAH", "Pengawas TK/SD", "Penilik Ahli Muda"),
    *("Pamong Belajar Ahli Pertama", "Pengawas Satuan Pendidikan", "Pengawas Ahli Muda Mata Pelajaran"),
]
LUAR = [
    *("Pengadministrasi Umum", "Penjaga Sekolah", "Guru Besar", "Kepala Dinas", "Kepala Bidang Pembinaan SMP"),
    *(
        "Kepala Bidang Guru dan Tenaga Kependidikan",
        "Kepala Seksi Kurikulum SD",
        "Kepala UPT Puskesmas",
        "Penilik Jalan",
    ),
    *("Pengawas Ketenagakerjaan", "Pengawas Farmasi dan Makanan", "Operator Sekolah", "Kepala Tata Usaha SMP", "", "-"),
    *("Pengelola Data Guru", "Kepala Satuan Polisi Pamong Praja", "Kepala Perpustakaan", "Bendahara"),
]


@pytest.mark.parametrize("text", GURU)
def test_it_knows_a_guru(text: str) -> None:
    assert jabatan.is_guru(text)
    assert not jabatan.is_kepala(text)
    assert jabatan.dalam_cakupan(text)


@pytest.mark.parametrize("text", KEPALA)
def test_it_knows_a_kepala_sekolah(text: str) -> None:
    assert jabatan.is_kepala(text)
    assert jabatan.dalam_cakupan(text.upper())
    assert not jabatan.is_pengawas(text)


@pytest.mark.parametrize("text", PENGAWAS)
def test_it_knows_a_pengawas(text: str) -> None:
    assert jabatan.is_pengawas(text)
    assert jabatan.dalam_cakupan(text)
    assert not jabatan.is_guru(text)


@pytest.mark.parametrize("text", LUAR)
def test_it_leaves_others_outside(text: str) -> None:
    assert not jabatan.dalam_cakupan(text)


@pytest.mark.parametrize(
    ("text", "plt"),
    [
        *(("Plt. Kepala Sekolah", True), ("PLH KEPALA SDN 1", True), ("Guru (Pjb. Kepala Sekolah)", True)),
        *(("Pelaksana Tugas Kepala Sekolah", True), ("Kepala Sekolah", False), ("Guru Paljo", False)),
    ],
)
def test_it_knows_who_only_acts(text: str, plt: bool) -> None:
    assert jabatan.is_plt(text) is plt


def test_it_compares_nomenclature_without_case_and_punctuation() -> None:
    assert jabatan.normal(" guru  ahli pertama.") == jabatan.normal("GURU AHLI PERTAMA") == "GURU AHLI PERTAMA"
    assert jabatan.normal("Guru Muda") != jabatan.normal("Guru Ahli Muda")


@pytest.mark.parametrize("text", ["Guru Kelas", "GURU MAPEL", "Guru BK", "Kindergarten Teacher", "Kepala Sekolah"])
def test_it_lets_these_jenis_ptk_in(text: str) -> None:
    assert jenis_ptk.boleh(text)
    assert not jenis_ptk.is_tendik(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Tenaga Administrasi Sekolah", "Tenaga Perpustakaan", "Laboran", "Penjaga Sekolah", "Tukang Kebun"),
        *("Petugas Keamanan", "Pesuruh/Office Boy", "Teknisi", "Pustakawan", "Kepala Tenaga Administrasi Sekolah"),
    ],
)
def test_it_knows_tenaga_kependidikan(text: str) -> None:
    assert jenis_ptk.is_tendik(text)
    assert not jenis_ptk.boleh(text)
    assert not jenis_ptk.is_kepala(text)


def test_it_knows_a_kepala_sekolah_by_jenis_ptk() -> None:
    assert jenis_ptk.is_kepala("KEPALA  SEKOLAH")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *(("PNS", Status.PNS), ("PNS Diperbantukan", Status.PNS), ("PNS Depag", Status.PNS), ("CPNS", Status.CPNS)),
        *(("PPPK", Status.PPPK), ("P3K", Status.PPPK), ("PPPK PARUH WAKTU", Status.PPPK_PARUH_WAKTU)),
        *(("PW", Status.PPPK_PARUH_WAKTU), ("PPPK-DW", Status.PPPK_PARUH_WAKTU), ("NON ASN", Status.NON_ASN)),
        *(("Guru Honor Sekolah", Status.HONOR_SEKOLAH), ("GTY/PTY", Status.GTY), ("Non-PNS", Status.NON_ASN)),
        *(("Honor Daerah TK.I Provinsi", Status.HONOR_DAERAH), ("Honor Daerah TK.II Kab/Kota", Status.HONOR_DAERAH)),
        *(("GTT/PTT Kab/Kota", Status.HONOR_DAERAH), ("Tenaga Honor Sekolah", Status.HONOR_SEKOLAH)),
    ],
)
def test_it_reads_a_status_kepegawaian(text: str, status: Status) -> None:
    assert kepegawaian.parse(text) is status
    assert kepegawaian.parse(status.value) is status


def test_it_knows_who_is_asn_and_who_is_pppk() -> None:
    assert {s for s in Status if s.is_asn} == {Status.PNS, Status.CPNS, Status.PPPK, Status.PPPK_PARUH_WAKTU}
    assert {s for s in Status if s.is_pppk} == {Status.PPPK, Status.PPPK_PARUH_WAKTU}


@pytest.mark.parametrize(("text", "kode"), [("", "INCOMPLETE"), ("-", "INCOMPLETE"), ("ASN", "UNKNOWN_STATUS")])
def test_it_never_guesses_a_status(text: str, kode: str) -> None:
    with pytest.raises(kepegawaian.KepegawaianError) as galat:
        kepegawaian.parse(text)
    assert galat.value.kode == kode
