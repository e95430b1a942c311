"""What the sync buttons do: read what PMM has agreed and sent, look at what e-Kinerja holds, write the difference.

The rooms `pmm` and `ekinerja` do not know each other; here they meet, as the two ministries' servers do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from selaras.ekinerja import kode as kata
from selaras.ekinerja.aturan import Connection
from selaras.ekinerja.selectors_sinkron import Terpegang, terpegang
from selaras.ekinerja.services import tulis
from selaras.ekinerja.services_log import log_tolak
from selaras.ekinerja.services_tulis import TERBANYAK, lock
from selaras.galat import Stop
from selaras.pmm.selectors_bahan import Bahan, bahan
from selaras.portal.ekinerja.operasi_skp import agreed, operations

BERHASIL = kata.DITERIMA
TIDAK_ADA_BARU = "Tidak ada data baru di PMM / Ruang GTK. Tidak ada yang berubah; ini bukan kesalahan."
ROTASI = (
    "Ada SKP di lebih dari satu sekolah pada tahun ini. Tekan Sinkron SKP dengan Rotasi, supaya tiap sekolah "
    "mendapat satu SKP."
)
Operasi = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Hasil:
    """What a press came to for one person: how much was written, or the terse refusal (`kode` None: all is well)."""

    nip: str
    baru: int = 0
    kode: str | None = None
    pesan: str = TIDAK_ADA_BARU

    @property
    def ditolak(self) -> bool:
        """Say whether something was refused."""
        return self.kode is not None


@dataclass(frozen=True, slots=True)
class Meja:
    """Both sides of some people in one year, their rows locked until the transaction ends."""

    instansi: int
    tahun: int
    pmm: Mapping[str, Bahan]
    ekinerja: Mapping[str, Terpegang]


def meja(connection: Connection, *, instansi: int, nip: Sequence[str], tahun: int) -> Meja:
    """Lock these people and read both sides: a second press waits, and then finds nothing new."""
    lock(connection, instansi, nip)
    pmm = bahan(connection, instansi=instansi, nip=nip, tahun=tahun)
    return Meja(instansi, tahun, pmm, terpegang(connection, instansi=instansi, nip=nip, tahun=tahun))


def sinkron_skp(connection: Connection, *, instansi: int, nip: str, tahun: int, rotasi: bool) -> Hasil:
    """Take over the agreed SKP of a person: of the one school, or (rotasi) one for each. The caller commits.

    Raises `Stop` where the person has to press the other button.
    """
    di = meja(connection, instansi=instansi, nip=[nip], tahun=tahun)
    if nip not in di.ekinerja:
        return Hasil(nip, kode="EK5", pesan=kata.pesan("EK5"))
    plans = agreed(di.pmm.get(nip))
    kode = "EK4" if di.ekinerja[nip].terkunci else None if plans else "E02"
    if kode:
        return menolak(connection, di, {nip: kode}, "skp")[nip]
    if not rotasi and len({plan["npsn"] for plan in plans}) > 1:
        raise Stop(ROTASI)
    ops = list(operations(di.ekinerja[nip], plans, tahun))
    return tulis_semua(connection, di, {nip: ops})[nip]


def menolak(connection: Connection, di: Meja, kode: Mapping[str, str], jenis: str) -> dict[str, Hasil]:
    """Write refusals into Log Sinkronisasi that were met before anything could be written."""
    rows = [{"nip": nip, "nama": di.ekinerja[nip].nama, "jenis": jenis, "kode": satu} for nip, satu in kode.items()]
    log_tolak(connection, instansi=di.instansi, tahun=di.tahun, tolakan=rows)
    return {nip: Hasil(nip, kode=satu, pesan=kata.pesan(satu)) for nip, satu in kode.items()}


def tulis_semua(connection: Connection, di: Meja, ops: Mapping[str, Sequence[Operasi]]) -> dict[str, Hasil]:
    """Write what is new of each person and say what came of it; whoever has nothing new is told so."""
    told: dict[str, list[Mapping[str, Any]]] = {nip: [] for nip in ops}
    owner = [(nip, op) for nip, items in ops.items() for op in items]
    for part in _parts(owner):
        answers = tulis(connection, instansi=di.instansi, operasi=[op for _, op in part])
        for (nip, _), answer in zip(part, answers, strict=True):
            told[nip].append(answer)
    return {nip: _said(nip, answers) for nip, answers in told.items()}


def _parts(rows: Sequence[tuple[str, Operasi]]) -> Iterator[Sequence[tuple[str, Operasi]]]:
    for start in range(0, len(rows), TERBANYAK):
        yield rows[start : start + TERBANYAK]


def _said(nip: str, answers: Sequence[Mapping[str, Any]]) -> Hasil:
    baru = sum(answer["hasil"] in ("diterima", "sama") for answer in answers)
    wrong = next((answer for answer in answers if answer["hasil"] not in ("diterima", "sama")), None)
    if wrong is not None:
        return Hasil(nip, baru, wrong["kode"] or "bentrok", wrong["pesan"] or kata.BENTROK)
    return Hasil(nip, baru, pesan=BERHASIL) if baru else Hasil(nip)
