"""Schools and single plans, as whoever asks may see them."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.config.clock import today
from selaras.galat import Forbidden
from selaras.kinerja import periode
from selaras.pmm.aturan import Skp, baca_skp, id_dari
from selaras.pmm.queries import Connection, Row, rows


def ringkas_sekolah(
    connection: Connection, *, instansi: int, tahun: int, slot: int, npsn: Sequence[str] | None = None
) -> list[Row]:
    """Return {npsn, nama, guru, disepakati, dinilai, terkirim} of schools, by name; npsn None: all. One query."""
    params = {
        "instansi": instansi, "tahun": tahun, "slot": slot, "akhir": periode.jatuh_tempo(tahun, slot),
        "npsn": None if npsn is None else list(npsn),
    }  # fmt: skip
    return rows(connection, "sql_baca", "ringkas", params)


def kepala_diamati(connection: Connection, *, instansi: int, oleh: str, tahun: int) -> list[Row]:
    """Return {skp_id, nama, sekolah, status, fase} of the heads whom the account observes. One query."""
    params = {"instansi": instansi, "oleh": id_dari(oleh), "tahun": tahun, "hari": today()}
    return rows(connection, "sql_baca", "diamati", params)


def skp_satu(connection: Connection, *, instansi: int, oleh: str, skp_id: object) -> Skp | None:
    """Return a plan and what the account may do with it today; None when there is none to be seen."""
    try:
        found = baca_skp(connection, instansi, oleh, [id_dari(skp_id)])
    except Forbidden:
        return None
    return found[0] if found else None
