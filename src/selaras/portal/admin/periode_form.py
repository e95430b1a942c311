"""The forms of Manajemen Periode. The rules are those of the service; what it refuses is said beside the field."""

from __future__ import annotations

from typing import Any

from django import forms

from selaras.galat import SelarasError
from selaras.kinerja import periode
from selaras.kinerja.putusan import AturanError

TIPE = (("triwulanan", "Triwulanan (1-4)"), ("bulanan", "Bulanan (1-12)"))
JENIS = (("periodik", "Periodik"), ("final", "Final (setahun)"))


class HariBulanField(forms.CharField):
    """A day of any year, as e-Kinerja writes it: 31-03."""

    def __init__(self, **kwargs: Any) -> None:
        """Take what a text field takes."""
        super().__init__(max_length=5, **kwargs)
        self.widget.attrs |= {"placeholder": "31-03", "inputmode": "numeric"}

    def clean(self, value: Any) -> str:
        """Return the day with two digits each."""
        text = str(super().clean(value))
        if not text:
            return ""
        try:
            day, month = periode.parse_hari_bulan(text)
        except (AturanError, SelarasError):
            raise forms.ValidationError("Bukan hari dan bulan. Tulis seperti 31-03.") from None
        return f"{day:02}-{month:02}"


class StandarForm(forms.Form):
    """All periods of the year at once."""

    khusus = forms.BooleanField(label="Hanya untuk tahun ini (kosong: berlaku semua tahun)", required=False)
    batas_pengisian = HariBulanField(
        label="Batas pengisian", required=False, help_text="Hari dan bulan, seperti 31-01."
    )


class PeriodeForm(forms.Form):
    """One period."""

    nama = forms.CharField(label="Nama", max_length=80)
    jenis_periode = forms.ChoiceField(label="Jenis Periode", choices=JENIS)
    periode_awal = HariBulanField(label="Periode Awal", help_text="Hari dan bulan, seperti 01-01.")
    periode_akhir = HariBulanField(label="Periode Akhir", help_text="Hari dan bulan, seperti 31-03.")
    batas_pengisian = HariBulanField(label="Batas Pengisian", required=False, help_text="Hari dan bulan.")
    tahun = forms.IntegerField(
        label="Tahun", min_value=2022, max_value=2100, required=False,
        help_text="Kosong: berlaku untuk semua tahun. Final selalu tanpa Tahun.",
    )  # fmt: skip
    tipe_periodik = forms.ChoiceField(
        label="Tipe Periodik", choices=(("", "(Final: tanpa tipe)"), *TIPE), required=False,
        help_text="Satu tipe saja untuk seluruh instansi.",
    )  # fmt: skip
    angka_periodik = forms.IntegerField(
        label="Angka Periodik", min_value=1, max_value=12, required=False, help_text="Tidak boleh dipakai dua kali."
    )

    def clean(self) -> dict[str, Any]:
        """Ask for what a periodic one cannot do without."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if found.get("jenis_periode") == "periodik":
            if not found.get("tipe_periodik"):
                self.add_error("tipe_periodik", "Pilih tipe: bulanan atau triwulanan.")
            if not found.get("angka_periodik"):
                self.add_error("angka_periodik", "Isi angkanya: 1-4 untuk triwulan, 1-12 untuk bulan.")
            elif found.get("tipe_periodik") == "triwulanan" and found["angka_periodik"] > len(periode.slots(2)):
                self.add_error("angka_periodik", "Triwulan hanya sampai 4.")
        awal, akhir = found.get("periode_awal"), found.get("periode_akhir")
        if awal and akhir and (awal[3:], awal[:2]) > (akhir[3:], akhir[:2]):
            self.add_error("periode_akhir", "Periode Akhir lebih dulu daripada Periode Awal.")
        return found


class HapusForm(forms.Form):
    """A period that is to go."""

    id = forms.UUIDField(widget=forms.HiddenInput)


def field_of(action: str, sentence: str) -> str | None:
    """Say beside which field a refusal of the service belongs."""
    if action != "tambah":
        return None
    words = (
        ("bertumpang", "periode_awal"),
        ("Angka Periodik", "angka_periodik"),
        ("Periode final", "jenis_periode"),
        ("hari dan bulan", "periode_awal"),
        ("ipe", "tipe_periodik"),
    )
    return next((field for word, field in words if word in sentence), None)
