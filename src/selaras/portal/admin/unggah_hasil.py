"""What became of the files of one upload, in words."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from selaras.documents.tindak_lanjut.teks import aman

_TYPED = re.compile(r",? atau [^.,]*--\w+[^.,]*| \([^()]*--\w+[^()]*\)")
WORDS = {
    "dibaca": ("Terbaca", "baik", "circle-check"),
    "sama": ("Sudah pernah dibaca", "diam", "equal"),
    "lebih_lama": ("Lebih lama daripada data yang ada, tidak dipakai", "tunggu", "clock"),
    "tidak dikenal": ("Bukan laporan yang dikenal, dilewati", "tunggu", "circle-question-mark"),
    "gagal": ("Tidak terbaca", "tolak", "octagon-x"),
}


def hasil(row: dict[str, Any]) -> dict[str, Any]:
    """Return an upload as the pages show it: its state, and a line per file."""
    lines = [_line(one) for one in row["laporan"] or []]
    files = [{**one, "nama": aman(one["nama"])} for one in row["berkas"]]
    bad = sum(line["status"] in ("gagal", "tidak dikenal") for line in lines)
    return {
        **row,
        "berkas": files,
        "baris": lines,
        "gagal": bad,
        "dibaca": sum(line.get("dibaca") or 0 for line in lines),
        "ditolak": sum(line.get("ditolak") or 0 for line in lines),
        "kalimat": _spoken(row["kalimat"]),
        "keadaan": _state(row, bad),
        "dihapus": _day(files[0].get("dihapus")) if files else None,
    }


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _state(row: dict[str, Any], bad: int) -> tuple[str, str, str]:
    if row["kalimat"] and row["laporan"] is None:
        return "Gagal dibaca", "tolak", "octagon-x"
    if row["selesai"] is None:
        return "Menunggu dibaca", "tunggu", "clock"
    return (
        (f"Selesai, {bad} berkas tidak terbaca", "tahan", "triangle-alert")
        if bad
        else ("Selesai", "baik", "circle-check")
    )


def _spoken(sentence: str | None) -> str:
    """Return a sentence without numbers of people and without what can only be typed at a terminal."""
    return aman(_TYPED.sub("", sentence or ""))


def _begun(sentence: str) -> str:
    """Begin with a capital what a terminal says after the name of a file."""
    return sentence[:1].upper() + sentence[1:]


def _line(one: dict[str, Any]) -> dict[str, Any]:
    words, tone, icon = WORDS.get(one["status"], (one["status"], "diam", "info"))
    return {
        **one,
        "berkas": aman(one.get("berkas") or ""),
        "kalimat": _begun(_spoken(one.get("kalimat"))) if one.get("berkas") else _spoken(one.get("kalimat")),
        "langkah": _spoken(one.get("langkah")),
        "kata": words,
        "nada": tone,
        "ikon": icon,
        "per": _day(one.get("per")),
    }
