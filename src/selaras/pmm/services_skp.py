"""The plan: the owner makes and submits it, the rater agrees or returns it with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from uuid import UUID

from selaras.config.clock import now
from selaras.galat import DataError, Forbidden
from selaras.kinerja import periode
from selaras.pmm.aturan import ASING, Skp, bersih, catat, id_dari, kunci, siklus_tahun, skp_dinilai, skp_milik, wajib
from selaras.pmm.kosakata import STATUS, Status
from selaras.pmm.queries import Connection, sql

TERBUKA = (Status.DRAF, Status.DIKEMBALIKAN)


def skp_buat(
    connection: Connection,
    *,
    instansi: int,
    oleh: str,
    tahun: int,
    slot: int | None = None,
    npsn: str | None = None,
    mulai: dt.date | None = None,
    selesai: dt.date | None = None,
    plt: bool = False,
) -> str:
    """Begin one's own plan and return its id: for a period of the year's cycle (None: the only one there is).

    npsn: another school than one's own, where one is acting head (plt). mulai, selesai: a part of the period, for who
    comes or leaves in between. Raises `DataError` when the period is none of the cycle or overlaps another plan.
    """
    kunci(connection, instansi)
    cycle = siklus_tahun(tahun).slot_pmm
    chosen = slot if slot is not None else cycle[0] if len(cycle) == 1 else None
    if chosen not in cycle:
        names = ", ".join(periode.nama_panjang(satu) for satu in cycle)
        raise DataError(f"Pilih periode SKP tahun {tahun}: {names}.")
    awal, akhir = periode.rentang(tahun, chosen)
    mulai, selesai = mulai or awal, selesai or akhir
    if not awal <= mulai <= selesai <= akhir:
        raise DataError(f"Tanggal SKP harus di dalam {periode.nama_panjang(chosen)} {tahun}.")
    params = {
        "instansi": instansi, "oleh": id_dari(oleh), "tahun": tahun, "slot": chosen, "npsn": npsn, "mulai": mulai,
        "selesai": selesai, "plt": plt, "hari": now().date(),
    }  # fmt: skip
    return str(_buat(connection, instansi, oleh, params))


def _buat(connection: Connection, instansi: int, oleh: str, params: dict[str, object]) -> UUID:
    who = connection.execute(sql("sql_layanan", "calon_skp"), params).fetchone()
    if who is None:
        raise Forbidden(ASING)
    boleh, bentrok = who
    if not boleh:
        raise DataError(
            "SKP hanya untuk sekolah sendiri; SKP Plt atau Plh untuk sekolah yang sedang Anda pimpin.",
            langkah="Operator sekolah memeriksa sekolah dan tugas akun ini.",
        )
    if bentrok:
        raise DataError("Sudah ada SKP lain pada tanggal itu.", langkah="Buka SKP itu, atau ubah tanggalnya.")
    row = connection.execute(sql("sql_layanan", "buat_skp"), params).fetchone()
    skp_id: UUID = row[0] if row else UUID(int=0)
    catat(connection, instansi, oleh, skp_id, "dibuat")
    return skp_id


def skp_ajukan(connection: Connection, *, instansi: int, oleh: str, skp_id: str) -> None:
    """Submit one's own draft or returned plan. Raises `DataError` that names everything still missing."""
    skp = skp_milik(connection, instansi, oleh, skp_id)
    _wajib_status(skp, TERBUKA)
    if kurang := kekurangan(connection, skp):
        raise DataError(f"SKP belum lengkap: {'; '.join(kurang)}.")
    connection.execute(
        "UPDATE pm_skp SET status = %s, diajukan = %s, alasan = NULL WHERE id = %s", (Status.DIAJUKAN, now(), skp.id)
    )
    catat(connection, instansi, oleh, skp.id, "diajukan")


def skp_kembalikan(connection: Connection, *, instansi: int, oleh: str, skp_id: str, alasan: str) -> None:
    """Return a submitted plan to its owner with a reason. Raises `DataError` without one."""
    alasan = wajib(alasan, "Alasan")
    skp = skp_dinilai(connection, instansi, oleh, skp_id)
    _wajib_status(skp, (Status.DIAJUKAN,))
    connection.execute(
        "UPDATE pm_skp SET status = %s, alasan = %s, penilai_id = %s WHERE id = %s",
        (Status.DIKEMBALIKAN, alasan, id_dari(oleh), skp.id),
    )
    catat(connection, instansi, oleh, skp.id, "dikembalikan", alasan)


def skp_sepakati(
    connection: Connection, *, instansi: int, oleh: str, skp_id: str, ekspektasi: Mapping[int, str] | None = None
) -> None:
    """Agree to a submitted plan: only now can anything be observed, rated, or flow on.

    ekspektasi: what the rater expects beyond the chosen conduct, by value 1..7 of BerAKHLAK.
    """
    skp = skp_dinilai(connection, instansi, oleh, skp_id)
    _wajib_status(skp, (Status.DIAJUKAN,))
    for nilai, harapan in (ekspektasi or {}).items():
        connection.execute(
            "UPDATE pm_perilaku SET ekspektasi = %s WHERE skp_id = %s AND nilai = %s",
            (bersih(harapan, "Ekspektasi"), skp.id, nilai),
        )
    connection.execute(
        "UPDATE pm_skp SET status = %s, disepakati = %s, penilai_id = %s WHERE id = %s",
        (Status.DISEPAKATI, now(), id_dari(oleh), skp.id),
    )
    catat(connection, instansi, oleh, skp.id, "disepakati")


def kekurangan(connection: Connection, skp: Skp) -> list[str]:
    """Name what a plan still lacks before it can be submitted."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM pm_rhk WHERE skp_id = %(id)s AND bagian = 'utama' AND ditarik IS NULL), "
        "(SELECT count(*) FROM pm_perilaku WHERE skp_id = %(id)s)",
        {"id": skp.id},
    ).fetchone()
    utama, perilaku = row or (0, 0)
    kurang = []
    if skp.peran == "guru" and skp.indikator is None:
        kurang.append("indikator praktik kinerja belum dipilih")
    if not utama:
        kurang.append("belum ada RHK utama")
    if perilaku < 7:
        kurang.append(f"perilaku kerja baru dipilih {perilaku} dari 7")
    return kurang


def _wajib_status(skp: Skp, statuses: Sequence[int]) -> None:
    if skp.status not in statuses:
        wanted = " atau ".join(STATUS[satu] for satu in statuses)
        raise DataError(f"Status SKP ini {STATUS[skp.status]}, bukan {wanted}.")
