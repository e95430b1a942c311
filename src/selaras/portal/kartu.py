"""The one card of a teacher: the one next step, or who is at it, or that all is done."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from selaras.documents.tindak_lanjut import langkah
from selaras.documents.tindak_lanjut.langkah import SEBUTAN, Aturan, Siapa
from selaras.documents.tindak_lanjut.penahan import Penahan
from selaras.documents.tindak_lanjut.susun import TANPA_LANGKAH
from selaras.kinerja import nip
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
    sapaan: str = "Bapak/Ibu"
    kode: str = ""  # the finding that the step answers
    url: str = ""
    tombol: str = ""
    url_kirim: str = ""
    tombol_kirim: str = ""


# What the step is called on the card, where the catalogue's title says what is wrong rather than what to do.
_TOMBOL = {
    "S1": "buat SKP di Ruang GTK",
    "S2": "ajukan SKP di Ruang GTK",
    "S4": "tekan Sinkron SKP lebih dulu dari guru",
    "S5": "tekan Sinkron Data SKP dengan Rotasi",
    "S7": "tekan Sinkron SKP",
    "S8": "tekan Sinkro Penilaian",
    "A1": "tekan Sinkronisasi ASN",
    "D1": "tekan Sinkro Penilaian sekali lagi",
}

# What is said where Selaras sends: the title, and the reason unless the finding has its own.
_KIRIM = {
    "M1": ("Sudah disetujui, menunggu dikirim",
           "Dikirim ke e-Kinerja pada pengiriman berikut, lalu dibaca kembali untuk memastikan."),
    "M2": ("Menunggu persetujuan",
           "Isi Ruang GTK sudah siap dibawa ke e-Kinerja. Tinggal diperiksa dan disetujui."),
    "M3": ("Dikembalikan untuk diperbaiki", ""),
}  # fmt: skip


def kartu(
    kendala: Sequence[Kendala], *, lengkap: bool, sapaan: str = "Bapak/Ibu", ditekan: Collection[str] = (),
    dipastikan: str = "",
) -> Kartu:  # fmt: skip
    """Choose the card from the findings that touch one person, his school's and the instansi's included.

    lengkap  every entry of the person is done
    ditekan  codes whose step the person says to have done, and no later report has contradicted
    dipastikan  when that will be seen, in words
    """
    holds = Penahan(kendala)
    waiting = [k for k in kendala if k.keadaan not in TANPA_LANGKAH]
    mine = [(k, a) for k in waiting if (a := _mine(k)) and not holds.menahan(k, a) and holds.periode_terbuka(k, a)]
    still = sorted((pair for pair in mine if pair[0].kode not in ditekan), key=lambda pair: langkah.urutan(pair[1]))
    if still:
        return _step(*still[0], len({k.kode for k, _ in still}), holds)
    if mine:
        return _pressed(sapaan, dipastikan)
    if lengkap or not waiting:
        return _done(lengkap=lengkap)
    return _others(min(waiting, key=lambda k: langkah.urutan(langkah.aturan(k)[0])), sapaan)


def sapaan(nip_: str | None) -> str:
    """Say how somebody is addressed: the NIP tells, and both ways when it does not.

    >>> sapaan("198501012010012999"), sapaan(None)
    ('Ibu', 'Bapak/Ibu')
    """
    told = nip.periksa(nip_).bagian.get("jk") if nip_ else None
    return {"L": "Bapak", "P": "Ibu"}.get(str(told), "Bapak/Ibu")


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


_ENDS = re.compile(r"(?<!Plt)(?<!Plh)\. ")  # the end of a sentence, not of an abbreviation


def sentences(text: str) -> tuple[str, ...]:
    """Cut the steps of a finding into a list; a sentence that names its doer stays whole.

    >>> sentences("Guru: buka Ruang GTK. Tekan Sinkron.")
    ('Guru: buka Ruang GTK.', 'Tekan Sinkron.')
    >>> sentences("Dinas: kirim SK Plt. ke BKPSDM.")
    ('Dinas: kirim SK Plt. ke BKPSDM.',)
    """
    parts = [part.strip() for part in _ENDS.split(text.replace("\n", " "))]
    return tuple(part if part.endswith(".") else f"{part}." for part in parts if part)


def _mine(k: Kendala) -> Aturan | None:
    """Return the rule that is the person's own: about himself, and his move."""
    if k.tingkat not in ("orang", "berkas"):
        return None
    own = (Siapa.KEPALA if k.kepala else Siapa.GURU,)
    return next((a for a in langkah.aturan(k) if a.siapa in own), None)


