"""Fill the sentences of the catalogue with the facts of one finding, in the words of the instansi."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from selaras.kinerja import periode, predikat, rating, status_skp
from selaras.ledger import catalogue
from selaras.organisasi.selectors import Instansi

_BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


class _Blank(dict[str, Any]):
    """Facts that are not known show as a plain word instead of an empty brace."""

    def __missing__(self, key: str) -> str:
        return f"({key.replace('_', ' ')} belum diketahui)"


def tanggal(day: dt.date | None) -> str:
    """Write a date as people read it.

    >>> tanggal(dt.date(2025, 1, 6))
    '6 Januari 2025'
    """
    return f"{day.day} {_BULAN[day.month - 1]} {day.year}" if day else "tanggal belum diketahui"


def fill(text: str, facts: Mapping[str, Any], kantor: str) -> str:
    """Put facts into a sentence and name the office as the instansi does."""
    return text.replace("BKD/BKPSDM", kantor).replace("BKPSDM", kantor).format_map(_Blank(facts))


def facts(
    detail: Mapping[str, Any], *, instansi: Instansi, tahun: int, per: dt.date, slots: list[int], frees: int
) -> dict[str, Any]:
    """Collect what the sentences of one finding may name."""
    known: dict[str, Any] = {
        "instansi": instansi.nama,
        "tahun": tahun,
        "tanggal_data": tanggal(per),
        "jumlah": frees,
        "periode": ", ".join(periode.nama(slot) for slot in slots) or "periode ini",
    }
    known.update({key: value for key, value in detail.items() if not isinstance(value, list | dict)})
    if isinstance(detail.get("unor"), list):
        known["unor"] = ", ".join(str(item) for item in detail["unor"])
    known.update(_values(detail))
    known.update(_quoted(str(detail.get("tulisan") or "")))
    status = detail.get("status")
    if status is not None:
        known["status"] = status_skp.NAMA.get(int(status), status) if str(status).isdigit() else status
    return known


def _quoted(reason: str) -> dict[str, str]:
    """Split the reason of a row that could not be read into the sentence and the word it quotes.

    >>> _quoted("Baris 7: kolom hasil_kerja berisi «Bagus» yang tidak dikenal.")
    {'alasan': 'kolom hasil_kerja berisi «Bagus» yang tidak dikenal.', 'tulisan': 'Bagus'}
    """
    sentence = re.sub(r"^Baris \d+: ", "", reason)
    word = re.search(r"«([^»]*)»", sentence)
    return {"alasan": sentence, "tulisan": word[1] if word else sentence} if sentence else {}


def _values(detail: Mapping[str, Any]) -> dict[str, str]:
    """Name coded ratings (1 to 3) and predikat (1 to 5)."""
    named: dict[str, str] = {}
    for key, name in (("hasil", "hasil"), ("perilaku", "perilaku")):
        if detail.get(key):
            named[name] = rating.nama(detail[key])
    for key, name in (("predikat", "predikat"), ("pmm", "nilai_pmm"), ("ekinerja", "nilai_ekinerja")):
        if detail.get(key):
            named[name] = predikat.nama(detail[key])
    if detail.get("pmm") and detail.get("pmm") == detail.get("ekinerja"):  # same predikat, other ratings
        for side, name in (("pmm", "nilai_pmm"), ("ekinerja", "nilai_ekinerja")):
            named[name] += (
                f" ({rating.nama(detail[f'{side}_hasil'])}, perilaku {rating.nama(detail[f'{side}_perilaku'])})"
            )
    return named


def text_of(kode: str) -> catalogue.Texts:
    """Return the texts of a code."""
    return catalogue.texts()[kode]
