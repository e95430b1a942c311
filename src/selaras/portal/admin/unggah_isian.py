"""The form that takes reports in: files, or a whole folder."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

MOST = 200  # files at once
SIZE_LIMIT = 500 << 20  # bytes in one file
NAME = 80
EMPTY = "kosong (0 bita). Unduh ulang, atau keluarkan dari pilihan."


class ManyFiles(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class WholeFolder(ManyFiles):
    """A field for a folder: the browser sends every file in it."""

    def __init__(self) -> None:
        """Ask the browser for folders."""
        super().__init__(attrs={"webkitdirectory": True})


class BerkasField(forms.FileField):
    """Several files."""

    widget = ManyFiles

    def clean(self, data: object, initial: object = None) -> list[UploadedFile]:
        """Check each file by itself."""
        given = data if isinstance(data, list | tuple) and data else [data or None]
        found = [self._one(one, initial) for one in given]
        return [one for one in found if one]

    def _one(self, data: Any, initial: object) -> UploadedFile | None:
        try:
            return super().clean(data, initial)
        except forms.ValidationError as error:
            if error.code == "empty" and isinstance(data, UploadedFile):
                raise forms.ValidationError(f"{shown(data.name)} {EMPTY}", code="empty") from None
            raise


class UnggahForm(forms.Form):
    """The reports as they were downloaded."""

    berkas = BerkasField(
        label="Berkas laporan",
        error_messages={
            "required": "Belum ada berkas yang dipilih.",
        },
        help_text="Pilih semua sekaligus: XLSX, CSV, ZIP, JSON. Jangan dibuka atau disimpan ulang di Excel.",
    )
    folder = BerkasField(
        label="Atau satu folder utuh",
        allow_empty_file=True,
        required=False,
        widget=WholeFolder,
        help_text="Semua berkas di dalam folder ikut; yang bukan laporan dilewati.",
    )

    def clean(self) -> dict[str, Any]:
        """Refuse nothing, too many and too large ones before anything is kept."""
        if self.cleaned_data.get("folder") and not self.files.getlist("berkas"):
            self.errors.pop("berkas", None)
        given = self.semua()
        if len(given) > MOST:
            self.add_error("berkas", f"Paling banyak {MOST} berkas sekali unggah. Masukkan ke dalam satu ZIP.")
        for one in given:
            if (one.size or 0) > SIZE_LIMIT:
                self.add_error("berkas", f"{shown(one.name)} terlalu besar; paling besar {SIZE_LIMIT >> 20} MB.")
        return dict(self.cleaned_data)

    def semua(self) -> list[UploadedFile]:
        """Return every file that was given, whichever field it came by."""
        found: Iterable[list[UploadedFile]] = (self.cleaned_data.get(name) or [] for name in ("berkas", "folder"))
        return [one for files in found for one in files]


def shown(name: str | None) -> str:
    """Return a file name without anything that leads elsewhere.

    >>> shown("../../etc/passwd"), shown("laporan skp.xlsx"), shown(None)
    ('passwd', 'laporan skp.xlsx', 'berkas')
    """
    bare = (name or "").replace("\\", "/").rpartition("/")[2]
    kept = "".join(sign for sign in bare if sign.isalnum() or sign in " ._-").strip(" .")
    return kept[-NAME:].strip(" .") or "berkas"
