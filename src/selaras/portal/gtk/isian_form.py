"""The quick form of a school: three choices for each teacher whose rating stands in Ruang GTK."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.crypto import salted_hmac

from selaras.documents.templat import PegawaiTemplat
from selaras.documents.templat.pilihan import RATING, TIPE
from selaras.galat import DataError
from selaras.kinerja import nip as nip_rules
from selaras.kinerja import periode, predikat, rating
from selaras.pmm.services import predikat_dari
from selaras.portal.gtk.nilai_form import BarisForm, pilihan
from selaras.portal.gtk.periode import Periode
from selaras.portal.gtk.tempel import LONGEST, Tempelan

STATUS = (
    ("terkirim", "Sudah dikirim ke guru"),
    ("ditetapkan", "Sudah ditetapkan, belum dikirim"),
)


class KeadaanForm(forms.Form):
    """What holds for all who are filled in."""

    status = forms.ChoiceField(label="Keadaan di Ruang GTK", choices=STATUS, initial="terkirim",
                               widget=forms.RadioSelect)  # fmt: skip
    skp = forms.BooleanField(
        label="SKP guru yang diisi di sini sudah Disepakati di Ruang GTK", required=False, initial=True
    )
    tempelan = forms.CharField(
        label="Tempel daftar dari Ruang GTK", required=False, max_length=LONGEST, strip=False,
        widget=forms.Textarea({"rows": 5}),
        help_text="Salin tabel guru beserta nilainya, tempel di sini, tekan Baca tempelan. Boleh juga diisi di bawah.",
    )  # fmt: skip


class OrangForm(BarisForm):
    """One teacher; prefilled with what is known already. Nothing changed: nothing is stated."""

    hasil = pilihan("Hasil kerja", list(rating.NAMA.items()), forms.RadioSelect)
    perilaku = pilihan("Perilaku kerja", list(rating.NAMA.items()), forms.RadioSelect)
    predikat = pilihan("Predikat", [("", "Belum dipilih"), *predikat.NAMA.items()], forms.Select)

    def __init__(self, orang: PegawaiTemplat, slot: int, data: Any) -> None:
        """Take the person of the template and what was posted."""
        self.orang = orang
        self.kunci = salted_hmac("selaras.isian-cepat", orang.nip).hexdigest()[:16]
        self.lama = next(iter(orang.kenal(str(slot))), {})
        known = {
            "hasil": _kode(self.lama.get("hasil_kerja"), rating.parse),
            "perilaku": _kode(self.lama.get("perilaku_kerja"), rating.parse),
            "predikat": _kode(self.lama.get("predikat"), predikat.parse),
        }
        super().__init__(data, known, f"o-{self.kunci}")

    @property
    def nilai(self) -> dict[str, int | None]:
        """Return the three values: as chosen, or as known where nothing was changed."""
        found: dict[str, int | None] = self.cleaned_data or self.initial
        return found

    def clean(self) -> dict[str, Any]:
        """Ask for the predikat of the matrix."""
        data: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                wanted = predikat_dari(data["hasil"], data["perilaku"])
            except DataError as error:
                self.add_error(None, str(error))
                return data
            if wanted != data["predikat"]:
                self.add_error("predikat", f"Menurut matriks: {predikat.nama(wanted)}. Periksa lagi di Ruang GTK.")
        return data

    def menyatakan(self, status: str) -> bool:
        """Say whether something new is stated: other values, or that a known rating was sent since."""
        return bool(self.cleaned_data) or (status == "terkirim" and self.lama.get("status") != status)

    def isian(self, waktu: Periode, npsn: str, status: str, *, skp: bool) -> list[dict[str, str]]:
        """Return the rows of the interchange format that state this."""
        tipe, angka = periode.tipe_angka(waktu.slot)
        whose = {"nip": nip_rules.compact(self.orang.nip), "npsn": npsn, "tahun": str(waktu.tahun)}
        kept = {
            name: self.lama[name] for name in ("umpan_balik", "nip_penilai", "tanggal_dinilai") if name in self.lama
        }
        data = {name: int(value or 0) for name, value in self.nilai.items()}
        row = kept | whose | {
            "jenis": "penilaian", "skp_id": self.lama.get("skp_id") or self.orang.induk.get(waktu.slot, ""),
            "tipe_periodik": TIPE[tipe], "angka_periodik": str(angka or ""), "status": status,
            "hasil_kerja": RATING[data["hasil"]], "perilaku_kerja": RATING[data["perilaku"]],
            "predikat": predikat.nama(data["predikat"]),
        }  # fmt: skip
        plans = [satu for satu in self.orang.kenal("skp") if satu.get("plt") != "1"]
        if plans or not skp:
            return [row]
        year = {"periode_awal": f"{waktu.tahun}-01-01", "periode_akhir": f"{waktu.tahun}-12-31"}
        return [{"jenis": "skp", "status": "Disepakati", **year, **whose}, row]


def _kode(text: str | None, parse: Any) -> int | None:
    try:
        return int(parse(text)) if text else None
    except ValueError:
        return None


def terisi(data: Any, forms_: Sequence[OrangForm], pasted: Tempelan) -> Any:
    """Return the posted form with the pasted values in it; what was chosen by hand and is not pasted stays."""
    more = data.copy()
    for form in forms_:
        row = pasted.orang.get(form.kunci)
        for name in ("hasil", "perilaku", "predikat") if row else ():
            value = getattr(row, name)
            if value is not None:
                more[form.add_prefix(name)] = str(value)
    return more
