"""The way back from a row's id to the findings that it stood for, for importing filled status columns."""

from __future__ import annotations

from collections import defaultdict

from selaras.documents.tindak_lanjut import kunci
from selaras.documents.tindak_lanjut.susun import Susunan
from selaras.monitoring.posisi import Kendala, Posisi


def peta_kunci(posisi: Posisi) -> dict[str, tuple[Kendala, ...]]:
    """Return the findings behind every id that the workbooks of this position can carry (not 'SEKOLAH' rows)."""
    hasil: dict[str, list[Kendala]] = defaultdict(list)
    for k in posisi.kendala:
        hasil[kunci.untuk(k)].append(k)
    for x in Susunan(posisi).hari_ini:
        hasil[x.kunci] = list(x.kendala)
        for k in x.kendala:
            hasil.setdefault(kunci.untuk(k), [k])
    return {id_: tuple(isi) for id_, isi in hasil.items()}
