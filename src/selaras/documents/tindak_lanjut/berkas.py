"""Names of the files that a school gets: NPSN and name, never a person's number."""

from __future__ import annotations

import re
from collections.abc import Iterable

from selaras.documents.tindak_lanjut.teks import slug
from selaras.monitoring.posisi import Sekolah

_NPSN = re.compile(r"[0-9A-Za-z]{8}")


def nama_berkas(sekolah: Iterable[Sekolah]) -> dict[str, str]:
    """Return the stem of each school's files by NPSN; a strange NPSN never becomes part of a path."""
    hasil: dict[str, str] = {}
    terpakai: set[str] = set()
    for s in sekolah:
        nomor = s.npsn if _NPSN.fullmatch(s.npsn) else "tanpa-npsn"
        nama = dasar = "-".join(x for x in (nomor, slug(s.nama)) if x)
        kali = 1
        while nama in terpakai:
            kali += 1
            nama = f"{dasar}-{kali}"
        terpakai.add(nama)
        hasil[s.npsn] = nama
    return hasil
