"""Both snapshots of a rehearsal with their keys: the folder that `selaras latihan --keluar` fills."""

from __future__ import annotations

from pathlib import Path

from selaras.latihan.district import District
from selaras.latihan.files import tulis
from selaras.latihan.kunci import simpan


def tulis_semua(d: District, folder: Path) -> list[Path]:
    """Write `<date>/` for either day, and `kunci-<date>.json` beside it, so that no key is ever imported."""
    hasil: list[Path] = []
    for hari in d.snapshot:
        hasil += tulis(d, folder / hari.isoformat(), hari)
        hasil.append(simpan(d, hari, folder / f"kunci-{hari}.json"))
    return hasil
