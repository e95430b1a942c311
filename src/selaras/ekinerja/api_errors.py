"""What the API of the e-Kinerja side says of every error."""

from __future__ import annotations

from ninja import NinjaAPI

from selaras.ekinerja.api_settings import LONGEST_BODY
from selaras.setempat.api_galat import ApiErrors

errors = ApiErrors(
    log="selaras.ekinerja",
    sentences={
        400: "Isi permintaan bukan JSON.",
        401: "Token tidak dikenal atau sudah kedaluwarsa. Admin instansi menempelkan token baru.",
        404: "Alamat ini tidak ada. Daftar alamat ada di /api/ekinerja/v1/openapi.json.",
        405: "Cara ini tidak dilayani di alamat ini.",
        413: f"Isi permintaan lebih dari {LONGEST_BODY // 1024 // 1024} MB. Bagi menjadi beberapa permintaan.",
        500: "Ada galat di dalam e-Kinerja. Baca dulu apa yang tersimpan sebelum mengirim lagi.",
        503: "e-Kinerja sedang sibuk. Ulangi sebentar lagi.",
    },
    reasons={
        "missing": "wajib ada",
        "extra_forbidden": "tidak dikenal",
        "too_long": "terlalu banyak",
        "string_too_long": "terlalu panjang",
        "string_pattern_mismatch": "bukan 32 digit heksadesimal kecil",
        "literal_error": "bukan salah satu pilihan yang ada",
    },
)


class MaintenanceError(Exception):
    """The application is closed until `seconds` from now."""

    def __init__(self, seconds: int) -> None:
        """Take how long."""
        super().__init__()
        self.seconds = seconds


def install(api: NinjaAPI) -> None:
    """Give every kind of error its sentence, the closed application too."""
    errors.install(api)

    @api.exception_handler(MaintenanceError)
    def closed(request: object, error: MaintenanceError) -> object:
        return errors.reply(503, "e-Kinerja sedang dalam pemeliharaan.", after=error.seconds, kode="pemeliharaan")
