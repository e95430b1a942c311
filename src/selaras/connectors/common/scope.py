"""Whether a row belongs to the scope of Selaras, by its position and its unit (finding X2)."""

from __future__ import annotations

from functools import lru_cache

from selaras.connectors.ports import Cakupan
from selaras.kinerja import jabatan

_PENDIDIKAN = ("PENDIDIKAN", "DIKBUD", "DISDIK", "DIKPORA", "DINDIK", "DISPENDIK")


@lru_cache(maxsize=8192)
def cakupan_jabatan(nama: str, unor_induk: str) -> Cakupan:
    """Return MASUK for guru, kepala sekolah, pengawas and their like; an unknown (empty) position stays in.

    Others are tenaga kependidikan when their unit belongs to the dinas pendidikan, else another OPD.
    """
    if not nama or jabatan.dalam_cakupan(nama):
        return Cakupan.MASUK
    induk = unor_induk.upper()
    return Cakupan.TENDIK if not induk or any(word in induk for word in _PENDIDIKAN) else Cakupan.OPD_LAIN
