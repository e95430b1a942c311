"""`{% load selaras_ui %}`: icons, badges, progress, charts, form fields; masking, dates and numbers."""

from __future__ import annotations

from typing import Any

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.safestring import SafeString

from selaras.kinerja import nip
from selaras.ui import bidang as formulir
from selaras.ui import format, grafik, ikon, tabel
from selaras.ui.keadaan import Rupa, rupa
from selaras.ui.langkah import susun

register = template.Library()


def icon(name: str, label: str = "", size: int = 20) -> SafeString:
    """Return a lucide icon as inline SVG: decoration, or an image with a name when `label` is given."""
    return ikon.svg(str(name), str(label), size)


def aset(path: str) -> str:
    """Return the URL of a static file; one that was never collected keeps its plain name, so a page still renders."""
    try:
        return str(staticfiles_storage.url(path))
    except ValueError:
        return str(staticfiles_storage.base_url) + path


def lencana(keadaan: str, jumlah: int | None = None) -> SafeString:
    """Badge of a keadaan: icon, words and colour; with `jumlah` the number first."""
    return ikon.lencana(str(keadaan), None if jumlah is None else format.angka(jumlah))


def kemajuan(selesai: int, total: int, satuan: str = "guru", judul: str = "") -> dict[str, object]:
    """Progress bar with its text: how many of how many `satuan` are done."""
    persen = format.persen(selesai, total)
    return {"selesai": selesai, "total": total, "satuan": satuan, "judul": judul, "persen": persen}


def panduan(langkah: Any) -> dict[str, object]:
    """Guide of numbered steps, see `ui.langkah.Langkah`."""
    return {"langkah": susun(langkah)}


def batang(data: Any, judul: str, satuan: str = "guru") -> dict[str, object]:
    """Bar chart, see `ui.grafik.Batang`; the table is the chart, so its text alternative can not differ from it."""
    return {"baris": grafik.susun(data), "judul": judul, "satuan": satuan, "bagian": grafik.legenda(data)}


def bidang(field: Any, label: str = "") -> dict[str, object]:
    """One form field: label, help, error and widget, tied together for a screen reader."""
    return formulir.konteks(field, label)


def samarkan(nomor: object) -> str:
    """Mask a NIP for the screen; None is a dash."""
    return nip.mask(str(nomor)) if nomor else format.KOSONG


def tanggal(nilai: object, gaya: str = "") -> str:
    """Return a date in words; `|tanggal:"pendek"` shortens the month."""
    return format.tanggal(nilai, pendek=gaya == "pendek")


def waktu(nilai: object) -> str:
    """Return a moment with its hour in WIB."""
    return format.waktu(nilai)


def angka(nilai: object, desimal: int | None = None) -> str:
    """Return a number as Indonesians write it."""
    return format.angka(nilai, desimal)


def keadaan(kunci: object) -> str:
    """Return the words of a keadaan."""
    return rupa(str(kunci)).kata


def rupa_keadaan(kunci: object) -> Rupa:
    """Return words, icon, tone and meaning of a keadaan."""
    return rupa(str(kunci))


def baris_tabel(kolom: Any, baris: Any) -> SafeString:
    """Return the rows of `ui/komponen/tabel.html`."""
    return tabel.badan(kolom, baris)


def isi(nilai: object, kosong: str = format.KOSONG) -> object:
    """Return the value, or `kosong` for None and an empty text; a zero is a value."""
    return kosong if nilai is None or nilai == "" else nilai


def baris_teks(teks: object, lebar: int = 38) -> int:
    """Return how many rows a textarea needs to show the text without scrolling on a phone (2 to 20)."""
    perlu = sum(1 + len(baris) // lebar for baris in str(teks).splitlines())
    return max(2, min(20, perlu))


# Called, not written as decorators: Django carries no types, and an untyped decorator would make the functions so.
register.simple_tag(icon)
register.simple_tag(aset)
register.simple_tag(lencana)
register.simple_tag(baris_tabel)
register.inclusion_tag("ui/komponen/kemajuan.html")(kemajuan)
register.inclusion_tag("ui/komponen/panduan.html")(panduan)
register.inclusion_tag("ui/komponen/grafik.html")(batang)
register.inclusion_tag("ui/komponen/bidang.html")(bidang)
register.filter(samarkan)
register.filter(tanggal)
register.filter(waktu)
register.filter(angka)
register.filter(keadaan)
register.filter(rupa_keadaan)
register.filter(isi)
register.filter(baris_teks)
