"""The words for runs: what it is, how it stands, how long it will take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from selaras.jobs.runs import Jalan, Tahap
from selaras.portal.ids import name_of
from selaras.ui.format import persen

VERB = {
    "impor": "Membaca laporan",
    "proses": "Menghitung ulang",
    "sinkron": "Sinkron",
    "kirim": "Mengirim rencana",
    "cocokkan": "Membaca ulang e-Kinerja",
    "kerjakan": "Kerjakan (baris perintah)",
    "rencana": "Menyusun rencana",
    "tarik": "Membaca kedua sisi",
    "latihan": "Menyiapkan latihan",
    "dokumen": "Membuat dokumen",
}
MACAM = {"rencana": "Menyusun rencana", "kirim": "Mengirim rencana"}
RUPA = {  # keadaan: words, tone, icon
    "menunggu": ("Menunggu giliran", "tunggu", "clock"),
    "ditunda": ("Ditunda", "tunggu", "clock"),
    "berjalan": ("Sedang berjalan", "cek", "refresh-cw"),
    "selesai": ("Selesai", "baik", "circle-check"),
    "gagal": ("Tidak berhasil", "tolak", "octagon-x"),
    "terputus": ("Terputus", "tahan", "triangle-alert"),
}
LONG = 90  # seconds; above that one says minutes


@dataclass(frozen=True, slots=True)
class Baris:
    """A run as the list shows it."""

    jalan: Jalan
    apa: str
    kata: str
    nada: str
    ikon: str
    url: str
    url_rencana: str


@dataclass(frozen=True, slots=True)
class Ukur:
    """A bar: what, how much of how much, and how long still."""

    tahap: str
    sudah: int
    jumlah: int | None
    persen: int | None
    sisa: str
    mati: bool


def baris(one: Jalan) -> Baris:
    """Say a run in words."""
    kata, nada, ikon = RUPA[one.keadaan]
    plan = f"/rencana/{name_of('rencana', one.rencana)}/" if one.rencana else ""
    return Baris(one, named(one), kata, nada, ikon, address(one), plan)


def named(one: Jalan) -> str:
    """Say what a run is."""
    return MACAM.get(one.macam or "", VERB.get(one.verb, one.verb.capitalize()))


def address(one: Jalan) -> str:
    """Return where a run is shown."""
    return (
        f"/jalan/sinkron/{name_of('sinkron', one.sinkron)}/"
        if one.sinkron
        else f"/jalan/{name_of('jalan', one.run or 0)}/"
    )


def ukur(found: Sequence[Tahap]) -> list[Ukur]:
    """Turn stages into bars."""
    return [
        Ukur(
            x.tahap[:1].upper() + x.tahap[1:],
            x.sudah,
            x.jumlah,
            persen(x.sudah, x.jumlah) if x.jumlah else None,
            lasts(x.sisa),
            x.mati,
        )
        for x in found
    ]


def lasts(seconds: float | None) -> str:
    """Say how long it takes, roughly.

    >>> lasts(40.0), lasts(600.0), lasts(None)
    ('kira-kira 40 detik lagi', 'kira-kira 10 menit lagi', '')
    """
    if seconds is None:
        return ""
    if seconds <= LONG:
        return f"kira-kira {max(round(seconds), 1)} detik lagi"
    return f"kira-kira {round(seconds / 60)} menit lagi"


def step(one: Jalan) -> str:
    """Say what whoever looks does next, '' when there is nothing to do."""
    if one.keadaan == "terputus":
        return (
            "Prosesnya berhenti di tengah; data tetap utuh. Jalankan lagi, atau minta teknisi melihat halaman Sistem."
        )
    if one.keadaan == "gagal":
        return "Data tetap seperti sebelum dijalankan. Bereskan sebabnya di atas, lalu jalankan lagi."
    return ""
