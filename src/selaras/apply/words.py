"""What people read about an operation that did not go through.

>>> value("00000000000000000000000000000122")
'di atas ekspektasi / sesuai ekspektasi / Baik'
>>> value(None), value("0000000000000000000000000000000a")
('kosong', 'disepakati')
"""

from __future__ import annotations

from selaras.kinerja import predikat, rating

_WHOLE = {f"{0xA:032x}": "disepakati", f"{0xB:032x}": "belum disepakati"}
_RATINGS, _PREDIKATS = "123", "12345"


def value(core: str | None) -> str:
    """Say what a hash of compared fields stands for; those of ratings and SKP are readable on purpose."""
    if core is None:
        return "kosong"
    if core in _WHOLE:
        return _WHOLE[core]
    hasil, perilaku, akhir = core[-3], core[-2], core[-1]
    if core[:-3].strip("0") or hasil not in _RATINGS or perilaku not in _RATINGS or akhir not in _PREDIKATS:
        return "nilai lain"
    names = rating.nama(int(hasil)).lower(), rating.nama(int(perilaku)).lower(), predikat.nama(int(akhir))
    return " / ".join(names)


def moved(pmm: tuple[str | None, str | None], ekinerja: tuple[str | None, str | None]) -> str:
    """Say which side moved since the seal: (as sealed, now) of both."""
    parts = [
        f"{name} {value(before)} menjadi {value(now)}"
        for name, (before, now) in (("PMM", pmm), ("e-Kinerja", ekinerja))
        if before != now
    ]
    return f"Berubah sejak disegel: {'; '.join(parts)}."


def third(sealed: str | None, wanted: str | None, held: str | None) -> str:
    """Say that the target holds what nobody of us wrote."""
    return (
        f"e-Kinerja memuat {value(held)}: bukan nilai saat disegel ({value(sealed)}) "
        f"dan bukan yang dikirim ({value(wanted)})."
    )


LAPSED = {
    "syarat": "Yang harus lebih dulu ditolak atau batal.",
    "terbuka": "Masih ada operasi lain atas entri ini yang belum dibaca ulang.",
    "dikecualikan": "Dikecualikan sejak disegel.",
    "ditelaah": "Dikembalikan, atau nilai e-Kinerja dipertahankan, sejak disegel.",
}
