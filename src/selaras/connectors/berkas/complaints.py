"""The sentences of this room: one function per way a file can be unusable, each returning a `DataError`.

Those about ZIP files and workbooks are in `complaints_packed`.
"""

from __future__ import annotations

from selaras.connectors.berkas import limits
from selaras.galat import DataError

_ACCEPTED = "Yang diterima: XLSX, XLS, ODS, CSV, JSON, NDJSON, atau ZIP yang berisi berkas-berkas itu."
SAVE_AGAIN = "Unduh atau salin ulang dari sumbernya, atau minta pengirim menyimpan dan mengirim ulang."


def thousands(number: int) -> str:
    """Write a number the Indonesian way: 4000000 -> '4.000.000'."""
    return f"{number:,}".replace(",", ".")


def missing(name: str) -> DataError:
    """Nothing is there."""
    return DataError("berkas tidak ditemukan.", di_mana=name, langkah="Periksa nama dan letaknya, lalu ulangi.")


def is_folder(name: str) -> DataError:
    """A folder stands where a file was expected."""
    return DataError("ini folder, bukan berkas.", di_mana=name, langkah="Pilih berkas yang ada di dalamnya.")


def not_regular(name: str) -> DataError:
    """A pipe, socket or device: reading it might never end."""
    return DataError("bukan berkas biasa.", di_mana=name, langkah="Salin isinya ke berkas biasa, lalu ulangi.")


def forbidden(name: str) -> DataError:
    """The operating system refuses."""
    langkah = "Minta pengelola komputer memberi izin baca, atau tutup program yang sedang memakainya."
    return DataError("berkas tidak boleh dibaca.", di_mana=name, langkah=langkah)


def unreadable(name: str, reason: str) -> DataError:
    """The disk or the network gave up."""
    return DataError(f"berkas gagal dibaca ({reason}).", di_mana=name, langkah="Salin ke komputer ini, lalu ulangi.")


def empty(name: str) -> DataError:
    """No byte, no filled cell, no member."""
    return DataError("berkas kosong: tidak ada isi yang dapat dibaca.", di_mana=name, langkah=SAVE_AGAIN)


def unknown_kind(name: str, looks_like: str = "") -> DataError:
    """PDF, pictures, Word and other things that hold no table."""
    tail = f" (isinya {looks_like})" if looks_like else ""
    return DataError(f"bukan jenis berkas yang dikenal{tail}.", di_mana=name, langkah=_ACCEPTED)


def web_page(name: str) -> DataError:
    """An HTML or XML page that some applications give out under the name .xls."""
    langkah = "Buka di Excel atau LibreOffice, pilih Simpan Sebagai XLSX, lalu masukkan hasilnya."
    return DataError("isinya halaman web (HTML/XML), bukan buku kerja.", di_mana=name, langkah=langkah)


def damaged(name: str, what: str = "berkas") -> DataError:
    """Truncated or corrupt."""
    return DataError(f"{what} rusak atau terpotong, tidak dapat dibuka.", di_mana=name, langkah=SAVE_AGAIN)


def long_line(name: str, line: int) -> DataError:
    """A line that no person's table has."""
    kalimat = f"satu baris lebih panjang dari {thousands(limits.MAX_LINE_BYTES)} byte."
    return DataError(kalimat, di_mana=f"{name}, baris {line}", langkah=SAVE_AGAIN)


def null_bytes(name: str, line: int) -> DataError:
    """NUL bytes: typical of a copy that broke off."""
    kalimat = "ada karakter kosong (NUL): salinan berkas tidak utuh."
    return DataError(kalimat, di_mana=f"{name}, baris {line}", langkah=SAVE_AGAIN)


def open_quote(name: str, line: int) -> DataError:
    """A quote that never closes swallows the rest of the file."""
    kalimat = 'tanda kutip (") tidak ditutup atau satu sel terlalu panjang; baris sesudahnya ikut tertelan.'
    langkah = "Pengirim berkas: perbaiki baris itu, atau simpan ulang dari Excel sebagai CSV."
    return DataError(kalimat, di_mana=f"{name}, mulai baris {line}", langkah=langkah)


def json_too_large(name: str) -> DataError:
    """A JSON document is held in memory as a whole."""
    kalimat = f"dokumen JSON lebih besar dari {limits.MAX_JSON_BYTES // limits.MIB} MB."
    return DataError(kalimat, di_mana=name, langkah="Pengirim berkas: bagi per sekolah, atau kirim sebagai NDJSON.")


def bad_json(name: str, line: int, column: int) -> DataError:
    """Not JSON after all, or nested beyond reason."""
    kalimat = "isinya bukan JSON yang utuh (terpotong, salah tanda, atau bersarang terlalu dalam)."
    return DataError(kalimat, di_mana=f"{name}, baris {line}, kolom {column}", langkah=SAVE_AGAIN)
