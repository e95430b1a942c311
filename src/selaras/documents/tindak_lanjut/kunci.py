"""The opaque, stable id of a row: lets a filled status column find its way back without printing who it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from selaras.monitoring.posisi import Kendala


def buat(kode: str, rujukan: str, periode: Iterable[str] = ()) -> str:
    """Return 12 hex digits of (code, reference, periods); the same again on every run."""
    isi = "\x1f".join((kode, rujukan, *periode)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(isi, digest_size=6, person=b"selaras-tl").hexdigest()


def rujukan(k: Kendala) -> str:
    """Return what a finding is about: the person, else the school, else the file and row."""
    if k.tingkat == "berkas" and k.berkas:
        return f"{k.berkas}|{k.lembar or ''}|{k.baris or ''}"
    if k.nip or k.nip_pmm:
        return k.nip or k.nip_pmm or ""
    if k.tingkat == "orang" and k.nama:
        return f"{k.npsn or ''}|{k.nama}"
    return k.npsn or k.berkas or ""


def untuk(k: Kendala) -> str:
    """Return the id of a finding's row."""
    return buat(k.kode, rujukan(k), k.periode)


def orang(k: Kendala) -> str | None:
    """Return what tells one person from another within a district, None for a finding about no person."""
    if k.tingkat != "orang":
        return None
    return k.nip or k.nip_pmm or f"{k.npsn or ''}|{k.nama or ''}"
