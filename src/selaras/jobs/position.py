"""The position of the folder, ready for the papers."""

from __future__ import annotations

import datetime as dt

from selaras.config import clock
from selaras.connectors.registry import CONNECTORS
from selaras.jobs.folder import Folder, data_per
from selaras.ledger.balance import balance
from selaras.monitoring import selectors
from selaras.monitoring.posisi import Posisi


def position(folder: Folder, *, tahun: int, sekolah: int | None = None) -> Posisi:
    """Gather everything that the papers need, for the whole instansi or for one school."""
    connection, instansi = folder.connection, folder.need()
    per = data_per(folder) or clock.today()
    books = balance(connection, instansi=instansi.id, tahun=tahun, sekolah=sekolah)
    schools = selectors.sekolah_list(connection, instansi=instansi.id, tahun=tahun, sekolah=sekolah)
    guru, selesai = selectors.guru_count(connection, instansi=instansi.id, tahun=tahun)
    before, done_before = selectors.previous(connection, instansi=instansi.id, tahun=tahun, per=per)
    return Posisi(
        instansi=instansi.nama,
        kantor=instansi.kantor,
        latihan=instansi.latihan,
        hanya_baca=instansi.hanya_baca,
        tahun=tahun,
        data_per=per,
        dibuat=clock.now(),
        keadaan=books.keadaan,
        dicatat_saja=books.dicatat_saja,
        guru=guru if sekolah is None else sum(school.guru for school in schools),
        selesai=selesai if sekolah is None else sum(school.selesai for school in schools),
        kendala=selectors.kendala_list(connection, instansi=instansi, tahun=tahun, per=per, sekolah=sekolah),
        sekolah=schools,
        sumber=selectors.sumber_list(connection, instansi=instansi.id, titles={c.name: c.title for c in CONNECTORS}),
        kurang=tuple(selectors.missing(connection, instansi=instansi, tahun=tahun)),
        di_luar=selectors.di_luar_list(connection, instansi=instansi.id) if sekolah is None else (),
        data_lalu=before,
        selesai_lalu=done_before,
        tenggat=_deadline(instansi.pengaturan.get("tenggat")),
        tanda=selectors.ticks(connection, instansi=instansi.id),
    )


def _deadline(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