def _step(k: Kendala, a: Aturan, count: int, holds: Penahan) -> Kartu:
    open_ones = holds.periode_terbuka(k, a) or k
    slots = ", ".join(open_ones.periode) if open_ones.periode and "SKP" not in open_ones.periode else ""
    todo = _TOMBOL.get(k.kode, k.judul[:1].lower() + k.judul[1:])
    left = "Tinggal 1 langkah" if count == 1 else f"Langkah 1 dari {count}"
    return Kartu(
        judul=f"{left}: {todo} {slots}".rstrip(),
        sebab=k.sebab or f"{a.singkat}.",
        langkah=_own_steps(k),
        di_mana=k.di_mana,
        perkiraan_waktu=k.perkiraan_waktu,
        kode=k.kode if a.tempat in ("ekinerja", "ruang_gtk") else "",
    )


def _own_steps(k: Kendala) -> tuple[str, ...]:
    """Leave out of the steps who does them, where it is the reader, and what somebody else could do instead."""
    steps = [one for one in sentences(k.langkah) if not one.startswith("Atau admin")]
    own = ("Kepala sekolah: " if k.kepala else "Guru: ", "Guru: ")
    bare = [next((one.removeprefix(word) for word in own if one.startswith(word)), one) for one in steps]
    return tuple(one if one.startswith("e-Kinerja") else one[:1].upper() + one[1:] for one in bare)


def _pressed(greeting: str, when: str) -> Kartu:
    return Kartu(
        "Sudah dikerjakan, tinggal menunggu",
        f"{greeting} sudah menyatakan langkahnya dikerjakan. {when or 'Dipastikan sesudah laporan berikutnya dibaca'}; "
        "sampai saat itu tidak ada lagi yang perlu dilakukan.",
        nada="tunggu",
        ikon="clock",
    )


def _others(k: Kendala, greeting: str) -> Kartu:
    who = langkah.siapa(k)
    if k.kode in _KIRIM:
        return _sending(k, who, greeting)
    if who is Siapa.WAKTU:
        return Kartu("Tunggu saja", k.sebab, sentences(k.langkah), nada="tunggu", ikon="clock")
    return Kartu(f"Bukan salah {greeting}", k.sebab, pengurus=SEBUTAN.get(who, "Admin instansi"), nada="tunggu",
                 ikon="clock", sapaan=greeting)  # fmt: skip


def _sending(k: Kendala, who: Siapa, greeting: str) -> Kartu:
    """Where Selaras carries the content itself: waiting for a yes, for the next sending, or sent back."""
    title, why = _KIRIM[k.kode]
    by = SEBUTAN.get(who, "Admin instansi")
    asked = f"{title} {by[:1].lower()}{by[1:]}" if k.kode == "M2" else title
    return Kartu(asked, why or k.sebab, pengurus="Selaras" if who is Siapa.WAKTU else by, nada="tunggu", ikon="clock",
                 sapaan=greeting)  # fmt: skip


def _done(*, lengkap: bool) -> Kartu:
    if lengkap:
        return Kartu("Semua sudah selaras", "Isi Ruang GTK dan e-Kinerja sama, dilihat dari e-Kinerja.", nada="baik",
                     ikon="circle-check")  # fmt: skip
    return Kartu("Belum ada yang perlu dilakukan", "Selaras menunggu laporan berikutnya.", nada="tunggu", ikon="clock")
