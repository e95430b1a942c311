"""The one card of a teacher: the one next step, or who is at it, or that all is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from selaras.documents.tindak_lanjut import langkah
from selaras.documents.tindak_lanjut.langkah import SEBUTAN, Aturan, Siapa
from selaras.documents.tindak_lanjut.penahan import Penahan
from selaras.documents.tindak_lanjut.susun import TANPA_LANGKAH
from selaras.monitoring.posisi import Kendala


@dataclass(frozen=True, slots=True)
class Kartu:
    """What `ui/komponen/kartu_langkah.html` shows."""

    judul: str
    sebab: str = ""
    langkah: tuple[str, ...] = ()
    pengurus: str = ""
    di_mana: str = ""
    perkiraan_waktu: str = ""
    nada: str = "aksi"
    ikon: str = "pointer"


def kartu(kendala: Sequence[Kendala], *, lengkap: bool) -> Kartu:
    """Choose the card from the findings that touch one person, his school's and the instansi's included.

    lengkap  every entry of the person is done
    """
    holds = Penahan(kendala)
    waiting = [k for k in kendala if k.keadaan not in TANPA_LANGKAH]
    mine = [(k, a) for k in waiting if (a := _mine(k)) and not holds.menahan(k, a) and holds.periode_terbuka(k, a)]
    if mine:
        mine.sort(key=lambda pair: langkah.urutan(pair[1]))
        return _step(*mine[0], len({k.kode for k, _ in mine}))
    if lengkap or not waiting:
        return _done(lengkap=lengkap)
    return _others(min(waiting, key=lambda k: langkah.urutan(langkah.aturan(k)[0])))


def card(k: Kendala) -> dict[str, Any]:
    """Return a finding as `ui/komponen/kartu_kendala.html` takes it; whom it is about stands in its title."""
    who = f": {k.nama}" if k.nama and k.tingkat == "orang" else f": {k.sekolah}" if k.tingkat == "sekolah" else ""
    return {
        "kode": k.kode,
        "judul": k.judul + who,
        "sebab": k.sebab,
        "langkah": sentences(k.langkah),
        "penanggung_jawab": k.penanggung_jawab,
        "di_mana": k.di_mana,
        "perkiraan_waktu": k.perkiraan_waktu,
        "membuka_jalan_bagi": k.membuka_jalan_bagi,
        "keadaan": k.keadaan,
    }


def sentences(text: str) -> tuple[str, ...]:
    """Cut the steps of a finding into a list; a sentence that names its doer stays whole.

    >>> sentences("Guru: buka Ruang GTK. Tekan Sinkron.")
    ('Guru: buka Ruang GTK.', 'Tekan Sinkron.')
    """
    parts = [part.strip() for part in text.replace("\n", " ").split(". ")]
    return tuple(part if part.endswith(".") else f"{part}." for part in parts if part)


def _mine(k: Kendala) -> Aturan | None:
    """Return the rule that is the person's own: about himself, and his move."""
    if k.tingkat not in ("orang", "berkas"):
        return None
    own = (Siapa.KEPALA if k.kepala else Siapa.GURU,)
    return next((a for a in langkah.aturan(k) if a.siapa in own), None)


def _step(k: Kendala, a: Aturan, count: int) -> Kartu:
    slots = f" ({', '.join(k.periode)})" if k.periode and "SKP" not in k.periode else ""
    return Kartu(
        judul=f"Tinggal {count} langkah",
        sebab=f"{a.singkat}{slots}.",
        langkah=sentences(k.langkah),
        di_mana=k.di_mana,
        perkiraan_waktu=k.perkiraan_waktu,
    )


def _others(k: Kendala) -> Kartu:
    who = langkah.siapa(k)
    if who is Siapa.WAKTU:
        return Kartu("Tunggu saja", k.sebab, sentences(k.langkah), nada="tunggu", ikon="clock")
    return Kartu(
        "Bukan salah Bapak/Ibu", k.sebab, pengurus=SEBUTAN.get(who, "admin instansi"), nada="tunggu", ikon="clock"
    )


def _done(*, lengkap: bool) -> Kartu:
    if lengkap:
        return Kartu("Semua sudah selaras", "Isi Ruang GTK dan e-Kinerja sama, dilihat dari e-Kinerja.", nada="baik",
                     ikon="circle-check")  # fmt: skip
    return Kartu("Belum ada yang perlu dilakukan", "Selaras menunggu laporan berikutnya.", nada="tunggu", ikon="clock")
