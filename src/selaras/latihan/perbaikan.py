"""How each damage is mended, where and by whom, and what the sides hold afterwards (kendala.csv: di_mana, oleh).

Mending never looks at the ledger: the people responsible mend their own side, and the next pull shows it. What is
mended stands as if it had been so all year; nobody is born anew, so every undamaged cell stays as it was.

| kode           | mended in                         | by whom                          | afterwards             |
|----------------|-----------------------------------|----------------------------------|------------------------|
| N1 N3          | PMM, Dapodik (Verval PTK)         | operator sekolah, dinas approves | the right NIP          |
| N4             | PMM, Dapodik, SIASN               | operator sekolah                 | NIK agrees with NIP    |
| N5             | PMM, Dapodik (Verval PTK)         | operator sekolah                 | two people, two NIPs   |
| N6             | SIASN, pegawai of e-Kinerja       | BKPSDM                           | has an account         |
| N7             | PMM, Dapodik                      | kepala sekolah, then operator    | in PMM with SKP        |
| J1 T1          | PMM, Dapodik                      | operator sekolah                 | golongan, Jenis PTK    |
| S1 S2          | PMM                               | the person; atasan               | Disepakati and rated   |
| R1 R2 R3 R4    | PMM                               | atasan; who typed the file       | rated, sent, readable  |
| S3             | nowhere: two days pass            | nobody                           | may be carried         |
| S4             | PMM                               | kepala sekolah                   | the head has an SKP    |
| S5             | e-Kinerja (Sinkron dengan Rotasi) | the person                       | one SKP per school     |
| S9             | e-Kinerja (SKP Bawahan)           | atasan                           | persetujuan            |
| A1             | e-Kinerja (Sinkronisasi ASN)      | kepala sekolah, BKPSDM           | rater as in PMM        |
| U1             | map, padan of the unit            | dinas                            | NPSN tied to its unit  |
| U2             | map, unit of e-Kinerja            | BKPSDM                           | active                 |
| U3             | map, SIASN, units of e-Kinerja    | dinas, then BKPSDM               | one unit, people moved |
| U4             | SIASN, unit in e-Kinerja          | BKPSDM                           | unit of the decree     |
| K1             | all sides                         | dinas, BKPSDM, operator          | a head                 |
| P1 P2 P3 P4 P5 | Manajemen Periode                 | admin instansi                   | whole and uniform      |
| N2 G1 G2       | the download                      | who downloaded the file          | the report drawn anew  |
| L0 L1          | the sync itself, tried again      | admin instansi                   | the sync went through  |
| D1             | nowhere in the data: a decision   | kepala sekolah                   | carried by Selaras     |
| X1             | nowhere in the data: a decision   | BKPSDM or kepala sekolah         | dikecualikan           |

D1 is no fault that somebody corrects beside Selaras: the head makes sure of the value in Ruang GTK, and it is sent
once more; e-Kinerja's value is never kept. X1 is a fact: nobody is made younger, only the confirmation was missing.
A rehearsal can not wait for S3: the agreement is dated two days back. S6, S7, S8 and X2 are no damages at all.

In a folder of reports nobody but the teacher can press, so whoever was mended has pressed too. With the built-in
application the reports are no files: N2, G1, G2, L0 and L1 can not happen there, nor a doubled period. A head whose
SKP stands in PMM rides ahead of his teachers there, so S4 means that he has none at all.
"""

from __future__ import annotations

from dataclasses import dataclass

from selaras.latihan.peran import BELUM_ADA, TANPA_TW4, TEKAN, UTUH, Pola

PMM, DAPODIK, SIASN, PETA, EKINERJA, PUTUSAN = "pmm", "dapodik", "siasn", "peta", "ekinerja", "putusan"


@dataclass(frozen=True, slots=True)
class Perbaikan:
    """The mending of one kind of damage: the sides that change, and what they hold before anything is carried."""

    pihak: tuple[str, ...]
    pola: Pola = UTUH


