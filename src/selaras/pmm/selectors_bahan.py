"""What other systems may take over of some people: agreed plans, and ratings that were sent. In one year, by NIP."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from selaras.pmm.queries import Connection, Row, rows


@dataclass(slots=True)
class Bahan:
    """One person's account: every plan of the year with its RHK, and the ratings that were sent."""

    nip: str
    nama: str
    skp: list[Row] = field(default_factory=list)
    penilaian: list[Row] = field(default_factory=list)


def bahan(connection: Connection, *, instansi: int, nip: Sequence[str], tahun: int) -> dict[str, Bahan]:
    """Return what PMM holds of these people, by NIP; who has no active account is left out. Three queries.

    skp: npsn, sekolah, mulai, selesai, status, plt, jabatan, penilai_nip, rhk (of agreed plans only). penilaian: npsn,
    slot, plt, hasil, perilaku, predikat, umpan_balik, penilai_nip, tanggal.
    """
    params = {"instansi": instansi, "nip": list(nip), "tahun": tahun}
    found = {row["nip"]: Bahan(row["nip"], row["nama"]) for row in rows(connection, "sql_baca", "bahan", params)}
    for kind in ("skp", "penilaian"):
        parts: dict[str, list[Row]] = defaultdict(list)
        for row in rows(connection, "sql_baca", f"bahan_{kind}", params):
            parts[row.pop("nip")].append(row)
        for number, items in parts.items():
            setattr(found[number], kind, items)
    return found
