"""The forms of the page that gives roles."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from selaras.accounts.roles import Jenis, Sebagai

MOST_SCHOOLS = 100
GIVEN = tuple(one for one in Jenis if one is not Jenis.GURU)
_DATE = {"type": "date"}


def _named(jenis: Jenis) -> str:
    return "Plt./Plh. kepala sekolah" if jenis is Jenis.KEPALA else jenis.nama


class CariForm(forms.Form):
    """Whom to look for."""

    cari = forms.CharField(label="Nama", max_length=100, required=False)
    peran = forms.ChoiceField(
        label="Peran", required=False, choices=[("", "Semua peran"), *((str(j), j.nama) for j in GIVEN)]
    )


class PeranForm(forms.Form):
    """A role, where, and by what decree."""

    jenis = forms.ChoiceField(
        label="Peran",
        choices=[("", "Pilih peran"), *((str(j), _named(j)) for j in GIVEN)],
        help_text="Guru dan kepala sekolah definitif mengikuti data, jadi tidak diberikan di sini.",
        error_messages={"required": "Pilih perannya."},
    )
    sekolah = forms.CharField(
        label="Sekolah",
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="NPSN atau nama sekolah, satu per baris. Pengawas boleh beberapa. Admin dan teknisi: kosongkan.",
    )
    sebagai = forms.ChoiceField(
        label="Sebagai",
        choices=Sebagai.choices(),
        initial=Sebagai.DEFINITIF,
        help_text="Kepala sekolah: Plt. atau Plh.",
    )
    nomor_sk = forms.CharField(
        label="Nomor SK", required=False, max_length=100, help_text="Wajib untuk Plt. dan Plh., misalnya 800/123/2025."
    )
    mulai = forms.DateField(
        label="Berlaku sejak",
        widget=forms.DateInput(format="%Y-%m-%d", attrs=_DATE),
        error_messages={"required": "Isi tanggal mulainya.", "invalid": "Tulis tanggal seperti 2025-01-06."},
    )
    sampai = forms.DateField(
        label="Berlaku sampai",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs=_DATE),
        help_text="Hari terakhir. Kosong berarti sampai dicabut.",
        error_messages={"invalid": "Tulis tanggal seperti 2025-01-06."},
    )

    def lines(self) -> list[str]:
        """Return the schools as they were written, one each."""
        return list(dict.fromkeys(filter(None, (one.strip() for one in self.cleaned_data["sekolah"].splitlines()))))

    def clean(self) -> dict[str, Any]:
        """Say beside the field what does not go together."""
        data: dict[str, Any] = super().clean() or {}
        jenis = Jenis(data["jenis"]) if data.get("jenis") else None
        if jenis is not None:
            self._check_place(jenis, data)
            self._check_office(jenis, data)
        start, end = data.get("mulai"), data.get("sampai")
        if start and not dt.date(2000, 1, 1) <= start <= dt.date(2100, 1, 1):
            self.add_error("mulai", "Tahunnya tidak masuk akal.")
        if start and end and end < start:
            self.add_error("sampai", "Tanggal akhir mendahului tanggal mulai.")
        return data

    def _check_place(self, jenis: Jenis, data: dict[str, Any]) -> None:
        count = len([one for one in (data.get("sekolah") or "").splitlines() if one.strip()])
        if str(jenis) not in Jenis.of_school():
            if count:
                self.add_error("sekolah", f"{jenis.nama} tidak terikat pada sekolah; kosongkan.")
        elif not count:
            self.add_error("sekolah", "Tulis sekolahnya.")
        elif count > 1 and jenis is not Jenis.PENGAWAS:
            self.add_error("sekolah", f"{jenis.nama}: satu sekolah saja.")
        elif count > MOST_SCHOOLS:
            self.add_error("sekolah", f"Paling banyak {MOST_SCHOOLS} sekolah sekali isi.")

    def _check_office(self, jenis: Jenis, data: dict[str, Any]) -> None:
        acting = data.get("sebagai") != Sebagai.DEFINITIF
        if jenis is Jenis.KEPALA and not acting:
            self.add_error("sebagai", "Pilih Plt. atau Plh.; kepala definitif mengikuti data.")
        if jenis is not Jenis.KEPALA and acting:
            self.add_error("sebagai", "Plt. dan Plh. hanya untuk kepala sekolah.")
        if acting and not (data.get("nomor_sk") or "").strip():
            self.add_error("nomor_sk", "Nomor SK belum diisi.")
