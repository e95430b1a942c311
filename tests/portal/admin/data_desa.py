"""The village on the next day, damaged: what the pages of an admin are about, each damage once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from jobs.desa import DUA, EKO, SATU, Desa, Orang, dapodik, pegawai, siasn
from jobs.ruang import Ruang
from portal.conftest import BUDI, Situs
from selaras.accounts.roles import Jenis

RINA = Orang(7, "Rina Marlina", SATU)
LAIN = RINA.nip[:-3] + "998"  # Rina as the school side writes her
BESOK = "2025-01-07"


def rusak(situs: Situs) -> None:
    """Read the damaged village: Eko's button is open, Rina is two people, the unit of school two is on no map."""
    desa = Desa(BESOK)
    desa.tanpa_ekinerja(EKO, "4")
    lain = {"nip": LAIN, "nik": "", "nuptk": ""}
    desa.pmm["pegawai"].append(pegawai(RINA) | lain)
    desa.dapodik.append(dapodik(RINA) | lain)
    desa.siasn.append(siasn(RINA))
    desa.peta = [row for row in desa.peta if row["npsn"] != DUA.npsn]
    desa.nilai(BUDI, "1")["predikat"] = "Bagus sekali"
    room = Ruang(situs.dsn)
    room.kerjakan(desa)
    room.tutup()
    situs.db.rollback()


@contextmanager
def sebagai(situs: Situs, jenis: Jenis) -> Iterator[httpx.Client]:
    """Lend a client that acts as Budi in this role."""
    situs.beri(BUDI, jenis)
    client = situs.masuk(BUDI)
    yield client
    client.close()
