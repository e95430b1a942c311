"""Between the words of the port and the JSON of the write API.

>>> key = Key(Kind.PENILAIAN, "198001012005011901", 2024, "20271000", None, 204)
>>> key_of(key)["jenis"], key_of(key)["slot"]
('penilaian', 204)
>>> held(key, {"versi": 3, "baris": {"hasil_kerja": "Di atas ekspektasi", "perilaku_kerja": "Sesuai ekspektasi",
...                                  "hasil_akhir": "Baik"}}).core
'00000000000000000000000000000122'
>>> held(key, {"versi": 0, "baris": None}).row is None
True
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from selaras.connectors.common.keys import core_penilaian, core_skp
from selaras.connectors.common.text import isi, teks_json
from selaras.connectors.ekinerja_builtin.channel import Row
from selaras.connectors.ports import Kind, SkpStatus
from selaras.connectors.target import Answer, Held, Key, Outcome, Write
from selaras.kinerja import predikat, rating

_JENIS = {Kind.SKP: "skp", Kind.PENILAIAN: "penilaian"}
_OUTCOMES = {
    "diterima": Outcome.STORED,
    "sama": Outcome.SAME,
    "ditolak": Outcome.REFUSED,
    "bentrok": Outcome.MOVED,
}
_AGREED = frozenset({"persetujuan", "disetujui"})  # as ekinerja_laporan_skp reads skp_status


class MalformedError(ValueError):
    """An answer that is not what the API promises."""


def key_of(key: Key) -> dict[str, Any]:
    """Return a key as the API takes it."""
    return {
        "jenis": _JENIS[key.kind],
        "nip": key.nip,
        "tahun": key.tahun,
        "npsn": key.npsn,
        "mulai": key.mulai,
        "slot": key.slot,
    }


def operation_of(write: Write) -> dict[str, Any]:
    """Return a write as the API takes it."""
    isi_baru = None if write.isi is None else dict(write.isi)
    return key_of(write.key) | {
        "kunci": write.kunci,
        "aksi": "tarik" if write.isi is None else "tulis",
        "versi": write.versi,
        "isi": isi_baru,
        "alasan": write.alasan,
    }


def answer(write: Write, told: Row) -> Answer:
    """Read the outcome of one write. Raises `MalformedError` when it is about another write or says nothing known."""
    outcome = _OUTCOMES.get(str(told.get("hasil")))
    if told.get("kunci") != write.kunci or outcome is None:
        raise MalformedError
    return Answer(write.kunci, outcome, told.get("versi"), told.get("kode"), told.get("pesan"))


def held(key: Key, told: Row) -> Held:
    """Read what stands under a key. Raises `MalformedError` when the content is none."""
    row, versi = told.get("baris"), told.get("versi")
    if not isinstance(versi, int) or not isinstance(row, Mapping | None):
        raise MalformedError
    if row is None:
        return Held(key, versi, None, None)
    cells = {name: teks_json(value) for name, value in row.items()}
    return Held(key, versi, core(key.kind, cells), cells)


def core(kind: Kind, cells: Mapping[str, str]) -> str | None:
    """Return the hash of the compared fields, as the report connectors work it out from the same row."""
    if kind is Kind.SKP:
        agreed = isi(cells.get("skp_status", "")).lower() in _AGREED
        return core_skp(SkpStatus.DISEPAKATI if agreed else None)
    return core_penilaian(
        _code(cells.get("hasil_kerja", ""), rating.parse),
        _code(cells.get("perilaku_kerja", ""), rating.parse),
        _code(cells.get("hasil_akhir", ""), predikat.parse),
    )


def _code(text: str, parse: Callable[[str], int]) -> int | None:
    if not isi(text):
        return None
    try:
        return parse(isi(text))
    except ValueError:
        return None  # the report connector rejects such a row: nothing is compared
