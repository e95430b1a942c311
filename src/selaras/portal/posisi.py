"""The position of one school as the papers take it, seen with the eyes of whoever asks."""

from __future__ import annotations

import psycopg
from django.http import HttpRequest

from selaras.config import clock
from selaras.monitoring.posisi import Posisi
from selaras.monitoring.selectors import kendala_list, sekolah_list
from selaras.organisasi.selectors import instansi_get


def position_of(connection: psycopg.Connection, request: HttpRequest, *, sekolah: int) -> Posisi | None:
    """Gather findings and counts of a school; None before anything was read, or when it is out of reach."""
    instansi = instansi_get(connection)
    per = request.bingkai.data_per
    if instansi is None or per is None:
        return None
    schools = sekolah_list(connection, instansi=instansi.id, tahun=instansi.tahun, sekolah=sekolah)
    findings = kendala_list(connection, instansi=instansi, tahun=instansi.tahun, per=per, sekolah=sekolah)
    return Posisi(
        instansi=instansi.nama, kantor=instansi.kantor, latihan=instansi.latihan, hanya_baca=instansi.hanya_baca,
        tahun=instansi.tahun, data_per=per, dibuat=clock.now(), keadaan=schools[0].keadaan if schools else {},
        dicatat_saja=0, guru=sum(s.guru for s in schools), selesai=sum(s.selesai for s in schools), kendala=findings,
        sekolah=schools, sumber=(), kurang=(), di_luar=(),
    )  # fmt: skip
