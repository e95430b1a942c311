"""What was sent against what is shown, field by field.

>>> held = Held(Key(Kind.PENILAIAN, "x", 2024, "y", None, 204), 1, "0" * 29 + "122",
...             {"hasil_kerja": "Di atas ekspektasi", "perilaku_kerja": "Sesuai", "hasil_akhir": "Baik"})
>>> seen = compare({"hasil_kerja": 1, "perilaku_kerja": 1, "predikat": 1, "penilai_nip": None}, None, held)
>>> seen.kolom, seen.beda
(('hasil_kerja', 'perilaku_kerja', 'predikat'), ('perilaku_kerja', 'predikat'))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from selaras.connectors.ports import Kind
from selaras.connectors.target import Held, Key
from selaras.kinerja import predikat, rating
from selaras.kinerja.putusan import AturanError

__all__ = ["Held", "Key", "Kind", "Seen", "compare"]
_AGREED = frozenset({"persetujuan", "disetujui"})
_YES = frozenset({"1", "true", "ya", "y"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What was compared, and where the sides differ. `inti`: one of the fields that decide about equality differs."""

    kolom: tuple[str, ...]
    terlihat: Mapping[str, Any]
    beda: tuple[str, ...]
    inti: bool


@dataclass(frozen=True, slots=True)
class Field:
    """One field that both sides can show: its column in the report, how it is read, whether it decides."""

    column: str
    read: Callable[[str], Any]
    inti: bool


def _known(parse: Callable[[str], int]) -> Callable[[str], int | None]:
    def read(text: str) -> int | None:
        try:
            return int(parse(text))
        except AturanError:
            return None

    return read


def _status(text: str) -> str:
    return "persetujuan" if text.strip().lower() in _AGREED else text.strip().lower()


def _day(text: str) -> str:
    return text.strip()[:10]


def _yes(text: str) -> bool:
    return text.strip().lower() in _YES


FIELDS: dict[Kind, dict[str, Field]] = {
    Kind.PENILAIAN: {
        "hasil_kerja": Field("hasil_kerja", _known(rating.parse), inti=True),
        "perilaku_kerja": Field("perilaku_kerja", _known(rating.parse), inti=True),
        "predikat": Field("hasil_akhir", _known(predikat.parse), inti=True),
        "penilai_nip": Field("pegawai_atasan_nip", str.strip, inti=False),
    },
    Kind.SKP: {
        "status": Field("skp_status", _status, inti=True),
        "mulai": Field("periode_awal", _day, inti=False),
        "selesai": Field("periode_akhir", _day, inti=False),
        "plt": Field("is_plt_plh", _yes, inti=False),
    },
}


def compare(isi: Mapping[str, Any] | None, mulai: str | None, held: Held) -> Seen:
    """Compare what was sent (None: a withdrawal) with what is held.

    A field that decides counts always; another one only where both sides say something.
    """
    fields = FIELDS[held.key.kind]
    row = held.row
    if isi is None or row is None:
        kolom = tuple(name for name, item in fields.items() if item.inti)
        shown = {name: row.get(fields[name].column) for name in kolom} if row is not None else {}
        different = (isi is None) != (row is None)
        return Seen(kolom, shown, kolom if different else (), different)
    sent = {**isi, "mulai": mulai} if held.key.kind is Kind.SKP else isi
    kolom = tuple(name for name, item in fields.items() if item.inti or _both(sent.get(name), row.get(item.column)))
    terlihat = {name: fields[name].read(row.get(fields[name].column) or "") for name in kolom}
    beda = tuple(name for name in kolom if terlihat[name] != _plain(sent.get(name)))
    return Seen(kolom, terlihat, beda, any(fields[name].inti for name in beda))


def _both(sent: object, shown: str | None) -> bool:
    return sent is not None and bool(shown and shown.strip() not in ("", "-"))


def _plain(sent: object) -> object:
    return sent.isoformat() if isinstance(sent, dt.date) else sent
