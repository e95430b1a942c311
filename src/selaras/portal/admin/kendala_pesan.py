"""A message about one kind of finding, ready to copy: schools and numbers, no name, no number, no rating.

`Kendala.sebab` may carry a rating, so it is never read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from selaras.documents.tindak_lanjut.lembar import LATIHAN
from selaras.documents.tindak_lanjut.teks import pendek, tanggal
from selaras.monitoring.posisi import Kendala, Posisi

MOST = 15  # schools in one message


def pesan(posisi: Posisi, kendala: Sequence[Kendala]) -> str:
    """Return the message: what it is, where, what to do."""
    if not kendala:
        return ""
    k = kendala[0]
    schools: Counter[str] = Counter()
    for one in kendala:
        if one.sekolah:
            schools[one.sekolah] += max(one.membuka_jalan_bagi, 1)
    lines = [f"*{LATIHAN}*"] if posisi.latihan else []
    lines += [f"{k.judul} ({k.kode}), data per {tanggal(posisi.data_per)}.", ""]
    lines += [f"- {pendek(name, 60)}: {count} guru" for name, count in schools.most_common(MOST)]
    if len(schools) > MOST:
        lines.append(f"- dan {len(schools) - MOST} sekolah lain")
    lines += ["", f"Langkah: {pendek(k.langkah, 600)}"] if schools else [f"Langkah: {pendek(k.langkah, 600)}"]
    if k.perkiraan_waktu not in ("", "-"):
        lines.append(f"Perkiraan waktu: {k.perkiraan_waktu}.")
    return "\n".join([*lines, "Jangan berikan kata sandi atau kode OTP kepada siapa pun."])
