"""What the API of the PMM side says of every error."""

from __future__ import annotations

from selaras.pmm.api_settings import LONGEST_BODY
from selaras.setempat.api_galat import ApiErrors

errors = ApiErrors(
    log="selaras.pmm",
    sentences={
        400: "Isi permintaan bukan JSON.",
        401: "Token tidak dikenal atau sudah kedaluwarsa. Admin instansi menempelkan token baru.",
        403: "Token ini tidak untuk keperluan ini: yang mencatat kegiatan tidak membaca, yang membaca tidak mencatat.",
        404: "Alamat ini tidak ada. Daftar alamat ada di /api/pmm/v1/openapi.json.",
        405: "Cara ini tidak dilayani di alamat ini.",
        413: f"Isi permintaan lebih dari {LONGEST_BODY // 1024 // 1024} MB. Bagi menjadi beberapa permintaan.",
        500: "Ada galat di dalam PMM bawaan. Kirim lagi dengan nomor yang sama aman.",
        503: "PMM bawaan sedang sibuk. Ulangi sebentar lagi.",
    },
    reasons={
        "missing": "wajib ada",
        "extra_forbidden": "tidak dikenal",
        "too_long": "terlalu banyak",
        "dict_type": "bukan objek",
        "int_parsing": "bukan bilangan bulat",
        "greater_than_equal": "terlalu kecil",
        "less_than_equal": "terlalu besar",
        "less_than": "terlalu besar",
    },
)
