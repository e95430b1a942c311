"""Observation of praktik kinerja: five phases in their order, the rubric of three levels in the second."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from selaras.config.clock import now, today
from selaras.galat import DataError, Forbidden
from selaras.pmm.aturan import ASING, Skp, bersih, catat, id_dari, skp_diobservasi, wajib
from selaras.pmm.bungkus import bungkus
from selaras.pmm.kosakata import BUTIR, FASE, FASE_PENGAMAT, TINGKAT, Status
from selaras.pmm.queries import Connection, sql


def observasi_isi(
    connection: Connection,
    *,
    instansi: int,
    oleh: str,
    skp_id: str,
    fase: int,
    isi: str,
    tanggal: dt.date | None = None,
    rubrik: Mapping[int, tuple[int, str]] | None = None,
) -> None:
    """Fill the next phase (1..5), or the last one again.

    Phases 1, 4 and 5 belong to the one observed, 2 and 3 to the observer. rubrik: point 1..3 -> (level 1..3, note),
    all three in phase 2. Raises `DataError` when the plan is not agreed or a phase before is missing, `Forbidden` when
    the phase is somebody else's.
    """
    skp = skp_diobservasi(connection, instansi, oleh, skp_id)
    _wajib_giliran(skp, fase)
    isi = wajib(isi, FASE[fase])
    hari = tanggal or today()
    if hari > today() and fase > 1:
        raise DataError(f"Tanggal {FASE[fase].lower()} tidak boleh di masa depan.")
    if fase == 2:
        _simpan_rubrik(connection, skp, rubrik or {})
    connection.execute(
        "INSERT INTO pm_fase(skp_id, instansi_id, fase, isi, tanggal, oleh, diisi) VALUES (%s, %s, %s, %s, %s, %s, %s) "
        "ON CONFLICT (skp_id, fase) DO UPDATE SET (isi, tanggal, oleh, diisi) = "
        "(EXCLUDED.isi, EXCLUDED.tanggal, EXCLUDED.oleh, EXCLUDED.diisi)",
        (skp.id, instansi, fase, isi, hari, id_dari(oleh), now()),
    )
    catat(connection, instansi, oleh, skp.id, f"observasi: {FASE[fase].lower()}")


def _wajib_giliran(skp: Skp, fase: int) -> None:
    """Refuse what is not this phase's time or this person's turn."""
    if fase not in FASE:
        raise DataError("Fase observasi harus 1 sampai 5.")
    if not (skp.mengamati if fase in FASE_PENGAMAT else skp.pemilik):
        raise Forbidden(ASING)
    if skp.peran == "pengawas":
        raise DataError("SKP pengawas tidak memakai observasi.")
    if skp.status != Status.DISEPAKATI:
        raise DataError("Observasi baru dapat diisi sesudah SKP disepakati.")
    if fase > skp.fase + 1:
        raise DataError(f"Fase sebelumnya belum diisi: {FASE[skp.fase + 1]}.", langkah="Isi fase secara berurutan.")
    if fase < skp.fase:
        raise DataError(f"{FASE[fase]} sudah dikunci oleh {FASE[skp.fase].lower()}.")


def _simpan_rubrik(connection: Connection, skp: Skp, rubrik: Mapping[int, tuple[int, str]]) -> None:
    if set(rubrik) != set(BUTIR) or any(tingkat not in TINGKAT for tingkat, _ in rubrik.values()):
        raise DataError(f"Rubrik belum lengkap: pilih {', '.join(TINGKAT.values())} untuk ketiga fokus perilaku.")
    chosen = [
        {"butir": butir, "tingkat": tingkat, "catatan": bersih(catatan, "Catatan rubrik")}
        for butir, (tingkat, catatan) in rubrik.items()
    ]
    connection.execute(sql("sql_layanan", "simpan_rubrik"), {"skp": skp.id, "rubrik": bungkus(chosen)})
