"""The one message that a head passes on to the teachers: no name, no number, no rating."""

from __future__ import annotations

from selaras.documents.tindak_lanjut import wa
from selaras.documents.tindak_lanjut.langkah import Siapa
from selaras.documents.tindak_lanjut.teks import pendek, periode, tanggal
from selaras.documents.tindak_lanjut.tugas import Langkah, LangkahSekolah
from selaras.monitoring.posisi import Posisi

_TERBANYAK = 4


def pesan_guru(posisi: Posisi, isi: LangkahSekolah) -> str | None:
    """Return the text for the teachers' group; None when the teachers have nothing to do."""
    steps = isi.milik(Siapa.GURU)
    if not steps:
        return None
    ready = [p.isi for p in wa.pesan(posisi) if p.templat == "GURU-1" and p.npsn == isi.sekolah.npsn]
    if ready and all(step.kode == "S8" for step in steps):
        return ready[0]
    s = isi.sekolah
    lines = [wa.TANDA_LATIHAN] if posisi.latihan else []
    lines.append(
        f"Bapak/Ibu guru {pendek(s.nama, 80)}, posisi e-Kinerja per {tanggal(posisi.data_per)}: "
        f"{s.selesai} dari {s.guru} selesai. Giliran kita:"
    )
    lines += [f"{number}. {_step(step)}" for number, step in enumerate(steps[:_TERBANYAK], 1)]
    if len(steps) > _TERBANYAK:
        lines.append(f"Dan {len(steps) - _TERBANYAK} langkah lagi; tanyakan kepada kepala sekolah.")
    lines.append("Siapa saja orangnya disampaikan sendiri-sendiri.")
    lines.append("Muncul pesan kesalahan? Foto, kirim pribadi ke operator.")
    lines.append("Masuk e-Kinerja seperti biasa. Jangan berikan kata sandi atau kode OTP kepada siapa pun.")
    return "\n".join(lines)


def pesan_kepala(posisi: Posisi, isi: LangkahSekolah) -> str | None:
    """Return the text for the head of the school; None when nothing waits for him."""
    found = [p.isi for p in wa.pesan(posisi) if p.templat.startswith("KS-") and p.npsn == isi.sekolah.npsn]
    return found[0] if found else None


def _step(step: Langkah) -> str:
    slots = {k.periode for k in step.kendala}
    words = periode(step.kendala[0].periode) if len(slots) == 1 else ""
    return f"{step.aturan.singkat}{f' untuk {words}' if words else ''} ({step.orang} guru)"
