"""Roles: what is damaged about a person, and what the files therefore show or lack.

A role is mostly its finding code. `POLA` is the table of what each side holds; what the table can not say (a wrong
atasan, a number instead of a text) the row modules do, next to the cell concerned.
"""

from __future__ import annotations

from dataclasses import dataclass

SEMUA = "1234T"  # triwulan 1-4 and Tahunan
BELUM_TARIK = "12T"


@dataclass(frozen=True, slots=True)
class Pola:
    """Which sources know a person and which ratings each side holds (`nilai_*`: slots out of `SEMUA`)."""

    sekolah: bool = True  # in PMM and Dapodik
    siasn: bool = True
    skp_pmm: str = "Disepakati"  # status, '' = no SKP
    skp_ekinerja: str = "persetujuan"
    nilai_pmm: str = SEMUA
    nilai_ekinerja: str = SEMUA


UTUH = Pola()
TEKAN = Pola(nilai_ekinerja=BELUM_TARIK)
BELUM_ADA = Pola(skp_ekinerja="", nilai_ekinerja="")
TANPA_SKP = Pola(skp_pmm="", skp_ekinerja="", nilai_pmm="", nilai_ekinerja="")
TANPA_TW4 = Pola(nilai_ekinerja="123T")

POLA: dict[str, Pola] = {
    "tekan": TEKAN,
    "tertahan": TEKAN,  # their school holds them up: U1, U2, U3, K1
    "N4": TEKAN,
    "J1": TEKAN,
    "G1": TEKAN,
    "S6": TEKAN,
    "L0": TEKAN,
    "S4": BELUM_ADA,
    "S7": BELUM_ADA,
    "S3": BELUM_ADA,
    "L1": BELUM_ADA,
    "X1": BELUM_ADA,
    "N1": Pola(skp_ekinerja="", nilai_pmm="", nilai_ekinerja=""),
    "N6": Pola(siasn=False, skp_ekinerja="", nilai_ekinerja=""),
    "N7": Pola(sekolah=False),
    "S1": TANPA_SKP,
    "T1": TANPA_SKP,
    "kembar": TANPA_SKP,  # the second person of an N5 pair
    "S2": Pola(skp_pmm="Diajukan", skp_ekinerja="", nilai_pmm="", nilai_ekinerja=""),
    "S9": Pola(skp_ekinerja="diajukan", nilai_ekinerja=""),
    "R1": Pola(nilai_pmm="12", nilai_ekinerja="12"),
    "R2": TANPA_TW4,
    "R3": TANPA_TW4,
    "R4": TANPA_TW4,
}

CATATAN = ("N4", "J1", "G1", "S6")  # notes change no state: these people are also "tinggal ditekan"
TANPA_TEMUAN = ("mutasi", "pppk")  # lawful, and often mistaken for a finding
_BIASA = "A1 D1 G1 G2 J1 N1 N2 N3 N4 N6 N7 R1 R2 R3 R4 S1 S2 S3 S9 T1 U4"


def jumlah_peran(guru: int, bersih: bool) -> dict[str, int]:
    """Say how many people get each role: about 4 of each for 300 teachers, scaled, never none."""
    n = max(1, round(guru * 4 / 300))
    setengah, seperempat = max(1, n // 2), max(1, n // 4)
    jumlah = {"mutasi": setengah, "pppk": seperempat}
    if bersih:
        return jumlah
    jumlah |= dict.fromkeys(_BIASA.split(), n)
    jumlah |= {"S7": 2 * n, "S6": n - 1, "N5": setengah, "X1": setengah}
    return jumlah | dict.fromkeys(("S5", "X1-baru", "L0", "L1"), seperempat)