_BERKAS = (PMM, DAPODIK, SIASN, PETA)
_SEKOLAH = (PMM, DAPODIK)
_TANPA_NILAI = Pola(nilai_ekinerja="")
PERBAIKAN: dict[str, Perbaikan] = {
    "N1": Perbaikan(_SEKOLAH, BELUM_ADA),
    "N2": Perbaikan((EKINERJA,)),
    "N3": Perbaikan(_SEKOLAH),
    "N4": Perbaikan((*_SEKOLAH, SIASN), TEKAN),
    "N5": Perbaikan(_SEKOLAH),
    "N6": Perbaikan((SIASN, EKINERJA), BELUM_ADA),
    "N7": Perbaikan(_SEKOLAH),
    "J1": Perbaikan(_SEKOLAH, TEKAN),
    "T1": Perbaikan(_SEKOLAH, BELUM_ADA),
    "S1": Perbaikan((PMM,), BELUM_ADA),
    "S2": Perbaikan((PMM,), BELUM_ADA),
    "S3": Perbaikan((PMM,), BELUM_ADA),
    "S4": Perbaikan((PMM,), BELUM_ADA),
    "S5": Perbaikan((EKINERJA,), Pola(nilai_ekinerja="34T")),
    "S9": Perbaikan((EKINERJA,), _TANPA_NILAI),
    "R1": Perbaikan((PMM,), Pola(nilai_ekinerja="12")),
    "R2": Perbaikan((PMM,), TANPA_TW4),
    "R3": Perbaikan((PMM,), TANPA_TW4),
    "R4": Perbaikan((PMM,), TANPA_TW4),
    "A1": Perbaikan((EKINERJA,)),
    "D1": Perbaikan((PUTUSAN,)),
    "G1": Perbaikan((EKINERJA,), TEKAN),
    "G2": Perbaikan((EKINERJA,)),
    "L0": Perbaikan((EKINERJA,), TEKAN),
    "L1": Perbaikan((EKINERJA,), BELUM_ADA),
    "X1": Perbaikan((PUTUSAN,)),
    "U1": Perbaikan((PETA, EKINERJA), TEKAN),
    "U2": Perbaikan((PETA, EKINERJA), TEKAN),
    "U3": Perbaikan((PETA, SIASN, EKINERJA), TEKAN),
    "U4": Perbaikan((SIASN, EKINERJA)),
    "K1": Perbaikan((*_SEKOLAH, SIASN, EKINERJA), TEKAN),
    **{f"P{ke}": Perbaikan((EKINERJA,)) for ke in range(1, 6)},
}
TAK_MUNGKIN = frozenset(("N2", "G1", "G2", "L0", "L1"))  # in the built-in application: no download, no foreign log
PERIODE_TAK_MUNGKIN = ("P3", "P5:ganda", "P5:tahun")  # its tables refuse them
_PERAN = {"kembar": "N5"}
_TIDAK_DIPERBAIKI = ("D1", "X1")  # the data stay as they are; a person decides


def pihak(kode: str, *, bawaan: bool) -> tuple[str, ...]:
    """Say which sides the mending of a code changes; in a folder of reports the person has pressed as well."""
    tetap = PERBAIKAN[kode].pihak
    if bawaan:
        return tetap
    return tetap if kode == "X1" else (*(p for p in tetap if p in _BERKAS), EKINERJA)


def kode_peran(peran: str, jenis_sekolah: str) -> str:
    """Give the code that a role stands for; those whom their school holds up have the code of the school."""
    return jenis_sekolah if peran == "tertahan" else _PERAN.get(peran, peran)


def sesudah(peran: str, kode: str, *, bawaan: bool) -> tuple[str, Pola] | None:
    """Give what a person of this role is, and what the sides hold, once his code is mended; None: as before."""
    if not bawaan:
        return None if kode == "X1" else ("selaras", UTUH)
    if kode in _TIDAK_DIPERBAIKI:
        return None
    pola = PERBAIKAN[kode].pola
    if peran == "kembar":
        pola = BELUM_ADA
    return _kini(pola), pola


def _kini(pola: Pola) -> str:
    if pola == UTUH:
        return "selaras"
    return "tekan" if pola.skp_ekinerja else "S7"
