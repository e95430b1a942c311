"""The shapes of the API, as OpenAPI shows them. A row of activities stays open: its faults are its outcome."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

LARGEST_WRITE = 500
LARGEST_PAGE = 5000

Setelah = Annotated[int, Field(ge=0, lt=2**63, description="kursor halaman sebelumnya; 0: dari awal")]
Tahun = Annotated[int, Field(ge=2000, le=2100, description="hanya tahun ini; pegawai selalu ikut")]
Batas = Annotated[int, Field(ge=1, le=LARGEST_PAGE, description="baris per halaman")]


class PermintaanKegiatan(BaseModel):
    """Completed courses and events.

    Each row: id (number at the source, text), nip, jenis (pelatihan_mandiri, praktik_baik, observasi,
    komunitas_belajar, webinar, lainnya), judul, tanggal_mulai, and where known tanggal_selesai, peran, jam, poin,
    tautan_bukti.
    """

    model_config = ConfigDict(extra="forbid")
    kegiatan: Annotated[list[dict[str, Any]], Field(max_length=LARGEST_WRITE)]


class HasilKegiatan(BaseModel):
    """What became of one row."""

    id: str
    hasil: Literal["dicatat", "diubah", "sama", "ditolak"]
    pesan: str | None


class JawabanKegiatan(BaseModel):
    """One outcome per row, in their order."""

    hasil: list[HasilKegiatan]


class Perubahan(BaseModel):
    """One row that changed: `isi` in the columns of the interchange format; `ditarik`: taken back."""

    urut: int
    jenis: Literal["pegawai", "skp", "rhk", "kegiatan", "penilaian"]
    id: UUID
    ditarik: bool
    isi: dict[str, Any]


class JawabanPerubahan(BaseModel):
    """A page: `kursor` is where the next one begins, `masih` whether there is one already."""

    perubahan: list[Perubahan]
    kursor: int
    masih: bool


class Keadaan(BaseModel):
    """Whether requests are taken."""

    status: Literal["siap"]


class Pesan(BaseModel):
    """A sentence that says what is wrong."""

    pesan: str
