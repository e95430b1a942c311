"""The shapes of the API, as OpenAPI shows them. `isi` stays open here: what is missing in it is refused row by row."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

LARGEST_WRITE = 500
LARGEST_READ = 1000


def _storable(text: str) -> str:
    if "\x00" in text:
        raise ValueError("memuat karakter NUL")
    return text


def _storable_deep(value: Any) -> Any:
    match value:
        case str():
            _storable(value)
        case dict():
            for name, part in value.items():
                _storable(str(name))
                _storable_deep(part)
        case list():
            for part in value:
                _storable_deep(part)
    return value


def _number(value: Any) -> Any:
    if isinstance(value, bool | str):  # JSON knows numbers: `true` is none, and "2024" is text
        raise ValueError("bukan angka")  # noqa: TRY004 - what pydantic takes for a refusal
    return value


def _text(value: Any) -> Any:
    if not isinstance(value, str | None):  # else a number would be taken as seconds since 1970
        raise ValueError("bukan tanggal")  # noqa: TRY004 - as above
    return value


Text = Annotated[str, AfterValidator(_storable)]
Jenis = Literal["skp", "penilaian"]
Isi = Annotated[dict[str, Any], AfterValidator(_storable_deep)]
Tahun = Annotated[int, Field(ge=2000, le=2100)]
TahunIsi = Annotated[int, Field(ge=2000, le=2100), BeforeValidator(_number)]  # in a body; in an address all is text
Slot = Annotated[
    int,
    Field(ge=0, le=400, description="0 untuk SKP; tipe*100+angka untuk penilaian, tahunan 400"),
    BeforeValidator(_number),
]
Tanggal = Annotated[dt.date | None, BeforeValidator(_text)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=False)


class Kunci(_Strict):
    """Which SKP or rating."""

    jenis: Jenis
    nip: Annotated[Text, Field(min_length=1, max_length=30)]
    tahun: TahunIsi
    npsn: Annotated[Text, Field(max_length=16)]
    mulai: Tanggal = Field(None, description="hari pertama SKP; null untuk penilaian")
    slot: Slot


class Operasi(Kunci):
    """One write: `aksi` tulis needs `isi`, tarik needs `alasan`."""

    kunci: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$", description="kunci idempotensi")]
    aksi: Literal["tulis", "tarik"]
    versi: Annotated[
        int,
        BeforeValidator(_number),
        Field(ge=0, lt=2**31, description="versi yang dikira masih ada; 0: belum ada apa-apa"),
    ]
    isi: Isi | None = None
    alasan: Annotated[Text, Field(max_length=2000)] | None = None


class PermintaanTulis(_Strict):
    """Writes, carried out in this order."""

    operasi: Annotated[list[Operasi], Field(max_length=LARGEST_WRITE)]


class Hasil(BaseModel):
    """What became of one write."""

    kunci: str
    hasil: Literal["diterima", "sama", "ditolak", "bentrok"]
    versi: int | None
    kode: str | None
    pesan: str | None


class JawabanTulis(BaseModel):
    """One outcome per write, in their order."""

    hasil: list[Hasil]


class PermintaanBaca(_Strict):
    """Keys to look under."""

    kunci: Annotated[list[Kunci], Field(max_length=LARGEST_READ)]


class Isian(BaseModel):
    """What stands under a key: `baris` null when nothing does."""

    versi: int
    baris: dict[str, str | int | None] | None


class JawabanBaca(BaseModel):
    """One content per key, in their order."""

    isi: list[Isian]


class Daftar(BaseModel):
    """A report: rows in the fields of the real one."""

    data: list[dict[str, Any]]


class Keadaan(BaseModel):
    """Whether requests are taken."""

    status: Literal["siap"]


class Pesan(BaseModel):
    """A sentence that says what is wrong."""

    pesan: str
    kode: str | None = None
