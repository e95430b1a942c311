"""The form of a plan: indicator, seven values of BerAKHLAK, lines of RHK."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from selaras.pmm.kosakata import BERAKHLAK, INDIKATOR

LINES = 4  # empty lines at first
MOST = 60
_BAGIAN = (("utama", "Utama"), ("tambahan", "Tambahan"))


class RencanaForm(forms.Form):
    """Indicator, focus and conduct. Nothing has to be there while it is a draft."""

    indikator = forms.TypedChoiceField(
        label="Indikator praktik kinerja", choices=list(INDIKATOR.items()), coerce=int, empty_value=None,
        required=False, widget=forms.RadioSelect, help_text="Pilih satu dari delapan.",
    )  # fmt: skip
    fokus = forms.CharField(
        label="Fokus perilaku", required=False, max_length=1000, widget=forms.Textarea({"rows": 2}),
        help_text="Apa yang ingin ditingkatkan di kelas, dengan kata sendiri.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add a choice for each value of BerAKHLAK."""
        super().__init__(*args, **kwargs)
        for nilai, (nama, panduan) in BERAKHLAK.items():
            self.fields[f"perilaku_{nilai}"] = forms.TypedChoiceField(
                label=nama, choices=list(enumerate(panduan, 1)), coerce=int, empty_value=None, required=False,
                widget=forms.RadioSelect,
            )  # fmt: skip

    @property
    def perilaku_bidang(self) -> list[forms.BoundField]:
        """List the seven fields for the page."""
        return [self[f"perilaku_{nilai}"] for nilai in BERAKHLAK]

    def perilaku(self) -> dict[int, int]:
        """Return the conduct that was chosen, by value."""
        found = {nilai: self.cleaned_data.get(f"perilaku_{nilai}") for nilai in BERAKHLAK}
        return {nilai: int(panduan) for nilai, panduan in found.items() if panduan}


class RhkForm(forms.Form):
    """One line; it counts when its text is there."""

    rhk = forms.CharField(label="RHK", required=False, max_length=1000)
    bagian = forms.ChoiceField(label="Bagian", choices=_BAGIAN, required=False)
    indikator = forms.CharField(label="Indikator keberhasilan", required=False, max_length=500)
    target = forms.CharField(label="Target", required=False, max_length=200)
    rhk_pimpinan = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)
    aspek = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)
    poin = forms.IntegerField(required=False, min_value=0, max_value=128, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Refuse a line that says something and has no RHK."""
        data: dict[str, Any] = super().clean() or {}
        if not data.get("rhk") and (data.get("indikator") or data.get("target")):
            self.add_error("rhk", "RHK baris ini kosong. Isi RHK-nya, atau kosongkan seluruh baris.")
        return data


def wajib_diajukan(form: RencanaForm, lines: Any) -> None:
    """Let the page not call optional what a draft may leave open and a submitted plan may not."""
    names = [name for name in form.fields if name == "indikator" or name.startswith("perilaku_")]
    for field in (*(form.fields[name] for name in names), *(line.fields["bagian"] for line in lines)):
        field.required = True
    for one in (form, *lines):
        one.use_required_attribute = False


RhkSet = forms.formset_factory(RhkForm, extra=0, max_num=MOST, absolute_max=MOST)


def awal(skp: dict[str, Any]) -> dict[str, Any]:
    """Return what stands in a plan, for the form."""
    chosen = {f"perilaku_{line['nilai']}": line["panduan"] for line in skp["perilaku"]}
    return {"indikator": skp["indikator"], "fokus": skp["fokus"]} | chosen


def kosong(count: int) -> list[dict[str, str]]:
    """Return so many empty lines."""
    return [{"bagian": "utama"} for _ in range(count)]


def baris_lagi(data: QueryDict, count: int) -> QueryDict:
    """Return the posted form with a few lines more; what was typed stays."""
    more: QueryDict = data.copy()
    typed = more.get("rhk-TOTAL_FORMS", "0")
    total = int(typed) if typed.isdigit() and len(typed) < 4 else 0
    more["rhk-TOTAL_FORMS"] = str(min(total + count, MOST))
    return more


def baris_rhk(forms_: Any) -> list[dict[str, Any]]:
    """Return the lines that say something, numbered, as `skp_isi` takes them."""
    said = [one.cleaned_data for one in forms_ if one.cleaned_data.get("rhk")]
    return [{**line, "nomor": str(ke)} for ke, line in enumerate(said, 1)]
