"""The forms of exceptions: one person, or a whole list."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from selaras.ledger.exceptions_list import REASON, Common

TEXT_LIMIT = 300_000  # characters of a pasted list
FILE_LIMIT = 1 << 20  # bytes of an uploaded one
KODE = [
    ("X1", "X1 Pensiun, pindah, atau meninggal"),
    ("X2", "X2 Di luar cakupan"),
    ("X3", "X3 Keadaan khusus (tugas belajar, cuti di luar tanggungan, dan lain-lain)"),
]
_DATE = {"invalid": "Tanggal ini tidak ada. Tulis seperti 2025-01-31."}


def _day(label: str, **more: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, error_messages=_DATE, **more)


class WaktuForm(forms.Form):
    """Why and from when to when."""

    kode = forms.ChoiceField(label="Jenis", choices=KODE, initial="X3")
    alasan = forms.CharField(
        label="Alasan", max_length=REASON, error_messages={"required": "Alasan belum diisi."},
        help_text="Misalnya nomor dan tanggal SK. Tanpa NIP.",
    )  # fmt: skip
    mulai = _day("Mulai", help_text="Sejak kapan tidak dihitung.")
    sampai = _day("Sampai", required=False, help_text="Kosong berarti seterusnya.")

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        mulai, sampai = self.cleaned_data.get("mulai"), self.cleaned_data.get("sampai")
        if mulai and sampai and sampai < mulai:
            self.add_error("sampai", "Tanggal sampai mendahului tanggal mulai.")
        return dict(self.cleaned_data)

    def umum(self) -> Common:
        """Return what holds for every row."""
        given = self.cleaned_data
        return Common(given.get("kode") or "", given.get("alasan") or "", given.get("mulai"), given.get("sampai"))


class SatuForm(WaktuForm):
    """One person, by NIP."""

    field_order = ("nip", "kode", "alasan", "mulai", "sampai")
    nip = forms.CharField(label="NIP", max_length=40, error_messages={"required": "NIP belum diisi."})


class OrangForm(WaktuForm):
    """One person who was chosen from the list of people."""

    orang = forms.CharField(widget=forms.HiddenInput)


class DaftarForm(WaktuForm):
    """A list: pasted or uploaded. What stands in a row counts before what stands in the form."""

    field_order = ("teks", "berkas", "kode", "alasan", "mulai", "sampai")
    teks = forms.CharField(
        label="Tempel daftar", required=False, max_length=TEXT_LIMIT, widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Satu NIP per baris; atau tabel dari Excel dengan judul kolom nip, kode, alasan, mulai, sampai.",
    )  # fmt: skip
    berkas = forms.FileField(
        label="Atau unggah CSV", required=False, help_text="CSV UTF-8 dengan judul kolom yang sama."
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        """Let the rows themselves say why and when."""
        super().__init__(*args, **more)
        for name in ("kode", "alasan", "mulai"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """Take the text of the file where there is one."""
        given = super().clean()
        if given.get("berkas") and "berkas" not in self.errors:
            try:
                given["teks"] = read(given["berkas"])
            except ValueError as error:
                self.add_error("berkas", str(error))
        elif not given.get("teks") and not self.errors:
            self.add_error("teks", "Tempel daftarnya, atau pilih berkas CSV.")
        return given


def read(file: UploadedFile) -> str:
    """Return the text of an uploaded list. Raises `ValueError` with a sentence for whatever is no CSV."""
    if (file.size or 0) > FILE_LIMIT:
        raise ValueError("Berkas ini lebih dari 1 MB. Bagi menjadi beberapa daftar.")
    content: bytes = file.read()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError("Berkas ini bukan CSV UTF-8. Di Excel pilih Simpan Sebagai, CSV UTF-8.") from None
    if "\x00" in text or len(text) > TEXT_LIMIT:
        raise ValueError("Berkas ini bukan daftar CSV.")
    return text


def awal(tahun: int) -> dict[str, Any]:
    """Return what the forms begin with: the first of January of the year."""
    return {"kode": "X3", "mulai": dt.date(tahun, 1, 1)}
