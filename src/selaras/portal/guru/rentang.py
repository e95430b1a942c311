"""The range of a sync: 1 January to 31 December of the year. A wrong one is explained."""

from __future__ import annotations

import datetime as dt

from django import forms

from selaras.monitoring.texts import tanggal


def wajar(tahun: int) -> tuple[dt.date, dt.date]:
    """Return the range that carries the whole year."""
    return dt.date(tahun, 1, 1), dt.date(tahun, 12, 31)


def keliru(tahun: int, dari: dt.date, sampai: dt.date) -> str:
    """Say what is wrong with a range, '' when it is the whole year.

    >>> keliru(2024, dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    ''
    >>> keliru(2024, dt.date(2024, 7, 1), dt.date(2024, 12, 31))
    'Mulai 1 Juli 2024 terlalu lambat: penilaian sebelum tanggal itu tidak ikut tersinkron.'
    """
    first, last = wajar(tahun)
    if dari > sampai:
        return "Tanggal mulai lebih akhir daripada tanggal sampai: tidak ada yang tersinkron."
    if sampai < first or dari > last:
        return f"Rentang ini bukan tahun {tahun}: yang tersinkron SKP tahun lain."
    if dari > first:
        return f"Mulai {tanggal(dari)} terlalu lambat: penilaian sebelum tanggal itu tidak ikut tersinkron."
    if sampai < last:
        return f"Sampai {tanggal(sampai)} terlalu awal: penilaian sesudah tanggal itu tidak ikut tersinkron."
    if (dari, sampai) != (first, last):
        return f"Rentang ini melewati tahun {tahun}: SKP tahun lain ikut terambil dan bisa tercatat ganda."
    return ""


class RentangForm(forms.Form):
    """The range that stands in e-Kinerja."""

    dari = forms.DateField(label="Dari", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    sampai = forms.DateField(label="Sampai", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, tahun: int, *args: object, **kwargs: object) -> None:
        """Take the year that is to be carried."""
        super().__init__(*args, **kwargs)
        self.tahun = tahun

    def clean(self) -> dict[str, object]:
        """Refuse a range that is not the year, and say what it would leave out."""
        super().clean()
        found: dict[str, dt.date] = self.cleaned_data
        if "dari" in found and "sampai" in found:
            wrong = keliru(self.tahun, found["dari"], found["sampai"])
            if wrong:
                first, last = wajar(self.tahun)
                raise forms.ValidationError(f"{wrong} Pilih {tanggal(first)} sampai {tanggal(last)}.")
        return dict(found)
