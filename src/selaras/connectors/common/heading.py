"""The lines above a table: instansi, period, unit and the day the data were drawn.

>>> h = baca((("Laporan Penilaian SKP Periode Bulanan 12 Tahun 2024",), ("Instansi PEMERINTAH KAB. X",),
...           ("Unor Induk : DINAS PENDIDIKAN",), ("Unor", ":", "SDN 1 X"), ("Data ditarik pada : 06-01-2025 10:12",)))
>>> h.tahun, h.slot, h.instansi, h.unor_induk, h.unor, h.ditarik.isoformat()
(2024, 112, 'PEMERINTAH KAB. X', 'DINAS PENDIDIKAN', 'SDN 1 X', '2025-01-06T10:12:00')
>>> semua(None), semua("ALL"), semua("SDN 1 X")
(True, True, False)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from selaras.connectors.common.dates import waktu
from selaras.connectors.common.periods import setahun, tahun_slot
from selaras.connectors.common.text import isi
from selaras.connectors.ports import Heading

_DITARIK = re.compile(r"(?:data\s+ditarik\s+pada|tanggal\s+unduh|ditarik\s+pada)\s*:?\s*(.+)", re.IGNORECASE)
_BARIS = {
    "instansi": re.compile(r"instansi\s*:?\s+(.+)", re.IGNORECASE),
    "unor_induk": re.compile(r"unor\s+induk\s*:\s*(.*)", re.IGNORECASE),
    "unor": re.compile(r"unor\s*:\s*(.*)", re.IGNORECASE),
}
SETAHUN = 400
_SEMUA = frozenset({"", "all", "semua", "-"})


def semua(unor: str | None) -> bool:
    """Say whether this unit of a heading means every unit."""
    return unor is None or unor.strip().lower() in _SEMUA


def baca(preamble: Sequence[Sequence[str]]) -> Heading:
    """Return what the lines say; what they do not say stays None."""
    found: dict[str, str] = {}
    ditarik = None
    labels: list[str] = []
    for row in preamble:
        text = isi(" ".join(cell.strip() for cell in row if cell.strip()))
        if m := _DITARIK.match(text):
            ditarik = waktu(re.split(r"\s{2,}|\s+pengunduh", m[1].strip(), flags=re.IGNORECASE)[0])
            continue
        for name, pattern in _BARIS.items():
            if m := pattern.match(text):
                found.setdefault(name, m[1].strip())
        if re.match(r"laporan|periode", text, re.IGNORECASE):
            labels.append(text)
    tahun, slot = tahun_slot(labels)
    if slot is None and tahun is not None and setahun(labels):
        slot = SETAHUN
    return Heading(
        instansi=found.get("instansi"),
        ditarik=ditarik,
        tahun=tahun,
        slot=slot,
        unor_induk=found.get("unor_induk"),
        unor=found.get("unor"),
    )


def tempat(heading: Heading) -> tuple[str, ...] | None:
    """Return the units a report is about: None for all of them."""
    return None if semua(heading.unor) or heading.unor is None else (heading.unor,)
