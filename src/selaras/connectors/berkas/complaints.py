"""The sentences of this room: one function per way a file can be unusable, each returning a `DataError`."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.connectors.berkas import limits
from selaras.galat import DataError

_ACCEPTED = "Yang diterima: XLSX, XLS, ODS, CSV, JSON, NDJSON, atau ZIP yang berisi berkas-berkas itu."
_SAVE_AGAIN = "Unduh atau salin ulang dari sumbernya, atau minta pengirim menyimpan dan mengirim ulang."
_AS_CSV = "Pengirim berkas: simpan lembar itu sebagai CSV (UTF-8), lalu masukkan CSV-nya."


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


def no_room(name: str) -> DataError:
    """The disk has no room for temporary files."""
    langkah = "Minta pengelola komputer mengosongkan tempat di folder sementara, lalu ulangi."
    return DataError("tempat sementara di komputer ini penuh.", di_mana=name, langkah=langkah)


def empty(name: str) -> DataError:
    """No byte, no filled cell, no member."""
    return DataError("berkas kosong: tidak ada isi yang dapat dibaca.", di_mana=name, langkah=_SAVE_AGAIN)


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
    return DataError(f"{what} rusak atau terpotong, tidak dapat dibuka.", di_mana=name, langkah=_SAVE_AGAIN)


def locked(name: str) -> DataError:
    """Protected with a password."""
    langkah = "Pengirim berkas: buka, hapus kata sandinya, simpan, lalu kirim ulang."
    return DataError("berkas dikunci kata sandi.", di_mana=name, langkah=langkah)


def bomb(name: str, limit: int) -> DataError:
    """Unpacks to more than any real file would."""
    kalimat = f"isi berkas mekar melebihi batas ({thousands(limit // limits.MIB)} MB) atau mampat secara tidak wajar."
    return DataError(kalimat, di_mana=name, langkah="Jangan dipakai; minta pengirim mengirim berkas asli per bagian.")


def too_many_members(name: str) -> DataError:
    """More members than any region has schools."""
    kalimat = f"ZIP berisi lebih dari {thousands(limits.MAX_MEMBERS)} berkas."
    return DataError(kalimat, di_mana=name, langkah="Pengirim berkas: bagi menjadi beberapa ZIP.")


def nested(name: str) -> DataError:
    """A ZIP within a ZIP."""
    langkah = "Ekstrak ZIP yang di dalam, lalu masukkan isinya langsung."
    return DataError("ZIP di dalam ZIP tidak dibaca.", di_mana=name, langkah=langkah)


def odd_packing(name: str) -> DataError:
    """A packing method other than those of every spreadsheet program."""
    langkah = "Pengirim berkas: buat ZIP biasa (klik kanan, Kompres ke ZIP), lalu kirim ulang."
    return DataError("ZIP dimampatkan dengan cara yang tidak didukung.", di_mana=name, langkah=langkah)


def some_members(name: str, refused: Sequence[DataError]) -> DataError:
    """Some files in a ZIP could not be read; the readable ones have been given already."""
    if len(refused) == 1:
        return refused[0]
    shown = "; ".join(f"{error.di_mana}: {error.kalimat.rstrip('.')}" for error in refused[:5])
    more = f"; dan {len(refused) - 5} lagi" if len(refused) > 5 else ""
    kalimat = f"{len(refused)} berkas di dalam ZIP tidak dapat dibaca ({shown}{more})."
    return DataError(kalimat, di_mana=name, langkah=_SAVE_AGAIN)


def too_many_cells(name: str, sheet: str) -> DataError:
    """A sheet too large for a workbook reader."""
    kalimat = f"lembar memuat lebih dari {thousands(limits.MAX_CELLS)} sel."
    return DataError(kalimat, di_mana=f"{name}, lembar {sheet}", langkah=_AS_CSV)


def too_heavy(name: str) -> DataError:
    """The child process ran out of memory or time."""
    return DataError("buku kerja terlalu besar atau rusak untuk dibuka.", di_mana=name, langkah=_AS_CSV)


def long_line(name: str, line: int) -> DataError:
    """A line that no person's table has."""
    kalimat = f"satu baris lebih panjang dari {thousands(limits.MAX_LINE_BYTES)} byte."
    return DataError(kalimat, di_mana=f"{name}, baris {line}", langkah=_SAVE_AGAIN)


def null_bytes(name: str, line: int) -> DataError:
    """NUL bytes: typical of a copy that broke off."""
    kalimat = "ada karakter kosong (NUL): salinan berkas tidak utuh."
    return DataError(kalimat, di_mana=f"{name}, baris {line}", langkah=_SAVE_AGAIN)


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
    return DataError(kalimat, di_mana=f"{name}, baris {line}, kolom {column}", langkah=_SAVE_AGAIN)
