"""The forms of the application. Each refuses beside the field."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from selaras.ekinerja.services_tugas import SEBAGAI
from selaras.kinerja import nip as nomor_nip


def hari_isian(**more: Any) -> forms.DateInput:
    """Return the widget for a day: a browser without one for dates still takes 2024-01-31."""
    return forms.DateInput(attrs={"type": "date", "autocomplete": "off", **more}, format="%Y-%m-%d")


class Formulir(forms.Form):
    """A form that names the field that was left empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what a form takes."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = f"{field.label} belum diisi."


class RentangForm(Formulir):
    """The range that a sync asks for."""

    awal = forms.DateField(label="Periode awal", widget=hari_isian())
    akhir = forms.DateField(label="Periode akhir", widget=hari_isian())

    def __init__(self, *args: Any, tahun: int, **kwargs: Any) -> None:
        """Take the year; the range itself is chosen by the person."""
        super().__init__(*args, **kwargs)
        self.tahun = tahun
        self.fields["awal"].help_text = f"1 Januari {tahun}"
        self.fields["akhir"].help_text = f"31 Desember {tahun}"

    def clean(self) -> dict[str, Any]:
        """Explain a range that would leave a part of the year out."""
        given: dict[str, Any] = super().clean() or {}
        awal, akhir = given.get("awal"), given.get("akhir")
        mulai, selesai = dt.date(self.tahun, 1, 1), dt.date(self.tahun, 12, 31)
        if awal and awal != mulai:
            self.add_error("awal", self._salah(awal, mulai, "awal"))
        if akhir and akhir != selesai:
            self.add_error("akhir", self._salah(akhir, selesai, "akhir"))
        return given

    def _salah(self, given: dt.date, wanted: dt.date, ujung: str) -> str:
        if given.year != self.tahun:
            return f"Tahunnya {given.year}, padahal yang disinkronkan tahun {self.tahun}. Pilih {wanted:%d-%m-%Y}."
        return (
            f"Periode {ujung} harus {wanted:%d-%m-%Y}. SKP dan penilaian dibaca setahun penuh, walaupun predikat yang "
            "baru dikirim hanya untuk sebagian tahun; dengan rentang lain sebagian triwulan tidak terbaca."
        )


class RealisasiForm(Formulir):
    """What came of one RHK in a period, and a link to the evidence."""

    rhk = forms.TypedChoiceField(label="RHK", coerce=int)
    periode = forms.ChoiceField(label="Periode")
    realisasi = forms.CharField(label="Realisasi", max_length=2000, required=False, widget=forms.Textarea({"rows": 3}))
    judul = forms.CharField(label="Judul bukti dukung", max_length=200, required=False)
    tautan = forms.URLField(label="Tautan bukti dukung", max_length=1000, required=False, assume_scheme="https")

    def __init__(self, *args: Any, skp: dict[str, Any], **kwargs: Any) -> None:
        """Offer the RHK of the SKP and the periods of its year."""
        super().__init__(*args, **kwargs)
        rhk: Any = self.fields["rhk"]
        rhk.choices = [(r["id"], f"{r['nomor']}. {r['rhk']}"[:120]) for r in skp["rhk"]]
        periode: Any = self.fields["periode"]
        periode.choices = [(str(p["periode_id"]), p["nama"]) for p in skp["penilaian"]]

    def clean(self) -> dict[str, Any]:
        """Ask for something at all, and for both halves of a piece of evidence."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("tautan") and not given.get("judul"):
            self.add_error("judul", "Beri judul untuk bukti dukung ini.")
        if given.get("judul") and not given.get("tautan") and "tautan" not in self.errors:
            self.add_error("tautan", "Isi tautan bukti dukung ini.")
        if not self.errors and not given.get("realisasi") and not given.get("tautan"):
            self.add_error("realisasi", "Isi realisasi, atau tambahkan bukti dukung.")
        return given


class TugasForm(Formulir):
    """An acting head, with his decree."""

    nip = forms.CharField(label="NIP Plt./Plh.", max_length=30, help_text="18 angka")
    sebagai = forms.ChoiceField(label="Sebagai", choices=list(SEBAGAI.items()))
    unor = forms.CharField(label="NPSN sekolah yang dipimpin", max_length=8)
    nomor_sk = forms.CharField(label="Nomor SK", max_length=100)
    mulai = forms.DateField(label="Berlaku mulai", widget=hari_isian())
    selesai = forms.DateField(label="Berlaku sampai", required=False, widget=hari_isian())

    def clean_nip(self) -> str:
        """Refuse a number that can not be a NIP."""
        number = nomor_nip.compact(self.cleaned_data["nip"])
        if not nomor_nip.is_valid(number):
            raise forms.ValidationError("NIP harus 18 angka yang mungkin.")
        return number

    def clean(self) -> dict[str, Any]:
        """Refuse an end before the beginning."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("mulai") and given.get("selesai") and given["selesai"] < given["mulai"]:
            self.add_error("selesai", "Tanggal ini mendahului tanggal mulai.")
        return given


class PeriodeForm(Formulir):
    """One period of Manajemen Periode."""

    nama = forms.CharField(label="Nama", max_length=100)
    periode_awal = forms.CharField(label="Periode awal", max_length=5, help_text="Hari-bulan, misalnya 01-01")
    periode_akhir = forms.CharField(label="Periode akhir", max_length=5, help_text="Hari-bulan, misalnya 31-03")
    batas_pengisian = forms.CharField(label="Batas pengisian", max_length=5, required=False, help_text="Misalnya 31-01")
    jenis_periode = forms.ChoiceField(label="Jenis periode", choices=[("periodik", "Periodik"), ("final", "Final")])
    tipe_periodik = forms.ChoiceField(
        label="Tipe periodik", required=False, choices=[("", "-"), ("triwulanan", "Triwulanan"), ("bulanan", "Bulanan")]
    )
    angka_periodik = forms.IntegerField(label="Angka periodik", required=False, min_value=1, max_value=12)
    tahun = forms.IntegerField(
        label="Tahun", required=False, min_value=2000, max_value=2100, help_text="Kosong berarti semua tahun"
    )

    def clean(self) -> dict[str, Any]:
        """Say beside each field what a periodic and what a final period needs."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("jenis_periode") == "final":
            for name in ("tipe_periodik", "angka_periodik", "tahun"):
                if given.get(name):
                    self.add_error(name, "Periode final: kosongkan.")
        elif given.get("jenis_periode") == "periodik":
            for name, word in (("tipe_periodik", "tipe"), ("angka_periodik", "angka")):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, f"Periode periodik perlu {word} periodik.")
        return given
