"""The picture as SVG: one row per school, one cell per step; every cell says in words what its colour says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from selaras.documents.tindak_lanjut.langkah import Tahap
from selaras.documents.tindak_lanjut.lembar import LATIHAN
from selaras.documents.tindak_lanjut.lima import Jumlah, Status
from selaras.documents.tindak_lanjut.teks import pendek

PALING_BANYAK = 40
KOLOM = {
    Tahap.PERSIAPAN: "Persiapan", Tahap.IDENTITAS: "Identitas", Tahap.PERIODE: "Periode", Tahap.SINKRON: "Sinkron",
    Tahap.VERIFIKASI: "Verifikasi",
}  # fmt: skip
WARNA = {  # surface and ink; the contrast is above 4.5 to 1
    Status.TERTAHAN: ("#b3261e", "#ffffff"), Status.BERIKUTNYA: ("#ffd76a", "#3d2c00"),
    Status.BELUM: ("#e4e7eb", "#33383d"), Status.SELESAI: ("#1b6e37", "#ffffff"),
}  # fmt: skip
ARTI = {
    Status.TERTAHAN: "menunggu dinas atau kantor", Status.BERIKUTNYA: "dikerjakan sekolah",
    Status.BELUM: "belum gilirannya", Status.SELESAI: "selesai",
}  # fmt: skip
_NAMA, _SEL, _BARIS, _TEPI = 214, 84, 30, 16
_LEBAR = 2 * _TEPI + _NAMA + len(KOLOM) * _SEL
_HURUF = 36  # letters of a school's name that fit


@dataclass(frozen=True, slots=True)
class Baris:
    """One school: its name and its five steps."""

    nama: str
    langkah: tuple[Jumlah, ...]


@dataclass(frozen=True, slots=True)
class Gambar:
    """What stands on the picture besides the schools; `jumlah`: how many schools there are in all."""

    judul: str
    instansi: str
    tanggal: str
    latihan: bool
    jumlah: int


def kata(langkah: Jumlah) -> str:
    """Say in words how a step stands; the number is that of the people it is about.

    >>> kata(Jumlah(Tahap.SINKRON, selesai=3, berikutnya=2)), kata(Jumlah(Tahap.SINKRON, selesai=3))
    ('2 berikutnya', 'selesai')
    """
    if langkah.status is Status.SELESAI:
        return "selesai"
    if langkah.status is Status.BELUM:
        return "belum"
    return f"{getattr(langkah, langkah.status)} {langkah.status}"


def svg(isi: Gambar, baris: Sequence[Baris]) -> str:
    """Return the picture of the first schools, those that were given first."""
    shown = baris[:PALING_BANYAK]
    top = 96 + (28 if isi.latihan else 0)
    height = top + 26 + _BARIS * max(len(shown), 1) + 64
    alt = f"{isi.judul}, {isi.instansi}, {isi.tanggal}. Isinya sama dengan tabel di halaman ini."
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEBAR} {height}" width="{_LEBAR}" height="{height}" '
        'role="img" aria-labelledby="gambar-judul" font-family="DejaVu Sans, Arial, sans-serif">'
        f'<title id="gambar-judul">{escape(alt)}</title>',
        f'<rect width="{_LEBAR}" height="{height}" fill="#ffffff"/>',
        *_head(isi),
        *_columns(top),
    ]
    for number, one in enumerate(shown):
        parts += _row(one, top + 26 + number * _BARIS)
    if not shown:
        parts.append(_text(_TEPI, top + 46, "Belum ada sekolah.", 13))
    return "".join([*parts, *_foot(isi, len(shown), height), "</svg>"])


def _head(isi: Gambar) -> list[str]:
    y, parts = 0, []
    if isi.latihan:
        parts.append(f'<rect width="{_LEBAR}" height="28" fill="#ffd54f"/>')
        parts.append(_text(_LEBAR / 2, 19, LATIHAN, 12, "#3d2c00", bold=True, anchor="middle"))
        y = 28
    parts.append(_text(_TEPI, y + 34, pendek(isi.judul, 60), 19, "#123a63", bold=True))
    parts.append(_text(_TEPI, y + 56, pendek(isi.instansi, 80), 13))
    parts.append(_text(_TEPI, y + 76, isi.tanggal, 13))
    return parts


def _columns(top: int) -> list[str]:
    parts = [_text(_TEPI, top + 14, "Sekolah", 12, "#444a50", bold=True)]
    for number, title in enumerate(KOLOM.values(), 1):
        x = _TEPI + _NAMA + (number - 0.5) * _SEL
        parts.append(_text(x, top + 14, f"{number} {title}", 11, "#444a50", bold=True, anchor="middle"))
    return parts


def _row(one: Baris, y: int) -> list[str]:
    parts = [_text(_TEPI, y + 19, pendek(one.nama, _HURUF), 12)]
    for number, step in enumerate(one.langkah):
        surface, ink = WARNA[step.status]
        x = _TEPI + _NAMA + number * _SEL
        parts.append(
            f'<rect x="{x + 2}" y="{y + 2}" width="{_SEL - 4}" height="{_BARIS - 4}" rx="4" fill="{surface}"/>'
        )
        parts.append(_text(x + _SEL / 2, y + 19, kata(step), 10.5, ink, anchor="middle"))
    return parts


def _foot(isi: Gambar, shown: int, height: int) -> list[str]:
    parts, x = [], float(_TEPI)
    for status, words in ARTI.items():
        parts.append(f'<rect x="{x:g}" y="{height - 50}" width="12" height="12" rx="2" fill="{WARNA[status][0]}"/>')
        parts.append(_text(x + 17, height - 40, words, 10.5))
        x += 36 + 6.3 * len(words)
    rest = isi.jumlah - shown
    count = f"{shown} dari {isi.jumlah} sekolah, yang paling banyak tertahan." if rest else f"{isi.jumlah} sekolah."
    parts.append(
        _text(_TEPI, height - 14, f"{count} Angka: guru dan kepala sekolah. Dibuat dengan Selaras.", 10.5, "#444a50")
    )
    return parts


def _text(
    x: float, y: float, words: str, size: float, ink: str = "#1b1f23", *, bold: bool = False, anchor: str = "start"
) -> str:
    weight = ' font-weight="bold"' if bold else ""
    place = f'x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}"'
    return f'<text {place} fill="{ink}"{weight}>{escape(words)}</text>'
