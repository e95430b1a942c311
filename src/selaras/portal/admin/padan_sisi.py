"""Two accounts beside each other: what equals, what differs; numbers are compared whole and shown masked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from selaras.kinerja import nik, nip, nuptk
from selaras.monitoring.history import SIDES
from selaras.ui.format import tanggal

_KINDS = {"L": "laki-laki", "P": "perempuan", "M": "laki-laki", "F": "perempuan"}
# What is shown, the column, how a value is said.
_LINES: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("Nama", "nama", str),
    ("Tanggal lahir", "lahir", tanggal),
    ("Jenis kelamin", "jk", lambda value: _KINDS.get(value, str(value))),
    ("Sekolah atau unit", "tempat", str),
    ("NIP", "nip", nip.mask),
    ("NIK", "nik", nik.mask),
    ("NUPTK", "nuptk", nuptk.mask),
    ("Jabatan", "jabatan", str),
    ("Golongan", "golongan", str),
)


def berdampingan(a: dict[str, Any], b: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the lines of `ui/komponen/dua_sisi.html`; what only one account says is no difference and left out."""
    lines = []
    for title, column, say in _LINES:
        left, right = a[column], b[column]
        if left and right:
            lines.append({"nama": title, "kiri": say(left), "kanan": say(right), "sama": _same(left, right)})
    return lines


def sepihak(a: dict[str, Any], b: dict[str, Any]) -> str:
    """Name what only one of two accounts says.

    >>> blank = dict.fromkeys([column for _, column, _ in _LINES])
    >>> sepihak(blank | {"nik": "1"}, blank | {"golongan": "III/a"})
    'NIK, Golongan'
    """
    return ", ".join(title for title, column, _ in _LINES if bool(a[column]) != bool(b[column]))


def sistem(account: dict[str, Any]) -> str:
    """Name the system of an account.

    >>> sistem({"sistem": 1}), sistem({"sistem": 4})
    ('PMM', 'SIASN')
    """
    return SIDES[account["sistem"]]


def sebab(explanation: dict[str, Any]) -> str:
    """Say why two accounts are suggested.

    >>> sebab({"nama": 0.91, "tanggal_lahir_sama": True, "sekolah_sama": False})
    'nama mirip 91%, tanggal lahir sama'
    """
    parts = [f"nama mirip {round(100 * float(explanation.get('nama') or 0))}%"]
    parts += ["tanggal lahir sama"] if explanation.get("tanggal_lahir_sama") else []
    parts += ["sekolah sama"] if explanation.get("sekolah_sama") else []
    return ", ".join(parts)


def _same(left: object, right: object) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return " ".join(left.casefold().split()) == " ".join(right.casefold().split())
    return left == right
