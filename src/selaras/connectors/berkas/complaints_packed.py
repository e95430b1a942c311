"""The sentences about ZIP files and workbooks, continued from `complaints`."""

from __future__ import annotations

from collections.abc import Sequence

from selaras.connectors.berkas import limits
from selaras.connectors.berkas.complaints import SAVE_AGAIN, thousands
from selaras.galat import DataError

_AS_CSV = "Pengirim berkas: simpan lembar itu sebagai CSV (UTF-8), lalu masukkan CSV-nya."


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
    return DataError(kalimat, di_mana=name, langkah=SAVE_AGAIN)


def too_many_cells(name: str, sheet: str) -> DataError:
    """A sheet too large for a workbook reader."""
    kalimat = f"lembar memuat lebih dari {thousands(limits.MAX_CELLS)} sel."
    return DataError(kalimat, di_mana=f"{name}, lembar {sheet}", langkah=_AS_CSV)


def too_heavy(name: str) -> DataError:
    """The child process ran out of memory or time."""
    return DataError("buku kerja terlalu besar atau rusak untuk dibuka.", di_mana=name, langkah=_AS_CSV)


def no_room(name: str) -> DataError:
    """The disk has no room for temporary files."""
    langkah = "Minta pengelola komputer mengosongkan tempat di folder sementara, lalu ulangi."
    return DataError("tempat sementara di komputer ini penuh.", di_mana=name, langkah=langkah)
