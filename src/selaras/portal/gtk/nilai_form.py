"""The rating form for several people at once: two choices each, the predikat of the matrix to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from selaras.galat import DataError
from selaras.kinerja import predikat, rating
from selaras.pmm import selectors, services

_RATING = [("", "Belum dipilih"), *((str(kode), nama) for kode, nama in rating.NAMA.items())]
_PREDIKAT = [("", "Menurut matriks"), *((str(kode), nama) for kode, nama in predikat.NAMA.items())]


def pilihan(
    label: str, choices: Sequence[tuple[Any, str]], widget: Any, *, wajib: bool = True
) -> forms.TypedChoiceField:
    """Return a field of one number out of these, None when nothing is chosen."""
    return forms.TypedChoiceField(
        label=label, choices=choices, coerce=int, empty_value=None, required=wajib, widget=widget,
        error_messages={"required": "Belum dipilih."},
    )  # fmt: skip


class BarisForm(forms.Form):
    """One person of a list: a row that is as it was, or that was not sent at all, says nothing and is not checked."""

    def __init__(self, data: Any, known: Mapping[str, Any], prefix: str) -> None:
        """Take what was posted and what is known."""
        super().__init__(data, initial=known, prefix=prefix, empty_permitted=True, use_required_attribute=False)
        self.data: Any

    def has_changed(self) -> bool:
        """Say whether the row says something new."""
        said = any(self.data.get(self.add_prefix(name)) for name in self.fields)
        return said and bool(super().has_changed())


class NilaiForm(BarisForm):
    """One person and the activities of his year."""

    hasil = pilihan("Hasil kerja (praktik kinerja)", _RATING[1:], forms.RadioSelect)
    perilaku = pilihan("Perilaku kerja", _RATING[1:], forms.RadioSelect)
    predikat = pilihan("Predikat", _PREDIKAT, forms.Select, wajib=False)
    umpan_balik = forms.CharField(label="Umpan balik", required=False, max_length=1000)

    def __init__(self, baris: selectors.Baris, kegiatan: Sequence[Mapping[str, Any]], data: Any) -> None:
        """Take the teacher, the activities of the year, and what was posted."""
        known = {name: getattr(baris, name) for name in ("hasil", "perilaku", "predikat", "umpan_balik")}
        super().__init__(data, known, f"n-{baris.skp_id}")
        self.baris = baris
        self.kegiatan = kegiatan
        self.konfirmasi = False

    @property
    def berisi(self) -> bool:
        """Say whether anything was chosen."""
        data = self.cleaned_data
        return bool(data.get("hasil") or data.get("perilaku") or data.get("predikat"))

    def lengkapi(self) -> bool:
        """Put the predikat of the matrix where none was chosen, to be confirmed; say whether that was so."""
        data = self.cleaned_data
        if data.get("predikat") or not (data.get("hasil") and data.get("perilaku")):
            return False
        try:
            wanted = services.predikat_dari(data["hasil"], data["perilaku"])
        except DataError:
            return False
        self.data = self.data.copy()
        self.data[self.add_prefix("predikat")] = str(wanted)
        self.konfirmasi = True
        return True

    def isian(self) -> dict[str, Any]:
        """Return the row for `penilaian_banyak`."""
        names = ("hasil", "perilaku", "predikat", "umpan_balik")
        return {"skp_id": self.baris.skp_id, **{name: self.cleaned_data.get(name) for name in names}}
