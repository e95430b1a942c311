"""A writable village with something to decide, served: what is plain, what is odd, and what is nobody's own to say."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from functools import cache

import psycopg
import pytest

from jobs.desa import BUDI, DEWI, EKO, SARI, WATI, Desa, Orang
from jobs.pemasangan import copied, template
from jobs.ruang import Ruang
from portal.conftest import HARI, Panggung, Situs
from selaras.accounts.roles import Jenis, Sebagai
from selaras.accounts.services import pengguna_of


def rusak() -> Desa:
    """Budi and Wati lack TW4 (plain), Budi's TW3 is low, Wati's differs (odd); Sari and Dewi lack TW4, Eko's is low."""
    desa = Desa()
    for o in (BUDI, WATI, SARI, DEWI, EKO):
        desa.tanpa_ekinerja(o, "4")
    desa.tanpa_ekinerja(BUDI, "3")
    for o, tw in ((BUDI, "3"), (EKO, "4")):
        desa.nilai(o, tw).update(hasil_kerja="Dibawah Ekspektasi", predikat="Butuh Perbaikan")
    desa.nilai_ek(WATI, "3").update(hasil_kerja="Dibawah Ekspektasi", hasil_akhir="Butuh Perbaikan")
    return desa


@pytest.fixture(scope="module")
def tulis(server: str, panggung: Panggung) -> Iterator[Situs]:
    """The pages over that village."""
    with panggung.main(_desa_rusak(server)) as dsn, psycopg.connect(dsn) as connection:
        yield Situs(panggung.alamat, connection, dsn, panggung.folder)


@cache
def _desa_rusak(server: str) -> str:
    dsn = copied(server, template(server))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SELARAS_HARI_INI", HARI)
        room = Ruang(dsn)
        room.db.execute("UPDATE instansi SET hanya_baca = false, target = 'ekinerja_builtin'")
        room.db.commit()
        room.kerjakan(rusak())
        room.tutup()
    return dsn


def plt(situs: Situs, o: Orang, sekolah: int, mulai: str, sampai: str | None) -> None:
    """Make somebody acting head by a decree, also one that does not hold today."""
    user = pengguna_of(situs.db, orang=situs.orang(o))
    situs.db.execute(
        "INSERT INTO ac_peran(id, pengguna_id, jenis, instansi_id, sekolah_id, sebagai, nomor_sk, mulai, sampai, "
        "diberi_oleh) VALUES (%s, %s, %s, 1, %s, %s, 'SK/1/2025', %s, %s, 'uji')",
        (uuid.uuid4(), user, Jenis.KEPALA, sekolah, Sebagai.PLT, mulai, sampai),
    )
    situs.db.commit()


def hari(geser: int) -> str:
    """Return a day counted from the day of the tests."""
    return str(dt.date.fromisoformat(HARI) + dt.timedelta(days=geser))
