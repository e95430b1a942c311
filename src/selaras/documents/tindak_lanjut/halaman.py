"""What a school's page says, as plain values: the same for the PDF and for the text.

Sections: what the head does, what the teachers do, what the operator mends, and what is awaited from others.
"""

from __future__ import annotations

from typing import TypedDict

from selaras.documents.tindak_lanjut.langkah import Siapa
from selaras.documents.tindak_lanjut.lembar import LATIHAN
from selaras.documents.tindak_lanjut.teks import aman, pendek, periode, tanggal
from selaras.documents.tindak_lanjut.tugas import Langkah, LangkahSekolah
from selaras.monitoring.posisi import Kendala, Posisi

TIDAK_PERLU = "Bapak/Ibu tidak perlu melakukan apa-apa untuk bagian ini; kami kabari bila sudah."
MENUNGGU_SAJA = "Semua yang tersisa menunggu pihak lain. Bapak/Ibu dan guru tidak perlu melakukan apa-apa."


class BarisLangkah(TypedDict):
    """A step: its sentence, its size in words, the names."""

    teks: str
    ukuran: str
    nama: list[str]


class Bagian(TypedDict):
    """A section with its steps in order."""

    judul: str
    catatan: str
    langkah: list[BarisLangkah]


class Halaman(TypedDict):
    """A page, as the template reads it."""

    judul: str
    latihan: str
    sekolah: str
    keterangan: str
    posisi: str
    tanggal: str
    bagian: list[Bagian]
    penutup: str
    kaki: str


def dari(posisi: Posisi, isi: LangkahSekolah) -> Halaman:
    """Return the page of a school."""
    s = isi.sekolah
    nama = pendek(s.nama, 120) or "Sekolah"
    bare = (s.kecamatan or "").removeprefix("Kec.").strip()  # as Dapodik writes it
    kecamatan = f", Kecamatan {pendek(bare, 60)}" if bare else ""
    kepala = f". Kepala sekolah: {pendek(s.kepala, 80)}" if s.kepala else ""
    batas = f". Mohon selesai sebelum {tanggal(posisi.tenggat)}" if posisi.tenggat else ""
    sisa = max(s.guru - s.selesai, 0)
    return Halaman(
        judul=f"Tindak lanjut e-Kinerja {posisi.tahun}: {nama}",
        latihan=LATIHAN if posisi.latihan else "",
        sekolah=nama,
        keterangan=f"NPSN {aman(s.npsn)}{kecamatan}{kepala}",
        posisi=f"Tindak lanjut e-Kinerja {posisi.tahun}: {s.guru} guru ASN, {s.selesai} selesai, {sisa} belum",
        tanggal=f"Data per {tanggal(posisi.data_per)}{batas}.",
        bagian=_bagian(posisi, isi),
        penutup=(
            f"Bila sudah dikerjakan sesudah {tanggal(posisi.data_per)}, abaikan; laporan berikutnya yang menutupnya. "
            "Masuk e-Kinerja seperti biasa, jangan lewat tautan; jangan berikan kata sandi atau kode OTP "
            "kepada siapa pun. Menit adalah perkiraan."
        ),
        kaki=f"{pendek(posisi.instansi, 80)} - {pendek(posisi.kantor, 40)} - data per {tanggal(posisi.data_per)}",
    )


def _bagian(posisi: Posisi, isi: LangkahSekolah) -> list[Bagian]:
    kepala, guru, operator = isi.milik(Siapa.KEPALA), isi.milik(Siapa.GURU), isi.milik(Siapa.OPERATOR)
    lain, waktu = isi.menunggu_lain, isi.milik(Siapa.WAKTU)
    if not isi.langkah:
        return [Bagian(judul="Tidak ada yang perlu dilakukan", catatan=_kosong(isi), langkah=[])]
    hasil = [
        Bagian(judul="Bapak/Ibu lakukan", catatan=_catatan_kepala(isi), langkah=[_baris(x) for x in kepala]),
        Bagian(judul="Guru lakukan", catatan=_catatan_guru(isi), langkah=[_baris(x) for x in guru]),
    ]
    if operator:
        catatan = "Guru yang namanya ada di sini menyerahkan SK kepada operator. Nomor lengkap ada di lembar operator."
        hasil.append(Bagian(judul="Operator sekolah lakukan", catatan=catatan, langkah=[_baris(x) for x in operator]))
    if lain:
        judul = f"Ditunggu dari dinas atau {pendek(posisi.kantor, 40)}"
        baris = [_baris(x, pelaku="Dinas" if x.siapa == Siapa.DINAS else aman(posisi.kantor)) for x in lain]
        hasil.append(Bagian(judul=judul, catatan=TIDAK_PERLU, langkah=baris))
    if waktu:
        catatan = "Belum perlu dilakukan apa-apa."
        hasil.append(Bagian(judul="Hanya menunggu waktu", catatan=catatan, langkah=[_baris(x) for x in waktu]))
    return hasil


def _kosong(isi: LangkahSekolah) -> str:
    if isi.sekolah.selesai >= isi.sekolah.guru:
        return "Semua guru sudah selesai. Terima kasih."
    return "Menunggu laporan berikutnya. Bapak/Ibu dan guru tidak perlu melakukan apa-apa."


def _catatan_kepala(isi: LangkahSekolah) -> str:
    if isi.milik(Siapa.KEPALA):
        return f"Sekitar {isi.menit_kepala} menit seluruhnya, dari yang paling ringan; urusan SKP didahulukan."
    sendiri = isi.milik(Siapa.GURU, Siapa.OPERATOR)
    return "Tidak ada, cukup teruskan bagian di bawah ini." if sendiri else MENUNGGU_SAJA


def _catatan_guru(isi: LangkahSekolah) -> str:
    if isi.milik(Siapa.GURU):
        lagi = f" {isi.tertahan} guru lain belum perlu apa-apa: menunggu langkah lain." if isi.tertahan else ""
        return f"Coba di luar jam sibuk.{lagi}"
    if isi.tertahan:
        return "Belum ada. Guru menunggu langkah lain di halaman ini; tidak perlu diingatkan dulu."
    return "Tidak ada."


def _baris(x: Langkah, pelaku: str = "") -> BarisLangkah:
    per_orang = x.orang and not x.sendiri
    milik_sekolah = x.kendala[0].tingkat == "sekolah" and x.membuka > 0  # a period's count is the whole district's
    ukuran = [f"{x.orang if per_orang else x.membuka} guru"] if per_orang or milik_sekolah else []
    if not pelaku and x.aturan.menit:
        guru = x.siapa == Siapa.GURU
        ukuran.append(f"sekitar {x.aturan.menit} menit per orang" if guru else f"sekitar {x.menit} menit")
    sama = {k.periode for k in x.kendala}
    slot = periode(x.kendala[0].periode) if len(sama) == 1 else ""
    teks = f"{pelaku} {x.aturan.singkat[:1].lower()}{x.aturan.singkat[1:]}" if pelaku else x.aturan.singkat
    teks += f" ({slot})" if slot else ""
    teks += " (Bapak/Ibu sendiri)" if x.sendiri else ""
    nama = [] if x.sendiri else [_nama(k, ulang=len(sama) > 1) for k in x.kendala if k.tingkat == "orang"]
    return BarisLangkah(teks=teks, ukuran=", ".join(ukuran), nama=nama)


def _nama(k: Kendala, *, ulang: bool) -> str:
    slot = periode(k.periode) if ulang else ""
    return (pendek(k.nama, 60) if k.nama else "(tanpa nama)") + (f" ({slot})" if slot else "")
